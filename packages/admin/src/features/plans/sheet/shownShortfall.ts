import type { CascadePolicy } from '@chi-tieu/shared/domain/cascade/problem';

interface Judged {
  /** In hundredths, as they stand on the screen. */
  readonly required: number;
  readonly achieved: number | null;
  /** In hundredths of a point, rounded up on its own. */
  readonly residualPoints: number;
}

/**
 * How many hundredths of a point are missing, beside a rate that is shown: what is missing to the shown rate, so that the two
 * add up to what is required (a rate that falls short is never shown as reaching it). Where each unit is judged for itself
 * and one is further away than the mean, that is what is missing.
 */
export function shownShortfall({ required, achieved, residualPoints }: Judged, policy: CascadePolicy): number {
  if (achieved === null || residualPoints === 0) return residualPoints;
  const toRate = required - achieved;
  // The two roundings differ by one hundredth at the most.
  return policy === 'FLOOR' && residualPoints > toRate + 1 ? residualPoints : toRate;
}
