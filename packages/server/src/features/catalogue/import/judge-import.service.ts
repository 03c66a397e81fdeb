import { cellAt, EMPTY, type Cell } from '@chi-tieu/shared/domain/import/cell';
import {
  checkRows,
  mendedCell,
  type FindNear,
  type KnownProcedure,
  type RowToCheck,
  type RowVerdict,
} from '@chi-tieu/shared/domain/import/check-rows';
import type { FieldCells } from '@chi-tieu/shared/domain/import/check-row';
import type { ImportField } from '@chi-tieu/shared/domain/import/fields';
import { NearNames } from '@chi-tieu/shared/domain/import/near-names';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { Sql } from '../../../app/sql.ts';
import { proceduresByCode } from '../catalogue.queries.ts';
import { catalogueNames, catalogueStamp } from './catalogue-names.queries.ts';
import { rowsOfImport, type ImportRecord, type KeptRow } from './imports.queries.ts';

/** A cell of a field: what was read, and what counts now. */
export interface ShownCell {
  field: ImportField;
  column: number;
  cell: Cell;
  asRead: string;
  isMended: boolean;
}

/** A row with its cells and what is said of it. */
export interface JudgedRow extends RowVerdict {
  cells: ShownCell[];
  isLeftOut: boolean;
  kept: KeptRow;
  /** The version of the procedure as it is stored; 0 where it is not. */
  storedVersion: number;
}

/** What was judged last: a page of rows, their sum and a dry run ask for the same. */
const judged = new Map<string, JudgedRow[]>();
const MOST_JUDGED = 4;

/**
 * Judges all rows of an import by the one rule, beside the catalogue as this transaction sees it. What was judged already of the same
 * import beside the same catalogue is given again.
 */
export async function judgeImport(sql: Sql, provinceId: number, record: ImportRecord): Promise<JudgedRow[]> {
  const { id, version, touchedAt } = record;
  const key = [await catalogueStamp(sql, provinceId), id, version, touchedAt.toISOString()].join();
  const known = judged.get(key);
  if (known) return known;
  const rows = await judgeRows(sql, provinceId, record);
  judged.set(key, rows);
  for (const [old] of judged) if (judged.size > MOST_JUDGED) judged.delete(old);
  return rows;
}

async function judgeRows(sql: Sql, provinceId: number, record: ImportRecord): Promise<JudgedRow[]> {
  const kept = await rowsOfImport(sql, record.id, record.tableNumber, { from: record.headerTo + 1 });
  const shown = kept.map((row) => cellsOf(row, record));
  const rows = kept.map((row, index): RowToCheck => ({
    row: row.row,
    cells: fieldCells(shown[index] ?? []),
    isLeftOut: row.isLeftOut,
    seenVersion: row.seenVersion,
  }));
  const known = await knownOf(sql, provinceId, rows);
  const verdicts = checkRows(rows, known, await nearNames(sql, provinceId, rows, known));
  return verdicts.map((verdict, index) => ({
    ...verdict,
    cells: shown[index] ?? [],
    isLeftOut: rows[index]?.isLeftOut ?? false,
    kept: kept[index] as KeptRow,
    storedVersion: known.get(verdict.code ?? '')?.version ?? 0,
  }));
}

function cellsOf(row: KeptRow, { columns }: Pick<ImportRecord, 'columns'>): ShownCell[] {
  return columns.flatMap(({ field }, column) => {
    if (field === null) return [];
    const read = cellAt(row, column);
    const mended = row.mended[String(column)];
    const isMended = mended !== undefined;
    return [{ field, column, cell: isMended ? mendedCell(mended) : read, asRead: read.text, isMended }];
  });
}

function fieldCells(cells: readonly ShownCell[]): FieldCells {
  return Object.fromEntries(cells.map(({ field, cell }) => [field, cell]));
}

async function knownOf(
  sql: Sql,
  provinceId: number,
  rows: readonly RowToCheck[],
): Promise<Map<string, KnownProcedure>> {
  const codes = rows.map(({ cells }) => likelyStoredCode(cells.CODE ?? EMPTY)).filter((code) => code !== null);
  const stored = await proceduresByCode(sql, provinceId, [...new Set(codes)]);
  return new Map(stored.map((row) => [row.code, row]));
}

/** The code by which a row will be looked up; zeros that a number has lost are put back as the rule does. */
function likelyStoredCode({ text, kind }: Cell): string | null {
  if (kind !== 'NUMBER') return nationalCode(text);
  const [whole = '', part = ''] = text.split('.');
  return nationalCode(`${whole}.${part.padEnd(6, '0')}`);
}

interface KnownNames {
  stamp: string;
  names: NearNames;
}

/** The names of a catalogue are folded once for as long as it stays what it is. */
const knownNames = new Map<number, KnownNames>();

/** Looks for names nearly the same in the file and, where something in it is new, in the catalogue. */
async function nearNames(
  sql: Sql,
  provinceId: number,
  rows: readonly RowToCheck[],
  known: ReadonlyMap<string, KnownProcedure>,
): Promise<FindNear> {
  const fresh = rows.flatMap(({ cells, isLeftOut }) => {
    const code = likelyStoredCode(cells.CODE ?? EMPTY);
    return code === null || isLeftOut || known.has(code) ? [] : [{ code, name: cells.NAME?.text ?? '' }];
  });
  if (fresh.length === 0) return () => null;
  const own = new NearNames(fresh);
  const catalogue = await namesOfCatalogue(sql, provinceId);
  return (name, code) => catalogue.nearest(name, code) ?? own.nearest(name, code);
}

async function namesOfCatalogue(sql: Sql, provinceId: number): Promise<NearNames> {
  const stamp = await catalogueStamp(sql, provinceId);
  const held = knownNames.get(provinceId);
  if (held?.stamp === stamp) return held.names;
  const names = new NearNames(await catalogueNames(sql, provinceId));
  knownNames.set(provinceId, { stamp, names });
  return names;
}
