import type { App } from '../../app/context.ts';
import { computeSome } from './compute-slices.service.ts';

const LOOK_EVERY_MS = 5_000;

const workers = new WeakMap<App, DefinitionWorker>();

/** Has this process look at once for what is to be computed; one that does nothing by itself stays idle. */
export function beginComputing(app: App): void {
  void workers.get(app)?.look();
}

/**
 * Computes definitions in the background, some slices at a time. What is done is stored slice by slice, so a process that starts
 * goes on where another one ended. Does not keep the process alive.
 */
export class DefinitionWorker {
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

  /** Computes all there is to compute, unless it is at it already. What goes wrong is logged, and tried again later. */
  look(): Promise<void> {
    this.looking ??= this.work()
      .catch((error: unknown) => {
        if (!this.isStopping) this.app.log.error({ err: error }, 'a definition could not be computed');
      })
      .finally(() => (this.looking = null));
    return this.looking;
  }

  private async work(): Promise<void> {
    while (!this.isStopping && !this.app.life?.isStopping && (await computeSome(this.app)));
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    if (this.timer !== null) clearInterval(this.timer);
    workers.delete(this.app);
    await this.looking;
  }
}
