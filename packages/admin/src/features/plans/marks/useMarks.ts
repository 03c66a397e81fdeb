import {
  PlanMarksNowDocument,
  SetMilestonesDocument,
  type PlanMarksFragment,
} from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { watch } from 'vue';
import { problemOf } from '../../../app/problem.ts';
import { t } from '../../../i18n/i18n.ts';
import { notify } from '../../../ui/toast.ts';
import { useSheetParent, type Sheet } from '../sheet/useSheet.ts';
import { MarkBook, type MarkCalls, type MarkOutcome } from './MarkBook.ts';
import { markInput, remoteMarksOf, type MarkChange } from './marks.ts';
import './texts.ts';

/** The marks of the sheet one is in, and what one does to them: what is not a single mark says so, with a way back. */
export interface MarkWork {
  readonly book: MarkBook;
  /** Types or drops marks. */
  readonly set: (changes: readonly MarkChange[], what: string) => Promise<void>;
  /** Drops everything that was typed. */
  readonly dropAll: () => Promise<void>;
  readonly undo: () => Promise<string>;
  readonly redo: () => Promise<string>;
}

const books = new WeakMap<Sheet, MarkBook>();

/** The marks of the sheet one is in, read once for all its parts and again whenever its version grew. To be called in `setup`. */
export function useMarks(): MarkWork {
  const sheet = useSheetParent();
  const { client } = useApolloClient();
  let book = books.get(sheet);
  if (!book) books.set(sheet, (book = new MarkBook(markCalls(client, sheet.plan.id), sheet.saving)));
  watch(sheet.saving.version, () => void book.load(), { immediate: true });
  return workWith(book, sheet);
}

type Client = ReturnType<typeof useApolloClient>['client'];

/** Past the cache, as targets are saved. */
function markCalls(client: Client, plan: string): MarkCalls {
  const take = (answer: PlanMarksFragment | null | undefined) => {
    if (!answer) throw new Error('The plan is gone');
    return remoteMarksOf(answer);
  };
  return {
    async read() {
      const variables = { id: plan };
      const { data } = await client.query({ query: PlanMarksNowDocument, variables, fetchPolicy: 'no-cache' });
      return take(data.targetPlan);
    },
    async set(changes, expectedVersion) {
      const variables = { plan, expectedVersion, marks: changes.map(markInput) };
      const { data } = await client.mutate({ mutation: SetMilestonesDocument, variables, fetchPolicy: 'no-cache' });
      return take(data?.setMilestones);
    },
    isConflict: (error) => problemOf(error).code === 'CONFLICT',
  };
}

function workWith(book: MarkBook, sheet: Sheet): MarkWork {
  async function set(changes: readonly MarkChange[], what: string): Promise<void> {
    if (!sheet.isOpen.value || changes.length === 0) return;
    const before = changes.map((change) => ({ ...change, value: book.typed(change.code, change.month) }));
    const outcome = await book.set(changes, what);
    if (outcome.kind !== 'saved') tell(outcome, changes, what);
    else if (changes.length > 1) {
      void notify({ kind: 'done', text: what, action: { label: t('ui.undo'), run: () => void set(before, what) } });
    }
  }

  function tell(outcome: MarkOutcome, changes: readonly MarkChange[], what: string): void {
    const again = (label: string, which: readonly MarkChange[]) => ({ label, run: () => void set(which, what) });
    if (outcome.kind === 'others') {
      void notify({
        kind: 'failed',
        text: t('marks.othersChanged', { count: outcome.mine.length }),
        detail: t('marks.othersChangedDetail'),
        action: again(t('marks.takeMine'), changes),
      });
    } else if (outcome.kind === 'failed') {
      const { what: happened, toDo, fields } = problemOf(outcome.error);
      const detail = fields[0]?.message ?? toDo;
      void notify({ kind: 'failed', text: happened, detail, action: again(t('ui.retry'), changes) });
    }
  }

  async function moved(way: 'undo' | 'redo'): Promise<string> {
    if (!sheet.isOpen.value) return t('plans.closedRefusal');
    const done = await book[way]();
    if (!done) return t(way === 'undo' ? 'plans.nothingToUndo' : 'plans.nothingToRedo');
    const [{ what }, outcome] = done;
    if (outcome.kind !== 'saved') tell(outcome, [], what);
    return outcome.kind === 'saved'
      ? t(way === 'undo' ? 'plans.undone' : 'plans.redone', { what })
      : t('plans.notSaved');
  }

  async function dropAll(): Promise<void> {
    const typed = [...(book.marks.value ?? [])].flatMap(([code, marks]) =>
      marks.filter(({ season }) => season === 'TYPED').map(({ month }): MarkChange => ({ code, month, value: null })),
    );
    await set(typed, t('marks.allDropped', { count: typed.length }));
  }

  return { book, set, dropAll, undo: () => moved('undo'), redo: () => moved('redo') };
}
