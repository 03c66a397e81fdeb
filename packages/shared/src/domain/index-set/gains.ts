import type { Counts } from '../rate.ts';
import { compare, fraction, type Fraction } from './fraction.ts';
import { gainOf, type Component, type Inputs } from './score.ts';

/** What one more point of a rate is worth to a unit. */
export interface Gain {
  input: string;
  /** How many more of the counted ones would have to be in the numerator. */
  more: number;
  /** Points of the set. */
  points: Fraction;
}

/**
 * For each rate what one percentage point more would give, and how many dossiers (or services) that is: as few as reach it, no more than are not in
 * the numerator yet. The most worthwhile first; rates of which nothing is counted, or all is online already, are left out.
 */
export function gainsOf(
  components: readonly Component[],
  inputs: Inputs,
  rates: readonly { input: string; counts: Counts }[],
): Gain[] {
  return rates
    .flatMap(({ input, counts: { numerator, denominator } }) => {
      const left = denominator - numerator;
      if (denominator === 0 || left <= 0) return [];
      const more = Math.min(left, Math.ceil(denominator / 100));
      const changed = new Map([[input, fraction(numerator + more, denominator)]]);
      return [{ input, more, points: gainOf(components, inputs, changed) }];
    })
    .toSorted((a, b) => compare(b.points, a.points));
}
