import { basename } from 'node:path';
import type { Actor } from '../../app/audit/event.ts';
import { recordEvent } from '../../app/audit/record.ts';
import type { App } from '../../app/context.ts';
import { ownerUrlOf } from '../../app/pool.ts';
import { backupFolder } from './backup-folder.ts';
import { takeOne } from './running-backup.ts';

/** Backups asked for in the console, with what ends them. */
const asked = new WeakMap<App, { ending: AbortController; done: Promise<void> }>();

/** Begins a backup for somebody who is named in the trail once it is done, or failed. */
export function askBackup(app: App, actor: Actor): void {
  const ending = new AbortController();
  const done = backUp(app, actor, ending.signal).finally(() => asked.delete(app));
  asked.set(app, { ending, done });
}

/** Waits for the backup that was asked for; `end` breaks it off, and nothing is left of it. */
export async function backupEnded(app: App, { end = false } = {}): Promise<void> {
  const job = asked.get(app);
  if (end) job?.ending.abort();
  await job?.done;
}

async function backUp(app: App, actor: Actor, signal: AbortSignal): Promise<void> {
  const folder = backupFolder(app.config.dataDir);
  const about = (id: string | null) => ({ about: { kind: 'BACKUP', id }, unitId: null }) as const;
  try {
    const made = await takeOne({ url: ownerUrlOf(app), folder, origin: 'console', signal });
    const { bytes, rows } = made;
    app.log.info({ file: basename(made.file), bytes, rows }, 'backup made');
    await recordEvent(app.db, actor, { what: 'BACKUP_MADE', ...about(basename(made.file)), after: { bytes, rows } });
  } catch (error) {
    if (signal.aborted) return;
    app.log.error({ err: error }, 'backup failed');
    await recordEvent(app.db, actor, { what: 'BACKUP_FAILED', ...about(null) }).catch(() => undefined);
  }
}
