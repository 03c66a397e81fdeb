import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch } from './embedded-binaries.ts';
import { bareEnvironment, type Cluster, type EmbeddedLog } from './embedded-cluster.ts';
import { postgresSettings } from './embedded-settings.ts';
import { clearLeftovers, endPostmaster, postmasterState } from './postmaster.ts';

/** How a PostgreSQL is started. */
export interface StartOptions {
  log: EmbeddedLog;
  durable?: boolean;
}

/** A postmaster that was started, ready or not. */
export interface Started {
  process: ChildProcess;
  port: number;
  ended: Promise<void>;
  /** What it has written into the log since. */
  said: () => string;
}

/** Another program may take the port in between, and memory of a killed server is given back with a delay: tried again. */
export async function startOnFreePort(cluster: Cluster, options: StartOptions): Promise<Started> {
  for (let attempt = 1; ; attempt++) {
    const started = spawnPostmaster(cluster, await freePort(), options.durable ?? true);
    const reason = await untilReady(started, cluster);
    if (reason === null) return started;
    const said = started.said();
    const passing =
      /shared memory block|could not create any TCP\/IP sockets|lock file "postmaster.pid" already exists/.test(said);
    if (!passing || attempt === 40)
      throw new Error(`PostgreSQL không khởi động được. PostgreSQL did not start (${reason}):\n${said.slice(-2000)}`);
    await sleep(250);
    await clearLeftovers(cluster.data, options.log);
  }
}

const LONGEST_LOG_BYTES = 1_000_000;

/** Empties a log that has grown long, also one that is being written; looked at when PostgreSQL starts and once a day. */
export function keepLogShort({ logFile }: Pick<Cluster, 'logFile'>): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LONGEST_LOG_BYTES) truncateSync(logFile);
}

/** Gives the place where this start begins. */
function openLog(cluster: Cluster): number {
  keepLogShort(cluster);
  return existsSync(cluster.logFile) ? statSync(cluster.logFile).size : 0;
}

/** What stands from a place on; all of it where the log was emptied since. */
function logFrom(logFile: string, from: number): string {
  const all = readFileSync(logFile);
  return all.subarray(all.length < from ? 0 : from).toString('utf8');
}

/** Runs it on this port, with further settings that go before our own; it is not ready yet. */
export function spawnPostmaster(
  cluster: Cluster,
  port: number,
  durable: boolean,
  further: readonly string[] = [],
): Started {
  const settings = [...postgresSettings(port, durable), ...further];
  const args = ['-D', cluster.data, ...settings.flatMap((setting) => ['-c', setting])];
  const { command, args: all, options } = launch(cluster.binaries.postgres, args, cluster.owner, 'INT');
  const from = openLog(cluster);
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
  const said = () => logFrom(cluster.logFile, from);
  return { process: child, port, ended, said };
}

/** Null when it takes connections, else why it does not. After a crash it first replays its log, which may take minutes. */
export async function untilReady(started: Started, cluster: Cluster): Promise<string | null> {
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
