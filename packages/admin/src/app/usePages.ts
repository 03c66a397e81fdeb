import type { UseQueryReturn } from '@vue/apollo-composable';
import type { OperationVariables } from '@apollo/client/core';
import { computed, ref, type ComputedRef, type Ref } from 'vue';
import { t } from '../i18n/i18n.ts';
import { notify } from '../ui/toast.ts';
import { problemOf } from './problem.ts';

interface Connection<N> {
  readonly nodes: readonly N[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface Pages<N> {
  /** What is here of the list so far. */
  readonly nodes: ComputedRef<readonly N[]>;
  /** How many there are on the server; null before the first answer. */
  readonly total: ComputedRef<number | null>;
  readonly hasMore: ComputedRef<boolean>;
  readonly loadingMore: Ref<boolean>;
  /** Fetches the next page, once at a time; says so when it fails and can then be called again. */
  readonly loadMore: () => Promise<void>;
}

/** A list that is read page by page through a query with a variable `after`; the cache puts the pages together. */
export function usePages<R, V extends OperationVariables & { after?: string | null | undefined }, N>(
  query: Pick<UseQueryReturn<R, V>, 'result' | 'fetchMore' | 'variables'>,
  connectionOf: (result: R) => Connection<N> | null | undefined,
): Pages<N> {
  const connection = computed(() => (query.result.value ? (connectionOf(query.result.value) ?? null) : null));
  const hasMore = computed(() => connection.value?.pageInfo.hasNextPage ?? false);
  const loadingMore = ref(false);

  async function loadMore(): Promise<void> {
    const after = connection.value?.pageInfo.endCursor;
    if (!hasMore.value || loadingMore.value || !after) return;
    loadingMore.value = true;
    try {
      await query.fetchMore({ variables: { ...query.variables.value, after } });
    } catch (error) {
      const { what, toDo } = problemOf(error);
      await notify({
        kind: 'failed',
        text: what,
        detail: toDo,
        action: { label: t('ui.retry'), run: () => void loadMore() },
      });
    } finally {
      loadingMore.value = false;
    }
  }

  return {
    nodes: computed(() => connection.value?.nodes ?? []),
    total: computed(() => connection.value?.totalCount ?? null),
    hasMore,
    loadingMore,
    loadMore,
  };
}
