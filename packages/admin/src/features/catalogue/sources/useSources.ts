import {
  CatalogueSourcesDocument,
  DeleteCatalogueSourceDocument,
  PullCatalogueSourceDocument,
  SaveCatalogueSourceDocument,
  type CatalogueSourceInput,
  type CatalogueSourcesQuery,
} from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { useIntervalFn } from '@vueuse/core';
import { computed, watch } from 'vue';
import { problemOf, type Problem } from '../../../app/problem.ts';
import { useAnswer } from '../../../app/useAnswer.ts';
import { t } from '../../../i18n/i18n.ts';
import { notify } from '../../../ui/toast.ts';

export type Source = CatalogueSourcesQuery['catalogueSources'][number];

const LOOK_EVERY_MS = 1_000;

/** The sources, looked at again only while one is being read; how to set one up, read it, and take it away. */
export function useSources() {
  const { client } = useApolloClient();
  const answer = useAnswer(CatalogueSourcesDocument, () => ({}));
  const sources = computed(() => answer.data.value?.catalogueSources ?? []);
  const isReading = computed(() => sources.value.some(({ running }) => running !== null));
  const look = useIntervalFn(answer.retry, LOOK_EVERY_MS, { immediate: false });
  watch(isReading, (reading) => (reading ? look.resume() : look.pause()), { immediate: true });

  async function run(change: () => Promise<unknown>, done: string | null): Promise<Problem | null> {
    try {
      await change();
      if (done !== null) void notify({ kind: 'done', text: done });
      return null;
    } catch (error) {
      return problemOf(error);
    } finally {
      answer.retry();
    }
  }
  const save = (input: CatalogueSourceInput) =>
    run(() => client.mutate({ mutation: SaveCatalogueSourceDocument, variables: { input } }), t('sources.saved'));
  const remove = (id: string) =>
    run(() => client.mutate({ mutation: DeleteCatalogueSourceDocument, variables: { id } }), t('sources.removed'));
  async function pull(id: string): Promise<void> {
    const problem = await run(() => client.mutate({ mutation: PullCatalogueSourceDocument, variables: { id } }), null);
    if (problem) await notify({ kind: 'failed', text: problem.what, detail: problem.toDo });
  }
  return { answer, sources, save, remove, pull };
}
