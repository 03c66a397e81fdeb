/**
 * Numbers that look random and are the same for the same seed, on every machine: the 32-bit mixer of the splitmix family,
 * whole-number arithmetic only.
 */
export class DemoRandom {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** At least 0 and less than 1. */
  next(): number {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True in `share` of all cases. */
  isIn(share: number): boolean {
    return this.next() < share;
  }

  /** Around 0 and within ±1, small values more often than large ones. */
  spread(): number {
    return (this.next() + this.next() + this.next()) / 1.5 - 1;
  }
}

/** Things drawn in proportion to their weights; things without weight are never drawn. */
export class WeightedChoice<T> {
  private readonly things: T[] = [];
  private readonly bounds: number[] = [];
  private total = 0;

  constructor(weighted: Iterable<{ thing: T; weight: number }>) {
    for (const { thing, weight } of weighted) {
      if (weight <= 0) continue;
      this.total += weight;
      this.things.push(thing);
      this.bounds.push(this.total);
    }
  }

  /** Throws RangeError when there is nothing to choose from. */
  draw(random: DemoRandom): T {
    const point = random.next() * this.total;
    let low = 0;
    let high = this.bounds.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (point < (this.bounds[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    const thing = this.things[low];
    if (thing === undefined) throw new RangeError('nothing to choose from');
    return thing;
  }
}
