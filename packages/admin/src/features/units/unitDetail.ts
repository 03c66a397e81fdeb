import type { UnitDetailQuery, UnitKind } from '@chi-tieu/shared/generated/graphql';
import type { Day } from '@chi-tieu/shared/domain/days';
import { day } from '../../i18n/format.ts';
import { t, type PlainKey } from '../../i18n/i18n.ts';

export type UnitDetail = NonNullable<UnitDetailQuery['unit']>;

/** The name of a kind of unit, in the singular. */
export const KIND_TEXTS: Record<UnitKind, PlainKey> = {
  PROVINCE: 'units.province',
  DEPARTMENT: 'units.department',
  DISTRICT: 'units.district',
  COMMUNE: 'units.commune',
};

/** The days between which something holds: `từ 10/04/2022`, `01/01/2020 – 09/04/2022`, `đến 09/04/2022`. */
export function span(from: Day | null, to: Day | null): string {
  if (from && to) return `${day(from)} – ${day(to)}`;
  if (from) return t('units.since', { day: day(from) });
  return to ? t('units.until', { day: day(to) }) : t('units.always');
}
