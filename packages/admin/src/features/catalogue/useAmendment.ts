import type { Day } from '@chi-tieu/shared/domain/days';
import type { EnterDecisionMutation } from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import type { ApolloClient } from '@apollo/client/core';
import { debounceFilter, useSessionStorage } from '@vueuse/core';
import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { forgetAnswers } from '../../app/forgetAnswers.ts';
import { today } from '../../app/useFrame.ts';
import { t } from '../../i18n/i18n.ts';
import { notify } from '../../ui/toast.ts';
import {
  addLines,
  emptyDraft,
  filledLines,
  lineProblems,
  sides,
  standingProblems,
  type AmendmentDraft,
  type DraftProblem,
  type LineProblems,
} from './amendmentDraft.ts';
import { asText, NOTHING_REFUSED, problemText, refusalOf, wordsById, type Refusal } from './amendmentWords.ts';
import type { Choices } from './conflict.ts';
import type { DecisionConflict, DecisionField } from './decisionConflict.ts';
import { enterDraft, settle } from './enterDraft.ts';
import { levelsOf } from './listStanding.ts';
import { pastedLines, type LineDefaults, type PastedTable } from './pastedLines.ts';
import { nameUnits, unitProblems } from './unitNaming.ts';
import type { ProcedureNames } from './useProcedureNames.ts';
import { useUnitNames, type UnitNames } from './useUnitNames.ts';
import './listTexts.ts';

const STORED_AS = 'amendment-draft';
const AFTER_LAST_CHANGE_MS = 300;

/** What was entered, to show it where it went. */
export interface EnteredDecision {
  id: string;
  /** The list that it changed; null where it speaks of none. */
  list: string | null;
  number: string;
  effectiveOn: Day;
  /** The step that takes all of it back; null where nothing was new. */
  step: string | null;
}

export interface Amendment {
  draft: Ref<AmendmentDraft>;
  units: UnitNames;
  /** Whether there is a procedure of a code, as far as it is known yet. */
  isKnown: (code: string) => boolean;
  /** Problems of a line, by field; found here or by the server. */
  problemsOf: (id: number) => Readonly<Record<string, string>>;
  header: Ref<Readonly<Record<string, string>>>;
  other: Ref<readonly string[]>;
  /** How many lines have a problem. */
  wrong: ComputedRef<number>;
  saving: Ref<boolean>;
  /** What somebody else says of the decision, until it is chosen or left. */
  clash: Ref<DecisionConflict | null>;
  paste: (text: string, defaults: LineDefaults) => PastedTable;
  clear: () => void;
  /** Whether nothing is missing that can be told without the server; what is, stands where it is mended. */
  check: () => Promise<boolean>;
  /** Tells what was refused of a try where it is mended. */
  refuse: (error: unknown) => void;
  /** Enters the decision; null when something was refused, and then it stands where it is mended. */
  save: () => Promise<EnteredDecision | null>;
  /** Takes what was chosen of a clash. */
  choose: (choices: Choices<DecisionField>) => void;
}

/** A decision being entered. The draft outlives the page and a reload, until it is entered or cleared. */
export function useAmendment(list: string, names: ProcedureNames): Amendment {
  const { client } = useApolloClient();
  const draft = keptDraft(list);
  const units = useUnitNames(() => draft.value.effectiveOn ?? draft.value.issuedOn ?? today());
  const refused = ref<Refusal>(NOTHING_REFUSED);
  const saving = ref(false);
  const clash = shallowRef<DecisionConflict | null>(null);
  const knows: Knows = { procedure: (code) => !names.ready.value || names.byCode.value.has(code), units };
  watch([() => draft.value.lines.length, units.find], () => nameUnits(draft.value.lines, units.find.value));
  const { problemsOf, wrong } = useProblems(draft, refused, knows);

  async function check(): Promise<boolean> {
    const found = missingIn(draft.value, knows);
    refused.value = found ? await withStanding(client, found, draft.value) : NOTHING_REFUSED;
    return found === null;
  }
  async function save(): Promise<EnteredDecision | null> {
    const { issuedOn } = draft.value;
    saving.value = true;
    try {
      if (!(await check()) || issuedOn === null) return null;
      const { entered, conflict } = await enterDraft(client, draft.value, issuedOn, knows.procedure);
      clash.value = conflict;
      if (!entered) return null;
      const told = enteredFrom(draft.value, issuedOn, entered);
      clear();
      forgetAnswers(client);
      return told;
    } catch (error) {
      refused.value = refusalOf(error, draft.value, knows.procedure);
      return null;
    } finally {
      saving.value = false;
    }
  }
  function clear(): void {
    draft.value = emptyDraft(draft.value.list);
    refused.value = NOTHING_REFUSED;
  }
  function choose(choices: Choices<DecisionField>): void {
    if (clash.value) settle(draft.value, clash.value, choices);
    clash.value = null;
  }

  return {
    draft,
    units,
    isKnown: knows.procedure,
    problemsOf,
    header: computed(() => refused.value.header),
    other: computed(() => refused.value.other),
    wrong,
    saving,
    clash,
    paste: (text, defaults) => pasteInto(draft, text, defaults),
    clear,
    check,
    refuse: (error) => (refused.value = refusalOf(error, draft.value, knows.procedure)),
    save,
    choose,
  };
}

