import type { OperationVariables, TypedDocumentNode } from '@apollo/client/core';
import { useQuery, type UseQueryReturn } from '@vue/apollo-composable';
import { computed, ref, type ComputedRef, type Ref } from 'vue';

export interface Answer<R, V extends OperationVariables> {
  /** The latest answer; undefined before the first. */
  readonly data: Ref<R | undefined>;
  /** True while what is shown answers an earlier question: it must not stand beside the new one as if it were its own. */
  readonly stale: ComputedRef<boolean>;
  readonly loading: Ref<boolean>;
  readonly error: Ref<Error | null>;
  readonly retry: () => void;
  /** The query itself, for reading on page by page. */
  readonly query: UseQueryReturn<R, V>;
}

/**
 * Asks whenever the variables change. The earlier answer stays, marked `stale`, until the new one is there, so that a page
 * does not fall back to grey rows at every choice. Fits `QueryPlace`: bind `stateOf(answer)`.
 */
export function useAnswer<R, V extends OperationVariables>(
  document: TypedDocumentNode<R, V>,
  variables: () => NoInfer<V>,
): Answer<R, V> {
  const query = useQuery<R, V>(document, variables, { keepPreviousResult: true });
  const answered = ref<string>();
  query.onResult(({ data, error }) => {
    if (Object.keys(data ?? {}).length > 0 && !error) answered.value = JSON.stringify(query.variables.value);
  });
  return {
    data: query.result,
    stale: computed(() => answered.value !== undefined && answered.value !== JSON.stringify(variables())),
    loading: query.loading,
    error: query.error,
    retry: () => void query.refetch()?.catch(() => undefined),
    query,
  };
}

/** What `QueryPlace` wants to know of an answer. */
export function stateOf<R, V extends OperationVariables>(
  answer: Answer<R, V>,
): { ready: boolean; stale: boolean; loading: boolean; error: Error | null; onRetry: () => void } {
  return {
    ready: answer.data.value !== undefined,
    stale: answer.stale.value,
    loading: answer.loading.value,
    error: answer.error.value,
    onRetry: answer.retry,
  };
}
