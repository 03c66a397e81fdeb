import { problemOf } from '../../app/problem.ts';
import { t, type PlainKey } from '../../i18n/i18n.ts';
import { actionText } from './actions.ts';
import { filledLines, sides, type AmendmentDraft, type DraftLine, type DraftProblem } from './amendmentDraft.ts';
import { amendmentProblems, inPlainWords } from './amendmentProblems.ts';
import { announcing } from './announced.ts';
import './decisionTexts.ts';
import type { Unread } from './pastedLines.ts';
import './listTexts.ts';

const TEXTS: Record<DraftProblem, PlainKey> = {
  wanted: 'lists.wanted',
  unknownProcedure: 'lists.unknownProcedure',
  unannounced: 'decisions.unannounced',
  levelWanted: 'lists.levelWanted',
  tierWanted: 'lists.tierWanted',
  actionWanted: 'lists.actionWanted',
  twice: 'lists.twice',
  unknownUnit: 'decisions.unknownUnit',
  manyUnits: 'decisions.manyUnits',
  successorWanted: 'decisions.successorWanted',
  listedOtherwise: 'lists.listedOtherwise',
  notListed: 'lists.notListed',
};

/** What is wrong, in words. */
export const problemText = (problem: DraftProblem): string => t(TEXTS[problem]);

/** Problems of a draft where they are mended: lines by id, the header by field. */
export interface Refusal {
  lines: ReadonlyMap<number, Readonly<Record<string, string>>>;
  /** The lines as they were refused, as text by id. */
  sent: ReadonlyMap<number, string>;
  header: Readonly<Record<string, string>>;
  other: readonly string[];
}
export const NOTHING_REFUSED: Refusal = { lines: new Map(), sent: new Map(), header: {}, other: [] };

/** Lines as text by id, to tell whether one was changed since. */
export const asText = (lines: readonly DraftLine[]): Map<number, string> =>
  new Map(lines.map((line) => [line.id, JSON.stringify(line)]));

/** What the server refused, its line numbers led back to the lines of the draft. */
export function refusalOf(error: unknown, draft: AmendmentDraft, isKnown: (code: string) => boolean): Refusal {
  const { what, toDo, fields } = problemOf(error);
  if (fields.length === 0) return { ...NOTHING_REFUSED, other: [`${inPlainWords(what, actionText)} ${toDo}`] };
  const { lines, header, other } = amendmentProblems(
    fields.map(({ path, message }) => ({ path, message: inPlainWords(message, actionText) })),
  );
  const { changes, force } = sides(draft);
  const idOf = new Map<string, number>([
    ...changes.map(({ id }, i) => [`changes.${i}`, id] as const),
    ...force.map(({ id }, i) => [`force.${i}`, id] as const),
    ...announcing(filledLines(draft), isKnown).map(({ id }, i) => [`procedures.${i}`, id] as const),
  ]);
  const byId = [...lines].flatMap(([place, problems]) => {
    const id = idOf.get(place);
    return id === undefined ? [] : [[id, problems] as const];
  });
  // One line may be told twice: as what it does, and as the procedure that it makes.
  const told = new Map<number, Readonly<Record<string, string>>>();
  for (const [id, problems] of byId) told.set(id, { ...told.get(id), ...problems });
  return { lines: told, sent: asText(filledLines(draft)), header, other };
}

/** Problems in words by line; what was pasted and not understood is told with its words. */
export function wordsById(
  found: ReadonlyMap<number, Readonly<Record<string, DraftProblem>>>,
  lines: readonly DraftLine[],
): Map<number, Record<string, string>> {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return new Map([...found].map(([id, problems]) => [id, inWords(problems, byId.get(id)?.unread ?? {})]));
}

function inWords(problems: Readonly<Record<string, DraftProblem>>, unread: Unread): Record<string, string> {
  const cells: Readonly<Record<string, string | undefined>> = unread;
  const told = (field: string, problem: DraftProblem): string => {
    const text = problemText(problem);
    const cell = cells[field];
    return cell === undefined ? text : `${t('lists.unread', { text: cell })} ${text}`;
  };
  return Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, told(field, problem)]));
}
