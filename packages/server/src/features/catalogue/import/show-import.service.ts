import { cellAt, type Cell } from '@chi-tieu/shared/domain/import/cell';
import { countStatuses, type StatusCounts } from '@chi-tieu/shared/domain/import/check-rows';
import { blocks, type ImportProblemCode } from '@chi-tieu/shared/domain/import/problem';
import { connect, type Connection, type Page } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { notFound } from '../../../app/errors.ts';
import type { Sql } from '../../../app/sql.ts';
import type { ImportFilter } from './import-enums.ts';
import { countImports, importById, importsOf, rowsOfImport, type ImportRecord } from './imports.queries.ts';
import { judgeImport, type JudgedRow } from './judge-import.service.ts';

/** One import, or null. */
export function findImport(ctx: Context, id: string): Promise<ImportRecord | null> {
  return importById(ctx.read, ctx.provinceId, id);
}

/** The same; NOT_FOUND where there is none. */
export async function requireImport(ctx: Context, id: string): Promise<ImportRecord> {
  const found = await findImport(ctx, id);
  if (!found) throw notFound('import.unknown', { id });
  return found;
}

export async function listImports(ctx: Context, page: Page<string>): Promise<Connection<ImportRecord>> {
  const rows = await importsOf(ctx.read, ctx.provinceId, page);
  return connect(
    rows,
    page,
    ({ number }) => number,
    () => countImports(ctx.read, ctx.provinceId),
  );
}

/** All rows of an import with what is said of them: judged once a request; once it was applied they are what they became then. */
export function rowsJudged(ctx: Context, record: ImportRecord): Promise<JudgedRow[]> {
  return ctx.once(`import ${record.id}`, () => settledRows(ctx.read, ctx.provinceId, record));
}

export async function settledRows(sql: Sql, provinceId: number, record: ImportRecord): Promise<JudgedRow[]> {
  const rows = await judgeImport(sql, provinceId, record);
  if (record.state !== 'APPLIED' && record.state !== 'UNDONE') return rows;
  return rows.map((row) => ({ ...row, status: row.kept.outcome ?? row.status, changes: [], problems: lasting(row) }));
}

/** What is said of the catalogue counts no more once it has been changed. */
function lasting({ problems }: JudgedRow): JudgedRow['problems'] {
  return problems.filter(({ code }) => code !== 'CHANGED_MEANWHILE' && code !== 'SIMILAR_NAME');
}

export function fits({ status, problems, isLeftOut }: JudgedRow, only: ImportFilter | null): boolean {
  if (only === null) return true;
  if (only === 'PROBLEMS') return !isLeftOut && problems.some(blocks);
  if (only === 'NOTES') return problems.some((problem) => !blocks(problem));
  return status === only;
}

/** One page of an import's rows, in the order of the file. */
export async function pageOfRows(
  ctx: Context,
  record: ImportRecord,
  { only, rows: wanted }: { only: ImportFilter | null; rows: number[] | null },
  page: Page<string>,
): Promise<Connection<JudgedRow>> {
  const numbers = wanted && new Set(wanted);
  const rows = (await rowsJudged(ctx, record)).filter(
    (row) => fits(row, only) && (numbers === null || numbers.has(row.row)),
  );
  const after = page.after === null ? 0 : Number(page.after);
  const rest = rows.filter(({ row }) => row > after).slice(0, page.first + 1);
  return connect(rest, page, ({ row }) => String(row), rows.length);
}

/** How many rows come to what, and how many of each thing there is to say. */
export interface Summary {
  counts: StatusCounts;
  /** Rows that something keeps out and nobody left out. */
  problems: number;
  leftOut: number;
  notes: { code: ImportProblemCode; rows: number; blocks: boolean }[];
  /** No row names this tier: since 07/2025 there are no districts. */
  withoutDistrict: boolean;
}

export function summaryOf(rows: readonly JudgedRow[]): Summary {
  const notes = new Map<ImportProblemCode, number>();
  for (const { problems } of rows)
    for (const code of new Set(problems.map((problem) => problem.code))) notes.set(code, (notes.get(code) ?? 0) + 1);
  const told = rows.filter(({ procedure }) => procedure?.tiers !== undefined);
  return {
    counts: countStatuses(rows),
    problems: rows.filter((row) => fits(row, 'PROBLEMS')).length,
    leftOut: rows.filter(({ isLeftOut }) => isLeftOut).length,
    notes: [...notes]
      .map(([code, count]) => ({ code, rows: count, blocks: blocks({ code }) }))
      .sort((a, b) => Number(b.blocks) - Number(a.blocks) || b.rows - a.rows),
    withoutDistrict: told.length > 0 && told.every(({ procedure }) => !procedure?.tiers?.includes('DISTRICT')),
  };
}

const SAMPLES = 3;
const ROWS_FOR_SAMPLES = 20;

/** The first texts under each header. */
export async function samplesOf(ctx: Context, record: ImportRecord): Promise<string[][]> {
  const rows = await rowsOfImport(ctx.read, record.id, record.tableNumber, {
    from: record.headerTo + 1,
    most: ROWS_FOR_SAMPLES,
  });
  return record.columns.map((_, column) => {
    const texts = rows.map((row) => shownText(cellAt(row, column))).filter((text) => text !== '');
    return [...new Set(texts)].slice(0, SAMPLES);
  });
}

/** The first rows of a table as they stand in the file: to choose the header among them. */
export async function headOfTable(ctx: Context, record: ImportRecord): Promise<{ row: number; texts: string[] }[]> {
  const rows = await rowsOfImport(ctx.read, record.id, record.tableNumber, { most: ROWS_FOR_SAMPLES });
  return rows.map(({ row, cells }) => ({ row, texts: cells.map(shownText) }));
}

const LONGEST_SAMPLE = 200;

function shownText({ text, kind }: Cell): string {
  return kind === 'HIDDEN' ? '***' : text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_SAMPLE);
}
