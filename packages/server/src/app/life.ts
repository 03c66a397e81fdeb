import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long the end of the process may take what is under way. */
export interface DrainTimes {
  /** So long (ms) may requests go on to their own end. */
  finishMs: number;
  /** So long (ms) those have to answer that were told to break off. */
  breakOffMs: number;
}

/** Together well under the ten seconds in which a process that was told to end has ended: PostgreSQL needs some of them for its own. */
export const DRAIN_TIMES: DrainTimes = { finishMs: 4_000, breakOffMs: 1_500 };

/** What is under way in this process, and its end: new requests are refused, running ones finish or are broken off. */
export class Life {
  private readonly ending = new AbortController();
  private readonly underWay = new Set<symbol>();
  private isOver = false;

  constructor() {
    // Every request that is under way listens.
    setMaxListeners(0, this.ending.signal);
  }

  /** Told to end: nothing new is begun. */
  get isStopping(): boolean {
    return this.isOver;
  }

  /** Comes when what is still under way is to be broken off, with nothing stored and an answer that says so. */
  get signal(): AbortSignal {
    return this.ending.signal;
  }

  /** Something begins; gives what ends it. */
  begin(): () => void {
    const one = Symbol('request');
    this.underWay.add(one);
    return () => void this.underWay.delete(one);
  }

  /** Refuses what is new from now on, lets finish what runs, breaks off what takes too long. */
  async drain({ finishMs, breakOffMs }: DrainTimes): Promise<void> {
    this.isOver = true;
    if (await this.isQuietWithin(finishMs)) return;
    this.ending.abort(new Error('The process ends.'));
    await this.isQuietWithin(breakOffMs);
  }

  private async isQuietWithin(ms: number): Promise<boolean> {
    const until = Date.now() + ms;
    while (this.underWay.size > 0) {
      if (Date.now() > until) return false;
      await sleep(10);
    }
    return true;
  }
}
