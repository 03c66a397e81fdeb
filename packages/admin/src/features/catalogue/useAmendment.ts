import type { Day } from '@chi-tieu/shared/domain/days';
import {
  AmendServiceListDocument,
  ListDayDocument,
  type ListDayQuery,
  type ListDayQueryVariables,
} from '@chi-tieu/shared/generated/graphql';
import type { ApolloClient } from '@apollo/client/core';
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
  standingProblems,
  type AmendmentDraft,
  type DraftLine,
  type DraftProblem,
  type LevelOn,
} from './amendmentDraft.ts';
import { actionText } from './actions.ts';
import { amendmentProblems, inPlainWords } from './amendmentProblems.ts';
import { pastedLines, type LineDefaults, type PastedTable, type Unread } from './pastedLines.ts';
import type { ProcedureNames } from './useProcedureNames.ts';

const STORED_AS = 'amendment-draft';
const AFTER_LAST_CHANGE_MS = 300;
const ENTRIES_AT_ONCE = 500;
const TEXTS: Record<DraftProblem, PlainKey> = {
  wanted: 'lists.wanted',
  unknownProcedure: 'lists.unknownProcedure',
  levelWanted: 'lists.levelWanted',
  tierWanted: 'lists.tierWanted',
  actionWanted: 'lists.actionWanted',
  twice: 'lists.twice',
  listedOtherwise: 'lists.listedOtherwise',
  notListed: 'lists.notListed',
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
  /** Whether nothing is missing that can be told without the server; what is, stands where it is mended. */
  check: () => Promise<boolean>;
  /** Tells what was refused of a try where it is mended. */
  refuse: (error: unknown) => void;
  /** Enters the decision; null when something was refused, and then it stands where it is mended. */
  save: () => Promise<EnteredDecision | null>;
}

/** Problems of a draft where they are mended: lines by id, the header by field. */
interface Refusal {
  lines: ReadonlyMap<number, Readonly<Record<string, string>>>;
  /** The lines as they were refused, as text by id. */
  sent: ReadonlyMap<number, string>;
  header: Readonly<Record<string, string>>;
  other: readonly string[];
}
const NOTHING: Refusal = { lines: new Map(), sent: new Map(), header: {}, other: [] };
const asText = (lines: readonly DraftLine[]): Map<number, string> =>
  new Map(lines.map((line) => [line.id, JSON.stringify(line)]));

/** A decision about a list being entered. The draft outlives the page and a reload, until it is entered or cleared. */
export function useAmendment(list: string, names: ProcedureNames): Amendment {
  const { client } = useApolloClient();
  const draft = keptDraft(list);
  const refused = ref<Refusal>(NOTHING);
  const saving = ref(false);
  const isKnown = (code: string): boolean => !names.ready.value || names.byCode.value.has(code);
  /** A pasted line tells at once what is wrong with it; it need not be sent for that. */
  const atOnce = computed(() => {
    const pasted = filledLines(draft.value).filter((line) => line.pasted);
    return wordsById(lineProblems(pasted, isKnown), pasted);
  });
  /** What was refused of a line is told until the line is changed. */
  const refusedLines = computed(() => {
    const { lines, sent } = refused.value;
    const unchanged = draft.value.lines.filter((line) => sent.get(line.id) === JSON.stringify(line));
    return new Map(unchanged.map(({ id }) => [id, lines.get(id) ?? {}]));
  });
  const problemsOf = (id: number): Record<string, string> => ({
    ...refusedLines.value.get(id),
    ...atOnce.value.get(id),
  });

  async function check(): Promise<boolean> {
    const found = missingIn(draft.value, isKnown);
    refused.value = found ? await withStanding(client, found, draft.value) : NOTHING;
    return found === null;
  }
  async function save(): Promise<EnteredDecision | null> {
    const { issuedOn } = draft.value;
    saving.value = true;
    try {
      if (!(await check()) || issuedOn === null) return null;
      const input = amendmentInput(draft.value, issuedOn);
      await client.mutate({ mutation: AmendServiceListDocument, variables: { input } });
      clear();
      forgetAnswers(client);
      return { list: input.list, number: input.decision.number, effectiveOn: input.decision.effectiveOn ?? issuedOn };
    } catch (error) {
      refused.value = refusalOf(error, draft.value);
      return null;
    } finally {
      saving.value = false;
    }
  }
  function clear(): void {
    draft.value = emptyDraft(draft.value.list);
    refused.value = NOTHING;
  }

  return {
    draft,
    problemsOf,
    header: computed(() => refused.value.header),
    other: computed(() => refused.value.other),
    wrong: computed(() => draft.value.lines.filter(({ id }) => Object.keys(problemsOf(id)).length > 0).length),
    saving,
    paste: (text, defaults) => pasteInto(draft, text, defaults),
    clear,
    check,
    refuse: (error) => (refused.value = refusalOf(error, draft.value)),
    save,
  };
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
    lines: wordsById(found, lines),
    sent: asText(lines),
    header: Object.fromEntries(Object.entries(header).map(([field, problem]) => [field, t(TEXTS[problem])])),
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

async function levelsOf(client: ApolloClient<unknown>, code: string, on: Day): Promise<LevelOn> {
  const levels = new Map<string, ReturnType<LevelOn>>();
  let after: string | null = null;
  do {
    const variables = { code, on, first: ENTRIES_AT_ONCE, after };
    const page = await entriesPage(client, variables);
    for (const { procedure, tier, unit, level } of page?.nodes ?? [])
      levels.set(`${procedure.code}|${tier}|${unit?.code ?? ''}`, level);
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return (procedure, tier, unit) => levels.get(`${procedure}|${tier}|${unit}`);
}

async function entriesPage(
  client: ApolloClient<unknown>,
  variables: ListDayQueryVariables,
): Promise<NonNullable<ListDayQuery['serviceList']>['entries'] | undefined> {
  const { data } = await client.query({ query: ListDayDocument, variables, fetchPolicy: 'no-cache' });
  return data.serviceList?.entries;
}

/** What the server refused, its line numbers led back to the lines of the draft. */
function refusalOf(error: unknown, draft: AmendmentDraft): Refusal {
  const { what, toDo, fields } = problemOf(error);
  if (fields.length === 0) return { ...NOTHING, other: [`${inPlainWords(what, actionText)} ${toDo}`] };
  const { lines, header, other } = amendmentProblems(
    fields.map(({ path, message }) => ({ path, message: inPlainWords(message, actionText) })),
  );
  const sent = filledLines(draft);
  const byId = [...lines].flatMap(([i, problems]) => (sent[i] ? [[sent[i].id, problems] as const] : []));
  return { lines: new Map(byId), sent: asText(sent), header, other };
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

/** Problems in words by line; what was pasted and not understood is told with its words. */
function wordsById(
  found: ReadonlyMap<number, Readonly<Record<string, DraftProblem>>>,
  lines: readonly DraftLine[],
): Map<number, Record<string, string>> {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return new Map([...found].map(([id, problems]) => [id, inWords(problems, byId.get(id)?.unread ?? {})]));
}

function inWords(problems: Readonly<Record<string, DraftProblem>>, unread: Unread): Record<string, string> {
  const cells: Readonly<Record<string, string | undefined>> = unread;
  const told = (field: string, problem: DraftProblem): string => {
    const text = t(TEXTS[problem]);
    const cell = cells[field];
    return cell === undefined ? text : `${t('lists.unread', { text: cell })} ${text}`;
  };
  return Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, told(field, problem)]));
}
