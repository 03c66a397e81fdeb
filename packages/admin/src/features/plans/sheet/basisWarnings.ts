import { yearOf, type Day } from '@chi-tieu/shared/domain/days';
import { day } from '../../../i18n/format.ts';
import { t } from '../../../i18n/i18n.ts';
import type { Plan } from './planUnit.ts';

/** What is odd about the period that a plan rests on: a year lies between, or it is not over when the decision is signed (of a draft: today). */
export function basisWarnings(
  { basisFrom, basisTo, year }: Pick<Plan, 'basisFrom' | 'basisTo' | 'year'>,
  signed: Day | null,
  today: Day,
): string[] {
  if (basisFrom === null || basisTo === null) return [];
  const skipped = yearOf(basisTo) < year - 1;
  const warnings = skipped
    ? [t('plans.basisSkips', { from: day(basisFrom), to: day(basisTo), year: String(year - 1) })]
    : [];
  if (basisTo < (signed ?? today)) return warnings;
  const open = { to: day(basisTo), day: day(signed ?? today) };
  return [...warnings, signed === null ? t('plans.basisOpen', open) : t('plans.basisAfterSigning', open)];
}
