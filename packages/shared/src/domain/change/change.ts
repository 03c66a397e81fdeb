import { addCounts, type Counts } from '../rate.ts';
import { rateOf } from './bridge.ts';
import { fraction, isSame, minus, plus, sumOf, times, ZERO, type Fraction } from './fraction.ts';

/** What a change of a rate is made of, in the order in which its parts are told. */
export const CHANGE_PARTS = ['LEARNED', 'CATALOGUE', 'RATE', 'MIX', 'REORGANISATION'] as const;
export type ChangePart = (typeof CHANGE_PARTS)[number];

/** A group of dossiers (a procedure, or a unit) on both sides. */
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
  const told = compared ? groupChanges(groups) : [];
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
 * Of groups that stay: with weights that sum to one, half of both weights times what the rate rose, and half of both rates times what
 * the weight rose; a group that is empty on one side has the other side's rate. What taking the others out does is shared among them by
 * what each adds to the difference.
 */
function groupChanges<Key>(groups: readonly ChangeGroup<Key>[]): GroupChange<Key>[] {
  const staying = groups.filter(({ byCatalogue }) => !byCatalogue);
  const [restA, restB] = [totalOf(staying, 'a'), totalOf(staying, 'b')];
  // Where nothing is left on a side to compare, all of it is the catalogue's.
  const isComparable = restA.denominator > 0 && restB.denominator > 0;
  const [a, b] = [totalOf(groups, 'a'), totalOf(groups, 'b')];
  const rest = isComparable ? risen(restA, restB) : ZERO;
  const catalogue = minus(risen(a, b), rest);
  const leaving = isComparable ? groups.filter(({ byCatalogue }) => byCatalogue) : groups;
  const weights = leaving.map((group) => group.a.denominator + group.b.denominator);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return groups.map((group) => {
    const at = leaving.indexOf(group);
    if (at >= 0)
      return {
        key: group.key,
        catalogue: whole === 0 ? ZERO : times(catalogue, fraction(weights[at] ?? 0, whole)),
        rate: ZERO,
        mix: ZERO,
      };
    return { key: group.key, catalogue: ZERO, ...effectsOf(group, restA.denominator, restB.denominator) };
  });
}

/** How much a rate rose; zero where one of the two is missing. */
function risen(from: Counts, to: Counts): Fraction {
  const [start, end] = [rateOf(from), rateOf(to)];
  return start === null || end === null ? ZERO : minus(end, start);
}

const HALF = fraction(1, 2);

function effectsOf({ a, b }: ChangeGroup<unknown>, allA: number, allB: number): { rate: Fraction; mix: Fraction } {
  const [rateA, rateB] = [rateOf(a) ?? rateOf(b), rateOf(b) ?? rateOf(a)];
  if (rateA === null || rateB === null) return { rate: ZERO, mix: ZERO };
  const [weightA, weightB] = [fraction(a.denominator, allA), fraction(b.denominator, allB)];
  return {
    rate: times(times(HALF, plus(weightA, weightB)), minus(rateB, rateA)),
    mix: times(times(HALF, plus(rateA, rateB)), minus(weightB, weightA)),
  };
}
