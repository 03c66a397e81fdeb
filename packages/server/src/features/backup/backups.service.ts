import { basename } from 'node:path';
import type { App, Context } from '../../app/context.ts';
import { conflict, notFound } from '../../app/errors.ts';
import type { BackupCheck } from '../../app/enums.ts';
import { askBackup } from './asked-backup.ts';
import { backupFacts } from './backup-facts.ts';
import { backupFolder, keptBackups, newestBackup } from './backup-folder.ts';
import type { Origin } from './backup-format.ts';
import { beginCheck, foundBy } from './checked-backups.ts';
import { runningBackup, type RunningBackup } from './running-backup.ts';

/** A backup as its file tells of itself; null where the file does not begin as one. */
export interface BackupFacts {
  name: string;
  takenAt: Date;
  bytes: number;
  origin: Origin | null;
  product: string | null;
  check: BackupCheck | null;
}

export interface BackupsState {
  files: BackupFacts[];
  /** How many there are, listed or not. */
  count: number;
  running: RunningBackup | null;
  /** When the schedule makes the next one: in the past where it is late, null where there is no schedule. */
  nextAt: Date | null;
  everyHours: number;
  keep: number;
}

/** So many are listed, the newest. */
const LISTED = 100;
const HOUR_MS = 3_600_000;

export async function backupsState(app: App): Promise<BackupsState> {
  const { everyHours, keep, folder } = scheduleOf(app);
  const kept = keptBackups(folder);
  const files: BackupFacts[] = [];
  for (const { file, takenAt } of kept.slice(0, LISTED)) {
    const facts = await backupFacts(file);
    if (facts === null) continue;
    const { key, ...told } = facts;
    files.push({ name: basename(file), takenAt, ...told, check: foundBy(app, key) });
  }
  const running = runningBackup(folder);
  return { files, count: kept.length, running, nextAt: nextBackup(app), everyHours, keep };
}

/** When the schedule makes the next backup; null where it makes none. */
export function nextBackup(app: App): Date | null {
  const { everyHours, folder } = scheduleOf(app);
  if (everyHours === 0) return null;
  const now = app.now();
  const newest = newestBackup(folder, now.getTime());
  return newest === null ? now : new Date(newest.getTime() + everyHours * HOUR_MS);
}

/** The moment of the newest whole backup. */
export function lastBackup(app: App): Date | null {
  return newestBackup(backupFolder(app.config.dataDir), app.now().getTime());
}

function scheduleOf({ config }: App): { everyHours: number; keep: number; folder: string } {
  return { everyHours: config.backupEveryHours, keep: config.backupKeep, folder: backupFolder(config.dataDir) };
}

/** Begins a backup; CONFLICT while one is being made, UNAVAILABLE while the disk is nearly full. The answer does not wait for its end, which is an event of the trail. */
export async function beginBackup({ app, actor }: Context): Promise<BackupsState> {
  await app.room?.requireForBackup();
  if (runningBackup(backupFolder(app.config.dataDir)) !== null) throw conflict('backup.running');
  askBackup(app, actor);
  return backupsState(app);
}

/** Begins to compare a backup with its seal; the answer does not wait for what comes out. NOT_FOUND for whatever is not the name of one in the folder. */
export async function checkBackup({ app, actor }: Context, name: string): Promise<BackupsState> {
  const found = keptBackups(backupFolder(app.config.dataDir)).find(({ file }) => basename(file) === name);
  if (!found) throw notFound('backup.unknown');
  beginCheck(app, actor, found.file);
  return backupsState(app);
}
