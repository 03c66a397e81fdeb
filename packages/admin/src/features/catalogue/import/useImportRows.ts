import { ImportRowsDocument, type ImportFilter, type ImportRowsQuery } from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { computed, ref, shallowRef, watch } from 'vue';

export type ShownRow = ImportRowsQuery['importRows']['nodes'][number];

const AT_ONCE = 100;
const MOST_ANEW = 500;

/**
 * The rows of an import that fit, page by page. They stay where they are while they are mended, also those that fit no more: nothing
 * moves under the hands of whoever works through them. `anew` asks again for those that are shown.
 */
export function useImportRows(id: () => string, only: () => ImportFilter | null) {
  const { client } = useApolloClient();
  const rows = shallowRef<readonly ShownRow[]>([]);
  const total = ref<number | null>(null);
  const loading = ref(false);
  const error = ref<Error | null>(null);
  const cursor = ref<string | null>(null);
  let turn = 0;

  async function ask(variables: { after?: string | null; rows?: number[]; only?: ImportFilter | null; first: number }) {
    const { data } = await client.query({
      query: ImportRowsDocument,
      variables: { only: null, rows: null, after: null, ...variables, id: id() },
      fetchPolicy: 'no-cache',
    });
    return data.importRows;
  }

  async function load(isMore: boolean): Promise<void> {
    const mine = (turn += 1);
    loading.value = true;
    error.value = null;
    try {
      const page = await ask({ only: only(), after: isMore ? cursor.value : null, first: AT_ONCE });
      if (mine !== turn) return;
      rows.value = isMore ? [...rows.value, ...page.nodes] : page.nodes;
      total.value = page.totalCount;
      cursor.value = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } catch (failure) {
      if (mine === turn) error.value = failure instanceof Error ? failure : new Error(String(failure));
    } finally {
      if (mine === turn) loading.value = false;
    }
  }

  /** Asks again for the rows that are shown: what was mended in one may hold for others. */
  async function anew(): Promise<void> {
    const numbers = rows.value.map(({ row }) => row).slice(0, MOST_ANEW);
    if (numbers.length === 0) return;
    const page = await ask({ rows: numbers, first: numbers.length }).catch(() => null);
    if (!page) return;
    const fresh = new Map(page.nodes.map((row) => [row.row, row]));
    rows.value = rows.value.map((row) => fresh.get(row.row) ?? row);
  }

  watch([id, only], () => void load(false), { immediate: true });
  return {
    rows,
    total,
    loading,
    error,
    hasMore: computed(() => cursor.value !== null),
    load: () => load(false),
    more: () => load(true),
    anew,
  };
}
