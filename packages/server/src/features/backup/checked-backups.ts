import { basename } from 'node:path';
import type { Actor } from '../../app/audit/event.ts';
import { recordEvent } from '../../app/audit/record.ts';
import type { App } from '../../app/context.ts';
import type { BackupCheck } from '../../app/enums.ts';
import { FileMemory, fileState } from './known-files.ts';
import { checkWhole } from './read-backup.ts';

/** The checks of a running server: one file after the other, each read at the pace of the disk. */
class Checks {
  readonly found = new FileMemory<BackupCheck>(500);
  readonly ending = new AbortController();
  done: Promise<void> = Promise.resolve();
}

const kept = new WeakMap<App, Checks>();

function checksOf(app: App): Checks {
  const known = kept.get(app) ?? new Checks();
  kept.set(app, known);
  return known;
}

/** What came out of the check of a file as it is now, by its key; null where it was not checked since the start. */
export function foundBy(app: App, key: string): BackupCheck | null {
  return kept.get(app)?.found.get(key) ?? null;
}

/**
 * Begins to read a backup from its first byte to its last, unless that is done already. What comes out is kept as long as the
 * process lives and the file is what it was, and is an event of the trail.
 */
export function beginCheck(app: App, actor: Actor, file: string): void {
  const checks = checksOf(app);
  const key = fileState(file)?.key;
  if (key === undefined || checks.found.get(key) === 'CHECKING') return;
  checks.found.set(key, 'CHECKING');
  checks.done = checks.done.then(() => check(app, actor, { file, key, checks }));
}

/** Waits for the checks that were asked for; `end` breaks them off. */
export async function checksEnded(app: App, { end = false } = {}): Promise<void> {
  const checks = kept.get(app);
  if (end) checks?.ending.abort();
  await checks?.done;
}

async function check(
  app: App,
  actor: Actor,
  { file, key, checks }: { file: string; key: string; checks: Checks },
): Promise<void> {
  const { signal } = checks.ending;
  const result = await checkWhole(file, signal).then(
    () => 'WHOLE' as const,
    () => 'DAMAGED' as const,
  );
  if (signal.aborted) {
    checks.found.delete(key);
    return;
  }
  checks.found.set(key, result);
  const about = { kind: 'BACKUP', id: basename(file) } as const;
  if (result === 'DAMAGED') app.log.error({ file: about.id }, 'a backup is damaged');
  try {
    await recordEvent(app.db, actor, { what: 'BACKUP_CHECKED', about, unitId: null, after: { result } });
  } catch (error) {
    app.log.error({ err: error }, 'the check of a backup could not be recorded in the audit trail');
  }
}
