import { ProcedureInFullDocument, type ProcedureInFullQuery } from '@chi-tieu/shared/generated/graphql';
import { useQuery } from '@vue/apollo-composable';
import { computed, type ComputedRef, type Ref } from 'vue';

export type ProcedureInFull = NonNullable<ProcedureInFullQuery['procedure']>;

export interface ProcedureQuery {
  /** Null where there is none of that code; undefined before the first answer. */
  procedure: ComputedRef<ProcedureInFull | null | undefined>;
  loading: Ref<boolean>;
  error: Ref<Error | null>;
  retry: () => void;
}

/** One procedure with everything lists ever said about it; nothing is asked while there is no code. */
export function useProcedure(code: () => string | null): ProcedureQuery {
  const { result, loading, error, refetch } = useQuery(
    ProcedureInFullDocument,
    () => ({ code: code() ?? '' }),
    () => ({ enabled: code() !== null }),
  );
  return {
    procedure: computed(() => result.value?.procedure),
    loading,
    error,
    retry: () => void refetch()?.catch(() => undefined),
  };
}
