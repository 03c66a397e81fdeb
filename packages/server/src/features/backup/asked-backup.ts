import { basename } from 'node:path';
import type { Actor } from '../../app/audit/event.ts';
import type { App } from '../../app/context.ts';
import { ownerUrlOf } from '../../app/pool.ts';
import { backupRecorder } from './backup-events.ts';
import { backupFolder } from './backup-folder.ts';
import { takeOne } from './running-backup.ts';
import type { BackupMade } from './take-backup.ts';

interface Job {
  ending: AbortController;
  done: Promise<void>;
}

/** Backups asked for in the console that are being made or recorded: the next may begin while the last is still recorded. */
const asked = new WeakMap<App, Set<Job>>();

/** Begins a backup for somebody who is named in the trail once it is done, or failed. */
export function askBackup(app: App, actor: Actor): void {
  const jobs = asked.get(app) ?? new Set();
  asked.set(app, jobs);
  const job: Job = { ending: new AbortController(), done: Promise.resolve() };
  jobs.add(job);
  job.done = backUp(app, actor, job.ending.signal).finally(() => jobs.delete(job));
}

/** Waits for the backups that were asked for; `end` breaks them off, and nothing is left of what was not whole yet. */
export async function backupEnded(app: App, { end = false } = {}): Promise<void> {
  const jobs = [...(asked.get(app) ?? [])];
  if (end) for (const { ending } of jobs) ending.abort();
  await Promise.all(jobs.map(({ done }) => done));
}

async function backUp(app: App, actor: Actor, signal: AbortSignal): Promise<void> {
  const record = backupRecorder(app, actor);
  let made: BackupMade;
  try {
    const folder = backupFolder(app.config.dataDir);
    made = await takeOne({ url: ownerUrlOf(app), folder, origin: 'console', room: app.room, signal });
  } catch (error) {
    if (signal.aborted) return;
    app.log.error({ err: error }, 'backup failed');
    return record(null);
  }
  app.log.info({ file: basename(made.file), bytes: made.bytes, rows: made.rows }, 'backup made');
  return record(made);
}
