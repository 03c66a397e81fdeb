import type { App } from '../../../app/context.ts';
import type { MessageChannel } from './outbox.queries.ts';
import { placeSomeNews } from './place-news.ts';
import { CHANNELS, sendSome } from './send-messages.ts';

const LOOK_EVERY_MS = 20_000;

const workers = new WeakMap<App, MessageWorker>();

/** Has this process look at once for what is to be told; one that does nothing by itself stays idle. */
export function wakeMessages(app: App): void {
  void workers.get(app)?.look();
}

/**
 * Puts news into messages and sends those that are due. Each channel goes its own way: one that hangs keeps neither another one nor what
 * is to be placed from its turn. What is due stands in rows: several servers share it, and a process that ends leaves nothing behind but
 * a lease. Does not keep the process alive.
 */
export class MessageWorker {
  private readonly app: App;
  private timer: NodeJS.Timeout | null = null;
  private readonly lanes = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(app: App) {
    this.app = app;
  }

  start(everyMs = LOOK_EVERY_MS): void {
    workers.set(this.app, this);
    this.timer = setInterval(() => void this.look(), everyMs).unref();
  }

  /** Until all that is due now was tried. What goes wrong is logged, and tried again later. */
  async look(): Promise<void> {
    await this.lane('NEWS', () => this.place());
    await Promise.all(this.channels().map((channel) => this.lane(channel, () => this.send(channel))));
  }

  /** Where nothing is set up nothing is tried: it waits until something is. */
  private channels(): MessageChannel[] {
    const { smtp, webhook } = this.app.config;
    return CHANNELS.filter((channel) => (channel === 'EMAIL' ? smtp : webhook) !== null);
  }

  /** Does something unless it is being done. */
  private lane(name: string, work: () => Promise<void>): Promise<void> {
    const running = this.lanes.get(name);
    if (running) return running;
    const begun = work()
      .catch((error: unknown) => {
        if (!this.isEnding()) this.app.log.error({ err: error }, 'messages could not be sent');
      })
      .finally(() => this.lanes.delete(name));
    this.lanes.set(name, begun);
    return begun;
  }

  private isEnding(): boolean {
    return this.stopping.signal.aborted || (this.app.life?.isStopping ?? false);
  }

  private async place(): Promise<void> {
    while (!this.isEnding() && (await placeSomeNews(this.app)) > 0);
  }

  private async send(channel: MessageChannel): Promise<void> {
    const { life } = this.app;
    const ends = life ? [this.stopping.signal, life.signal] : [this.stopping.signal];
    const signal = AbortSignal.any(ends);
    while (!this.isEnding() && (await sendSome(this.app, undefined, { channels: [channel], signal })) > 0);
  }

  /** What is on its way is broken off: nobody waits for a server that says nothing. */
  async stop(): Promise<void> {
    this.stopping.abort();
    if (this.timer !== null) clearInterval(this.timer);
    workers.delete(this.app);
    await Promise.all(this.lanes.values());
  }
}
