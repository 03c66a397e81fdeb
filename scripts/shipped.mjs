/** What ships in production, package by package, as the lock file names it: nothing is asked of anybody. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './project.mjs';

/** The folders whose dependencies run in production. */
const IMPORTERS = ['packages/server', 'packages/admin', 'packages/shared'];

/** Tools of the console's build that leave a part of themselves in it: icons as they are drawn, the base of its styles. */
const BUILT_IN = { 'packages/admin': ['@iconify-json/lucide', 'tailwindcss'] };

/**
 * Every package that ships, sorted by name: `id` (name@version), `name`, `version`, `integrity`, `needs` (ids), `isOfConsole`
 * where a browser gets a part of it, `folder` where it is installed here (null: it is for other machines), `parent` an id that
 * asks for it, `isNamed` where the product itself does.
 */
export function shippedPackages(lock = readLock(), installed = installedFolders()) {
  const found = new Map();
  const direct = new Set();
  const add = (id, key, parent, isOfConsole) => {
    const known = found.get(id);
    if (known && (known.isOfConsole || !isOfConsole)) return;
    const { integrity = null } = lock.packages[id]?.resolution ?? {};
    const at = id.lastIndexOf('@');
    const entry = { id, name: id.slice(0, at), version: id.slice(at + 1), integrity, parent, isOfConsole };
    const asked = referencesOf(lock.snapshots[key], lock.packages[id]);
    found.set(id, { ...entry, needs: asked.map(plainId).sort(), folder: installed.get(id) ?? null });
    for (const next of asked) add(plainId(next), next, id, isOfConsole);
  };
  for (const importer of IMPORTERS) {
    const { dependencies = {}, devDependencies = {} } = lock.importers[importer];
    const builtIn = (BUILT_IN[importer] ?? []).map((name) => [name, devDependencies[name]]);
    for (const [name, { version }] of [...Object.entries(dependencies), ...builtIn]) {
      if (version.startsWith('link:')) continue;
      const key = `${name}@${version}`;
      direct.add(plainId(key));
      add(plainId(key), key, null, importer !== 'packages/server');
    }
  }
  const all = [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return all.map((one) => ({ ...one, isNamed: direct.has(one.id) }));
}

/** The lock file as data. */
export function readLock() {
  return parse(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8'));
}

/** What a package needs; what it only goes along with where somebody has it (a tool of the build) is not asked for. */
function referencesOf({ dependencies = {}, optionalDependencies = {} } = {}, { peerDependenciesMeta = {} } = {}) {
  return Object.entries({ ...dependencies, ...optionalDependencies })
    .filter(([name]) => !peerDependenciesMeta[name]?.optional)
    .map(([name, version]) => `${name}@${version}`);
}

/** Without what it was put together with: `vue@3.5.45(typescript@6.0.3)` is `vue@3.5.45`. */
function plainId(key) {
  const at = key.indexOf('(');
  return at === -1 ? key : key.slice(0, at);
}

/** Where packages are installed, by name@version. */
function installedFolders() {
  const store = join(root, 'node_modules', '.pnpm');
  const found = new Map();
  const visit = (folder) => {
    const file = join(folder, 'package.json');
    if (!existsSync(file)) return;
    const { name, version } = JSON.parse(readFileSync(file, 'utf8'));
    found.set(`${name}@${version}`, folder);
  };
  for (const entry of readdirSync(store)) {
    const folder = join(store, entry, 'node_modules');
    if (!existsSync(folder)) continue;
    // What a package needs stands beside it as links; the folder that is none is the package itself.
    for (const one of readdirSync(folder, { withFileTypes: true })) {
      if (!one.isDirectory()) continue;
      if (!one.name.startsWith('@')) visit(join(folder, one.name));
      else
        for (const scoped of readdirSync(join(folder, one.name), { withFileTypes: true }))
          if (scoped.isDirectory()) visit(join(folder, one.name, scoped.name));
    }
  }
  return found;
}
