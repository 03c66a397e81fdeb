import type {
  EffectFactsFragment,
  UnitEffectFactsFragment,
  YearEffectFactsFragment,
} from '@chi-tieu/shared/generated/graphql';
import { difference } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';
import './listTexts.ts';

export type Effect = EffectFactsFragment;
export type UnitEffect = UnitEffectFactsFragment;
export type YearEffect = YearEffectFactsFragment;

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

/** What a step does to an indicator in a year, in a sentence: the denominator, the numerator, and how many units get another status. */
export function effectSentence({ indicator, year, effect }: YearEffect): string {
  const { numerator, denominator } = shiftOf(effect.province);
  const counts = { denominator: difference(denominator), numerator: difference(numerator) };
  const units = t('lists.statusChanges', { count: effect.statusChanges });
  return `${t('lists.yearEffect', { indicator: indicator.name, year: String(year), ...counts })}; ${units}`;
}
