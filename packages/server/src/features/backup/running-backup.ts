import type { Origin } from './backup-format.ts';
import { takeBackup, type BackupMade, type BackupOptions } from './take-backup.ts';

/** A backup that this process is making. */
export interface RunningBackup {
  origin: Origin;
  startedAt: Date;
  /** So many tables are written, of so many; 0 of 0 until it is known. */
  done: number;
  of: number;
}

const running = new Map<string, RunningBackup>();

/** What this process is writing into a folder; null for nothing. */
export function runningBackup(folder: string): RunningBackup | null {
  return running.get(folder) ?? null;
}

/** Makes a backup of which `runningBackup` tells how far it is. Throws where this process is making one there already. */
export async function takeOne(options: Omit<BackupOptions, 'progress'>): Promise<BackupMade> {
  const { folder, origin } = options;
  if (running.has(folder)) throw new Error('A backup is being made into this folder.');
  const state: RunningBackup = { origin, startedAt: new Date(), done: 0, of: 0 };
  running.set(folder, state);
  try {
    return await takeBackup({ ...options, progress: (_table, at) => void Object.assign(state, at) });
  } finally {
    running.delete(folder);
  }
}
