import type { App } from '../../../app/context.ts';
import { tellMatters } from './telling.service.ts';

/** Deadlines come by the day, and what changes wakes it: this is for what was missed. */
const LOOK_EVERY_MS = 5 * 60_000;

const workers = new WeakMap<App, MatterWorker>();

/** Has units told at once what is new; a process that does nothing by itself stays idle. */
export function wakeMatters(app: App): void {
  void workers.get(app)?.look();
}

/** Has units told what holds of guidance and tasks: what is new, and deadlines that near or have passed. Does not keep the process alive. */
export class MatterWorker {
  private readonly app: App;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<unknown> = Promise.resolve();

  constructor(app: App) {
    this.app = app;
  }

  start(everyMs = LOOK_EVERY_MS): void {
    workers.set(this.app, this);
    this.timer = setInterval(() => void this.look(), everyMs).unref();
  }

  /** What goes wrong is logged, and tried again later. */
  look(): Promise<unknown> {
    this.looking = this.looking
      .then(() => (this.app.life?.isStopping ? 0 : tellMatters(this.app)))
      .catch((error: unknown) => this.app.log.error({ err: error }, 'units could not be told of guidance and tasks'));
    return this.looking;
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    workers.delete(this.app);
    await this.looking;
  }
}
