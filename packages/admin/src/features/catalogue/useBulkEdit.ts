import {
  EditProceduresDocument,
  UndoCatalogueStepDocument,
  type EditProceduresMutation,
  type ProcedureChangesInput,
  type ProcedureSelectionInput,
} from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { refDebounced } from '@vueuse/core';
import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { forgetAnswers } from '../../app/forgetAnswers.ts';
import { problemOf } from '../../app/problem.ts';
import { t } from '../../i18n/i18n.ts';
import { notify } from '../../ui/toast.ts';

type Preview = EditProceduresMutation['editProcedures'];

export interface BulkEditing {
  /** What would change, by the server; null until it said so. */
  readonly preview: Ref<Preview | null>;
  readonly problem: Ref<string>;
  readonly busy: Ref<boolean>;
  readonly may: ComputedRef<boolean>;
  /** Does what the preview told, and gives the way back in a message; whether it was done. */
  readonly apply: () => Promise<boolean>;
}

const AFTER_LAST_KEY_MS = 250;

/** Looks at a change of many procedures while one chooses it, and makes it. `changes` is null while it is not whole yet. */
export function useBulkEdit(
  selection: () => ProcedureSelectionInput,
  changes: ComputedRef<ProcedureChangesInput | null>,
): BulkEditing {
  const { client } = useApolloClient();
  const preview = shallowRef<Preview | null>(null);
  const problem = ref('');
  const busy = ref(false);
  const settled = refDebounced(changes, AFTER_LAST_KEY_MS);
  let turn = 0;

  async function look(): Promise<void> {
    turn += 1;
    const mine = turn;
    preview.value = null;
    problem.value = '';
    if (settled.value === null) return;
    try {
      const variables = { selection: selection(), changes: settled.value, dryRun: true, token: null };
      const { data } = await client.mutate({ mutation: EditProceduresDocument, variables });
      if (mine === turn) preview.value = data?.editProcedures ?? null;
    } catch (error) {
      if (mine === turn) problem.value = wordsOf(error);
    }
  }
  watch(settled, look, { immediate: true });
  watch(changes, () => (preview.value = null));

  async function undo(id: string): Promise<void> {
    try {
      await client.mutate({ mutation: UndoCatalogueStepDocument, variables: { id } });
      forgetAnswers(client);
      void notify({ kind: 'done', text: t('procedures.bulkUndone') });
    } catch (error) {
      const { what, toDo } = problemOf(error);
      void notify({ kind: 'failed', text: what, detail: toDo });
    }
  }

  async function apply(): Promise<boolean> {
    if (!preview.value || settled.value === null) return false;
    busy.value = true;
    try {
      const variables = { selection: selection(), changes: settled.value, dryRun: false, token: preview.value.token };
      const { data } = await client.mutate({ mutation: EditProceduresDocument, variables });
      forgetAnswers(client);
      const { changed = 0, step = null } = data?.editProcedures ?? {};
      const action = step && { label: t('ui.undo'), run: () => void undo(step.id) };
      void notify({ kind: 'done', text: t('procedures.bulkDone', { count: changed }), ...(action && { action }) });
      return true;
    } catch (error) {
      // What changed meanwhile is named; the next look is at what is there now.
      const words = wordsOf(error);
      await look();
      problem.value = words;
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { preview, problem, busy, may: computed(() => (preview.value?.changed ?? 0) > 0), apply };
}

function wordsOf(error: unknown): string {
  const { what, fields } = problemOf(error);
  return fields[0]?.message ?? what;
}
