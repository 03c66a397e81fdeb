import type { EffectFactsFragment, UnitEffectFactsFragment } from '@chi-tieu/shared/generated/graphql';

export type Effect = EffectFactsFragment;
export type UnitEffect = UnitEffectFactsFragment;

/** How much the counts of a unit change. */
export interface Shift {
  readonly numerator: number;
  readonly denominator: number;
}

export const shiftOf = ({ before, after }: UnitEffect): Shift => ({
  numerator: after.numerator - before.numerator,
  denominator: after.denominator - before.denominator,
});

/** The units with another status, those that fail now first; within both in the order of the codes. */
export function turned(effect: Effect): UnitEffect[] {
  const rank = ({ after }: UnitEffect): number => (after.status === 'NOT_MET' ? 0 : 1);
  return effect.units.filter(({ statusChanged }) => statusChanged).toSorted((a, b) => rank(a) - rank(b));
}

/** The other units whose figures change, the largest change of the denominator first. The province stands apart. */
export function shifted(effect: Effect): UnitEffect[] {
  const size = (row: UnitEffect): number => Math.abs(shiftOf(row).denominator);
  return effect.units
    .filter(({ statusChanged, unit }) => !statusChanged && unit.kind !== 'PROVINCE')
    .toSorted((a, b) => size(b) - size(a));
}
