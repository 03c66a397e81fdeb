import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isPostgresIn, processIdentity } from './process-identity.ts';

interface Log {
  info(text: string): void;
  warn(text: string): void;
}

/** What PostgreSQL writes about itself into its data folder; `status` is "ready" once it takes connections. */
export interface PostmasterState {
  pid: number;
  port: number;
  status: string;
}

/** Null when there is no (readable) postmaster.pid. Says nothing about whether that process still runs. */
export function postmasterState(data: string): PostmasterState | null {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() } : null;
  } catch {
    return null;
  }
}

/**
 * Makes sure that no PostgreSQL works on this folder any more: an orphan of a killed server is shut down, processes that
 * outlived their postmaster are ended, a pid file whose number belongs to another program by now is removed (one that
 * names nobody stays: PostgreSQL checks by it that no memory is still in use). Only the holder of the folder's lock may
 * call this.
 */
export async function clearLeftovers(data: string, log: Log): Promise<void> {
  const left = postmasterState(data);
  if (left !== null && isPostgresIn(left.pid, data)) {
    log.warn(`PostgreSQL của lần chạy trước còn sống, đang dừng. Ending the orphaned PostgreSQL ${left.pid}.`);
    await endPostmaster(left.pid, data, log);
  } else if (left !== null && processIdentity(left.pid) !== null) {
    rmSync(join(data, 'postmaster.pid'), { force: true });
  }
  await endStragglers(data);
}

/** A fast shutdown; if it takes too long an immediate one (the next start then replays the log), at last a kill. */
export async function endPostmaster(pid: number, data: string, log: Log): Promise<void> {
  const identity = processIdentity(pid);
  if (identity === null) return;
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 6_000],
    ['SIGQUIT', 2_000],
    ['SIGKILL', 1_000],
  ];
  for (const [signal, patience] of steps) {
    if (signal !== 'SIGINT') log.warn(`PostgreSQL chưa dừng. PostgreSQL has not stopped yet: ${signal}.`);
    send(pid, signal);
    if (await gone(() => processIdentity(pid) !== identity, patience)) return;
  }
  await endStragglers(data);
}

/** Backends in the middle of a long statement do not notice at once that their postmaster is gone. */
async function endStragglers(data: string): Promise<void> {
  const signals: NodeJS.Signals[] = ['SIGQUIT', 'SIGKILL'];
  for (const signal of signals) {
    const left = postgresProcesses(data);
    if (left.length === 0) return;
    for (const pid of left) send(pid, signal);
    await gone(() => postgresProcesses(data).length === 0, 2_000);
  }
}

/** Every PostgreSQL process works in its data folder; elsewhere than on Linux that cannot be seen from outside. */
function postgresProcesses(data: string): number[] {
  if (platform() !== 'linux') return [];
  const pids = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid);
  return pids.filter((pid) => isPostgresIn(pid, data));
}

async function gone(isGone: () => boolean, patience: number): Promise<boolean> {
  const until = Date.now() + patience;
  while (!isGone()) {
    if (Date.now() > until) return false;
    await sleep(10);
  }
  return true;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
