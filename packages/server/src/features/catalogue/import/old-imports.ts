import type { App } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { deleteOldImports } from './imports.queries.ts';
import { KEPT_DAYS } from './open-import.service.ts';

const DAY_MS = 86_400_000;

/** Takes away once a day the imports that nobody has touched for a month; what they brought into the catalogue stays. */
export class OldImports {
  private readonly app: App;
  private timer: NodeJS.Timeout | null = null;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(app: App) {
    this.app = app;
  }

  /** Now and from now on; does not keep the process alive. */
  start(everyMs = DAY_MS): void {
    void this.sweep();
    this.timer = setInterval(() => void this.sweep(), everyMs).unref();
  }

  /** What goes wrong is logged. */
  sweep(): Promise<void> {
    this.sweeping = this.sweeping.then(async () => {
      try {
        const count = await withClient(this.app.db, (sql) => deleteOldImports(sql, KEPT_DAYS));
        if (count > 0) this.app.log.info({ count }, 'old imports removed');
      } catch (error) {
        this.app.log.error({ err: error }, 'old imports could not be removed');
      }
    });
    return this.sweeping;
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.sweeping;
  }
}
