import type { Day } from '@chi-tieu/shared/domain/days';
import {
  UnitFiguresDocument,
  UnitsDocument,
  type FigureFragment,
  type UnitFiguresQuery,
  type UnitFiguresQueryVariables,
  type UnitsQuery,
  type UnitsQueryVariables,
} from '@chi-tieu/shared/generated/graphql';
import { computed, watch, type ComputedRef, type Ref } from 'vue';
import { dataStatus } from '../../app/session.ts';
import { useAnswer, type Answer } from '../../app/useAnswer.ts';
import type { FrameState } from '../../app/useFrame.ts';
import { usePages } from '../../app/usePages.ts';
import { treeOf, type UnitTree } from './unitTree.ts';

export interface Units {
  tree: ComputedRef<UnitTree>;
  units: Answer<UnitsQuery, UnitsQueryVariables>;
  figures: Answer<UnitFiguresQuery, UnitFiguresQueryVariables>;
  /** The figure of a unit over the period of the page, by the unit's id; undefined while on its way or without one. */
  figureOf: (id: string) => FigureFragment | undefined;
}

/** All units of a day, as a tree, and their figures over the page's period. */
export function useUnits(on: Ref<Day>, frame: FrameState): Units {
  const units = useAnswer(UnitsDocument, () => ({ on: on.value, after: null }));
  const pages = usePages(units.query, (result) => result.units);
  // A province has some hundreds of units at most: all of them are wanted, for the tree and the search.
  watch(
    () => pages.nodes.value.length,
    () => void pages.loadMore(),
    { immediate: true },
  );

  const root = computed(() => dataStatus.value?.province.code ?? '');
  const figures = useAnswer(UnitFiguresDocument, () => ({ ...frame.variables.value, root: root.value }));
  const byId = computed(() => {
    const known = new Map<string, FigureFragment>();
    if (figures.stale.value || !figures.data.value) return known;
    const { unit, attainments } = figures.data.value;
    for (const attainment of attainments) known.set(attainment.unit.id, attainment);
    if (unit) known.set(unit.id, unit.attainment);
    return known;
  });

  return { tree: computed(() => treeOf(pages.nodes.value)), units, figures, figureOf: (id) => byId.value.get(id) };
}
