import type { App } from '../../../app/context.ts';
import { CHECK_TIMES, type CheckTimes } from './check-address.ts';
import { checkSome } from './check-systems.ts';

const LOOK_EVERY_MS = 15_000;

const workers = new WeakMap<App, CheckWorker>();

/** Has this process look at once at systems that are due; one that does nothing by itself stays idle. */
export function wakeChecks(app: App): void {
  void workers.get(app)?.look();
}

/** Looks at connected systems when their turn has come. What is due stands in rows. Does not keep the process alive. */
export class CheckWorker {
  private readonly app: App;
  private readonly times: CheckTimes;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private readonly stopping = new AbortController();

  constructor(app: App, times: CheckTimes = CHECK_TIMES) {
    this.app = app;
    this.times = times;
  }

  start(everyMs = LOOK_EVERY_MS): void {
    workers.set(this.app, this);
    this.timer = setInterval(() => void this.look(), everyMs).unref();
  }

  /** Until all that is due now was looked at. What goes wrong is logged, and tried again later. */
  look(): Promise<void> {
    this.looking ??= this.all()
      .catch((error: unknown) => {
        if (!this.isEnding()) this.app.log.error({ err: error }, 'connected systems could not be looked at');
      })
      .finally(() => (this.looking = null));
    return this.looking;
  }

  private async all(): Promise<void> {
    const { life } = this.app;
    const signal = AbortSignal.any(life ? [this.stopping.signal, life.signal] : [this.stopping.signal]);
    while (!this.isEnding() && (await checkSome(this.app, this.times, signal)) > 0);
  }

  private isEnding(): boolean {
    return this.stopping.signal.aborted || (this.app.life?.isStopping ?? false);
  }

  /** What is on its way is broken off, and left for who comes next. */
  async stop(): Promise<void> {
    this.stopping.abort();
    if (this.timer !== null) clearInterval(this.timer);
    workers.delete(this.app);
    await this.looking;
  }
}
