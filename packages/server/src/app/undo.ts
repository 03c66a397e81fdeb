import type { Logger } from 'pino';

/**
 * What has to be undone at the end, in the opposite order. A step that fails is told to the log and keeps none of the others
 * from being made.
 */
export class Undo {
  private readonly steps: (() => Promise<unknown>)[] = [];
  private readonly log: Pick<Logger, 'error'>;

  constructor(log: Pick<Logger, 'error'>) {
    this.log = log;
  }

  /** Notes how something that was begun is ended. */
  add(step: () => Promise<unknown>): void {
    this.steps.push(step);
  }

  /** Ends everything, once. */
  async run(): Promise<void> {
    for (let step = this.steps.pop(); step; step = this.steps.pop())
      await step().catch((error: unknown) => this.log.error(error, 'a part could not be ended'));
  }
}
