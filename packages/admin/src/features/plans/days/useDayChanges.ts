import { yearOf } from '@chi-tieu/shared/domain/days';
import { PlanDayChangesDocument } from '@chi-tieu/shared/generated/graphql';
import { useQuery } from '@vue/apollo-composable';
import { computed, type ComputedRef } from 'vue';
import type { DayChanges } from './dayChanges.ts';

/** What another day makes of the units of a plan; null while that is not known, and for a day that it cannot have. */
export function useDayChanges(
  plan: { readonly id: string; readonly year: number },
  day: () => string | null,
): ComputedRef<{ day: string; changes: DayChanges } | null> {
  const wanted = (): string => day() ?? '';
  const enabled = (): boolean => wanted() !== '' && yearOf(wanted()) === plan.year;
  const { result, loading } = useQuery(
    PlanDayChangesDocument,
    () => ({ id: plan.id, day: wanted() }),
    () => ({ fetchPolicy: 'no-cache', enabled: enabled() }),
  );
  return computed(() => {
    const changes = result.value?.targetPlan?.changesOn;
    return changes && enabled() && !loading.value ? { day: wanted(), changes } : null;
  });
}
