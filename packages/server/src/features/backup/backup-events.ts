import { basename } from 'node:path';
import type { Actor } from '../../app/audit/event.ts';
import { recordEvent } from '../../app/audit/record.ts';
import type { App } from '../../app/context.ts';
import type { BackupMade } from './take-backup.ts';

/** Records how a backup ended: the one that was made, or null where none was. Never fails. */
export type RecordBackup = (made: BackupMade | null) => Promise<void>;

/** Records for somebody in the trail; a trail that cannot be written to is logged, and the backup is what it is all the same. */
export function backupRecorder({ db, log }: Pick<App, 'db' | 'log'>, actor: Actor): RecordBackup {
  return async (made) => {
    const about = { kind: 'BACKUP', id: made && basename(made.file) } as const;
    const what = made
      ? ({ what: 'BACKUP_MADE', after: { bytes: made.bytes, rows: made.rows } } as const)
      : ({ what: 'BACKUP_FAILED' } as const);
    try {
      await recordEvent(db, actor, { ...what, about, unitId: null });
    } catch (error) {
      log.error({ err: error, what: what.what }, 'the end of a backup could not be recorded in the audit trail');
    }
  };
}
