import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch } from './embedded-binaries.ts';
import { bareEnvironment, prepareCluster, readPassword, type Cluster, type EmbeddedLog } from './embedded-cluster.ts';
import { postgresSettings } from './embedded-settings.ts';
import { isLocked, lockFolder } from './folder-lock.ts';
import { clearLeftovers, endPostmaster, postmasterState } from './postmaster.ts';

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

/**
 * Starts a PostgreSQL of our own on `dataDir`, made at the first start, on a free port of 127.0.0.1, in a process group of
 * its own so that a signal to ours lets us finish first. Deals with whatever a killed server left: half-made data, stale
 * pid files, orphaned processes. Throws an Error with one plain sentence when another server uses the folder.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const lock = await lockFolder(options.dataDir);
  try {
    const cluster = await prepareCluster(realpathSync(options.dataDir), options.log);
    const child = await startOnFreePort(cluster, options);
    const pid = child.process.pid ?? 0;
    void child.ended.then(() => lock.release());
    return {
      url: urlOf(cluster.password, child.port),
      port: child.port,
      pid,
      ended: child.ended,
      stop: async () => {
        // Unlike its life, its end is waited for: a tool with nothing else to do must not end before it has given up the lock.
        child.process.ref();
        await endPostmaster(pid, cluster.data, options.log);
        await child.ended;
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * For tools: the database of the server that runs on `dataDir`, or, when none does, one started for the time being. `stop`
 * ends only what was started here.
 */
export async function borrowEmbeddedPostgres(
  options: EmbeddedOptions,
): Promise<Pick<EmbeddedPostgres, 'url' | 'stop'>> {
  const folder = join(options.dataDir, 'postgres');
  const state = postmasterState(join(folder, 'data'));
  if (!isLocked(options.dataDir) || state?.status !== 'ready') return startEmbeddedPostgres(options);
  return { url: urlOf(readPassword(folder), state.port), stop: () => Promise.resolve() };
}

function urlOf(password: string, port: number): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
}

interface Started {
  process: ChildProcess;
  port: number;
  ended: Promise<void>;
}

/** Another program may take the port in between, and memory of a killed server is given back with a delay: tried again. */
async function startOnFreePort(cluster: Cluster, options: EmbeddedOptions): Promise<Started> {
  for (let attempt = 1; ; attempt++) {
    const from = openLog(cluster);
    const started = spawnPostmaster(cluster, await freePort(), options.durable ?? true);
    const reason = await untilReady(started, cluster);
    if (reason === null) return started;
    const said = readFileSync(cluster.logFile).subarray(from).toString('utf8');
    const passing =
      /shared memory block|could not create any TCP\/IP sockets|lock file "postmaster.pid" already exists/.test(said);
    if (!passing || attempt === 40)
      throw new Error(`PostgreSQL không khởi động được. PostgreSQL did not start (${reason}):\n${said.slice(-2000)}`);
    await sleep(250);
    await clearLeftovers(cluster.data, options.log);
  }
}

/** Keeps the log from growing for ever; gives the place where this start begins. */
function openLog(cluster: Cluster): number {
  if (existsSync(cluster.logFile) && statSync(cluster.logFile).size > 1_000_000) truncateSync(cluster.logFile);
  return existsSync(cluster.logFile) ? statSync(cluster.logFile).size : 0;
}

function spawnPostmaster(cluster: Cluster, port: number, durable: boolean): Started {
  const args = ['-D', cluster.data, ...postgresSettings(port, durable).flatMap((setting) => ['-c', setting])];
  const { command, args: all, options } = launch(cluster.binaries.postgres, args, cluster.owner, 'INT');
  const log = openSync(cluster.logFile, 'a', 0o600);
  chmodSync(cluster.logFile, 0o600);
  const child = spawn(command, all, {
    ...options,
    env: bareEnvironment(),
    cwd: cluster.folder,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  const ended = new Promise<void>((done) => child.once('exit', () => done()).once('error', () => done()));
  return { process: child, port, ended };
}

/** Null when it takes connections, else why it does not. After a crash it first replays its log, which may take minutes. */
async function untilReady(started: Started, cluster: Cluster): Promise<string | null> {
  const { process: child } = started;
  const until = Date.now() + 600_000;
  while (Date.now() < until) {
    if (child.pid === undefined) return 'the program could not be run';
    if (child.exitCode !== null || child.signalCode !== null) return `exit ${child.exitCode ?? child.signalCode}`;
    const state = postmasterState(cluster.data);
    if (state?.pid === child.pid && state.status === 'ready') return null;
    await sleep(15);
  }
  await endPostmaster(child.pid ?? 0, cluster.data, { info: () => undefined, warn: () => undefined });
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
