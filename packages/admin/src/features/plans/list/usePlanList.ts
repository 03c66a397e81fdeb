import { yearEnd } from '@chi-tieu/shared/domain/days';
import { PlansDocument } from '@chi-tieu/shared/generated/graphql';
import { useQuery } from '@vue/apollo-composable';
import { computed, type ComputedRef, type Ref } from 'vue';
import { dataStatus } from '../../../app/session.ts';
import { planRows, type PlanRow } from './planRows.ts';
import { usePlanYear, type PlanYear } from './usePlanYear.ts';

export interface PlanList extends PlanYear {
  /** Null before the first answer. */
  readonly rows: ComputedRef<PlanRow[] | null>;
  readonly loading: Ref<boolean>;
  readonly error: Ref<Error | null>;
  readonly refetch: () => void;
}

/** The plans of the year and indicator in the address. */
export function usePlanList(): PlanList {
  const { year, indicator, years } = usePlanYear();
  const { result, loading, error, refetch } = useQuery(
    PlansDocument,
    () => ({ year: year.value, indicator: indicator.value, on: yearEnd(year.value) }),
    { keepPreviousResult: true, fetchPolicy: 'no-cache' },
  );
  const rows = computed(() => {
    const [answer, province] = [result.value, dataStatus.value?.province];
    return answer && province ? planRows(answer.targetPlans, province, answer.issuers.nodes) : null;
  });
  return { year, indicator, years, rows, loading, error, refetch: () => void refetch()?.catch(() => undefined) };
}
