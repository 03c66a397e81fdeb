import type { Counts } from '../rate.ts';
import { rateOf } from './bridge.ts';
import { fraction, hundredthsOf, minus, sharedOut, times, type Fraction } from './fraction.ts';

/** A part of a whole at two moments: nothing where it was not there yet, or is no more. */
export interface PartThen<Key> {
  key: Key;
  then: Counts;
  now: Counts;
}

/** What each part adds to the difference of the whole's rate. */
export interface ChangeByPart<Key> {
  /** In hundredths of a point, rounded so that they sum to the difference as it is shown; the largest first, whichever its sign. */
  parts: { key: Key; hundredths: number; exact: Fraction }[];
  hundredths: number;
}

/**
 * What a rate changed by since another moment, told by the parts of the whole. Beside the rate r of then a part adds
 * ((N − n) − r·(D − d)) / D of now's whole: what came to it since, held against what was usual. Over all parts that is exactly the
 * difference of the rates. What is in none of the parts is one itself, under `rest`. `shown` is the difference in hundredths as it is shown
 * beside them. Null where a rate is missing at either end.
 */
export function changeByPart<Key>(
  whole: { then: Counts; now: Counts },
  parts: readonly PartThen<Key>[],
  rest: Key,
  shown: number | null = null,
): ChangeByPart<Key> | null {
  const [then, now] = [rateOf(whole.then), rateOf(whole.now)];
  if (then === null || now === null) return null;
  const left = {
    key: rest,
    then: less(
      whole.then,
      parts.map((part) => part.then),
    ),
    now: less(
      whole.now,
      parts.map((part) => part.now),
    ),
  };
  const told = [...parts, left].map(({ key, then: before, now: after }) => {
    const usual = times(then, fraction(after.denominator - before.denominator));
    const beside = minus(fraction(after.numerator - before.numerator), usual);
    return { key, exact: times(beside, fraction(1, whole.now.denominator)) };
  });
  const shared = sharedOut(
    told.map(({ exact }) => exact),
    shown,
  );
  return {
    hundredths: shown ?? hundredthsOf(minus(now, then)),
    parts: told
      .map((part, at) => ({ ...part, hundredths: shared[at] ?? 0 }))
      .filter(({ exact, hundredths }) => exact.top !== 0n || hundredths !== 0)
      .sort((a, b) => Math.abs(b.hundredths) - Math.abs(a.hundredths)),
  };
}

function less(whole: Counts, parts: readonly Counts[]): Counts {
  return parts.reduce(
    (left, part) => ({
      numerator: left.numerator - part.numerator,
      denominator: left.denominator - part.denominator,
    }),
    whole,
  );
}
