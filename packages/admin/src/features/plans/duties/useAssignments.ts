import { AssignmentsDocument } from '@chi-tieu/shared/generated/graphql';
import { useQuery } from '@vue/apollo-composable';
import { computed, type ComputedRef, type Ref } from 'vue';
import type { Assignment } from './progressRows.ts';

interface Assignments {
  /** Null before the first answer. */
  readonly rows: ComputedRef<readonly Assignment[] | null>;
  readonly loading: Ref<boolean>;
  readonly error: Ref<Error | null>;
  readonly refetch: () => void;
}

/** Who was given a target by a unit (the province where none is told), and what they did; asked anew each time it is looked at. */
export function useAssignments(
  asked: () => { indicator: string; year: number; under: string | null },
  enabled: () => boolean = () => true,
): Assignments {
  const { result, loading, error, refetch } = useQuery(AssignmentsDocument, asked, () => ({
    fetchPolicy: 'no-cache',
    keepPreviousResult: true,
    enabled: enabled(),
  }));
  return {
    rows: computed(() => result.value?.assignments ?? null),
    loading,
    error,
    refetch: () => void refetch()?.catch(() => undefined),
  };
}
