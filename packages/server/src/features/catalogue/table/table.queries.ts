import type { Page } from '../../../app/connection.ts';
import type { Sql } from '../../../app/sql.ts';
import { PROCEDURE_COLUMNS, shownPeriodOn, type ProcedureRow } from '../catalogue.queries.ts';
import { conditionOf, Params, type FilterWorld } from './conditions.ts';
import type { ProcedureFilter } from './filter.ts';
import { orderingOf, type Part, type ProcedureKey, type ProcedureSort } from './sorting.ts';

/** Words beside each other, in their order. */
export interface Phrase {
  bare: string;
  marked: string;
}

/** What a table of procedures is asked for. */
export interface TableQuestion {
  /** Folded words, all of which must occur. */
  words: string[];
  /** The words with their marks (domain/fold.ts): a name in which all of them occur as typed ranks higher. */
  marked: string[];
  /** What was typed as one run of letters, as bare ones and with its marks; null where it is one word: words tell as much. */
  phrase: Phrase | null;
  filter: ProcedureFilter;
  sort: ProcedureSort | null;
}

/** A found procedure, with the value that it is sorted by. */
export type FoundProcedure = ProcedureRow & { sortValue: string | null };

/** The current texts `v` of procedures `p` on the day. */
const textsOn = (day: string): string =>
  `procedure p join procedure_text v on v.procedure_id = p.id and v.superseded_by is null and v.valid @> ${day}`;

const escaped = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** What a question asks of `p` and `v`: the words, then the filter. */
export function whereOf(
  { words, filter }: Pick<TableQuestion, 'words' | 'filter'>,
  world: FilterWorld,
  params: Params,
): string {
  const province = params.add(world.provinceId, 'int');
  const found = words.map((word) => `v.search like ${params.add(escaped(word), 'text')}`);
  return [
    `p.province_id = ${province}`,
    `v.province_id = ${province}`,
    ...found,
    conditionOf(filter, world, params),
  ].join(' and ');
}

/** True where all the words stand in the name with their marks as typed; null where there are none. */
function fitsAsTyped(marked: string[], params: Params): string | null {
  if (marked.length === 0) return null;
  return marked.map((word) => `position(${params.add(word, 'text')} in v.search_marked) > 0`).join(' and ');
}

/** True where what was typed stands in one piece, as typed: without marks in bare letters, else with its marks; null for one word. */
function standsTogether(phrase: Phrase | null, params: Params): string | null {
  if (phrase === null) return null;
  const { bare, marked } = phrase;
  if (bare === marked) return `v.search like ${params.add(escaped(bare), 'text')}`;
  return `position(${params.add(marked, 'text')} in v.search_marked) > 0`;
}

/** One page of the table, with one row more than asked for. */
export function tablePage(
  sql: Sql,
  world: FilterWorld,
  question: TableQuestion,
  page: Page<ProcedureKey>,
): Promise<FoundProcedure[]> {
  const params = new Params();
  const day = params.add(world.on, 'date');
  const most = params.add(page.first + 1, 'bigint');
  const together = standsTogether(question.sort ? null : question.phrase, params);
  const fits = fitsAsTyped(question.sort ? [] : question.marked, params);
  const ranks = [together, fits].filter((rank) => rank !== null);
  const { parts, shown, order, join } = orderingOf(question.sort, { ranks, day }, page.after, params);
  const where = whereOf(question, world, params);
  const read = (part: Part, isWanted: string) =>
    `(select p.id, v.id as text_id, p.code, ${part.key} as key from ${textsOn(day)} ${join}
       where ${where} and ${part.where} and ${isWanted} order by ${part.order} limit ${most})`;
  const [first, ...rest] = parts;
  const more = rest.map((part) => `union all ${read(part, `(select count(*) from first) < ${most}`)}`);
  return sql.rows<FoundProcedure>(
    `with first as materialized ${read(first, 'true')},
     found as materialized (
       select p.* from (select * from first ${more.join(' ')}) p order by ${order('p.key')} limit ${most})
     select ${PROCEDURE_COLUMNS}, ${shown('x.key')} as "sortValue"
       from found x join procedure p on p.id = x.id join procedure_text v on v.id = x.text_id ${shownPeriodOn(day)}
      order by ${order('x.key')}`,
    params.values,
  );
}

/** How many procedures a question finds. */
export async function tableCount(sql: Sql, world: FilterWorld, question: TableQuestion): Promise<number> {
  const params = new Params();
  const day = params.add(world.on, 'date');
  const row = await sql.row<{ n: number }>(
    `select count(*)::int as n from ${textsOn(day)} where ${whereOf(question, world, params)}`,
    params.values,
  );
  return row?.n ?? 0;
}

/** A procedure as a step that changes many takes it. */
export interface SelectedProcedure {
  id: number;
  code: string;
  version: number;
}

/** The procedures that a question finds, at most so many and one more, in the order of their codes. */
export function tableSelection(
  sql: Sql,
  world: FilterWorld,
  question: Pick<TableQuestion, 'words' | 'filter'>,
  most: number,
): Promise<SelectedProcedure[]> {
  const params = new Params();
  const day = params.add(world.on, 'date');
  return sql.rows<SelectedProcedure>(
    `select p.id, p.code, p.version from ${textsOn(day)} where ${whereOf(question, world, params)}
      order by p.code limit ${params.add(most + 1, 'bigint')}`,
    params.values,
  );
}

/** When each of these procedures was changed last. */
export function lastChanges(sql: Sql, procedureIds: number[]): Promise<{ id: number; at: Date }[]> {
  return sql.rows<{ id: number; at: Date }>(
    `select p.id, m.at from procedure p join procedure_revision r on r.procedure_id = p.id and r.version = p.version
       join moment m on m.id = r.moment_id where p.id = any ($1)`,
    [procedureIds],
  );
}
