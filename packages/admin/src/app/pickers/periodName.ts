import type { Day } from '@chi-tieu/shared/domain/days';
import { yearOf } from '@chi-tieu/shared/domain/days';
import { day, dayOfYear } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';
import { periodsOf } from '../useFrame.ts';

/** A period by its name where it has one (`Năm 2022`, `Quý 3/2022`, `Tháng 8/2022`), else by its days: `01/01 – 31/08/2022`. */
export function periodName(from: Day, to: Day): string {
  const named = periodsOf(yearOf(from)).find((period) => period.from === from && period.to === to);
  if (named?.kind === 'year') return t('frame.year', { year: String(named.year) });
  if (named?.kind === 'quarter') return t('frame.quarter', { n: String(named.n), year: String(named.year) });
  if (named?.kind === 'month') return t('frame.month', { n: String(named.n), year: String(named.year) });
  return `${yearOf(from) === yearOf(to) ? dayOfYear(from) : day(from)} – ${day(to)}`;
}
