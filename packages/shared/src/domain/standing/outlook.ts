import { meets, type Counts } from '../rate.ts';
import { remainingNeed } from './remaining-need.ts';

/** How a unit's year will end, as far as can be told. */
export type Outlook = 'MET' | 'ON_COURSE' | 'AT_RISK' | 'WILL_MISS' | 'IMPOSSIBLE' | 'NO_TARGET' | 'NO_DOSSIERS';

/** What is expected of the dossiers still to come: how many, and how many of them in the numerator, as a range. */
export interface Expectation {
  volume: number;
  /** At the lower end of the interval, in the middle, at its upper end; none above `volume`. */
  low: number;
  middle: number;
  high: number;
}

/**
 * The first that fits: no dossiers so far and none to come; no target; met, whatever comes of what is expected (none of those to come is
 * needed); out of reach, whatever comes of it; the upper end of what is expected misses it; the lower end misses it; on course. While days
 * are left nothing is certain only because nothing is expected: then the rate so far says whether it is on course or at risk.
 */
export function outlookOf(
  soFar: Counts,
  expected: Expectation,
  targetHundredths: number | null,
  isOver: boolean,
): Outlook {
  if (soFar.denominator + expected.volume === 0) return 'NO_DOSSIERS';
  if (targetHundredths === null) return 'NO_TARGET';
  if (expected.volume === 0 && !isOver) return meets(soFar, targetHundredths) ? 'ON_COURSE' : 'AT_RISK';
  const { needed, isOutOfReach } = remainingNeed(soFar, expected.volume, targetHundredths);
  if (needed === 0) return 'MET';
  if (isOutOfReach) return 'IMPOSSIBLE';
  if (expected.high < needed) return 'WILL_MISS';
  return expected.low < needed ? 'AT_RISK' : 'ON_COURSE';
}

/** What a unit's counts say beside the mark of a month; null where there is nothing to compare. */
export function isBehind(soFar: Counts, markHundredths: number | null): boolean | null {
  if (markHundredths === null || soFar.denominator === 0) return null;
  return !meets(soFar, markHundredths);
}
