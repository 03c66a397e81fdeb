import { addCounts, type Counts } from '../rate.ts';

/** What a unit still needs for its target; source: domain rules §7. */
export interface RemainingNeed {
  /** How many of the dossiers still to come must be in the numerator; never below 0. */
  needed: number;
  /** The same as a share of the dossiers still to come, in hundredths of a percent, rounded up; may be above 10,000. Null when none are to come. */
  neededShareHundredths: number | null;
  /** Whether no future can meet the target any more: more are needed than are to come, or nothing is to come and it is not met. */
  isOutOfReach: boolean;
}

/**
 * With x of N counted so far and F expected, ceil(t·(N + F) − x) of the F must be in the numerator for a target t (in hundredths
 * of a percent). Whole numbers throughout; the share is rounded up, since one that is rounded down would not do.
 */
export function remainingNeed(soFar: Counts, expected: number, targetHundredths: number): RemainingNeed {
  const needed = neededFor(soFar, expected, targetHundredths);
  return {
    needed,
    neededShareHundredths: expected === 0 ? null : shareUp(needed, expected),
    isOutOfReach: needed > expected,
  };
}

/**
 * The first month (an index into `months`) at whose beginning the target could no longer be met: what was counted before it,
 * with every dossier from then on in the numerator, would not reach it. Null when that is at no month's beginning. Months
 * that are over have their counts, those to come what is expected of them.
 */
export function impossibleFromMonth(months: readonly Counts[], targetHundredths: number): number | null {
  const total = months.reduce(addCounts, { numerator: 0, denominator: 0 });
  let before: Counts = { numerator: 0, denominator: 0 };
  for (const [index, month] of months.entries()) {
    const left = total.denominator - before.denominator;
    if (neededFor(before, left, targetHundredths) > left) return index;
    before = addCounts(before, month);
  }
  return null;
}

function neededFor(soFar: Counts, expected: number, targetHundredths: number): number {
  const all = BigInt(soFar.denominator) + BigInt(expected);
  const needed = (BigInt(targetHundredths) * all + 9_999n) / 10_000n - BigInt(soFar.numerator);
  return needed > 0n ? Number(needed) : 0;
}

function shareUp(needed: number, expected: number): number {
  const whole = BigInt(expected);
  return Number((BigInt(needed) * 10_000n + whole - 1n) / whole);
}
