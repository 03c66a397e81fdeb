import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { platform } from 'node:os';

/**
 * A word that names this very process for as long as the machine runs: a process id alone is given to others after its
 * owner's end. Null when no process with this id is running (one that ended and waits to be collected is not running).
 */
export function processIdentity(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (platform() === 'linux') return linuxIdentity(pid);
  if (!answers(pid)) return null;
  return platform() === 'win32' ? 'running' : askPs(pid, 'lstart=');
}

/**
 * Whether the process is a PostgreSQL that works in this folder; `folder` must be a real path. Where its working folder
 * may not be read (another user's, in a container without ptrace) its command line decides, which names only the first
 * process of a cluster, not those that serve connections.
 */
export function isPostgresIn(pid: number, folder: string): boolean {
  if (processIdentity(pid) === null) return false;
  if (platform() === 'win32') return ask('tasklist', ['/FI', `PID eq ${pid}`]).includes('postgres');
  if (platform() !== 'linux') return (askPs(pid, 'command=') ?? '').includes('postgres');
  if (readOr(() => readFileSync(`/proc/${pid}/comm`, 'utf8').trim(), '') !== 'postgres') return false;
  const works = readOr(() => readlinkSync(`/proc/${pid}/cwd`), '');
  if (works !== '') return works === folder;
  return readOr(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'), '').includes(`\0-D\0${folder}\0`);
}

function linuxIdentity(pid: number): string | null {
  const stat = readOr(() => readFileSync(`/proc/${pid}/stat`, 'utf8'), '');
  // The second field is the program's name in brackets and may hold spaces and brackets itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startedAt] = [fields[0], fields[19]];
  if (stat === '' || state === 'Z' || state === 'X' || startedAt === undefined) return null;
  return `${readOr(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(), 'boot')}/${startedAt}`;
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function askPs(pid: number, field: string): string | null {
  return ask('ps', ['-o', field, '-p', String(pid)]).trim() || null;
}

function ask(program: string, args: string[]): string {
  return readOr(() => execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }), '');
}

function readOr(read: () => string, otherwise: string): string {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
