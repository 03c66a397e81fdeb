/** Facts about the project that every script shares. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Where stamps and other things that may be deleted at any time are kept. */
export const cacheDir = join(root, '.cache');

const LEAST_NODE = [20, 19];

/** Ends the process with one clear sentence when this Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  console.error(
    `Cần Node.js ${LEAST_NODE.join('.')} trở lên; máy này đang dùng ${process.versions.node}. ` +
      `Node.js ${LEAST_NODE.join('.')} or newer is needed; this is ${process.versions.node}. https://nodejs.org`,
  );
  process.exit(1);
}

const NEVER = new Set([
  'node_modules',
  'dist',
  'dist.new',
  '.cache',
  '.mutants',
  '.git',
  '.data',
  'test-results',
  'playwright-report',
]);

/** All files below a folder of the project, as paths relative to the project, in a stable order. */
export function filesBelow(folder, wanted = () => true) {
  const from = join(root, folder);
  if (!existsSync(from)) return [];
  const found = [];
  const visit = (directory) => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (NEVER.has(entry.name)) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (wanted(entry.name)) found.push(relative(root, path));
    }
  };
  visit(from);
  return found.sort();
}

/** One hash over the names and contents of files; a file that is missing counts as empty. */
export function hashFiles(files, ...more) {
  const hash = createHash('sha256').update(JSON.stringify(more));
  for (const file of files) {
    const path = join(root, file);
    hash.update(`\0${file}\0`).update(existsSync(path) ? readFileSync(path) : '');
  }
  return hash.digest('hex');
}
