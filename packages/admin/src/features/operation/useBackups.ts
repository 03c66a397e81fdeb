import { BackupCheckDocument, BackupsDocument, StartBackupDocument } from '@chi-tieu/shared/generated/graphql';
import { useApolloClient, useMutation } from '@vue/apollo-composable';
import { useIntervalFn } from '@vueuse/core';
import { computed, reactive, watch } from 'vue';
import { problemOf } from '../../app/problem.ts';
import { useAnswer } from '../../app/useAnswer.ts';
import { t } from '../../i18n/i18n.ts';
import { notify } from '../../ui/toast.ts';

const LOOK_EVERY_MS = 700;

/** What became of the check of a file. */
export type Checked = 'checking' | 'whole' | 'damaged';

async function sayFailed(error: unknown): Promise<void> {
  const { what, toDo } = problemOf(error);
  await notify({ kind: 'failed', text: what, detail: toDo });
}

/** The backups, looked at again while one is being made; how to make one, and to check one. */
export function useBackups() {
  const answer = useAnswer(BackupsDocument, () => ({}));
  const backups = computed(() => answer.data.value?.backups);
  const running = computed(() => backups.value?.running ?? null);
  const look = useIntervalFn(answer.retry, LOOK_EVERY_MS, { immediate: false });
  watch(running, (now) => (now === null ? look.pause() : look.resume()), { immediate: true });

  const { mutate, loading: starting } = useMutation(StartBackupDocument, { fetchPolicy: 'no-cache' });
  async function start(): Promise<void> {
    try {
      await mutate();
    } catch (error) {
      await sayFailed(error);
    }
    answer.retry();
  }

  const { resolveClient } = useApolloClient();
  const checked = reactive(new Map<string, Checked>());
  async function check(name: string): Promise<void> {
    checked.set(name, 'checking');
    try {
      const { data } = await resolveClient().query({
        query: BackupCheckDocument,
        variables: { name },
        fetchPolicy: 'no-cache',
      });
      const { whole } = data.backupCheck;
      checked.set(name, whole ? 'whole' : 'damaged');
      await notify({
        kind: whole ? 'done' : 'failed',
        text: `${name}: ${t(whole ? 'operation.whole' : 'operation.damaged')}`,
      });
    } catch (error) {
      checked.delete(name);
      await sayFailed(error);
    }
  }
  return { answer, backups, running, starting, start, checked, check };
}
