import type { Counts } from '../rate.ts';

/** What is to be ranked. */
export interface Ranked<Key> extends Counts {
  key: Key;
}

/** Why something has no rank: nothing to divide by, which is not 0 %, or fewer dossiers than the ranking asks for. */
export type Unranked = 'NO_DOSSIERS' | 'BELOW_MINIMUM';

/** A place in a ranking. */
export interface Place<Key> extends Ranked<Key> {
  /** Ties share a rank and the next one is skipped: 1, 2, 2, 4. Null for what has none. */
  rank: number | null;
  unranked: Unranked | null;
}

/**
 * Ranks by rate, the highest first. Fractions are compared by cross-multiplication, never rounded: 5,499 of 9,999 stands behind 55 %.
 * Fewer dossiers than `minimum` (inclusive) have no rank. In the order of the ranks, equal ones as they were given, then what has no rank.
 */
export function rank<Key>(items: readonly Ranked<Key>[], minimum = 1): Place<Key>[] {
  const places = items.map((item): Place<Key> => ({ ...item, rank: null, unranked: whyUnranked(item, minimum) }));
  const ranked = places.filter(({ unranked }) => unranked === null).toSorted((a, b) => compareRates(b, a));
  giveRanks(ranked, compareRates);
  return [...ranked, ...places.filter(({ unranked }) => unranked !== null)];
}

/** Numbers what stands in order, the first one first: equal ones share a rank and the next one is skipped. */
export function giveRanks<Item extends { rank: number | null }>(
  ordered: readonly Item[],
  compare: (a: Item, b: Item) => number,
): void {
  let before: Item | null = null;
  for (const [index, item] of ordered.entries()) {
    item.rank = before !== null && compare(before, item) === 0 ? before.rank : index + 1;
    before = item;
  }
}

/** Below 0 where the first rate is the lower one, 0 where they are the same fraction. Both need dossiers. */
export function compareRates(a: Counts, b: Counts): number {
  const difference = BigInt(a.numerator) * BigInt(b.denominator) - BigInt(b.numerator) * BigInt(a.denominator);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function whyUnranked({ denominator }: Counts, minimum: number): Unranked | null {
  if (denominator === 0) return 'NO_DOSSIERS';
  return denominator < minimum ? 'BELOW_MINIMUM' : null;
}
