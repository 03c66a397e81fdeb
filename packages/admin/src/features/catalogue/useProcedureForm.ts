import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import {
  ProcedureInFullDocument,
  SaveProceduresDocument,
  type ProcedureFactsFragment,
  type ProcedureInput,
  type UnitKind,
} from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { reactive, ref, shallowRef, type Ref } from 'vue';
import { forgetAnswers } from '../../app/forgetAnswers.ts';
import { problemOf } from '../../app/problem.ts';
import { t } from '../../i18n/i18n.ts';
import { notify } from '../../ui/toast.ts';
import { TIERS, type Tier } from './levels.ts';
import { chosenValues, clashingFields, type Choices, type ProcedureValues } from './procedureClash.ts';

/** A procedure as it stands in the form. */
export interface ProcedureDraft {
  code: string;
  name: string;
  field: string;
  tiers: Record<Tier, boolean>;
  inForceFrom: string | null;
  inForceTo: string | null;
}

/** What somebody else stored since the form was opened, beside what the form says. */
export interface Clash {
  readonly stored: ProcedureFactsFragment;
  readonly mine: ProcedureValues;
  readonly suggested: Choices;
}

export interface ProcedureFormState {
  draft: ProcedureDraft;
  /** What was refused, by field; `''` is what concerns no field. */
  problems: Ref<Readonly<Record<string, string>>>;
  saving: Ref<boolean>;
  /** Not null while one has to choose between what is stored and what one typed. */
  clash: Ref<Clash | null>;
  isUnsaved: () => boolean;
  /** Saves; gives the code, or null when something was refused. */
  save: () => Promise<string | null>;
  /** Takes the chosen values into the form and saves them over what is stored now. */
  choose: (choices: Choices) => Promise<string | null>;
}

/**
 * A procedure being edited, or a new one where there is `before` none. A saved edit can be undone from its message. Whatever
 * is sent names the version it was made from: what somebody else stored meanwhile is a clash and never overwritten.
 */
export function useProcedureForm(before: ProcedureFactsFragment | null, preset: string | null): ProcedureFormState {
  const { client } = useApolloClient();
  const draft = reactive(draftOf(before, preset));
  const problems = ref<Record<string, string>>({});
  const saving = ref(false);
  const clash = shallowRef<Clash | null>(null);
  let expectedVersion = before?.version ?? 0;
  let saved = JSON.stringify(draft);

  async function send(input: ProcedureInput): Promise<{ code: string; version: number }> {
    const { data } = await client.mutate({ mutation: SaveProceduresDocument, variables: { input: [input] } });
    forgetAnswers(client);
    return data?.saveProcedures[0] ?? { code: input.code, version: 0 };
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
      const { code, version } = await send({ ...inputOf(draft), expectedVersion });
      const run = (): void => void (before && undo({ ...asInput(before), expectedVersion: version }));
      const action = before && { action: { label: t('ui.undo'), run } };
      void notify({ kind: 'done', text: t('catalogue.saved', { code }), ...(action ?? {}) });
      saved = JSON.stringify(draft);
      return code;
    } catch (error) {
      clash.value = problemOf(error).code === 'CONFLICT' ? await findClash() : null;
      problems.value = clash.value ? {} : problemsByField(error);
      return null;
    } finally {
      saving.value = false;
    }
  }
  /** Null where what is stored cannot be asked for: the refusal is then told as it is. */
  async function findClash(): Promise<Clash | null> {
    const variables = { code: draft.code };
    const asked = client.query({ query: ProcedureInFullDocument, variables, fetchPolicy: 'no-cache' });
    const stored = (await asked.catch(() => null))?.data.procedure;
    if (!stored) return null;
    const mine = valuesOf(inputOf(draft));
    return { stored, mine, suggested: clashingFields(before && valuesOf(before), valuesOf(stored), mine) };
  }
  async function choose(choices: Choices): Promise<string | null> {
    if (!clash.value) return null;
    const { stored, mine } = clash.value;
    clash.value = null;
    expectedVersion = stored.version;
    Object.assign(draft, draftOf({ ...stored, ...mutable(chosenValues(valuesOf(stored), mine, choices)) }, null));
    return save();
  }
  return { draft, problems, saving, clash, isUnsaved: () => JSON.stringify(draft) !== saved, save, choose };
}

const mutable = (values: ProcedureValues): Omit<ProcedureValues, 'tiers'> & { tiers: UnitKind[] } => ({
  ...values,
  tiers: [...values.tiers],
});

function valuesOf(said: ProcedureInput | ProcedureFactsFragment): ProcedureValues {
  const { name, field = null, tiers, inForceFrom = null, inForceTo = null } = said;
  return { name: name.trim(), field, tiers, inForceFrom, inForceTo };
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