/** What was entered of a draft, before it is cleared. */
function enteredFrom(
  draft: AmendmentDraft,
  issuedOn: Day,
  { decision, step }: EnterDecisionMutation['enterDecision'],
): EnteredDecision {
  const { number, effectiveOn, list } = draft;
  const isListed = sides(draft).changes.length > 0;
  return {
    id: decision.id,
    list: isListed ? list.trim() : null,
    number: number.trim(),
    effectiveOn: effectiveOn ?? issuedOn,
    step: step?.id ?? null,
  };
}

/** What is known of procedures and units while a decision is typed. */
interface Knows {
  procedure: (code: string) => boolean;
  units: UnitNames;
}

/** What is wrong with lines: what was refused of one until it is changed, and of a pasted one what can be told at once. */
function useProblems(
  draft: Ref<AmendmentDraft>,
  refused: Ref<Refusal>,
  knows: Knows,
): Pick<Amendment, 'problemsOf' | 'wrong'> {
  const atOnce = computed(() => {
    const pasted = filledLines(draft.value).filter((line) => line.pasted);
    return wordsById(problemsIn(pasted, knows), pasted);
  });
  const refusedLines = computed(() => {
    const { lines, sent } = refused.value;
    const unchanged = draft.value.lines.filter((line) => sent.get(line.id) === JSON.stringify(line));
    return new Map(unchanged.map(({ id }) => [id, lines.get(id) ?? {}]));
  });
  const problemsOf = (id: number): Record<string, string> => ({
    ...refusedLines.value.get(id),
    ...atOnce.value.get(id),
  });
  const wrong = computed(() => draft.value.lines.filter(({ id }) => Object.keys(problemsOf(id)).length > 0).length);
  return { problemsOf, wrong };
}

function problemsIn(lines: AmendmentDraft['lines'], { procedure, units }: Knows): LineProblems {
  const found = new Map(lineProblems(lines, procedure));
  if (!units.ready.value) return found;
  for (const [id, problems] of unitProblems(lines, units.find.value)) found.set(id, { ...found.get(id), ...problems });
  return found;
}

/** The draft of this tab, about a list where one is asked for. */
function keptDraft(list: string): Ref<AmendmentDraft> {
  const draft = useSessionStorage<AmendmentDraft>(STORED_AS, emptyDraft(list), {
    eventFilter: debounceFilter(AFTER_LAST_CHANGE_MS),
    mergeDefaults: true,
  });
  if (list !== '') draft.value.list = list;
  return draft;
}

/** What need not be asked of the server; null when nothing is missing. */
function missingIn(draft: AmendmentDraft, knows: Knows): Refusal | null {
  const lines = filledLines(draft);
  const found = problemsIn(lines, knows);
  const isListWanted = draft.list.trim() === '' && sides(draft).changes.length > 0;
  const header: Record<string, DraftProblem> = {
    ...(isListWanted ? { list: 'wanted' } : {}),
    ...(draft.number.trim() === '' ? { number: 'wanted' } : {}),
    ...(draft.issuedOn === null ? { issuedOn: 'wanted' } : {}),
  };
  if (found.size === 0 && Object.keys(header).length === 0 && lines.length > 0) return null;
  return {
    lines: wordsById(found, lines),
    sent: asText(lines),
    header: Object.fromEntries(Object.entries(header).map(([field, problem]) => [field, problemText(problem)])),
    other: lines.length > 0 ? [] : [t('lists.noLines')],
  };
}

/**
 * With what the list of the day does not allow: whoever mends the rest sees that too, instead of after the next try. It may
 * fail to be asked for; the server tells it then.
 */
async function withStanding(client: ApolloClient<unknown>, found: Refusal, draft: AmendmentDraft): Promise<Refusal> {
  const on = draft.effectiveOn ?? draft.issuedOn;
  const levelOn = on === null ? null : await levelsOf(client, draft.list.trim(), on).catch(() => null);
  if (!levelOn) return found;
  const lines = filledLines(draft);
  return { ...found, lines: new Map([...wordsById(standingProblems(lines, levelOn), lines), ...found.lines]) };
}

/** Adds a pasted table to the draft; the message about it takes the whole paste back. */
function pasteInto(draft: Ref<AmendmentDraft>, text: string, defaults: LineDefaults): PastedTable {
  const table = pastedLines(text, defaults);
  const added = new Set(addLines(draft.value, table.lines, { pasted: true }));
  const undo = (): void => {
    draft.value.lines = draft.value.lines.filter(({ id }) => !added.has(id));
  };
  const action = { label: t('ui.undo'), run: undo };
  if (added.size > 0) void notify({ kind: 'done', text: t('lists.pasted', { count: added.size }), action });
  return table;
}
