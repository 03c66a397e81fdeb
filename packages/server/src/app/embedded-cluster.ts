import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { chooseOwner, findBinaries, launch, type Binaries, type Owner } from './embedded-binaries.ts';
import { clearLeftovers } from './postmaster.ts';

/** Where the embedded PostgreSQL says what it does; pino's logger fits. */
export interface EmbeddedLog {
  info(text: string): void;
  warn(text: string): void;
}

/** A cluster on disk: what is needed to start it. */
export interface Cluster {
  folder: string;
  data: string;
  logFile: string;
  password: string;
  owner: Owner | null;
  binaries: Binaries;
}

/**
 * Makes the cluster in `dataDir`/postgres unless it is there, and frees it of what a killed server left. `dataDir` must be
 * a real path, and its lock must be held.
 */
export async function prepareCluster(dataDir: string, log: EmbeddedLog): Promise<Cluster> {
  const folder = join(dataDir, 'postgres');
  const owner = chooseOwner(folder);
  const binaries = findBinaries();
  removeDrafts(dataDir);
  if (!existsSync(folder)) {
    log.info('Tạo cơ sở dữ liệu mới. Making a new database.');
    await initialise(dataDir, folder, binaries, owner);
  }
  await clearLeftovers(join(folder, 'data'), log);
  return {
    folder,
    data: join(folder, 'data'),
    logFile: join(folder, 'postgres.log'),
    password: readPassword(folder),
    owner,
    binaries,
  };
}

/** The password in the folder of a cluster. */
export function readPassword(folder: string): string {
  return readFileSync(join(folder, 'password'), 'utf8').trim();
}

/** A database is made under another name and renamed when complete: an interrupted first start leaves nothing half-made. */
async function initialise(dataDir: string, folder: string, binaries: Binaries, owner: Owner | null): Promise<void> {
  const draft = join(dataDir, `postgres.new-${randomBytes(4).toString('hex')}`);
  const password = join(draft, 'password');
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  writeFileSync(join(draft, 'postgres.log'), '', { mode: 0o600 });
  for (const file of [draft, password, join(draft, 'postgres.log')]) if (owner) chownSync(file, owner.uid, owner.gid);
  await runInitdb(draft, binaries, owner);
  renameSync(draft, folder);
}

function removeDrafts(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith('postgres.new-')) rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Names are sorted by ICU as Vietnamese does; the C library only tells letters from signs, by the first locale it knows. */
async function runInitdb(draft: string, binaries: Binaries, owner: Owner | null): Promise<void> {
  const data = join(draft, 'data');
  const fixed = [
    '--username=postgres',
    `--pwfile=${join(draft, 'password')}`,
    '--auth=scram-sha-256',
    '--data-checksums',
  ];
  const icu = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=vi-VN'];
  let said = '';
  for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    rmSync(data, { recursive: true, force: true });
    const args = [`--pgdata=${data}`, ...fixed, ...icu, `--locale=${locale}`, '--lc-messages=C'];
    const { command, args: all, options } = launch(binaries.initdb, args, owner, 'KILL');
    const child = spawn(command, all, {
      ...options,
      env: bareEnvironment(),
      cwd: draft,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    said = '';
    child.stdout.on('data', (part: Buffer) => (said += part.toString()));
    child.stderr.on('data', (part: Buffer) => (said += part.toString()));
    const code = await new Promise<number | null>((done, failed) => child.once('error', failed).once('close', done));
    if (code === 0) return;
    if (!said.includes('invalid locale')) break;
  }
  throw new Error(`Không tạo được cơ sở dữ liệu. The database could not be made:\n${said.slice(-2000)}`);
}

/** Nothing of the caller's surroundings (PGDATA, PGPORT, LC_ALL …) reaches PostgreSQL. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = platform() === 'win32' ? process.env : {};
  return { ...kept, PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}
