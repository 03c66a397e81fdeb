import { rmSync } from 'node:fs';
import { unavailableFor } from '../../app/unavailable.ts';
import { keptBackups, newestBackup } from './backup-folder.ts';
import { readHead } from './read-backup.ts';
import { runningBackup, takeOne } from './running-backup.ts';

interface Log {
  info(facts: object, text: string): void;
  error(facts: object, text: string): void;
}

export interface ScheduleOptions {
  url: string;
  folder: string;
  /** So long after the newest backup, whoever made it, the next is due; 0: never. */
  everyHours: number;
  /** So many of those that a schedule made stay, the newest. */
  keep: number;
  log: Log;
  now(): Date;
}

const HOUR_MS = 3_600_000;
const LOOK_EVERY_MS = 300_000;

/** Backups that a running server makes by itself. */
export class BackupSchedule {
  private readonly options: ScheduleOptions;
  private readonly ending = new AbortController();
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private failedAt: Date | null = null;

  constructor(options: ScheduleOptions) {
    this.options = options;
  }

  /** From now on looks every few minutes whether a backup is due; does not keep the process alive. */
  start(lookEveryMs = LOOK_EVERY_MS): void {
    if (this.options.everyHours === 0) return;
    this.timer = setInterval(() => void this.look(), lookEveryMs).unref();
  }

  /** Makes a backup if one is due and none is being made. Never fails: what goes wrong is logged, and tried again after an hour, or at the next look where only the database was away or the disk full. */
  look(): Promise<void> {
    this.running ??= this.makeIfDue().finally(() => (this.running = null));
    return this.running;
  }

  /** Ends the one that is being made; nothing is left of it. */
  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.ending.abort();
    await this.running;
  }

  private async makeIfDue(): Promise<void> {
    const { url, folder, log } = this.options;
    if (!this.isDue() || runningBackup(folder) !== null) return;
    try {
      const made = await takeOne({ url, folder, origin: 'schedule', signal: this.ending.signal });
      this.failedAt = null;
      log.info({ file: made.file, bytes: made.bytes, rows: made.rows }, 'backup made');
      for (const file of await this.removeOld()) log.info({ file }, 'old backup removed');
    } catch (error) {
      if (this.ending.signal.aborted) return;
      // What passes by itself is not waited for so long: the next look tries again.
      this.failedAt = unavailableFor(error) ? null : this.options.now();
      log.error({ err: error }, `backup failed, next try in ${this.failedAt ? 'an hour' : 'some minutes'}`);
    }
  }

  private isDue(): boolean {
    const now = this.options.now().getTime();
    if (this.ending.signal.aborted || this.options.everyHours === 0) return false;
    if (this.failedAt !== null && now - this.failedAt.getTime() < HOUR_MS) return false;
    const newest = newestBackup(this.options.folder, now);
    return newest === null || now - newest.getTime() >= this.options.everyHours * HOUR_MS;
  }

  /** Removes what schedules made beyond the newest ones; what people made stays theirs. */
  private async removeOld(): Promise<string[]> {
    const files: string[] = [];
    for (const { file } of keptBackups(this.options.folder)) {
      const head = await readHead(file).catch(() => null);
      if (head?.origin === 'schedule') files.push(file);
    }
    const old = files.slice(this.options.keep);
    for (const file of old) rmSync(file, { force: true });
    return old;
  }
}
