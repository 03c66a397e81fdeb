import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { realpathSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chooseOwner, findBinaries, launch, type Binaries, type Owner } from './embedded-binaries.ts';
import { postgresSettings } from './embedded-settings.ts';
import { lockFolder } from './folder-lock.ts';
import { clearLeftovers, endPostmaster, postmasterState } from './postmaster.ts';

/** Where the embedded PostgreSQL says what it does; pino's logger fits. */
export interface EmbeddedLog {
  info(text: string): void;
  warn(text: string): void;
}

export interface EmbeddedOptions {
  /** The data folder; PostgreSQL lives in its subfolder `postgres`. */
  dataDir: string;
  log: EmbeddedLog;
  /** False for throw-away databases: nothing is forced to the disk, a power cut would lose it. Default true. */
  durable?: boolean;
}

export interface EmbeddedPostgres {
  /** With user and password; changes at every start, as the port does. */
  url: string;
  port: number;
  pid: number;
  /** Settles when PostgreSQL has ended, by `stop` or by itself. */
  ended: Promise<void>;
  /** Ends it within 9 s, nothing committed is lost; may be called again. */
  stop(): Promise<void>;
}

interface Place {
  folder: string;
  data: string;
  logFile: string;
  password: string;
  owner: Owner | null;
  binaries: Binaries;
}

/**
 * Starts a PostgreSQL of our own on `dataDir`, made at the first start, on a free port of 127.0.0.1, in a process group of
 * its own so that a signal to ours lets us finish first. Deals with whatever a killed server left: half-made data, stale
 * pid files, orphaned processes. Throws an Error with one plain sentence when another server uses the folder.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const lock = await lockFolder(options.dataDir);
  try {
    const place = await preparePlace(realpathSync(options.dataDir), options.log);
    const child = await startOnFreePort(place, options);
    const pid = child.process.pid ?? 0;
    void child.ended.then(() => lock.release());
    return {
      url: `postgresql://postgres:${place.password}@127.0.0.1:${child.port}/postgres`,
      port: child.port,
      pid,
      ended: child.ended,
      stop: async () => {
        await endPostmaster(pid, place.data, options.log);
        await child.ended;
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function preparePlace(dataDir: string, log: EmbeddedLog): Promise<Place> {
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
    password: readFileSync(join(folder, 'password'), 'utf8').trim(),
    owner,
    binaries,
  };
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
      env: environment(),
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

interface Started {
  process: ChildProcess;
  port: number;
  ended: Promise<void>;
}

/** Another program may take the port in between, and memory of a killed server is given back with a delay: tried again. */
async function startOnFreePort(place: Place, options: EmbeddedOptions): Promise<Started> {
  for (let attempt = 1; ; attempt++) {
    const from = openLog(place);
    const started = spawnPostmaster(place, await freePort(), options.durable ?? true);
    const reason = await untilReady(started, place);
    if (reason === null) return started;
    const said = readFileSync(place.logFile, 'utf8').slice(from);
    const passing =
      /shared memory block|could not create any TCP\/IP sockets|lock file "postmaster.pid" already exists/.test(said);
    if (!passing || attempt === 40)
      throw new Error(`PostgreSQL không khởi động được. PostgreSQL did not start (${reason}):\n${said.slice(-2000)}`);
    await sleep(250);
    await clearLeftovers(place.data, options.log);
  }
}

/** Keeps the log from growing for ever; gives the place where this start begins. */
function openLog(place: Place): number {
  if (existsSync(place.logFile) && statSync(place.logFile).size > 1_000_000) truncateSync(place.logFile);
  return existsSync(place.logFile) ? statSync(place.logFile).size : 0;
}

function spawnPostmaster(place: Place, port: number, durable: boolean): Started {
  const args = ['-D', place.data, ...postgresSettings(port, durable).flatMap((setting) => ['-c', setting])];
  const { command, args: all, options } = launch(place.binaries.postgres, args, place.owner, 'INT');
  const log = openSync(place.logFile, 'a', 0o600);
  chmodSync(place.logFile, 0o600);
  const child = spawn(command, all, {
    ...options,
    env: environment(),
    cwd: place.folder,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  const ended = new Promise<void>((done) => child.once('exit', () => done()).once('error', () => done()));
  return { process: child, port, ended };
}

/** Null when it takes connections, else why it does not. After a crash it first replays its log, which may take minutes. */
async function untilReady(started: Started, place: Place): Promise<string | null> {
  let ended = false;
  void started.ended.then(() => (ended = true));
  const until = Date.now() + 600_000;
  while (Date.now() < until) {
    if (ended) return `exit code ${started.process.exitCode ?? started.process.signalCode ?? 'unknown'}`;
    const state = postmasterState(place.data);
    if (state?.pid === started.process.pid && state?.status === 'ready') return null;
    await sleep(15);
  }
  await endPostmaster(started.process.pid ?? 0, place.data, { info: () => undefined, warn: () => undefined });
  return 'not ready after 10 minutes';
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? done(address.port) : failed(new Error('No free port.')),
      );
    });
  });
}

/** Nothing of the caller's surroundings (PGDATA, PGPORT, LC_ALL …) reaches PostgreSQL. */
function environment(): NodeJS.ProcessEnv {
  const kept = platform() === 'win32' ? process.env : {};
  return { ...kept, PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}
