import { yearEnd, yearOf } from '@chi-tieu/shared/domain/days';
import { PlansDocument } from '@chi-tieu/shared/generated/graphql';
import { useQuery } from '@vue/apollo-composable';
import { computed, type ComputedRef, type Ref, type WritableComputedRef } from 'vue';
import { dataStatus, indicators } from '../../../app/session.ts';
import { firstYear } from '../../../app/useFrame.ts';
import { urlCode, useUrlState, type UrlField } from '../../../app/useUrlState.ts';
import { planRows, type PlanRow } from './planRows.ts';

export interface PlanList {
  readonly year: WritableComputedRef<number>;
  readonly indicator: WritableComputedRef<string | null>;
  /** The years one can look at: those with data, and the one after. */
  readonly years: ComputedRef<number[]>;
  /** Null before the first answer. */
  readonly rows: ComputedRef<PlanRow[] | null>;
  readonly loading: Ref<boolean>;
  readonly error: Ref<Error | null>;
  readonly refetch: () => void;
}

/** The year in the address; plans are made from 2000 to 2100. */
const urlYear = (): UrlField<number> => ({
  read: (raw) => (/^20\d\d$|^2100$/.test(raw) ? Number(raw) : undefined),
  write: String,
  fallback: firstYear,
  history: 'push',
});

/** The plans of the year and indicator in the address. */
export function usePlanList(): PlanList {
  const { year, indicator } = useUrlState({
    year: urlYear(),
    indicator: urlCode(() => indicators.value[0]?.code ?? null),
  });
  const { result, loading, error, refetch } = useQuery(
    PlansDocument,
    () => ({ year: year.value, indicator: indicator.value, on: yearEnd(year.value) }),
    { keepPreviousResult: true, fetchPolicy: 'no-cache' },
  );
  const rows = computed(() => {
    const [answer, province] = [result.value, dataStatus.value?.province];
    return answer && province ? planRows(answer.targetPlans, province, answer.issuers.nodes) : null;
  });
  const years = computed(() => {
    const first = dataStatus.value?.firstDay;
    const from = Math.min(first ? yearOf(first) : firstYear(), year.value);
    const to = Math.max(firstYear() + 1, year.value);
    return Array.from({ length: to - from + 1 }, (_, i) => to - i);
  });
  return { year, indicator, years, rows, loading, error, refetch: () => void refetch()?.catch(() => undefined) };
}
