import { addCounts, type Counts } from '../rate.ts';
import { rateOf } from './bridge.ts';
import { fraction, isSame, minus, plus, sumOf, times, toScale, ZERO, type Fraction } from './fraction.ts';

/** What a change of a rate is made of, in the order in which its parts are told. */
export const CHANGE_PARTS = ['LEARNED', 'CATALOGUE', 'RATE', 'MIX', 'REORGANISATION'] as const;
export type ChangePart = (typeof CHANGE_PARTS)[number];

/** A group of dossiers (those of a procedure that a unit received) on both sides. */
export interface ChangeGroup<Key> {
  key: Key;
  a: Counts;
  b: Counts;
  /** It counts on one side only because of a list, or of being in force: on the other its dossiers are there and do not count. */
  byCatalogue: boolean;
}

/** What a group adds to the parts that are told by groups. */
export interface GroupChange<Key> {
  key: Key;
  catalogue: Fraction;
  rate: Fraction;
  mix: Fraction;
}

export interface ChangeAsked<Key> {
  /** The first figure, as it was known then. */
  from: Counts;
  /** The same period as known at the other instant; its groups are `a`. */
  learned: Counts;
  groups: readonly ChangeGroup<Key>[];
  /** The second figure; the sum of all `b` before units were reorganised. */
  to: Counts;
}

export interface Change<Key> {
  parts: Readonly<Record<ChangePart, Fraction>>;
  groups: GroupChange<Key>[];
  total: Fraction;
}

/**
 * What the difference of two rates is made of, each part an exact share of one: what was learned about the first period since; groups
 * that count on one side only because of the catalogue; of the others that their rates are other ones, and that they weigh other than
 * before; and that other units are counted. Groups are told in their order, and sum to the parts. Null where a rate is missing at
 * either end. Throws where the parts do not sum, which would be a mistake of this function.
 */
export function explainChange<Key>({ from, learned, groups, to }: ChangeAsked<Key>): Change<Key> | null {
  const [start, end] = [rateOf(from), rateOf(to)];
  if (start === null || end === null) return null;
  const known = rateOf(learned) ?? start;
  const a = totalOf(groups, 'a');
  const b = totalOf(groups, 'b');
  const compared = a.denominator > 0 && b.denominator > 0;
  const told = compared ? groups.map((group) => changeOf(group, a, b)) : [];
  const reached = (compared ? rateOf(b) : null) ?? known;
  const parts: Record<ChangePart, Fraction> = {
    LEARNED: minus(known, start),
    CATALOGUE: sumOf(told.map(({ catalogue }) => catalogue)),
    RATE: sumOf(told.map(({ rate }) => rate)),
    MIX: sumOf(told.map(({ mix }) => mix)),
    REORGANISATION: minus(end, reached),
  };
  const total = minus(end, start);
  if (!isSame(sumOf(Object.values(parts)), total)) throw new Error('the parts of a change do not sum to it');
  return { parts, groups: told, total };
}

function totalOf(groups: readonly ChangeGroup<unknown>[], side: 'a' | 'b'): Counts {
  return groups.reduce<Counts>((sum, group) => addCounts(sum, group[side]), { numerator: 0, denominator: 0 });
}

/**
 * What a group adds to the difference of the rates of the wholes `a` and `b`: by how much it lifts the second above the middle of both
 * rates, less by how much it lifted the first. Linear in its counts: what a group adds is the sum of what its parts add, so procedures
 * and units tell the same change. Over all groups it is the difference exactly. A whole without dossiers adds nothing.
 */
export function addedBy(group: Pick<ChangeGroup<unknown>, 'a' | 'b'>, a: Counts, b: Counts): Fraction {
  if (a.denominator === 0 || b.denominator === 0) return ZERO;
  const [allA, allB] = [BigInt(a.denominator), BigInt(b.denominator)];
  const middle = BigInt(a.numerator) * allB + BigInt(b.numerator) * allA;
  const online = BigInt(group.b.numerator) * allA - BigInt(group.a.numerator) * allB;
  const counted = BigInt(group.b.denominator) * allA - BigInt(group.a.denominator) * allB;
  const both = allA * allB;
  return fraction(2n * both * online - middle * counted, 2n * both * both);
}

/**
 * One group: all of it the catalogue's, or of it half of both weights times what its rate rose; the rest is that it weighs other than
 * before, held against the middle. A group that is empty on one side has the other side's rate. The rate's part is kept to so many
 * decimals that sums of thousands stay short; what it leaves is in the weight's, so nothing is lost.
 */
function changeOf<Key>(group: ChangeGroup<Key>, a: Counts, b: Counts): GroupChange<Key> {
  const whole = addedBy(group, a, b);
  if (group.byCatalogue) return { key: group.key, catalogue: whole, rate: ZERO, mix: ZERO };
  const rate = byRate(group, a.denominator, b.denominator);
  return { key: group.key, catalogue: ZERO, rate, mix: minus(whole, rate) };
}

const HALF = fraction(1, 2);

function byRate({ a, b }: ChangeGroup<unknown>, allA: number, allB: number): Fraction {
  const [rateA, rateB] = [rateOf(a), rateOf(b)];
  if (rateA === null || rateB === null) return toScale(ZERO);
  const weights = plus(fraction(a.denominator, allA), fraction(b.denominator, allB));
  return toScale(times(times(HALF, weights), minus(rateB, rateA)));
}
