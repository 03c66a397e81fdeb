import { AccountsDocument, type AccountsQuery, type Role } from '@chi-tieu/shared/generated/graphql';
import { refDebounced } from '@vueuse/core';
import { computed, type Ref } from 'vue';
import { useAllPages } from '../../../app/useAllPages.ts';
import { useAnswer, type Answer } from '../../../app/useAnswer.ts';
import { usePages, type Pages } from '../../../app/usePages.ts';
import type { AccountsQueryVariables } from '@chi-tieu/shared/generated/graphql';

export type ListedAccount = AccountsQuery['accounts']['nodes'][number];

/** What the list is narrowed down by, and how it is sorted; as it stands in the query string. */
export interface AccountFilters {
  readonly search: Ref<string>;
  readonly state: Ref<'ALL' | 'ACTIVE' | 'CLOSED'>;
  readonly role: Ref<Role | 'ALL'>;
  readonly unit: Ref<string | null>;
  readonly programs: Ref<boolean>;
  readonly sort: Ref<string>;
}

/** Whether anybody is left out of the list. */
export function isNarrowed({ search, state, role, unit }: AccountFilters): boolean {
  return search.value.trim() !== '' || state.value !== 'ALL' || role.value !== 'ALL' || unit.value !== null;
}

/** Shows everybody again. */
export function clearFilters({ search, state, role, unit }: AccountFilters): void {
  search.value = '';
  state.value = 'ALL';
  role.value = 'ALL';
  unit.value = null;
}

const AFTER_LAST_KEY_MS = 180;
const PAGE = 100;

/** The accounts that fit the filters, a page at a time; all of them as soon as a column is sorted by. */
export function useAccounts(filters: AccountFilters): {
  answer: Answer<AccountsQuery, AccountsQueryVariables>;
  pages: Pages<ListedAccount>;
} {
  const search = refDebounced(filters.search, AFTER_LAST_KEY_MS);
  const active = computed(() => (filters.state.value === 'ALL' ? null : filters.state.value === 'ACTIVE'));
  const answer = useAnswer(AccountsDocument, () => ({
    search: search.value.trim() || null,
    active: active.value,
    role: filters.role.value === 'ALL' ? null : filters.role.value,
    unit: filters.unit.value,
    programs: filters.programs.value,
    first: PAGE,
    after: null,
  }));
  const pages = usePages(answer.query, (result) => result.accounts);
  useAllPages(pages, () => filters.sort.value !== '');
  return { answer, pages };
}
