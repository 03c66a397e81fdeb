/** So many facts are kept at most: the days of trees and the indicators of targets that are asked for. */
const MOST = 200;

/**
 * Facts of the last stand of the data that anybody asked at (app/moments.ts). Whatever is written makes another stand, by whichever
 * process, so nothing here is ever told that something changed. What is being asked is not shared: who asks may be broken off.
 */
export class KeptFacts {
  private stand = '';
  private facts = new Map<string, unknown>();

  /** The fact as it is at this stand: the kept one, else what `ask` gives, which is kept. */
  async get<T>(stand: string, key: string, ask: () => Promise<T>): Promise<T> {
    this.turnTo(stand);
    if (this.facts.has(key)) return this.facts.get(key) as T;
    const fact = await ask();
    if (this.stand === stand && this.facts.size < MOST) this.facts.set(key, fact);
    return fact;
  }

  private turnTo(stand: string): void {
    if (stand === this.stand) return;
    this.stand = stand;
    this.facts = new Map();
  }
}
