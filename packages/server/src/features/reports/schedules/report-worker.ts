import type { App } from '../../../app/context.ts';
import { keepOlder } from '../older-reports.ts';
import { drawNextDue, noteWhatIsDue } from './draw-due.ts';

const LOOK_EVERY_MS = 60_000;

const workers = new WeakMap<App, ReportWorker>();

/** Has this process look at once for what is due; one that does nothing by itself stays idle. */
export function wakeReports(app: App): void {
  void workers.get(app)?.look();
}

/**
 * Draws up reports by their schedules. What is due stands in rows: several servers share it, and a process that ends leaves nothing behind but
 * a lease. Does not keep the process alive.
 */
export class ReportWorker {
  private readonly app: App;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();

  constructor(app: App) {
    this.app = app;
  }

  start(everyMs = LOOK_EVERY_MS): void {
    workers.set(this.app, this);
    this.timer = setInterval(() => void this.look(), everyMs).unref();
  }

  /** Until all that is due was tried. What goes wrong is logged, and tried again later. */
  look(): Promise<void> {
    this.looking = this.looking
      .then(() => this.work())
      .catch((error: unknown) => this.app.log.error({ err: error }, 'reports that are due could not be looked at'));
    return this.looking;
  }

  private async work(): Promise<void> {
    await keepOlder(this.app);
    await noteWhatIsDue(this.app);
    while (!(this.app.life?.isStopping ?? false) && (await drawNextDue(this.app)));
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    workers.delete(this.app);
    await this.looking;
  }
}
