import { unavailable } from './unavailable.ts';

/** How long somebody waits to be let through. */
export interface Patience {
  mostMs?: number;
  signal?: AbortSignal | undefined;
}

/** Lets so many pass at a time; the others wait in the order in which they came. */
export class Turnstile {
  private free: number;
  private readonly waiting = new Set<() => void>();

  constructor(places: number) {
    this.free = places;
  }

  /** Whether anybody waits to be let through. */
  get isWaitedFor(): boolean {
    return this.waiting.size > 0;
  }

  async pass<T>(use: () => Promise<T>, patience: Patience = {}): Promise<T> {
    const leave = await this.enter(patience);
    try {
      return await use();
    } finally {
      leave();
    }
  }

  /**
   * Waits for a place and gives what gives it back (once, however often it is called). Who has waited too long is refused as
   * UNAVAILABLE, who is told by the signal to stop with the signal's reason.
   */
  async enter({ mostMs, signal }: Patience = {}): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.free > 0) this.free -= 1;
    else await this.wait(mostMs, signal);
    let isIn = true;
    return () => {
      if (isIn) this.letNext();
      isIn = false;
    };
  }

  private wait(mostMs: number | undefined, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      const settle = (how: () => void) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        this.waiting.delete(go);
        how();
      };
      const go = () => settle(resolve);
      const refuse = (why: unknown) => settle(() => reject(why instanceof Error ? why : new Error(String(why))));
      const onAbort = () => refuse(signal?.reason);
      this.waiting.add(go);
      signal?.addEventListener('abort', onAbort, { once: true });
      if (mostMs !== undefined) timer = setTimeout(() => refuse(unavailable('server.busy')), mostMs);
    });
  }

  private letNext(): void {
    const [next] = this.waiting;
    if (next) next();
    else this.free += 1;
  }
}

/** Lets pass whom another turnstile lets pass, but of one account only so many; its others wait in a line of their own. */
export class AccountTurnstile {
  private readonly all: Turnstile;
  private readonly mostOfOne: number;
  private readonly lines = new Map<number, Turnstile>();

  constructor(all: Turnstile, mostOfOne: number) {
    this.all = all;
    this.mostOfOne = mostOfOne;
  }

  /** As `Turnstile.enter`; in each of the two lines somebody waits as long as patience has it. */
  async enter(accountId: number, patience: Patience = {}): Promise<() => void> {
    const own = this.lines.get(accountId) ?? new Turnstile(this.mostOfOne);
    this.lines.set(accountId, own);
    const leaveOwn = await own.enter(patience);
    try {
      const leave = await this.all.enter(patience);
      return () => {
        leave();
        leaveOwn();
      };
    } catch (error) {
      leaveOwn();
      throw error;
    }
  }
}
