/** Builds what changed since it was built last. As a command: `npm run build`. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, filesBelow, hashFiles, requireNode, root } from './project.mjs';
import { endOnSignals, runTool } from './processes.mjs';
import { ensureInstalled } from './install.mjs';
import { alone } from './setup-lock.mjs';

const isSource = (name) => !name.includes('.test.') && !name.startsWith('vitest.');
const everywhere = ['pnpm-lock.yaml', 'tsconfig.base.json'];
const sharedFiles = () => [...everywhere, ...filesBelow('packages/shared', isSource)];

const parts = {
  shared: { files: sharedFiles, start: 'packages/shared/tsconfig.build.json', tool: compile },
  server: { files: () => [...sharedFiles(), ...serverFiles()], start: 'packages/server/src/main.ts', tool: compile },
  admin: {
    files: () => [...sharedFiles(), ...filesBelow('packages/admin', isSource)],
    start: 'packages/admin/src/app/main.ts',
    tool: bundle,
  },
};

function serverFiles() {
  return [
    ...filesBelow('packages/server/src', isSource),
    'packages/server/package.json',
    'packages/server/tsconfig.json',
    'packages/server/tsconfig.build.json',
  ];
}

/** Builds the parts named (all unless told) where they are not up to date. Throws with the tool's words when one fails. */
export async function ensureBuilt(names = ['shared', 'server', 'admin']) {
  if (names.includes('shared')) await buildPart('shared');
  await Promise.all(names.filter((name) => name !== 'shared').map(buildPart));
}

async function buildPart(name) {
  const { files, start, tool } = parts[name];
  if (!existsSync(join(root, start))) return;
  const stampFile = join(cacheDir, `built-${name}`);
  const dist = join(root, 'packages', name, 'dist');
  const wanted = hashFiles(files(), process.versions.node.split('.')[0]);
  if (existsSync(dist) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  console.log(`Đang dựng ${name}… Building ${name}…`);
  const fresh = join(root, 'packages', name, 'dist.new');
  rmSync(fresh, { recursive: true, force: true });
  const { code, output } = await tool(name);
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`Dựng ${name} không thành công. Building ${name} failed:\n${output.slice(-6000)}`);
  }
  replace(dist, fresh);
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(stampFile, wanted);
}

/** What is served meanwhile is whole at any time but for the blink between two renames. */
function replace(dist, fresh) {
  const old = `${fresh}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
}

function compile(name) {
  const from = join(root, 'packages', name);
  return runTool('typescript', 'tsc', ['-p', 'tsconfig.build.json', '--outDir', 'dist.new', '--noEmitOnError'], {
    from,
    capture: true,
  });
}

function bundle(name) {
  const from = join(root, 'packages', name);
  const env = { ...process.env, NODE_ENV: 'production' };
  return runTool('vite', 'vite', ['build', '--outDir', 'dist.new', '--emptyOutDir', '--logLevel', 'warn'], {
    from,
    env,
    capture: true,
  });
}

/** Everything a start needs: packages and builds. */
export async function prepare(names) {
  await alone(async () => {
    await ensureInstalled();
    await ensureBuilt(names);
  });
}

if (process.argv[1] === join(root, 'scripts', 'build.mjs')) {
  requireNode();
  endOnSignals();
  await prepare().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
