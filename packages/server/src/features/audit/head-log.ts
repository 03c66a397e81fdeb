import type { DataSource } from 'typeorm';
import { withClient } from '../../app/database.ts';
import { storedHead } from './audit.queries.ts';

interface Log {
  info(facts: object, text: string): void;
  error(facts: object, text: string): void;
}

const DAY_MS = 86_400_000;

/**
 * Writes the head of the audit trail into the log at the start and once a day: where logs are kept elsewhere, nobody who owns
 * the database alone can cut the trail's end or rewrite it unseen.
 */
export class HeadLog {
  private readonly db: DataSource;
  private readonly log: Log;
  private timer: NodeJS.Timeout | null = null;
  private telling: Promise<void> = Promise.resolve();

  constructor(db: DataSource, log: Log) {
    this.db = db;
    this.log = log;
  }

  /** Tells it now and from now on; does not keep the process alive. */
  start(everyMs = DAY_MS): void {
    void this.tell();
    this.timer = setInterval(() => void this.tell(), everyMs).unref();
  }

  /** One line; what goes wrong is logged. */
  tell(): Promise<void> {
    this.telling = this.telling.then(async () => {
      try {
        const head = await withClient(this.db, storedHead);
        this.log.info({ head: head && `${head.seq}:${head.hash}` }, 'head of the audit trail');
      } catch (error) {
        this.log.error({ err: error }, 'the head of the audit trail cannot be read');
      }
    });
    return this.telling;
  }

  /** Tells no more; waits for the line that is being told. */
  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.telling;
  }
}
