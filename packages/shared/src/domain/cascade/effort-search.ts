import { commonDivisor, searchOrder } from './search-order.ts';
import { smallestThat } from './uniform.ts';

/**
 * A child that may be moved by whole steps from where it stands, `down` and `up` at most. `costOf` is what a move costs over the
 * common weight of its dossiers: never negative, 0 without a move, convex.
 */
export interface Mover {
  volume: number;
  down: number;
  up: number;
  costOf: (steps: number) => number;
}

export interface Search {
  /** By how many steps each mover moves. */
  shifts: number[];
  isProven: boolean;
}

/** How many partial answers one attempt may look at before it gives up. */
const ATTEMPT = 400_000;
/** How far a child may move in each attempt: near answers first, for with many children one of them is perfect. */
const REACHES = [2, 8, 32, 128, Number.POSITIVE_INFINITY];

/**
 * The moves with the smallest Σ costOf + weight × surplus that leave a surplus of 0 or more, where the surplus (in dossiers, for
 * one step) is now `surplus` and grows by volume × steps; `weight` is above 0. Exact: child by child it keeps, for each
 * surplus that can still lead to something better, the cheapest way to it. `isProven` is false where that became too much;
 * the best answer seen is given then, at worst no moves at all. Counted, not timed: the same question has the same answer.
 */
export function searchCheapest(movers: readonly Mover[], surplus: number, weight: number): Search {
  const order = searchOrder(movers);
  let best: Best = { total: weight * surplus, shifts: new Map() };
  let isProven = false;
  for (const reach of REACHES) {
    const attempt = new Attempt(order, { weight, reach, best });
    const isComplete = attempt.run(surplus);
    best = attempt.best;
    isProven = best.total === attempt.leastTotal(surplus) || (isComplete && attempt.isUnlimited);
    if (isProven) break;
  }
  return { shifts: movers.map((mover) => best.shifts.get(mover) ?? 0), isProven };
}

interface Best {
  total: number;
  shifts: ReadonlyMap<Mover, number>;
}

/** A way to a surplus: what it costs, the last shift, and the way before it. */
interface Way {
  surplus: number;
  cost: number;
  shift: number;
  before: Way | null;
}

/** What the movers from a place in the order on can still do to the surplus; `divisor` divides every change. */
interface Rest {
  up: number;
  down: number;
  divisor: number;
}

class Attempt {
  best: Best;
  readonly isUnlimited: boolean;
  private readonly weight: number;
  private readonly reach: number;
  private readonly rests: Rest[];
  private looks = 0;

  constructor(
    private readonly order: readonly Mover[],
    { weight, reach, best }: { weight: number; reach: number; best: Best },
  ) {
    this.weight = weight;
    this.reach = reach;
    this.best = best;
    this.isUnlimited = order.every(({ down, up }) => Math.max(down, up) <= reach);
    this.rests = this.restsOf(order);
  }

  /** No answer can cost less than this. */
  leastTotal(surplus: number): number {
    return this.weight * remainder(surplus, this.rests[0]?.divisor ?? 0);
  }

  /** Looks at every answer within reach that could be better; false when it had to stop before the end. */
  run(surplus: number): boolean {
    let ways: Way[] = [{ surplus, cost: 0, shift: 0, before: null }];
    for (const [place, mover] of this.order.entries()) {
      const next = new Map<number, Way>();
      const [lowest, highest] = this.spanOf(mover);
      for (const way of ways) {
        this.extend(way, place, { mover, lowest, highest, next });
        if (this.best.total === this.leastTotal(surplus)) return true;
        if (this.looks > ATTEMPT) return false;
      }
      ways = [...next.values()];
    }
    return true;
  }

  private extend(way: Way, place: number, { mover, lowest, highest, next }: Extension): void {
    const rest = this.rests[place + 1] ?? { up: 0, down: 0, divisor: 0 };
    const { volume } = mover;
    const most = (this.best.total - way.cost) / this.weight;
    const from = Math.max(lowest, Math.ceil((-rest.up - way.surplus) / volume));
    const to = Math.min(highest, Math.floor((most + rest.down - way.surplus) / volume));
    for (let shift = from; shift <= to; shift++) {
      this.looks++;
      const surplus = way.surplus + shift * volume;
      const cost = way.cost + mover.costOf(shift);
      if (cost + this.weight * remainder(surplus, rest.divisor) >= this.best.total) continue;
      const known = next.get(surplus);
      if (known && known.cost <= cost) continue;
      const found: Way = { surplus, cost, shift, before: way };
      next.set(surplus, found);
      const total = cost + this.weight * surplus;
      if (surplus >= 0 && total < this.best.total) this.best = { total, shifts: this.shiftsOf(found, place) };
    }
  }

  /** The shifts of a mover that cost less than the best answer known, within reach. */
  private spanOf({ down, up, costOf }: Mover): [lowest: number, highest: number] {
    const isTooDear = (steps: number): boolean => costOf(steps) >= this.best.total;
    const furthest = (room: number, sign: number): number =>
      smallestThat((steps) => isTooDear(sign * (steps + 1)), 0, Math.min(room, this.reach));
    return [-furthest(down, -1), furthest(up, 1)];
  }

  private shiftsOf(way: Way, place: number): Map<Mover, number> {
    const shifts = new Map<Mover, number>();
    for (let [at, index]: [Way, number] = [way, place]; at.before; at = at.before, index--) {
      const mover = this.order[index];
      if (mover) shifts.set(mover, at.shift);
    }
    return shifts;
  }

  private restsOf(order: readonly Mover[]): Rest[] {
    const rests: Rest[] = [{ up: 0, down: 0, divisor: 0 }];
    for (const { volume, up, down } of [...order].reverse()) {
      const [after] = rests;
      rests.unshift({
        up: (after?.up ?? 0) + volume * Math.min(up, this.reach),
        down: (after?.down ?? 0) + volume * Math.min(down, this.reach),
        divisor: commonDivisor(after?.divisor ?? 0, volume),
      });
    }
    return rests;
  }
}

interface Extension {
  mover: Mover;
  lowest: number;
  highest: number;
  next: Map<number, Way>;
}

/** What is left of a surplus that can only change by multiples of the divisor, brought to 0 or above; 0 divides nothing. */
function remainder(surplus: number, divisor: number): number {
  if (divisor === 0) return Math.max(0, surplus);
  const rest = surplus % divisor;
  return rest < 0 ? rest + divisor : rest;
}
