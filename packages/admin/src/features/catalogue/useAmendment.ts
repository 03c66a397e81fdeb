import type { Day } from '@chi-tieu/shared/domain/days';
import { AmendServiceListDocument } from '@chi-tieu/shared/generated/graphql';
import { useApolloClient } from '@vue/apollo-composable';
import { debounceFilter, useSessionStorage } from '@vueuse/core';
import { computed, ref, type ComputedRef, type Ref } from 'vue';
import { forgetAnswers } from '../../app/forgetAnswers.ts';
import { problemOf } from '../../app/problem.ts';
import { t, type PlainKey } from '../../i18n/i18n.ts';
import { notify } from '../../ui/toast.ts';
import {
  addLines,
  amendmentInput,
  emptyDraft,
  filledLines,
  lineProblems,
  type AmendmentDraft,
  type DraftProblem,
} from './amendmentDraft.ts';
import { amendmentProblems } from './amendmentProblems.ts';
import { pastedLines, type LineDefaults, type PastedTable } from './pastedLines.ts';
import type { ProcedureNames } from './useProcedureNames.ts';

const STORED_AS = 'amendment-draft';
const AFTER_LAST_CHANGE_MS = 300;
const TEXTS: Record<DraftProblem, PlainKey> = {
  wanted: 'lists.wanted',
  unknownProcedure: 'lists.unknownProcedure',
  levelWanted: 'lists.levelWanted',
  twice: 'lists.twice',
};

/** What was entered, to show it where it went. */
export interface EnteredDecision {
  list: string;
  number: string;
  effectiveOn: Day;
}

export interface Amendment {
  draft: Ref<AmendmentDraft>;
  /** Problems of a line, by field; found here or by the server. */
  problemsOf: (id: number) => Readonly<Record<string, string>>;
  header: Ref<Readonly<Record<string, string>>>;
  other: Ref<readonly string[]>;
  /** How many lines have a problem. */
  wrong: ComputedRef<number>;
  saving: Ref<boolean>;
  paste: (text: string, defaults: LineDefaults) => PastedTable;
  clear: () => void;
  /** Enters the decision; null when something was refused, and then it stands where it is mended. */
  save: () => Promise<EnteredDecision | null>;
}

/** Problems of a draft where they are mended: lines by id, the header by field. */
interface Refusal {
  lines: ReadonlyMap<number, Readonly<Record<string, string>>>;
  header: Readonly<Record<string, string>>;
  other: readonly string[];
}
const NOTHING: Refusal = { lines: new Map(), header: {}, other: [] };

/** A decision about a list being entered. The draft outlives the page and a reload, until it is entered or cleared. */
export function useAmendment(list: string, names: ProcedureNames): Amendment {
  const { client } = useApolloClient();
  const draft = useSessionStorage<AmendmentDraft>(STORED_AS, emptyDraft(list), {
    eventFilter: debounceFilter(AFTER_LAST_CHANGE_MS),
    mergeDefaults: true,
  });
  if (list !== '') draft.value.list = list;
  const refused = ref<Refusal>(NOTHING);
  const saving = ref(false);
  const isKnown = (code: string): boolean => !names.ready.value || names.byCode.value.has(code);

  async function save(): Promise<EnteredDecision | null> {
    const { issuedOn } = draft.value;
    const found = missingIn(draft.value, isKnown);
    refused.value = found ?? NOTHING;
    if (found || issuedOn === null) return null;
    const input = amendmentInput(draft.value, issuedOn);
    saving.value = true;
    try {
      await client.mutate({ mutation: AmendServiceListDocument, variables: { input } });
    } catch (error) {
      refused.value = refusalOf(error, draft.value);
      return null;
    } finally {
      saving.value = false;
    }
    clear();
    forgetAnswers(client);
    return { list: input.list, number: input.decision.number, effectiveOn: input.decision.effectiveOn ?? issuedOn };
  }
  function clear(): void {
    draft.value = emptyDraft(draft.value.list);
    refused.value = NOTHING;
  }

  return {
    draft,
    problemsOf: (id) => refused.value.lines.get(id) ?? {},
    header: computed(() => refused.value.header),
    other: computed(() => refused.value.other),
    wrong: computed(() => refused.value.lines.size),
    saving,
    paste: (text, defaults) => pasteInto(draft, text, defaults),
    clear,
    save,
  };
}

/** What need not be asked of the server; null when nothing is missing. */
function missingIn(draft: AmendmentDraft, isKnown: (code: string) => boolean): Refusal | null {
  const lines = filledLines(draft);
  const found = lineProblems(lines, isKnown);
  const header: Record<string, DraftProblem> = {
    ...(draft.list.trim() === '' ? { list: 'wanted' } : {}),
    ...(draft.number.trim() === '' ? { number: 'wanted' } : {}),
    ...(draft.issuedOn === null ? { issuedOn: 'wanted' } : {}),
  };
  if (found.size === 0 && Object.keys(header).length === 0 && lines.length > 0) return null;
  return {
    lines: new Map([...found].map(([id, problems]) => [id, inWords(problems)])),
    header: inWords(header),
    other: lines.length > 0 ? [] : [t('lists.noLines')],
  };
}

/** What the server refused, its line numbers led back to the lines of the draft. */
function refusalOf(error: unknown, draft: AmendmentDraft): Refusal {
  const { what, toDo, fields } = problemOf(error);
  if (fields.length === 0) return { ...NOTHING, other: [`${what} ${toDo}`] };
  const { lines, header, other } = amendmentProblems(fields);
  const sent = filledLines(draft);
  const byId = [...lines].flatMap(([i, problems]) => (sent[i] ? [[sent[i].id, problems] as const] : []));
  return { lines: new Map(byId), header, other };
}

/** Adds a pasted table to the draft; the message about it takes the whole paste back. */
function pasteInto(draft: Ref<AmendmentDraft>, text: string, defaults: LineDefaults): PastedTable {
  const table = pastedLines(text, defaults);
  const added = new Set(addLines(draft.value, table.lines));
  const undo = (): void => {
    draft.value.lines = draft.value.lines.filter(({ id }) => !added.has(id));
  };
  const action = { label: t('ui.undo'), run: undo };
  if (added.size > 0) void notify({ kind: 'done', text: t('lists.pasted', { count: added.size }), action });
  return table;
}

function inWords(problems: Readonly<Record<string, DraftProblem>>): Record<string, string> {
  return Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, t(TEXTS[problem])]));
}
