import type { App } from '../../../app/context.ts';
import { placeSomeNews } from './place-news.ts';
import { sendSome } from './send-messages.ts';

const LOOK_EVERY_MS = 20_000;

const workers = new WeakMap<App, MessageWorker>();

/** Has this process look at once for what is to be told; one that does nothing by itself stays idle. */
export function wakeMessages(app: App): void {
  void workers.get(app)?.look();
}

/**
 * Puts news into messages and sends those that are due, portion by portion. What is due stands in rows: several servers share it, and
 * a process that ends leaves nothing behind but a lease. Does not keep the process alive.
 */
export class MessageWorker {
  private readonly app: App;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private isStopping = false;

  constructor(app: App) {
    this.app = app;
  }

  start(everyMs = LOOK_EVERY_MS): void {
    workers.set(this.app, this);
    this.timer = setInterval(() => void this.look(), everyMs).unref();
  }

  /** What goes wrong is logged, and tried again later. */
  look(): Promise<void> {
    this.looking ??= this.work()
      .catch((error: unknown) => {
        if (!this.isStopping) this.app.log.error({ err: error }, 'messages could not be sent');
      })
      .finally(() => (this.looking = null));
    return this.looking;
  }

  private async work(): Promise<void> {
    const isEnding = (): boolean => this.isStopping || (this.app.life?.isStopping ?? false);
    while (!isEnding() && (await placeSomeNews(this.app)) > 0);
    // Where nothing is set up nothing is tried: it waits until something is.
    const { smtp, webhook } = this.app.config;
    if (smtp === null && webhook === null) return;
    while (!isEnding() && (await sendSome(this.app, undefined, isEnding)) > 0);
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    if (this.timer !== null) clearInterval(this.timer);
    workers.delete(this.app);
    await this.looking;
  }
}
