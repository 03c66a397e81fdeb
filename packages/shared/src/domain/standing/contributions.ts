import type { Counts } from '../rate.ts';

/** What one part takes from the whole's distance to its target. */
export interface Contribution<Key> extends Counts {
  key: Key;
  /**
   * target × denominator − numerator, in ten-thousandths of a dossier: above 0 it pulls down, below 0 it lifts. Those of all parts add up to the
   * whole's own, exactly, since the target is the same for each.
   */
  gap: bigint;
}

/**
 * Who drags a whole down, the heaviest first: each part's distance to the whole's target (in hundredths of a percent) in
 * dossiers. Parts without dossiers are there with 0. Equal ones stand in the order in which they were given.
 */
export function contributions<Key>(
  parts: readonly (Counts & { key: Key })[],
  targetHundredths: number,
): Contribution<Key>[] {
  return parts
    .map(({ key, numerator, denominator }) => ({
      key,
      numerator,
      denominator,
      gap: gapOf({ numerator, denominator }, targetHundredths),
    }))
    .toSorted((a, b) => (a.gap > b.gap ? -1 : a.gap < b.gap ? 1 : 0));
}

/** The distance of counts to a target in ten-thousandths of a dossier: 0 is just met, above 0 is missing. */
export function gapOf({ numerator, denominator }: Counts, targetHundredths: number): bigint {
  return BigInt(targetHundredths) * BigInt(denominator) - 10_000n * BigInt(numerator);
}

/** A distance in dossiers: its four decimals are all that it has. */
export function gapInDossiers(gap: bigint): number {
  return Number(gap) / 10_000;
}
