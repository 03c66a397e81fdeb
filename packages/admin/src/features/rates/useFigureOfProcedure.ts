import { FigureOfProcedureDocument, type FigureOfProcedureQueryVariables } from '@chi-tieu/shared/generated/graphql';
import { useQuery } from '@vue/apollo-composable';
import { computed, type ComputedRef, type Ref } from 'vue';

/** What is looked at behind a figure where it is narrowed to one procedure. */
export interface FigureOfProcedure {
  code: string;
  /** Null while it is not known, or where there is none of that code. */
  name: string | null;
  /** Null until the answer is there, and where there is none of that code. */
  counts: { numerator: number; denominator: number; notCounted: number } | null;
}

/** The part of a figure that one procedure makes; null, and nothing asked, while no procedure is named. */
export function useFigureOfProcedure(
  procedure: () => string | null,
  variables: () => Omit<FigureOfProcedureQueryVariables, 'procedure'>,
): { part: ComputedRef<FigureOfProcedure | null>; isUnknown: ComputedRef<boolean>; stale: Ref<boolean> } {
  const query = useQuery(
    FigureOfProcedureDocument,
    () => ({ ...variables(), procedure: procedure() ?? '' }),
    () => ({ enabled: procedure() !== null, keepPreviousResult: true }),
  );
  const found = computed(() => query.result.value?.procedure);
  const part = computed(() => {
    const code = procedure();
    if (code === null) return null;
    return { code, name: found.value?.name ?? null, counts: found.value?.rate ?? null };
  });
  const isUnknown = computed(() => procedure() !== null && found.value === null);
  return { part, isUnknown, stale: query.loading };
}
