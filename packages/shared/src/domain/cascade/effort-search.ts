import { commonDivisor, type Bundle } from './effort-bundles.ts';
import type { Progress } from './method.ts';

/** Where a search begins: the surplus (in dossiers, for one step), what each of it costs, and a total already known. */
export interface SearchFrame {
  surplus: number;
  weight: number;
  known: number;
  progress?: Progress | undefined;
}

/** How many of each bundle's steps are taken (null: nothing better than what was known); whether nothing better exists. */
export interface Search {
  taken: number[] | null;
  isProven: boolean;
}

/** How many partial answers a search may look at before it gives up. */
const LOOKS = 1_000_000;
/** After so many of them it says how far it is. */
const TOLD_AFTER = 20_000;

/**
 * The steps with the smallest Σ dearness × volume + weight × surplus that leave a surplus of 0 or more, if that is less than the
 * total known; every step moves the surplus by its volume, `weight` is above 0. Exact: bundle by bundle, those that cost
 * nothing extra first, it keeps the ways that can still become better than the best known and that no other way makes
 * useless. `isProven` is false where that became too much. Counted, not timed: the same question has the same answer.
 */
export function searchCheapest(bundles: readonly Bundle[], frame: SearchFrame): Search {
  const order = [...bundles].sort((a, b) => a.dearness - b.dearness || b.volume - a.volume);
  const scan = new Scan(order, frame);
  const isProven = scan.run();
  const best = scan.best;
  if (!best) return { taken: null, isProven };
  const taken = new Map(order.map((bundle, place) => [bundle, best[place] ?? 0]));
  return { taken: bundles.map((bundle) => taken.get(bundle) ?? 0), isProven };
}

/** A way to a surplus: what it costs extra, how many steps of the last bundle it takes, and the way before it. */
interface Way {
  surplus: number;
  cost: number;
  taken: number;
  before: Way | null;
}

/** What the bundles from a place in the order on can still do to the surplus, and how dear that is at least. */
interface Rest {
  up: number;
  down: number;
  upDearness: number;
  downDearness: number;
  divisor: number;
}

const NOTHING: Rest = { up: 0, down: 0, upDearness: Infinity, downDearness: Infinity, divisor: 0 };

class Scan {
  /** How many steps of each bundle the best answer takes, as far as it takes any; null while nothing better was found. */
  best: number[] | null = null;
  private readonly order: readonly Bundle[];
  private readonly surplus: number;
  private readonly weight: number;
  private readonly rests: readonly Rest[];
  private total: number;
  private readonly progress: Progress | undefined;
  private looks = 0;
  private told = 0;

  constructor(order: readonly Bundle[], { surplus, weight, known, progress }: SearchFrame) {
    this.order = order;
    this.surplus = surplus;
    this.weight = weight;
    this.total = known;
    this.progress = progress;
    this.rests = restsOf(order);
  }

  /** Looks at every answer that could be better; false when it had to stop before the end. */
  run(): boolean {
    let ways: Way[] = [{ surplus: this.surplus, cost: 0, taken: 0, before: null }];
    for (const [place, bundle] of this.order.entries()) {
      if (this.isHopeless(this.surplus, 0, 0)) break;
      const next = new Map<number, Way>();
      for (const way of ways) {
        this.extend(way, place, next);
        if (this.looks > this.told + TOLD_AFTER) this.tell(place);
        if (this.looks > LOOKS) return false;
      }
      ways = [...next.values()];
      if (bundle.dearness > 0) ways = this.withoutUseless(ways);
    }
    return true;
  }

  /** By what it has looked at of all it may, or by what it has gone through of the bundles: what is further. */
  private tell(place: number): void {
    this.told = this.looks;
    this.progress?.(Math.min(1, Math.max(this.looks / LOOKS, place / this.order.length)));
  }

  private extend(way: Way, place: number, next: Map<number, Way>): void {
    const { volume, dearness, direction, count } = this.order[place] as Bundle;
    for (let taken = 0; taken <= count; taken++) {
      this.looks++;
      const surplus = way.surplus + taken * volume * direction;
      const cost = way.cost + taken * volume * dearness;
      if (cost >= this.total) break;
      const known = next.get(surplus);
      if ((known && known.cost <= cost) || this.isHopeless(surplus, cost, place + 1)) continue;
      const found: Way = { surplus, cost, taken, before: way };
      next.set(surplus, found);
      const total = cost + this.weight * surplus;
      if (surplus >= 0 && total < this.total) {
        this.total = total;
        this.best = takenOn(found);
      }
    }
  }

  /** Whether, whatever the bundles from a place on do, it ends at no less than the best total known. */
  private isHopeless(surplus: number, cost: number, place: number): boolean {
    const { up, down, upDearness, downDearness, divisor } = this.rests[place] ?? NOTHING;
    if (cost + this.weight * remainder(surplus, divisor) >= this.total) return true;
    if (surplus < 0) return -surplus > up || cost - surplus * upDearness >= this.total;
    const lowered = Math.min(surplus, down);
    const least = lowered === 0 ? 0 : lowered * Math.min(this.weight, downDearness);
    return cost + least + this.weight * (surplus - lowered) >= this.total;
  }

  /** Drops every way beside which another has no smaller surplus at no higher total: that one can do all this one can. */
  private withoutUseless(ways: Way[]): Way[] {
    let least = Number.POSITIVE_INFINITY;
    return ways
      .sort((a, b) => b.surplus - a.surplus)
      .filter(({ surplus, cost }) => {
        const total = cost + this.weight * surplus;
        if (total >= least) return false;
        least = total;
        return true;
      });
  }
}

function takenOn(way: Way): number[] {
  const taken: number[] = [];
  for (let at = way; at.before; at = at.before) taken.push(at.taken);
  return taken.reverse();
}

function restsOf(order: readonly Bundle[]): Rest[] {
  const rests = [NOTHING];
  for (const { volume, direction, dearness, count } of [...order].reverse()) {
    const after = rests[rests.length - 1] ?? NOTHING;
    const divisor = commonDivisor(after.divisor, volume);
    const room = volume * count;
    rests.push(
      direction > 0
        ? { ...after, up: after.up + room, upDearness: dearness, divisor }
        : { ...after, down: after.down + room, downDearness: dearness, divisor },
    );
  }
  return rests.reverse();
}

/** The least that can be left of a surplus which changes only by multiples of the divisor; 0 means it cannot change. */
function remainder(surplus: number, divisor: number): number {
  if (divisor === 0) return Math.max(0, surplus);
  const rest = surplus % divisor;
  return rest < 0 ? rest + divisor : rest;
}
