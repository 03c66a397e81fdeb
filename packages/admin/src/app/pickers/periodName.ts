import type { Day } from '@chi-tieu/shared/domain/days';
import { yearOf } from '@chi-tieu/shared/domain/days';
import { nameOfDays, periodName as nameOf } from '@chi-tieu/shared/domain/periods/periods';
import { day, dayOfYear } from '../../i18n/format.ts';
import { language } from '../../i18n/i18n.ts';

/** A period by its name where it has one (`Năm 2022`, `Quý III/2022`, `Tháng 8/2022`), else by its days: `01/01 – 30/08/2022`. */
export function periodName(from: Day, to: Day): string {
  const named = nameOfDays({ from, to });
  if (named) return nameOf(named, language.value);
  return `${yearOf(from) === yearOf(to) ? dayOfYear(from) : day(from)} – ${day(to)}`;
}
