import {
  ScoresInUseDocument,
  TryIndexSetDocument,
  type TriedScoresFragment,
  type TryIndexSetQueryVariables,
} from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { computed, ref, type ComputedRef, type Ref } from 'vue';

/** A unit with what it has by the version in use, and what it would have. */
export interface TriedRow {
  readonly code: string;
  readonly name: string;
  readonly before: Points | null;
  readonly after: Points;
}
type Row = TriedScoresFragment['rows'][number];
type Points = Pick<Row, 'rank' | 'sum' | 'outOf'>;

interface Trial {
  rows: Ref<readonly TriedRow[] | null>;
  /** How many units have a rank now and would have none. */
  lost: ComputedRef<number>;
  /** How many would have one. */
  ranked: ComputedRef<number>;
  run(asked: TryIndexSetQueryVariables, isNew: boolean): Promise<void>;
}

/** Units by what they would have, each beside what it has. */
export function triedRows(tried: readonly Row[], inUse: readonly Row[]): TriedRow[] {
  const before = new Map(inUse.map((row) => [row.unit.code, row]));
  return tried.map(({ unit, ...after }) => ({
    ...{ code: unit.code, name: unit.name, after },
    before: before.get(unit.code) ?? null,
  }));
}

/** An index set tried on the figures that there are before anybody saves it. */
export function useIndexTrial(): Trial {
  const { client } = useApolloClient();
  const rows = ref<readonly TriedRow[] | null>(null);
  return {
    rows,
    lost: computed(
      () => (rows.value ?? []).filter(({ before, after }) => before?.rank != null && after.rank == null).length,
    ),
    ranked: computed(() => (rows.value ?? []).filter(({ after }) => after.rank != null).length),
    async run({ code: set, from, to, kind, ...rest }, isNew) {
      const [tried, inUse] = await Promise.all([
        client.query({
          query: TryIndexSetDocument,
          variables: { ...rest, code: set, from, to, kind },
          fetchPolicy: 'no-cache',
        }),
        isNew
          ? null
          : client.query({ query: ScoresInUseDocument, variables: { set, from, to, kind }, fetchPolicy: 'no-cache' }),
      ]);
      rows.value = triedRows(tried.data.tryIndexSet.rows, inUse?.data.indexScores.rows ?? []);
    },
  };
}
