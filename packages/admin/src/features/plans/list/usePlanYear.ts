import { yearOf } from '@chi-tieu/shared/domain/days';
import { computed, type ComputedRef, type WritableComputedRef } from 'vue';
import { dataStatus, indicators } from '../../../app/session.ts';
import { firstYear } from '../../../app/useFrame.ts';
import { urlCode, useUrlState, type UrlField } from '../../../app/useUrlState.ts';

export interface PlanYear {
  readonly year: WritableComputedRef<number>;
  readonly indicator: WritableComputedRef<string | null>;
  /** The years one can look at: those with data, and the one after. */
  readonly years: ComputedRef<number[]>;
}

/** The year in the address; plans are made from 2000 to 2100. */
const urlYear = (): UrlField<number> => ({
  read: (raw) => (/^20\d\d$|^2100$/.test(raw) ? Number(raw) : undefined),
  write: String,
  fallback: firstYear,
  history: 'push',
});

/** The year and indicator in the address whose plans one looks at. */
export function usePlanYear(): PlanYear {
  const { year, indicator } = useUrlState({
    year: urlYear(),
    indicator: urlCode(() => indicators.value[0]?.code ?? null),
  });
  const years = computed(() => {
    const first = dataStatus.value?.firstDay;
    const from = Math.min(first ? yearOf(first) : firstYear(), year.value);
    const to = Math.max(firstYear() + 1, year.value);
    return Array.from({ length: to - from + 1 }, (_, i) => to - i);
  });
  return { year, indicator, years };
}
