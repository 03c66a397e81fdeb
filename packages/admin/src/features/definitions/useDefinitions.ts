import { DefinitionsDocument, type DefinitionShownFragment } from '@chi-tieu/shared/generated/graphql';
import { useIntervalFn } from '@vueuse/core';
import { computed, watch } from 'vue';
import { useAnswer } from '../../app/useAnswer.ts';

export type Definition = DefinitionShownFragment;
export type DefinitionState = Definition['state'];

const LOOK_EVERY_MS = 1_000;

/** The definitions of one indicator, or of all; looked at again only while one is being computed. */
export function useDefinitions(indicator: () => string | null) {
  const answer = useAnswer(DefinitionsDocument, () => ({ indicator: indicator() }));
  const definitions = computed(() => answer.data.value?.indicatorDefinitions ?? []);
  const isComputing = computed(() => definitions.value.some(({ state }) => state === 'COMPUTING'));
  const look = useIntervalFn(answer.retry, LOOK_EVERY_MS, { immediate: false });
  watch(isComputing, (computing) => (computing ? look.resume() : look.pause()), { immediate: true });
  return { answer, definitions };
}

/** Whether a definition is on its way: it answers neither now nor any more. */
export function isOpen({ state }: Pick<Definition, 'state'>): boolean {
  return state === 'DRAFT' || state === 'COMPUTING' || state === 'READY';
}
