import { rmSync } from 'node:fs';
import type { Room } from '../../app/room.ts';
import { isAway } from '../../app/unavailable.ts';
import { backupFacts } from './backup-facts.ts';
import type { RecordBackup } from './backup-events.ts';
import { keptBackups, newestBackup } from './backup-folder.ts';
import { runningBackup, takeOne } from './running-backup.ts';
import type { BackupMade } from './take-backup.ts';

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
  /** The disk of the embedded PostgreSQL, where the folder lies on it. */
  room?: Room | undefined;
  log: Log;
  record: RecordBackup;
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

  /** Makes a backup if one is due and none is being made. Never fails: what goes wrong is logged, and tried again after an hour, or at the next look where only the database was away. */
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
    const { url, folder, room } = this.options;
    if (!this.isDue() || runningBackup(folder) !== null) return;
    const { signal } = this.ending;
    try {
      await this.isMade(await takeOne({ url, folder, origin: 'schedule', room, signal }));
    } catch (error) {
      if (!signal.aborted) await this.hasFailed(error);
    }
  }

  /** Old ones go last: whatever is wrong with them, this one is there. */
  private async isMade(made: BackupMade): Promise<void> {
    const { log, record } = this.options;
    this.failedAt = null;
    log.info({ file: made.file, bytes: made.bytes, rows: made.rows }, 'backup made');
    await record(made);
    try {
      for (const file of await this.removeOld()) log.info({ file }, 'old backup removed');
    } catch (error) {
      log.error({ err: error }, 'old backups could not be removed');
    }
  }

  /** A database that is away comes back soon: the next look tries again. A full disk stays full, and each try would fill it. */
  private async hasFailed(error: unknown): Promise<void> {
    const { log, record } = this.options;
    this.failedAt = isAway(error) ? null : this.options.now();
    log.error({ err: error }, `backup failed, next try in ${this.failedAt ? 'an hour' : 'some minutes'}`);
    await record(null);
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
      const facts = await backupFacts(file);
      if (facts?.origin === 'schedule') files.push(file);
    }
    const old = files.slice(this.options.keep);
    for (const file of old) rmSync(file, { force: true });
    return old;
  }
}
