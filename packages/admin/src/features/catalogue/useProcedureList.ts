import {
  ProcedureFacetsDocument,
  ProceduresDocument,
  type ProcedureFacetsQuery,
  type ProceduresQuery,
} from '@chi-tieu/shared/generated/graphql';
import { useQuery } from '@vue/apollo-composable';
import { refDebounced } from '@vueuse/core';
import { computed, type ComputedRef, type Ref } from 'vue';
import { usePages, type Pages } from '../../app/usePages.ts';
import { filterOf, sortOf, type ProcedureFilters } from './procedureFilters.ts';

export type ListedProcedure = ProceduresQuery['procedures']['nodes'][number];
export type Facets = ProcedureFacetsQuery['procedureFacets'];

export interface ProcedureList extends Pages<ListedProcedure> {
  ready: ComputedRef<boolean>;
  loading: Ref<boolean>;
  error: Ref<Error | null>;
  retry: () => void;
  /** How what is listed is spread; null before the first answer. */
  facets: ComputedRef<Facets | null>;
  /** The fields that there are, for who writes one. */
  fields: ComputedRef<readonly string[]>;
}

const AFTER_LAST_KEY_MS = 180;
const PAGE = 200;

/** The procedures that fit the filters, a page at a time, in the order that the server gives them. */
export function useProcedureList(filters: ProcedureFilters): ProcedureList {
  const search = refDebounced(filters.search, AFTER_LAST_KEY_MS);
  const asked = computed(() => ({
    search: search.value.trim() || null,
    filter: filterOf(filters),
    on: filters.on.value,
  }));
  const query = useQuery(
    ProceduresDocument,
    () => ({ ...asked.value, sort: sortOf(filters.sort.value), first: PAGE, after: null }),
    { keepPreviousResult: true },
  );
  const facets = useQuery(ProcedureFacetsDocument, () => asked.value, { keepPreviousResult: true });
  const found = computed(() => facets.result.value?.procedureFacets ?? null);
  return {
    ...usePages(query, (result) => result.procedures),
    ready: computed(() => query.result.value !== undefined),
    loading: query.loading,
    error: query.error,
    retry: () => void query.refetch()?.catch(() => undefined),
    facets: found,
    fields: computed(() => (found.value?.fields ?? []).flatMap(({ value }) => value ?? [])),
  };
}
