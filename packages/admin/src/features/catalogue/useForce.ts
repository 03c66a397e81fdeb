import type { Day } from '@chi-tieu/shared/domain/days';
import {
  ChangeForceDocument,
  PreviewForceDocument,
  type ForceAction,
  type ForceChangesInput,
  type PreviewForceMutation,
} from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { reactive, ref, shallowRef, watch, type Ref } from 'vue';
import { forgetAnswers } from '../../app/forgetAnswers.ts';
import { problemOf } from '../../app/problem.ts';
import { t } from '../../i18n/i18n.ts';
import { useUndo } from './useUndo.ts';

export interface ForceDraft {
  action: Exclude<ForceAction, 'STATED'>;
  replacedBy: string;
  number: string;
  issuedOn: Day | null;
  effectiveOn: Day | null;
  locator: string;
}

export interface ForceState {
  draft: ForceDraft;
  problems: Ref<Readonly<Record<string, string>>>;
  busy: Ref<boolean>;
  /** What the line as it is typed would do; null until somebody looked, and again once it was changed. */
  outcome: Ref<PreviewForceMutation['previewForce'] | null>;
  look: () => Promise<void>;
  /** Whether it was entered. */
  enter: () => Promise<boolean>;
}

/** One line of a decision about a procedure's being in force: tried first, then entered. */
export function useForce(code: string): ForceState {
  const { client } = useApolloClient();
  const { offerUndo } = useUndo();
  const draft = reactive<ForceDraft>({
    action: 'REPEALED',
    replacedBy: '',
    number: '',
    issuedOn: null,
    effectiveOn: null,
    locator: '',
  });
  const problems = ref<Record<string, string>>({});
  const busy = ref(false);
  const outcome = shallowRef<PreviewForceMutation['previewForce'] | null>(null);
  watch(draft, () => (outcome.value = null));

  async function run(send: (input: ForceChangesInput) => Promise<void>): Promise<boolean> {
    const input = inputOf(code, draft);
    problems.value = missingIn(draft);
    if (input === null || Object.keys(problems.value).length > 0) return false;
    busy.value = true;
    try {
      await send(input);
      return true;
    } catch (error) {
      problems.value = problemsByField(error);
      return false;
    } finally {
      busy.value = false;
    }
  }
  async function look(): Promise<void> {
    await run(async (input) => {
      const { data } = await client.mutate({ mutation: PreviewForceDocument, variables: { input } });
      outcome.value = data?.previewForce ?? null;
    });
  }
  const enter = (): Promise<boolean> =>
    run(async (input) => {
      const { data } = await client.mutate({ mutation: ChangeForceDocument, variables: { input } });
      forgetAnswers(client);
      await offerUndo(code, data?.changeForce[0]?.version ?? 0, t('procedures.forceEntered', { code }));
    });
  return { draft, problems, busy, outcome, look, enter };
}

function inputOf(procedure: string, draft: ForceDraft): ForceChangesInput | null {
  const { action, number, issuedOn, effectiveOn, locator, replacedBy } = draft;
  if (issuedOn === null) return null;
  const successor = action === 'REPLACED' ? { replacedBy } : {};
  return {
    decision: { number: number.trim(), issuedOn, effectiveOn },
    changes: [{ action, procedure, locator: locator.trim() || null, ...successor }],
  };
}

function missingIn({ number, issuedOn }: ForceDraft): Record<string, string> {
  return {
    ...(number.trim() === '' ? { number: t('procedures.numberWanted') } : {}),
    ...(issuedOn === null ? { issuedOn: t('procedures.issuedWanted') } : {}),
  };
}

function problemsByField(error: unknown): Record<string, string> {
  const { what, toDo, fields } = problemOf(error);
  if (fields.length === 0) return { '': `${what} ${toDo}` };
  return Object.fromEntries(
    fields.map(({ path, message }) => [/^input\.(?:decision|changes\.\d+)\.(\w+)/.exec(path)?.[1] ?? '', message]),
  );
}
