import type { Day } from '@chi-tieu/shared/domain/days';
import {
  UnitFiguresDocument,
  UnitsDocument,
  type FigureFragment,
  type UnitsQueryVariables,
} from '@chi-tieu/shared/generated/graphql';
import { useQuery } from '@vue/apollo-composable';
import { computed, watchEffect, type ComputedRef, type Ref } from 'vue';
import { dataStatus } from '../../app/session.ts';
import type { FrameState } from '../../app/useFrame.ts';
import { usePages } from '../../app/usePages.ts';
import { treeOf, type UnitTree } from './unitTree.ts';

export interface Units {
  tree: ComputedRef<UnitTree>;
  ready: ComputedRef<boolean>;
  loading: Ref<boolean>;
  error: Ref<Error | null>;
  retry: () => void;
  /** The figure of a unit over the period of the page, by the unit's id; undefined while on its way or without one. */
  figureOf: (id: string) => FigureFragment | undefined;
}

/** All units of a day, as a tree, and their figures over the page's period. */
export function useUnits(on: Ref<Day>, frame: FrameState): Units {
  const query = useQuery(UnitsDocument, (): UnitsQueryVariables => ({ on: on.value, after: null }), {
    keepPreviousResult: true,
  });
  const pages = usePages(query, (result) => result.units);
  // A province has some hundreds of units at most: all of them are wanted, for the tree and the search.
  watchEffect(() => {
    if (pages.hasMore.value) void pages.loadMore();
  });

  const root = computed(() => dataStatus.value?.province.code ?? '');
  const figures = useQuery(UnitFiguresDocument, () => ({ ...frame.variables.value, root: root.value }), {
    keepPreviousResult: true,
  });
  const byId = computed(() => {
    const { unit = null, attainments = [] } = figures.result.value ?? {};
    const known = new Map<string, FigureFragment>(attainments.map((attainment) => [attainment.unit.id, attainment]));
    if (unit) known.set(unit.id, unit.attainment);
    return known;
  });

  return {
    tree: computed(() => treeOf(pages.nodes.value)),
    ready: computed(() => query.result.value !== undefined),
    loading: query.loading,
    error: query.error,
    retry: () => void query.refetch()?.catch(() => undefined),
    figureOf: (id) => byId.value.get(id),
  };
}
