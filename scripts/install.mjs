/** Installs what the lock file names, when it is not there yet. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { hashFiles, root } from './project.mjs';
import { run } from './processes.mjs';

/** The one version of pnpm that this project is installed with (docs/decisions/0001-tooling.md). */
const PNPM = 'pnpm@12.21.0';
const INPUTS = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...packageManifests()];
const stampFile = join(root, 'node_modules', '.installed');

function packageManifests() {
  return ['admin', 'server', 'shared'].map((name) => `packages/${name}/package.json`);
}

/** Makes node_modules match the lock file; does nothing when it does already. Throws when it cannot. */
export async function ensureInstalled() {
  const wanted = hashFiles(INPUTS, PNPM, process.platform, process.arch);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  console.log('Đang cài đặt các gói (một lần, chừng nửa phút)… Installing packages (once, about half a minute)…');
  const { code, output } = await npx(['--yes', PNPM, 'install', '--frozen-lockfile', '--store-dir', storeDir()]);
  if (code !== 0) throw new Error(`Cài đặt không thành công. The installation failed:\n${output.slice(-4000)}`);
  writeFileSync(stampFile, wanted);
}

/** A folder inside npm's own cache: everything that is downloaded lies there, nothing elsewhere in the home folder. */
export function downloadsDir(name) {
  const cache =
    process.env.npm_config_cache ??
    execFileSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8', shell: process.platform === 'win32' }).trim();
  const folder = join(cache, '_chi-tieu', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Whoever installed by hand before keeps the store that was used: two stores in one node_modules do not go together. */
function storeDir() {
  try {
    const used = JSON.parse(readFileSync(join(root, 'node_modules', '.modules.yaml'), 'utf8')).storeDir;
    return /^v\d+$/.test(basename(used)) ? dirname(used) : used;
  } catch {
    return join(downloadsDir('pnpm'), 'store');
  }
}

function npx(args) {
  const pnpm = downloadsDir('pnpm');
  const env = {
    ...process.env,
    CI: 'true',
    XDG_CACHE_HOME: join(pnpm, 'cache'),
    XDG_STATE_HOME: join(pnpm, 'state'),
    XDG_DATA_HOME: join(pnpm, 'data'),
    npm_config_update_notifier: 'false',
  };
  // Building needs the development packages too, whatever the server will run as.
  delete env.NODE_ENV;
  const npm = process.env.npm_execpath ?? '';
  const cli = join(dirname(npm), 'npx-cli.js');
  if (basename(npm) === 'npm-cli.js' && existsSync(cli))
    return run(process.execPath, [cli, ...args], { env, capture: true });
  return run('npx', args, { env, capture: true, shell: process.platform === 'win32' });
}
