import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import {
  SaveProceduresDocument,
  type ProcedureFactsFragment,
  type ProcedureInput,
} from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { reactive, ref, type Ref } from 'vue';
import { forgetAnswers } from '../../app/forgetAnswers.ts';
import { problemOf } from '../../app/problem.ts';
import { t } from '../../i18n/i18n.ts';
import { notify } from '../../ui/toast.ts';
import { TIERS, type Tier } from './levels.ts';

/** A procedure as it stands in the form. */
export interface ProcedureDraft {
  code: string;
  name: string;
  field: string;
  tiers: Record<Tier, boolean>;
  inForceFrom: string | null;
  inForceTo: string | null;
}

export interface ProcedureFormState {
  draft: ProcedureDraft;
  /** What was refused, by field; `''` is what concerns no field. */
  problems: Ref<Readonly<Record<string, string>>>;
  saving: Ref<boolean>;
  /** Saves; gives the code, or null when something was refused. */
  save: () => Promise<string | null>;
}

/** A procedure being edited, or a new one where there is `before` none. A saved edit can be undone from its message. */
export function useProcedureForm(before: ProcedureFactsFragment | null, preset: string | null): ProcedureFormState {
  const { client } = useApolloClient();
  const draft = reactive(draftOf(before, preset));
  const problems = ref<Record<string, string>>({});
  const saving = ref(false);

  async function send(input: ProcedureInput): Promise<string> {
    const { data } = await client.mutate({ mutation: SaveProceduresDocument, variables: { input: [input] } });
    forgetAnswers(client);
    return data?.saveProcedures[0]?.code ?? input.code;
  }
  async function undo(input: ProcedureInput): Promise<void> {
    try {
      await send(input);
    } catch (error) {
      const { what, toDo } = problemOf(error);
      await notify({ kind: 'failed', text: what, detail: toDo });
    }
  }
  async function save(): Promise<string | null> {
    problems.value = missingIn(draft);
    if (Object.keys(problems.value).length > 0) return null;
    saving.value = true;
    try {
      const code = await send(inputOf(draft));
      const action = before && { action: { label: t('ui.undo'), run: () => void undo(asInput(before)) } };
      void notify({ kind: 'done', text: t('catalogue.saved', { code }), ...(action ?? {}) });
      return code;
    } catch (error) {
      problems.value = problemsByField(error);
      return null;
    } finally {
      saving.value = false;
    }
  }
  return { draft, problems, saving, save };
}

function draftOf(before: ProcedureFactsFragment | null, preset: string | null): ProcedureDraft {
  const has = (tier: Tier): boolean => before?.tiers.includes(tier) ?? false;
  return {
    code: before?.code ?? preset ?? '',
    name: before?.name ?? '',
    field: before?.field ?? '',
    tiers: { PROVINCE: has('PROVINCE'), DISTRICT: has('DISTRICT'), COMMUNE: has('COMMUNE') },
    inForceFrom: before?.inForceFrom ?? null,
    inForceTo: before?.inForceTo ?? null,
  };
}

function inputOf({ tiers, ...draft }: ProcedureDraft): ProcedureInput {
  return { ...draft, field: draft.field.trim() || null, tiers: TIERS.filter((tier) => tiers[tier]) };
}

function asInput({ code, name, field, tiers, inForceFrom, inForceTo }: ProcedureFactsFragment): ProcedureInput {
  return { code, name, field, tiers, inForceFrom, inForceTo };
}

/** What one need not ask the server for. */
function missingIn({ code, name }: ProcedureDraft): Record<string, string> {
  return {
    ...(nationalCode(code) === null ? { code: t('catalogue.codeWanted') } : {}),
    ...(name.trim() === '' ? { name: t('catalogue.nameWanted') } : {}),
  };
}

function problemsByField(error: unknown): Record<string, string> {
  const { what, toDo, fields } = problemOf(error);
  if (fields.length === 0) return { '': `${what} ${toDo}` };
  return Object.fromEntries(fields.map(({ path, message }) => [/^input\.0\.(\w+)/.exec(path)?.[1] ?? '', message]));
}
