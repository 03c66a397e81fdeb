import { yearOf } from '@chi-tieu/shared/domain/days';
import { PlanYearsDocument } from '@chi-tieu/shared/generated/graphql';
import { useQuery } from '@vue/apollo-composable';
import { computed, type ComputedRef, type WritableComputedRef } from 'vue';
import { dataStatus, dossierIndicators } from '../../../app/session.ts';
import { firstYear, today } from '../../../app/useFrame.ts';
import { urlCode, useUrlState, type UrlField } from '../../../app/useUrlState.ts';
import { planYears } from './planYears.ts';

export interface PlanYear {
  readonly year: WritableComputedRef<number>;
  readonly indicator: WritableComputedRef<string | null>;
  /** The years one can look at: those with data or plans, and the next one. */
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
    indicator: urlCode(() => dossierIndicators.value[0]?.code ?? null),
  });
  const { result: known } = useQuery(PlanYearsDocument, {}, { fetchPolicy: 'no-cache' });
  const years = computed(() => {
    const { firstDay, latestYear = null } = dataStatus.value ?? {};
    return planYears({
      planned: (known.value?.targetPlans ?? []).map((plan) => plan.year),
      firstOfData: firstDay ? yearOf(firstDay) : null,
      lastOfData: latestYear,
      now: yearOf(today()),
      chosen: year.value,
    });
  });
  return { year, indicator, years };
}
