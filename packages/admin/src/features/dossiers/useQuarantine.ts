import {
  MendQuarantinedDocument,
  QuarantineDocument,
  RetryQuarantinedDocument,
} from '@chi-tieu/shared/generated/graphql';
import { useApolloClient, useQuery } from '@vue/apollo-composable';
import { computed, ref, type ComputedRef, type Ref } from 'vue';
import { forgetAnswers } from '../../app/forgetAnswers.ts';
import { problemOf } from '../../app/problem.ts';
import { refreshFrame } from '../../app/session.ts';
import { useAllPages } from '../../app/useAllPages.ts';
import { usePages, type Pages } from '../../app/usePages.ts';
import { t } from '../../i18n/i18n.ts';
import { notify } from '../../ui/toast.ts';
import { groupByProblem, type ProblemGroup } from './groupByProblem.ts';
import type { QuarantinedRow } from './quarantinedRows.ts';
import './texts.ts';

/** What became of a row that was mended: taken, still bad, or (null) the request failed and said so. */
export type Mended = 'taken' | 'stillBad' | null;

export interface QuarantineState extends Pages<QuarantinedRow> {
  groups: ComputedRef<ProblemGroup<QuarantinedRow>[]>;
  ready: ComputedRef<boolean>;
  loading: Ref<boolean>;
  error: Ref<Error | null>;
  reload: () => void;
  /** Sends a row's fields again, with what was changed. */
  mend: (id: string, fields: Readonly<Record<string, string>>) => Promise<Mended>;
  /** Tries all rows again, of the import or of all. */
  retryAll: () => Promise<void>;
  retrying: Ref<boolean>;
}

const PAGE = 200;
/** So many rows are fetched without being asked for: to be grouped by problem they must be here. */
const FETCHED_BY_ITSELF = 2000;

/** The rows that wait to be mended, of one import, of one cause, with one code or of all, by problem. */
export function useQuarantine(
  batch: () => string | null,
  cause: () => string | null,
  code: () => string | null,
): QuarantineState {
  const { client } = useApolloClient();
  const query = useQuery(
    QuarantineDocument,
    () => ({ batch: batch(), cause: cause(), code: code(), first: PAGE, after: null }),
    {
      keepPreviousResult: true,
    },
  );
  const pages = usePages(query, (result) => result.quarantine);
  useAllPages(pages, () => pages.nodes.value.length < FETCHED_BY_ITSELF);
  const retrying = ref(false);

  function reload(): void {
    forgetAnswers(client);
    void refreshFrame().catch(() => undefined);
  }
  async function mend(id: string, fields: Readonly<Record<string, string>>): Promise<Mended> {
    try {
      const { data } = await client.mutate({ mutation: MendQuarantinedDocument, variables: { id, fields } });
      if (data?.mendQuarantined.rejected !== 0) return 'stillBad';
      void refreshFrame().catch(() => undefined);
      return 'taken';
    } catch (error) {
      await tellFailure(error);
      return null;
    }
  }
  async function retryAll(): Promise<void> {
    retrying.value = true;
    try {
      const { data } = await client.mutate({ mutation: RetryQuarantinedDocument, variables: { batch: batch() } });
      const { received = 0, rejected = 0 } = data?.retryQuarantined ?? {};
      const detail = rejected > 0 ? { detail: t('quarantine.stillBad', { count: rejected }) } : {};
      void notify({ kind: 'done', text: t('quarantine.retried', { count: received - rejected }), ...detail });
      reload();
    } catch (error) {
      await tellFailure(error);
    } finally {
      retrying.value = false;
    }
  }
  return {
    ...pages,
    groups: computed(() => groupByProblem(pages.nodes.value)),
    ready: computed(() => query.result.value !== undefined),
    loading: query.loading,
    error: query.error,
    reload,
    mend,
    retryAll,
    retrying,
  };
}

async function tellFailure(error: unknown): Promise<void> {
  const { what, toDo } = problemOf(error);
  await notify({ kind: 'failed', text: what, detail: toDo });
}
