/**
 * A child on its way down, all in hundredths of a point: it may stand at `bottom`, a step above it, and so on up to `top`,
 * and stands at `rise`. Changed in place.
 */
export interface Climber {
  readonly index: number;
  readonly volume: number;
  readonly bottom: number;
  readonly top: number;
  rise: number;
}

export type Levels = ReadonlyMap<number, readonly Climber[]>;

export interface ExchangeFrame {
  /** The highest value of the rise at which there is a choice. */
  largest: number;
  step: number;
  /** What may be lost, in dossiers × hundredths. */
  spare: number;
}

/** Moves that together take one child off a level and put one on the level a step below; what they cost of the spare. */
export interface Exchange {
  cost: number;
  moves: { climber: Climber; to: number }[];
}

/**
 * The exchange with the smallest loss that leaves one child fewer on `level`, one more a step below it, and the numbers on all
 * levels above as they are; null when there is none within what is to spare.
 *
 * Mostly that is one child taking one step. It need not be: where a level can be left only by few (the others stand on
 * their floor), a lighter child from above may go all the way down while one from here takes its place. That is the
 * shortest path from `level` to the one below it, over the levels above that differ from it by whole steps; taking shortest
 * paths one after the other keeps the loss smallest for the numbers reached (successive shortest paths of a minimum
 * cost flow), so nothing is given away that a later level would need.
 */
export function cheapestExchange(levels: Levels, level: number, frame: ExchangeFrame): Exchange | null {
  const { step, spare } = frame;
  const direct = lightest(levels.get(level) ?? [], level - step);
  const limit = Math.min(direct?.volume ?? Number.POSITIVE_INFINITY, spare / step + 1);
  // A path that ends with a child from above costs at least that child's own last step, for its detour cannot cost less
  // than nothing. So paths matter only where somebody above is lighter than whoever could step down here.
  const cost = mayBeBetter(levels, level, frame, limit) ? null : directCost(direct, step);
  const exchange = cost === null ? shortestPath(levels, level, frame) : directExchange(direct, level - step, cost);
  return exchange && exchange.cost <= spare ? exchange : null;
}

function directCost(climber: Climber | null, step: number): number {
  return climber ? climber.volume * step : Number.POSITIVE_INFINITY;
}

function directExchange(climber: Climber | null, to: number, cost: number): Exchange | null {
  return climber && { cost, moves: [{ climber, to }] };
}

/** The child with the smallest volume that may go down to a level; of equals the one first in the order of the codes. */
function lightest(climbers: readonly Climber[], to: number): Climber | null {
  let found: Climber | null = null;
  for (const climber of climbers) {
    if (climber.bottom <= to && (!found || isLighter(climber, found))) found = climber;
  }
  return found;
}

/** The child with the largest volume that may go up to a level; of equals the one last in the order of the codes. */
function heaviest(climbers: readonly Climber[], to: number): Climber | null {
  let found: Climber | null = null;
  for (const climber of climbers) {
    if (climber.top >= to && (!found || isLighter(found, climber))) found = climber;
  }
  return found;
}

function isLighter(a: Climber, b: Climber): boolean {
  return a.volume < b.volume || (a.volume === b.volume && a.index < b.index);
}

function mayBeBetter(levels: Levels, level: number, { largest, step }: ExchangeFrame, limit: number): boolean {
  for (let above = level + step; above <= largest; above += step) {
    const climber = lightest(levels.get(above) ?? [], level - step);
    if (climber && climber.volume < limit) return true;
  }
  return false;
}

/** Bellman and Ford over the levels that hold somebody: going down costs, going up gives back, and no circle gains. */
function shortestPath(levels: Levels, level: number, { largest, step }: ExchangeFrame): Exchange | null {
  const goal = level - step;
  const stops = [level];
  for (let above = level + step; above <= largest; above += step) if (levels.get(above)?.length) stops.push(above);
  const reached = new Map<number, { cost: number; from: number; climber: Climber | null }>();
  reached.set(level, { cost: 0, from: level, climber: null });
  const arcs = stops.flatMap((from) => arcsFrom(levels.get(from) ?? [], from, [goal, ...stops]));
  for (let isShorter = true; isShorter;) {
    isShorter = false;
    for (const { from, to, climber, cost } of arcs) {
      const total = (reached.get(from)?.cost ?? Number.POSITIVE_INFINITY) + cost;
      if (total >= (reached.get(to)?.cost ?? Number.POSITIVE_INFINITY)) continue;
      reached.set(to, { cost: total, from, climber });
      isShorter = true;
    }
  }
  const moves: Exchange['moves'] = [];
  for (let at = reached.get(goal), to = goal; at?.climber; to = at.from, at = reached.get(at.from)) {
    moves.push({ climber: at.climber, to });
  }
  const end = reached.get(goal);
  return end ? { cost: end.cost, moves } : null;
}

interface Arc {
  from: number;
  to: number;
  climber: Climber;
  cost: number;
}

function arcsFrom(climbers: readonly Climber[], from: number, stops: readonly number[]): Arc[] {
  return stops.flatMap((to) => {
    if (to === from) return [];
    const climber = to < from ? lightest(climbers, to) : heaviest(climbers, to);
    return climber ? [{ from, to, climber, cost: climber.volume * (from - to) }] : [];
  });
}
