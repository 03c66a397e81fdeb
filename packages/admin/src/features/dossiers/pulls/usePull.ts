import {
  RunSourceDocument,
  SourcePullDocument,
  StopSourceDocument,
  type SourcePullState,
} from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { useIntervalFn } from '@vueuse/core';
import { computed, watch } from 'vue';
import { problemOf } from '../../../app/problem.ts';
import { useAnswer } from '../../../app/useAnswer.ts';
import { moment } from '../../../i18n/format.ts';
import { t } from '../../../i18n/i18n.ts';
import { notify } from '../../../ui/toast.ts';
import type { Tone } from '../../../ui/tone.ts';
import type { Pull } from './pullDraft.ts';

const LOOK_EVERY_MS = 2_000;
const MOVING: readonly SourcePullState[] = ['DUE', 'READING'];

/** How fetching from a source stands, looked at again while it is being read; reading it at once, and stopping that. */
export function usePull(id: () => string) {
  const { client } = useApolloClient();
  const answer = useAnswer(SourcePullDocument, () => ({ id: id() }));
  const source = computed(() => answer.data.value?.dossierSource ?? null);
  const pull = computed(() => source.value?.pull ?? null);
  const isMoving = computed(() => pull.value !== null && MOVING.includes(pull.value.state));
  const look = useIntervalFn(answer.retry, LOOK_EVERY_MS, { immediate: false });
  watch(isMoving, (moving) => (moving ? look.resume() : look.pause()), { immediate: true });

  async function steer(change: () => Promise<unknown>, text: string): Promise<void> {
    try {
      await change();
      void notify({ kind: 'done', text });
    } catch (error) {
      const problem = problemOf(error);
      void notify({ kind: 'failed', text: problem.what, detail: problem.toDo });
    } finally {
      answer.retry();
    }
  }
  const variables = () => ({ source: id() });
  const readNow = () =>
    steer(() => client.mutate({ mutation: RunSourceDocument, variables: variables() }), t('pulls.asked'));
  const stop = () =>
    steer(() => client.mutate({ mutation: StopSourceDocument, variables: variables() }), t('pulls.stopAsked'));
  return { answer, source, pull, isMoving, readNow, stop };
}

/** How it stands, in a word or two and a colour. */
export function standWords({ state, nextAt, openUntil, running }: Pull): { tone: Tone; text: string } {
  switch (state) {
    case 'READING':
      return { tone: 'open', text: running ? readingText(running) : t('pulls.reading') };
    case 'DUE':
      return { tone: 'open', text: t('pulls.due') };
    case 'WAITING':
      return { tone: 'risk', text: t('pulls.waiting', { at: nextAt ? moment(nextAt) : '—' }) };
    case 'OPEN':
      return { tone: 'miss', text: t('pulls.open', { at: openUntil ? moment(openUntil) : '—' }) };
    case 'IDLE':
      return { tone: 'met', text: t('pulls.idle') };
  }
}

const readingText = ({ pages, received, startedAt }: NonNullable<Pull['running']>): string =>
  t('pulls.readingPage', { pages, rows: received, since: moment(startedAt) });
