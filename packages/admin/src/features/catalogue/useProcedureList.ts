import type { Day } from '@chi-tieu/shared/domain/days';
import { ProcedureFieldsDocument, ProceduresDocument, type ProceduresQuery } from '@chi-tieu/shared/generated/graphql';
import { useQuery } from '@vue/apollo-composable';
import { refDebounced } from '@vueuse/core';
import { computed, type ComputedRef, type Ref } from 'vue';
import { useAllPages } from '../../app/useAllPages.ts';
import { usePages, type Pages } from '../../app/usePages.ts';
import type { Tier } from './levels.ts';

export type ListedProcedure = ProceduresQuery['procedures']['nodes'][number];

/** What narrows the catalogue down, and how it is sorted; as it stands in the query string. */
export interface ProcedureFilters {
  readonly search: Ref<string>;
  readonly field: Ref<string | null>;
  readonly tier: Ref<Tier | ''>;
  readonly inForce: Ref<boolean>;
  readonly on: Ref<Day>;
  readonly sort: Ref<string>;
}

/** Whether anything is left out of the catalogue. */
export function isNarrowed({ search, field, tier, inForce }: ProcedureFilters): boolean {
  return search.value !== '' || field.value !== null || tier.value !== '' || inForce.value;
}

/** Shows the whole catalogue again. */
export function clearFilters(filters: ProcedureFilters): void {
  filters.search.value = '';
  filters.field.value = null;
  filters.tier.value = '';
  filters.inForce.value = false;
}

export interface ProcedureList extends Pages<ListedProcedure> {
  ready: ComputedRef<boolean>;
  loading: Ref<boolean>;
  error: Ref<Error | null>;
  retry: () => void;
  fields: ComputedRef<readonly { field: string; count: number }[]>;
}

const AFTER_LAST_KEY_MS = 180;
const PAGE = 200;

/** The procedures that fit the filters, a page at a time; all of them as soon as a column is sorted by. */
export function useProcedureList(filters: ProcedureFilters): ProcedureList {
  const search = refDebounced(filters.search, AFTER_LAST_KEY_MS);
  const inForceOn = computed(() => (filters.inForce.value ? filters.on.value : null));
  const query = useQuery(
    ProceduresDocument,
    () => ({
      search: search.value.trim() || null,
      field: filters.field.value,
      tier: filters.tier.value || null,
      inForceOn: inForceOn.value,
      first: PAGE,
      after: null,
    }),
    { keepPreviousResult: true },
  );
  const pages = usePages(query, (result) => result.procedures);
  // The server knows one order; another one is only right once every row is here.
  useAllPages(pages, () => filters.sort.value !== '');

  const fields = useQuery(ProcedureFieldsDocument, () => ({ inForceOn: inForceOn.value }), {
    keepPreviousResult: true,
  });
  return {
    ...pages,
    ready: computed(() => query.result.value !== undefined),
    loading: query.loading,
    error: query.error,
    retry: () => void query.refetch()?.catch(() => undefined),
    fields: computed(() => fields.result.value?.procedureFields ?? []),
  };
}
