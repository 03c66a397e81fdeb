import { yearEnd, yearOf, yearStart } from '@chi-tieu/shared/domain/days';
import { t } from '../../../i18n/i18n.ts';
import type { Plan } from './planUnit.ts';

/** The basis period in a word, for the head of a column: the year where it is one, else "12 tháng". Empty where there is none. */
export function basisName({ basisFrom, basisTo }: Pick<Plan, 'basisFrom' | 'basisTo'>): string {
  if (basisFrom === null || basisTo === null) return '';
  const year = yearOf(basisFrom);
  return basisFrom === yearStart(year) && basisTo === yearEnd(year) ? String(year) : t('plans.twelveMonths');
}
