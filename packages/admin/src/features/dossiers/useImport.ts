import { useApolloClient } from '@vue/apollo-composable';
import { onMounted, onUnmounted } from 'vue';
import { useRouter, type RouteLocationRaw } from 'vue-router';
import { forgetAnswers } from '../../app/forgetAnswers.ts';
import { refreshFrame } from '../../app/session.ts';
import { t } from '../../i18n/i18n.ts';
import { notify } from '../../ui/toast.ts';
import {
  importJob,
  runImport,
  type ImportJob,
  type ImportKind,
  type ImportState,
  type ImportStep,
} from './importJob.ts';
import './importTexts.ts';

export interface Import {
  readonly job: ImportJob;
  /** Checks a file, or takes it in. */
  run: (step: ImportStep, file: File) => Promise<void>;
}

/**
 * The import of a kind, shown by the page that calls this. It goes on when the page is left; whoever is elsewhere when it
 * ends is told, with the way back (`place`).
 */
export function useImport(kind: ImportKind, place: RouteLocationRaw): Import {
  const { client } = useApolloClient();
  const router = useRouter();
  const job = importJob(kind);
  onMounted(() => (job.watched = true));
  onUnmounted(() => (job.watched = false));

  async function run(step: ImportStep, file: File): Promise<void> {
    const end = await runImport(job, step, file);
    if (end.phase === 'taken') {
      forgetAnswers(client);
      await refreshFrame().catch(() => undefined);
    }
    const told = job.watched ? null : endInWords(end);
    const action = { label: t('imports.show'), run: () => void router.push(place) };
    if (told) await notify({ ...told, action });
  }
  return { job, run };
}

function endInWords(end: ImportState): { kind: 'done' | 'failed'; text: string } | null {
  if (end.phase === 'none' || end.phase === 'running') return null;
  const { name } = end.file;
  if (end.phase === 'failed') return { kind: 'failed', text: t('imports.endFailed', { name }) };
  const { received, rejected } = end.receipt;
  return end.phase === 'checked'
    ? { kind: 'done', text: t('imports.endChecked', { name, count: received }) }
    : { kind: 'done', text: t('imports.endTaken', { name, count: received - rejected }) };
}
