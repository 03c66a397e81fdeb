import {
  CauseMendsDocument,
  HeldBatchesDocument,
  QuarantineCausesDocument,
  type CauseDecisionInput,
  type CauseFactsFragment,
} from '@chi-tieu/shared/generated/graphql';
import { useQuery } from '@vue/apollo-composable';
import { computed } from 'vue';
import { forgetAnswers } from '../../../app/forgetAnswers.ts';
import { refreshFrame } from '../../../app/session.ts';
import { usePages } from '../../../app/usePages.ts';
import { t } from '../../../i18n/i18n.ts';
import { notify } from '../../../ui/toast.ts';
import { leftText } from './leftText.ts';
import { mending, type Foreseen, type Mend } from './mending.ts';
import { useMending } from './useMending.ts';
import './texts.ts';

export type Cause = CauseFactsFragment;
export type Decision = CauseDecisionInput;
export type { Foreseen, Mend } from './mending.ts';

const PAGE = 20;
const LATELY = 5;

/** The causes of what waits, with the decisions about them lately. */
function useCauses() {
  const query = useQuery(QuarantineCausesDocument, () => ({ first: PAGE, after: null }), { keepPreviousResult: true });
  const mends = useQuery(CauseMendsDocument, () => ({ first: LATELY }), { keepPreviousResult: true });
  const held = useQuery(HeldBatchesDocument, () => ({ first: LATELY, settled: true }), { keepPreviousResult: true });
  return {
    settled: computed(() => held.result.value?.heldBatches.nodes ?? []),
    ...usePages(query, (result) => result.quarantineCauses),
    ready: computed(() => query.result.value !== undefined),
    loading: query.loading,
    error: query.error,
    decisions: computed(() => mends.result.value?.causeMends.nodes ?? []),
  };
}

/** What waits for somebody, and what one can do about it: each decision holds for all rows of a cause. */
export function useDesk() {
  const { client, running, busy, attempt, carryOut, stop } = useMending();
  const causes = useCauses();

  function reload(): void {
    forgetAnswers(client);
    void refreshFrame().catch(() => undefined);
  }
  async function undo(id: string): Promise<void> {
    const done = await attempt(() => mending.undo(client, id));
    reload();
    const detail = done && done.left.length > 0 ? { detail: leftText(done) } : {};
    if (done) void notify({ kind: 'done', text: t('desk.undone'), ...detail });
  }
  const undoing = ({ id, undoable }: Mend) =>
    undoable ? { action: { label: t('desk.undo'), run: () => void undo(id) } } : {};
  /** Carries a decision out; true where it was made. */
  async function carry(begin: () => Promise<Mend | null>): Promise<boolean> {
    const done = await carryOut(begin);
    reload();
    if (!done) return false;
    const bad = done.tried - done.good;
    const detail = bad > 0 ? { detail: t('desk.mendedPart', { count: bad }) } : {};
    void notify({ kind: 'done', text: t('desk.mended', { count: done.good }), ...detail, ...undoing(done) });
    return true;
  }
  async function discard(cause: string, reason: string): Promise<boolean> {
    const done = await attempt(() => mending.discard(client, cause, reason));
    if (!done) return false;
    reload();
    void notify({ kind: 'done', text: t('desk.discarded', { count: done.total }), ...undoing(done) });
    return true;
  }
  const decide = (cause: string, by: Decision): Promise<boolean> => carry(() => mending.begin(client, cause, by));
  const goOn = ({ id }: Mend): Promise<boolean> => carry(() => mending.goOn(client, id));
  const foresee = (cause: string, by: Decision): Promise<Foreseen | null> =>
    attempt(() => mending.foresee(client, cause, by));
  return { ...causes, running, busy, stop, reload, decide, goOn, foresee, discard, undo };
}

export type Desk = ReturnType<typeof useDesk>;
