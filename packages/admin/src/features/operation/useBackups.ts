import { BackupsDocument, CheckBackupDocument, StartBackupDocument } from '@chi-tieu/shared/generated/graphql';
import { useMutation } from '@vue/apollo-composable';
import { useIntervalFn } from '@vueuse/core';
import { computed, watch } from 'vue';
import { problemOf } from '../../app/problem.ts';
import { useAnswer } from '../../app/useAnswer.ts';
import { t } from '../../i18n/i18n.ts';
import { notify } from '../../ui/toast.ts';
import './texts.ts';

const LOOK_EVERY_MS = 700;

async function sayFailed(error: unknown): Promise<void> {
  const { what, toDo } = problemOf(error);
  await notify({ kind: 'failed', text: what, detail: toDo });
}

/** The backups, looked at again only while one is being made or checked; how to make one, and to check one. */
export function useBackups() {
  const answer = useAnswer(BackupsDocument, () => ({}));
  const backups = computed(() => answer.data.value?.backups);
  const running = computed(() => backups.value?.running ?? null);
  const isBusy = computed(
    () => running.value !== null || (backups.value?.files.some(({ check }) => check === 'CHECKING') ?? false),
  );
  const look = useIntervalFn(answer.retry, LOOK_EVERY_MS, { immediate: false });
  watch(isBusy, (busy) => (busy ? look.resume() : look.pause()), { immediate: true });

  const { mutate: begin, loading: starting } = useMutation(StartBackupDocument, { fetchPolicy: 'no-cache' });
  async function start(): Promise<void> {
    await begin().catch(sayFailed);
    answer.retry();
  }

  const { mutate: beginCheck } = useMutation(CheckBackupDocument, { fetchPolicy: 'no-cache' });
  /** Whose result was asked for here and is not said yet. */
  const asked = new Set<string>();
  async function check(name: string): Promise<void> {
    try {
      await beginCheck({ name });
      asked.add(name);
    } catch (error) {
      await sayFailed(error);
    }
    answer.retry();
  }
  watch(
    () => backups.value?.files ?? [],
    (files) => {
      for (const { name, check: result } of files) {
        if (result === null || result === 'CHECKING' || !asked.delete(name)) continue;
        const isWhole = result === 'WHOLE';
        const text = `${name}: ${t(isWhole ? 'operation.whole' : 'operation.damaged')}`;
        void notify({ kind: isWhole ? 'done' : 'failed', text });
      }
    },
  );
  return { answer, backups, running, starting, start, check };
}
