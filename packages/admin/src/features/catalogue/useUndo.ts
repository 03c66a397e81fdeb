import { LastStepOfDocument, UndoStepDocument } from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { forgetAnswers } from '../../app/forgetAnswers.ts';
import { problemOf } from '../../app/problem.ts';
import { t } from '../../i18n/i18n.ts';
import { notify } from '../../ui/toast.ts';

/** The version of a procedure before something was done to it, and after. */
interface Versions {
  readonly before: number;
  readonly after: number;
}

export interface Undo {
  /**
   * Says that something was done to a procedure, with the way to take the step back that made this version of it. Where the version is
   * still `before`, nothing changed: that is said instead, and there is nothing to take back but what somebody did earlier.
   */
  offerUndo: (code: string, versions: Versions, text: string) => Promise<void>;
  /** Takes a step back, and says so; a refusal is told. Gives whether it was. */
  undo: (stepId: string) => Promise<boolean>;
}

/** How steps of the catalogue are taken back; an undoing is a step too. */
export function useUndo(): Undo {
  const { client } = useApolloClient();

  async function undo(stepId: string): Promise<boolean> {
    try {
      await client.mutate({ mutation: UndoStepDocument, variables: { id: stepId } });
      forgetAnswers(client);
      void notify({ kind: 'done', text: t('procedures.undone') });
      return true;
    } catch (error) {
      const { what, toDo } = problemOf(error);
      void notify({ kind: 'failed', text: what, detail: toDo });
      return false;
    }
  }
  async function offerUndo(code: string, { before, after }: Versions, text: string): Promise<void> {
    if (after === before) {
      void notify({ kind: 'done', text: t('procedures.nothingChanged', { code }) });
      return;
    }
    const asked = client.query({ query: LastStepOfDocument, variables: { code }, fetchPolicy: 'no-cache' });
    const made = (await asked.catch(() => null))?.data.procedure?.revisions.find((one) => one.version === after);
    const run = (): void => void (made && undo(made.stepId));
    void notify({ kind: 'done', text, ...(made && { action: { label: t('ui.undo'), run } }) });
  }
  return { offerUndo, undo };
}
