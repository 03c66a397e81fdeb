import { percentOf } from '@chi-tieu/shared/domain/percent';
import { h, type FunctionalComponent } from 'vue';
import { percent } from '../../../i18n/format.ts';
import { t } from '../../../i18n/i18n.ts';
import { cellOf } from './cells.ts';
import type { PlanUnit } from './planUnit.ts';

/** On a phone the columns of the basis are out of sight: what one sets a number by stands below the name. */
export const basisUnderName = (name: (unit: PlanUnit) => string): FunctionalComponent<{ row: PlanUnit }> =>
  cellOf((unit) =>
    h('span', { class: 'block leading-4' }, [
      h('span', { class: 'block truncate text-sm', title: name(unit) }, name(unit)),
      h('span', { class: 'figure block truncate text-xs text-ink-3' }, basisText(unit)),
    ]),
  );

/** The rate and the dossiers that a unit is judged by, in few words. */
export function basisText({ baseline, volume }: Pick<PlanUnit, 'baseline' | 'volume'>): string {
  const rate = baseline === null ? '—' : percent(percentOf(baseline));
  return t('plans.unitBasis', { rate, count: volume });
}
