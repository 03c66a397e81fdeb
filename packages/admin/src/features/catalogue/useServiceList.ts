import type { Day } from '@chi-tieu/shared/domain/days';
import {
  ListDayDocument,
  ListHistoryDocument,
  ServiceListsDocument,
  type ListDayQuery,
  type ListHistoryQuery,
} from '@chi-tieu/shared/generated/graphql';
import { useQuery } from '@vue/apollo-composable';
import { computed, type ComputedRef, type Ref } from 'vue';
import { useAllPages } from '../../app/useAllPages.ts';
import { usePages } from '../../app/usePages.ts';

export type ListEntry = NonNullable<ListDayQuery['serviceList']>['entries']['nodes'][number];
export type Amendment = NonNullable<ListHistoryQuery['serviceList']>['amendments'][number];

interface Asked {
  loading: Ref<boolean>;
  error: Ref<Error | null>;
  retry: () => void;
}

export interface ServiceLists extends Asked {
  lists: ComputedRef<readonly { code: string; name: string }[]>;
  ready: ComputedRef<boolean>;
}

/** All service lists there are. */
export function useServiceLists(): ServiceLists {
  const { result, loading, error, refetch } = useQuery(ServiceListsDocument);
  return {
    lists: computed(() => result.value?.serviceLists ?? []),
    ready: computed(() => result.value !== undefined),
    loading,
    error,
    retry: () => void refetch()?.catch(() => undefined),
  };
}

export interface ListHistory extends Asked {
  /** What decisions did, in the order in which they took effect; undefined before the first answer. */
  amendments: ComputedRef<readonly Amendment[] | undefined>;
}

/** The decisions about a list, each with its lines. */
export function useListHistory(code: () => string | null): ListHistory {
  const { result, loading, error, refetch } = useQuery(
    ListHistoryDocument,
    () => ({ code: code() ?? '' }),
    () => ({ enabled: code() !== null, keepPreviousResult: true }),
  );
  return {
    amendments: computed(() => result.value?.serviceList?.amendments),
    loading,
    error,
    retry: () => void refetch()?.catch(() => undefined),
  };
}

export interface ListOnDay extends Asked {
  entries: ComputedRef<readonly ListEntry[]>;
  total: ComputedRef<number | null>;
  /** True once every entry is here: only then may entries be counted or compared. */
  complete: ComputedRef<boolean>;
}

const PAGE = 500;

/** A list as it stood on a day, whole: a decision's list has some thousand entries at most. */
export function useListOnDay(code: () => string | null, on: () => Day): ListOnDay {
  const query = useQuery(
    ListDayDocument,
    () => ({ code: code() ?? '', on: on(), first: PAGE, after: null }),
    () => ({ enabled: code() !== null, keepPreviousResult: true }),
  );
  const pages = usePages(query, (result) => result.serviceList?.entries);
  useAllPages(pages, () => true);
  return {
    entries: pages.nodes,
    total: pages.total,
    complete: computed(() => query.result.value !== undefined && !pages.hasMore.value && !query.loading.value),
    loading: query.loading,
    error: query.error,
    retry: () => void query.refetch()?.catch(() => undefined),
  };
}
