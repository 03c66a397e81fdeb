import { FULL } from './problem.ts';
import { smallestThat } from './uniform.ts';

/**
 * A child that may be moved by whole steps between `from` (0 or below) and `to` (0 or above); `costOf` is what that costs over the
 * common weight of its dossiers: never negative, 0 without a move, convex.
 */
export interface Dial {
  volume: number;
  from: number;
  to: number;
  costOf: (shift: number) => number;
}

export interface Meeting {
  /** By how many steps each dial moves, in the order given. */
  shifts: number[];
  /** Σ costOf + weight × what is left of the surplus. */
  total: number;
  /** Whether every position of every dial was considered: then there is nothing better. */
  isComplete: boolean;
}

/** Two groups of dials, each with at most this many positions in all: together over sixty million are considered. */
const POSITIONS = 8_000;
/** How far a dial should be able to go before another one is added to its group. */
const NEAR = 2;

/**
 * Moves dials so that Σ costOf + weight × surplus is as small as it finds, with the surplus (in dossiers, for one step; each step
 * of a dial adds its volume) at 0 or above, as it is at the beginning. The dials are split in two groups; every position of
 * the one is met with the best of the other in one pass over both in order. With more dials than can be considered it
 * takes those that move most cheaply, none of them far.
 */
export function meetSurplus(dials: readonly Dial[], surplus: number, weight: number): Meeting {
  const movable = dials.map((dial, index) => ({ ...dial, index })).filter(({ from, to }) => from < to);
  const groups = splitInTwo(cheapestFirst(movable));
  const [left = [], right = []] = groups.map((group) => positionsOf(group, reachOf(group)));
  const best = meet(left, right, surplus, weight);
  const shifts = dials.map(() => 0);
  for (const position of best.positions) setShifts(shifts, position);
  const considered = groups.flatMap((group) => group.filter(({ from, to }) => Math.max(-from, to) <= reachOf(group)));
  return { shifts, total: best.total, isComplete: considered.length === movable.length };
}

interface PlacedDial extends Dial {
  index: number;
}

/** The dials in the order in which to take them: in turn the one that goes up and the one that goes down most cheaply. */
function cheapestFirst(dials: readonly PlacedDial[]): PlacedDial[] {
  const upwards = rank(
    dials.filter(({ to }) => to > 0),
    1,
  );
  const downwards = rank(
    dials.filter(({ from }) => from < 0),
    -1,
  );
  const inTurn = new Set<PlacedDial>();
  dials.forEach((_dial, place) => {
    for (const dial of [downwards[place], upwards[place]]) if (dial) inTurn.add(dial);
  });
  return [...inTurn];
}

function rank(dials: PlacedDial[], direction: 1 | -1): PlacedDial[] {
  const room = ({ from, to }: Dial): number => Math.min(to, NEAR) + Math.min(-from, NEAR);
  return dials.sort((a, b) => a.costOf(direction) - b.costOf(direction) || room(b) - room(a) || a.index - b.index);
}

/** Every second dial in each group, as many as there are positions for. */
function splitInTwo(dials: readonly PlacedDial[]): [PlacedDial[], PlacedDial[]] {
  const groups: [PlacedDial[], PlacedDial[]] = [[], []];
  dials.forEach((dial, place) => {
    const group = groups[place % 2 === 0 ? 0 : 1];
    if (positionCount([...group, dial], NEAR) <= POSITIONS) group.push(dial);
  });
  return groups;
}

function positionCount(group: readonly Dial[], reach: number): number {
  return group.reduce((count, { from, to }) => count * (Math.min(to, reach) + Math.min(-from, reach) + 1), 1);
}

function reachOf(group: readonly Dial[]): number {
  return smallestThat((reach) => positionCount(group, reach + 1) > POSITIONS, 0, FULL);
}

interface Position {
  /** What it adds to the surplus, and what it costs. */
  sum: number;
  cost: number;
  /** The last dial moved, and the position without that. */
  index: number;
  shift: number;
  before: Position | null;
}

function positionsOf(group: readonly PlacedDial[], reach: number): Position[] {
  let positions: Position[] = [{ sum: 0, cost: 0, index: 0, shift: 0, before: null }];
  for (const { volume, from, to, costOf, index } of group) {
    const next: Position[] = [];
    for (let shift = Math.max(from, -reach); shift <= Math.min(to, reach); shift++) {
      const [sum, cost] = [shift * volume, costOf(shift)];
      for (const before of positions) {
        next.push({ sum: before.sum + sum, cost: before.cost + cost, index, shift, before });
      }
    }
    positions = next;
  }
  return positions.sort((a, b) => a.sum - b.sum || a.cost - b.cost);
}

interface Met {
  total: number;
  positions: Position[];
}

/** The best pair: as the sum on the left grows, more on the right is enough, and only what is new can be the best. */
function meet(left: readonly Position[], right: readonly Position[], surplus: number, weight: number): Met {
  let best: Met = { total: weight * surplus, positions: [] };
  let partner: Position | null = null;
  let place = right.length - 1;
  for (const position of left) {
    const before = surplus + position.sum;
    for (let next = right[place]; next && before + next.sum >= 0; next = right[--place]) {
      if (!partner || next.cost + weight * next.sum <= partner.cost + weight * partner.sum) partner = next;
    }
    if (!partner) continue;
    const total = position.cost + partner.cost + weight * (before + partner.sum);
    if (total < best.total) best = { total, positions: [position, partner] };
  }
  return best;
}

function setShifts(shifts: number[], position: Position): void {
  for (let at = position; at.before; at = at.before) shifts[at.index] = at.shift;
}
