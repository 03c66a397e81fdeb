import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { readStamp, writeStamp } from '@chi-tieu/shared/domain/vietnamTime';
import { syncFolder } from '../../app/sync-folder.ts';

/** Where the backups of a data folder lie. */
export function backupFolder(dataDir: string): string {
  return join(dataDir, 'backups');
}

export interface KeptBackup {
  file: string;
  /** The moment of its snapshot, to the second; the next free second where two were taken in one. */
  takenAt: Date;
}

/** The whole backups of a folder, the newest first; none where there is no folder. What is being written is not among them. */
export function keptBackups(folder: string): KeptBackup[] {
  const kept = namesIn(folder).flatMap((name) => {
    const [, day, time] = /^chi-tieu-(\d{8})-(\d{6})\.ctb$/.exec(name) ?? [];
    const takenAt = day !== undefined && time !== undefined ? readStamp(day + time) : null;
    return takenAt === null ? [] : [{ file: join(folder, name), takenAt }];
  });
  return kept.sort((a, b) => b.takenAt.getTime() - a.takenAt.getTime());
}

const HOUR_MS = 3_600_000;

/** The moment of the newest whole backup; one that says it is of the future, made while the clock was wrong, does not count. */
export function newestBackup(folder: string, now: number): Date | null {
  return keptBackups(folder).find(({ takenAt }) => takenAt.getTime() <= now + HOUR_MS)?.takenAt ?? null;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A backup being written: under a name that is no backup's until it is whole and on the disk. */
export interface Draft {
  handle: FileHandle;
  /** Forces it to the disk and gives it its name; gives the file. */
  finish(takenAt: Date): Promise<string>;
  /** Removes it, unless it is finished. */
  discard(): Promise<void>;
}

/**
 * Begins a backup, readable by its owner only, and removes what ended processes left half-written. Made by root, folder and file
 * belong to whom the data folder belongs: the service would not come into a folder of root's, and its own backups would end.
 */
export async function beginDraft(folder: string): Promise<Draft> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, gid } = statSync(dirname(folder));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, uid, gid);
  removeStaleDrafts(folder);
  const path = join(folder, `chi-tieu.${process.pid}-${randomBytes(4).toString('hex')}${DRAFT}`);
  const handle = await open(path, 'wx', 0o600);
  if (isRoot) await handle.chown(uid, gid);
  return {
    handle,
    finish: async (takenAt) => {
      await handle.sync();
      await handle.close();
      const file = nameIt(path, folder, takenAt);
      await syncFolder(folder);
      return file;
    },
    discard: async () => {
      await handle.close().catch(() => undefined);
      rmSync(path, { force: true });
    },
  };
}

const DRAFT = '.part';
/** Who writes one writes all the time: what was not touched for so long is nobody's any more. */
const STALE_AFTER_MS = 3_600_000;

function removeStaleDrafts(folder: string): void {
  for (const name of namesIn(folder).filter((found) => found.endsWith(DRAFT))) {
    const path = join(folder, name);
    const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - touched > STALE_AFTER_MS) rmSync(path, { force: true });
  }
}

/** Another backup of the same second keeps its name; not linked, a folder on another machine may not know links. */
function nameIt(path: string, folder: string, takenAt: Date): string {
  for (let at = takenAt; ; at = new Date(at.getTime() + 1_000)) {
    const stamp = writeStamp(at);
    const file = join(folder, `chi-tieu-${stamp.slice(0, 8)}-${stamp.slice(8)}.ctb`);
    if (existsSync(file)) continue;
    renameSync(path, file);
    return file;
  }
}
