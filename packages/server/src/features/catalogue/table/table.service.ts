import type { Day } from '@chi-tieu/shared/domain/days';
import { fold, foldMarked } from '@chi-tieu/shared/domain/fold';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import { connect, type Connection, type Page } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import type { UnitKind } from '../../../app/enums.ts';
import { badInput } from '../../../app/errors.ts';
import { readSearchWords, wordsOf } from '../../../app/search-words.ts';
import type { Sql } from '../../../app/sql.ts';
import { today, unitByCode, unitTree } from '../../units/units.service.ts';
import { unitKey, type FilterWorld } from './conditions.ts';
import { facetCounts, type Facet, type FacetRow } from './facets.queries.ts';
import { asksDossiers, checkFilter, unitsNamed, type ProcedureFilter } from './filter.ts';
import { sortWord, type ProcedureKey, type ProcedureSort } from './sorting.ts';
import {
  tableCount,
  tablePage,
  tableSelection,
  type FoundProcedure,
  type Phrase,
  type SelectedProcedure,
  type TableQuestion,
} from './table.queries.ts';

/** What is asked of the catalogue, as it comes. */
export interface CatalogueSearch {
  search?: string | null;
  field?: string | null;
  tier?: UnitKind | null;
  inForceOn?: Day | null;
  /** The day as of which procedures are read; `inForceOn`, else today, unless told. */
  on?: Day | null;
  filter?: ProcedureFilter | null;
  sort?: ProcedureSort | null;
}

/** A question that can be put to the database. */
export interface Asked {
  question: TableQuestion;
  world: FilterWorld;
  /** What answers it: where dossiers are asked about, those of everybody count. */
  sql: Sql;
  /** Something was typed that no name can hold. */
  isHopeless: boolean;
}

/** Reads what is asked for; BAD_USER_INPUT for what cannot be meant, NOT_FOUND for a unit that nobody knows. */
export async function readQuestion(ctx: Context, asked: CatalogueSearch): Promise<Asked> {
  const wanted = readSearchWords(asked.search ?? null);
  const code = nationalCode(wanted.query) ?? codeWithoutDot(wanted.query);
  const { words, marked } = code === null ? wanted : wordsOf(code);
  if (asked.filter) checkFilter(asked.filter);
  const filter = filterOf(asked);
  const on = asked.on ?? asked.inForceOn ?? today(ctx);
  const world = { provinceId: ctx.provinceId, on, units: await receivingUnitsOf(ctx, filter) };
  return {
    question: { words, marked, phrase: phraseOf(code ?? wanted.query), filter, sort: asked.sort ?? null },
    world,
    sql: asksDossiers(filter) ? ctx.figures : ctx.read,
    isHopeless: wanted.query !== '' && words.length === 0,
  };
}

/** A code as spreadsheets and telephones write it, `2000815`. Only searching knows it: what is sent or imported has to say its dot. */
function codeWithoutDot(query: string): string | null {
  return /^\d{7}$/.test(query) ? nationalCode(`${query.slice(0, 1)}.${query.slice(1)}`) : null;
}

function phraseOf(query: string): Phrase | null {
  const [bare, marked] = [fold(query), foldMarked(query)];
  return bare.includes(' ') ? { bare, marked } : null;
}

/** The arguments and the filter as one filter. The facets leave out their own of the filter's members alone. */
function filterOf({ field, tier, inForceOn, filter }: CatalogueSearch): ProcedureFilter {
  const shorthand: ProcedureFilter = {
    ...(typeof field === 'string' && { fields: [field] }),
    ...(tier && { tiers: [tier] }),
    ...(inForceOn && { force: { states: ['IN_FORCE'], on: inForceOn } }),
  };
  if (Object.keys(shorthand).length === 0) return filter ?? {};
  return { ...filter, and: [...(filter?.and ?? []), shorthand] };
}

/** What lies at or below each unit that the filter names, with the units whose dossiers count for those. */
async function receivingUnitsOf(ctx: Context, filter: ProcedureFilter): Promise<Map<string, number[]>> {
  const units = new Map<string, number[]>();
  for (const named of unitsNamed(filter)) {
    const { version } = await unitByCode(ctx, named.code, { year: Number(named.on.slice(0, 4)) });
    const tree = await unitTree(ctx, named.on);
    const live = tree.byId(version.unitId) ? [version.unitId, ...tree.below(version.unitId)] : [];
    units.set(
      unitKey(named),
      live.flatMap((id) => tree.receivedBy(id)),
    );
  }
  return units;
}

/**
 * Procedures that fit. Without a sort those in which what was typed stands in one piece come first, then those with the marks as typed,
 * each in the order of the codes. A code is found with
 * its suffix too; what has no letter and no digit stands in no name. How many there are is counted only where somebody asks.
 */
export async function listProcedures(
  ctx: Context,
  asked: CatalogueSearch,
  page: Page<ProcedureKey>,
): Promise<Connection<FoundProcedure>> {
  const { question, world, sql, isHopeless } = await readQuestion(ctx, asked);
  const word = sortWord(question.sort);
  if (page.after && page.after[0] !== word) throw badInput('after', 'page.cursor');
  const rows = isHopeless ? [] : await tablePage(sql, world, question, page);
  return connect<FoundProcedure, ProcedureKey>(
    rows,
    page,
    ({ sortValue, code }) => [word, sortValue, code],
    isHopeless ? 0 : () => tableCount(sql, world, question),
  );
}

/** The procedures that a question finds, at most so many and one more. */
export async function selectProcedures(
  ctx: Context,
  asked: CatalogueSearch,
  most: number,
): Promise<SelectedProcedure[]> {
  const { question, world, sql, isHopeless } = await readQuestion(ctx, asked);
  return isHopeless ? [] : tableSelection(sql, world, question, most);
}

/** A facet of a question; those that one request asks for are counted together. */
export async function facetOf(ctx: Context, asked: CatalogueSearch, facet: Facet): Promise<FacetRow[]> {
  const root = JSON.stringify(asked);
  const rows = await ctx.loadAll('facet', { id: `${facet} ${root}`, facet, root, asked }, (questions) =>
    countAll(ctx, questions),
  );
  return rows;
}

interface FacetQuestion {
  id: string;
  facet: Facet;
  root: string;
  asked: CatalogueSearch;
}

async function countAll(ctx: Context, questions: FacetQuestion[]): Promise<(FacetRow & { id: string })[]> {
  const found: (FacetRow & { id: string })[] = [];
  for (const root of new Set(questions.map((question) => question.root))) {
    const mine = questions.filter((question) => question.root === root);
    const [first] = mine;
    if (!first) continue;
    const { question, world, sql, isHopeless } = await readQuestion(ctx, first.asked);
    if (isHopeless) continue;
    const rows = await facetCounts(
      sql,
      world,
      question,
      mine.map(({ facet }) => facet),
    );
    found.push(...rows.map((row) => ({ ...row, id: `${row.facet} ${root}` })));
  }
  return found;
}
