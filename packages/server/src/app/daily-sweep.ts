import type { App } from './context.ts';

const DAY_MS = 86_400_000;

/** Takes away once a day what nobody needs any more. */
export abstract class DailySweep {
  protected readonly app: App;
  private timer: NodeJS.Timeout | null = null;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(app: App) {
    this.app = app;
  }

  /** What is taken away, for the log. */
  protected abstract readonly what: string;

  /** Takes it away; how much there was. */
  protected abstract remove(): Promise<number>;

  /** Now and from now on; does not keep the process alive. */
  start(everyMs = DAY_MS): void {
    void this.sweep();
    this.timer = setInterval(() => void this.sweep(), everyMs).unref();
  }

  /** What goes wrong is logged. */
  sweep(): Promise<void> {
    this.sweeping = this.sweeping.then(async () => {
      try {
        const count = await this.remove();
        if (count > 0) this.app.log.info({ count }, `${this.what} removed`);
      } catch (error) {
        this.app.log.error({ err: error }, `${this.what} could not be removed`);
      }
    });
    return this.sweeping;
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.sweeping;
  }
}
