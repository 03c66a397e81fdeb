import type { Day } from '@chi-tieu/shared/domain/days';
import {
  ChangeForceDocument,
  PreviewForceDocument,
  type ForceChangesInput,
  type PreviewForceMutation,
} from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { reactive, ref, shallowRef, watch, type Ref } from 'vue';
import { forgetAnswers } from '../../app/forgetAnswers.ts';
import { problemOf } from '../../app/problem.ts';
import { t } from '../../i18n/i18n.ts';
import { changesOf, forceProblems, newLine, type ForceLine } from './forceLines.ts';
import { useUndo } from './useUndo.ts';

export interface ForceDraft {
  number: string;
  issuedOn: Day | null;
  effectiveOn: Day | null;
  /** At least one. */
  lines: ForceLine[];
}

export interface ForceState {
  draft: ForceDraft;
  problems: Ref<Readonly<Record<string, string>>>;
  busy: Ref<boolean>;
  /** What the lines as they are typed would do; null until somebody looked, and again once it was changed. */
  outcome: Ref<PreviewForceMutation['previewForce'] | null>;
  look: () => Promise<void>;
  /** Whether it was entered. */
  enter: () => Promise<boolean>;
}

/** What one decision says of a procedure's being in force: looked through here, tried on the server, then entered as one step. */
export function useForce(code: string, version: () => number): ForceState {
  const { client } = useApolloClient();
  const { offerUndo } = useUndo();
  const draft = reactive<ForceDraft>({
    number: '',
    issuedOn: null,
    effectiveOn: null,
    lines: [newLine('REPEALED')],
  });
  const problems = ref<Record<string, string>>({});
  const busy = ref(false);
  const outcome = shallowRef<PreviewForceMutation['previewForce'] | null>(null);
  watch(draft, () => (outcome.value = null));

  async function run(send: (input: ForceChangesInput) => Promise<void>): Promise<boolean> {
    problems.value = missingIn(draft);
    const day = draft.effectiveOn ?? draft.issuedOn;
    if (draft.issuedOn === null || day === null || Object.keys(problems.value).length > 0) return false;
    problems.value = forceProblems(draft.lines, day);
    if (Object.keys(problems.value).length > 0) return false;
    const { changes, lineOf } = changesOf(code, draft.lines, day);
    const { issuedOn, effectiveOn } = draft;
    const input = { decision: { number: draft.number.trim(), issuedOn, effectiveOn }, changes };
    busy.value = true;
    try {
      await send(input);
      return true;
    } catch (error) {
      problems.value = problemsByField(error, lineOf);
      return false;
    } finally {
      busy.value = false;
    }
  }
  async function look(): Promise<void> {
    await run(async (input) => {
      const asked = JSON.stringify(draft);
      const { data } = await client.mutate({ mutation: PreviewForceDocument, variables: { input } });
      // An answer about what was changed meanwhile tells nothing of what is there now.
      if (JSON.stringify(draft) === asked) outcome.value = data?.previewForce ?? null;
    });
  }
  const enter = (): Promise<boolean> =>
    run(async (input) => {
      const before = version();
      const { data } = await client.mutate({ mutation: ChangeForceDocument, variables: { input } });
      forgetAnswers(client);
      await offerUndo(
        code,
        { before, after: data?.changeForce[0]?.version ?? 0 },
        t('procedures.forceEntered', { code }),
      );
    });
  return { draft, problems, busy, outcome, look, enter };
}

function missingIn({ number, issuedOn }: ForceDraft): Record<string, string> {
  return {
    ...(number.trim() === '' ? { number: t('procedures.numberWanted') } : {}),
    ...(issuedOn === null ? { issuedOn: t('procedures.issuedWanted') } : {}),
  };
}

/** A problem of a change stands at the line that made it. */
function problemsByField(error: unknown, lineOf: readonly number[]): Record<string, string> {
  const { what, toDo, fields } = problemOf(error);
  if (fields.length === 0) return { '': `${what} ${toDo}` };
  return Object.fromEntries(
    fields.map(({ path, message }) => {
      const [, change, field] = /^input\.changes\.(\d+)\.(\w+)/.exec(path) ?? [];
      if (field !== undefined) return [`lines.${lineOf[Number(change)] ?? 0}.${field}`, message];
      return [/^input\.decision\.(\w+)/.exec(path)?.[1] ?? '', message];
    }),
  );
}
