import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable, type ColumnDef } from '@tanstack/vue-table';
import { computed, type ComputedRef } from 'vue';
import { compareValues, readSort, type Column } from './column.ts';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** A row beside the key that tells it from all others, and what its columns say. */
export interface KeyedRow<R> {
  readonly key: string;
  readonly row: R;
  readonly values: Readonly<Record<string, string | number | null>>;
}

/** What is to be sorted: getters, so that each is followed. */
export interface SortInput<R> {
  rows: () => readonly R[];
  columns: () => readonly Column<R>[];
  keyOf: (row: R) => string;
  sort: () => string;
}

function definitionOf<R>(column: Column<R>): ColumnDef<typeof features, KeyedRow<R>> {
  return {
    id: column.key,
    accessorFn: ({ values }) => values[column.key] ?? undefined,
    sortUndefined: 'last',
    sortFn: (a, b, id) => compareValues(a.getValue<string | number>(id), b.getValue<string | number>(id)),
  };
}

/** The rows in the order of the sort word; in the order they came where there is none or its column is gone. */
export function useSortedRows<R>(input: SortInput<R>): ComputedRef<KeyedRow<R>[]> {
  const table = useTable<typeof features, KeyedRow<R>>({
    features,
    columns: computed(() => input.columns().map(definitionOf<R>)),
    data: computed(() => {
      // The table remembers what a row said: a value that arrives later (a figure beside its unit) has to make a new row.
      const columns = input.columns();
      return input.rows().map((row) => ({
        key: input.keyOf(row),
        row,
        values: Object.fromEntries(columns.map((column) => [column.key, column.value(row)])),
      }));
    }),
    getRowId: ({ key }) => key,
    state: computed(() => {
      const sort = readSort(input.sort());
      const known = sort && input.columns().some((column) => column.key === sort.key);
      return { sorting: known ? [{ id: sort.key, desc: sort.descending }] : [] };
    }),
  });
  return computed(() => table.getRowModel().rows.map((row) => row.original));
}
