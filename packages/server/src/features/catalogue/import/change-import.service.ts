import { LONGEST_CELL } from '@chi-tieu/shared/domain/import/cell';
import { headerKey, NEEDED_FIELDS, type ImportField } from '@chi-tieu/shared/domain/import/fields';
import { headersAt } from '@chi-tieu/shared/domain/import/header';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput, badInputs, conflict, notFound, type FieldProblem } from '../../../app/errors.ts';
import { undoStep } from '../undo.service.ts';
import {
  deleteRows,
  importById,
  rememberChoices,
  rowsOfImport,
  saveLeftOut,
  saveMapping,
  saveMended,
  saveState,
  touchImport,
  type ImportRecord,
  type KeptColumn,
} from './imports.queries.ts';
import { proposedColumns } from './open-import.service.ts';
import { tellsCitizen } from './packed-cells.ts';

/** How the table is to be read; what is not told stays as it is. */
export interface Mapping {
  table?: number | null | undefined;
  /** The header's rows; the rows under it are read. */
  headerFrom?: number | null | undefined;
  headerTo?: number | null | undefined;
  /** Fields by column; a column that is not named stays out. Without it columns are proposed anew. */
  columns?: { column: number; field: ImportField }[] | null | undefined;
}

/** A text for the cell of a row in the column of a field. */
export interface Mend {
  row: number;
  field: ImportField;
  text: string;
}

const MOST_AT_ONCE = 5_000;
const MOST_HEADER_ROWS = 5;

/** An import that is still open, at the version that the caller saw; held until the transaction ends. */
export async function openRecord(
  tx: Writer,
  provinceId: number,
  id: string,
  expectedVersion: number | null,
): Promise<ImportRecord> {
  const record = await importById(tx, provinceId, id, true);
  if (!record) throw notFound('import.unknown', { id });
  if (record.state !== 'READ' && record.state !== 'MAPPED') throw conflict('import.closed');
  if (expectedVersion !== null && expectedVersion !== record.version)
    throw conflict('import.version', { version: record.version }, { facts: { version: record.version } });
  return record;
}

/** Matches columns with fields, and remembers the choice for this account: the next file of the same form is matched by itself. */
export async function mapImportColumns(
  ctx: Context,
  id: string,
  mapping: Mapping,
  expectedVersion: number | null,
): Promise<void> {
  await ctx.write('mapImportColumns', async (tx) => {
    const record = await openRecord(tx, ctx.provinceId, id, expectedVersion);
    const chosen = await chosenMapping(tx, ctx.provinceId, record, mapping);
    await saveMapping(tx, id, chosen);
    if (mapping.columns && tx.accountId !== null)
      await rememberChoices(
        tx,
        ctx.provinceId,
        tx.accountId,
        chosen.columns
          .filter(({ header }) => headerKey(header) !== '')
          .map(({ header, field }) => ({ header: headerKey(header), field })),
      );
    const fields = chosen.columns.flatMap(({ field }) => field ?? []);
    tx.audit({
      what: 'IMPORT_MAPPED',
      about: { kind: 'IMPORT', id },
      unitId: ctx.provinceId,
      after: { targets: fields },
    });
  });
}

async function chosenMapping(tx: Writer, provinceId: number, record: ImportRecord, mapping: Mapping) {
  const tableNumber = mapping.table ?? record.tableNumber;
  const table = record.tables[tableNumber];
  if (!table) throw badInput('table', 'import.table');
  const isOther = tableNumber !== record.tableNumber;
  const headerFrom = mapping.headerFrom ?? (isOther ? table.headerFrom : record.headerFrom);
  const headerTo = mapping.headerTo ?? mapping.headerFrom ?? (isOther ? table.headerTo : record.headerTo);
  if (headerTo < headerFrom || headerTo - headerFrom >= MOST_HEADER_ROWS) throw badInput('headerTo', 'import.header');
  const rows = await rowsOfImport(tx, record.id, tableNumber, { from: headerFrom, to: headerTo });
  const headers = headersAt(rows, { from: headerFrom, to: headerTo });
  if (headers.length === 0) throw badInput('headerFrom', 'import.header');
  const columns = mapping.columns
    ? chosenColumns(headers, mapping.columns)
    : await proposedColumns(tx, provinceId, headers);
  return { tableNumber, headerFrom, headerTo, columns };
}

function chosenColumns(
  headers: readonly string[],
  chosen: readonly { column: number; field: ImportField }[],
): KeptColumn[] {
  const problems: FieldProblem[] = [];
  const columns = headers.map((header): KeptColumn => ({ header, field: null, because: 'CHOSEN' }));
  const taken = new Set<ImportField>();
  chosen.forEach(({ column, field }, index) => {
    const place = columns[column];
    if (!place) problems.push({ path: `columns.${index}.column`, text: 'import.column', params: {} });
    else if (taken.has(field) || place.field !== null)
      problems.push({ path: `columns.${index}.field`, text: 'import.columnTwice', params: {} });
    else {
      place.field = field;
      taken.add(field);
    }
  });
  const missing = NEEDED_FIELDS.filter((field) => !taken.has(field));
  if (missing.length > 0) problems.push({ path: 'columns', text: 'import.columnsNeeded', params: {} });
  if (problems.length > 0) throw badInputs(problems);
  return columns;
}

/** Puts texts in the place of what was read, at most 5,000 at once. */
export async function mendImportCells(
  ctx: Context,
  id: string,
  cells: Mend[],
  expectedVersion: number | null,
): Promise<void> {
  if (cells.length > MOST_AT_ONCE) throw badInput('cells', 'input.tooMany', { most: MOST_AT_ONCE });
  const problems = cells.flatMap(({ text }, index): FieldProblem[] => {
    const path = `cells.${index}.text`;
    if (text.includes('\0')) return [{ path, text: 'input.text', params: {} }];
    if (text.length > LONGEST_CELL) return [{ path, text: 'import.cellLong', params: { most: LONGEST_CELL } }];
    return tellsCitizen(text) ? [{ path, text: 'import.citizen', params: {} }] : [];
  });
  if (problems.length > 0) throw badInputs(problems);
  await ctx.write('mendImportCells', async (tx) => {
    const record = await openRecord(tx, ctx.provinceId, id, expectedVersion);
    const mended = cells.map(({ row, field, text }, index) => {
      const column = record.columns.findIndex((known) => known.field === field);
      if (column < 0) throw badInput(`cells.${index}.field`, 'import.noColumn');
      return { row, column, text: text.normalize('NFC') };
    });
    const count = await saveMended(tx, id, record.tableNumber, mended);
    if (count !== new Set(cells.map(({ row }) => row)).size) throw badInput('cells', 'import.row');
    await touchImport(tx, id);
    tx.audit({
      what: 'IMPORT_MENDED',
      about: { kind: 'IMPORT', id },
      unitId: ctx.provinceId,
      after: { count: cells.length },
    });
  });
}

/** Leaves rows out of the import, or takes them in again. */
export async function dropImportRows(
  ctx: Context,
  id: string,
  rows: number[],
  isLeftOut: boolean,
  expectedVersion: number | null,
): Promise<void> {
  await ctx.write('dropImportRows', async (tx) => {
    const record = await openRecord(tx, ctx.provinceId, id, expectedVersion);
    const count = await saveLeftOut(tx, id, record.tableNumber, rows, isLeftOut);
    if (count !== new Set(rows).size) throw badInput('rows', 'import.row');
    await touchImport(tx, id);
    tx.audit({ what: 'IMPORT_MENDED', about: { kind: 'IMPORT', id }, unitId: ctx.provinceId, after: { count } });
  });
}

/** Gives an import up: its rows are gone, what was taken in before stays. */
export async function dropImport(ctx: Context, id: string): Promise<void> {
  await ctx.write('dropImport', async (tx) => {
    await openRecord(tx, ctx.provinceId, id, null);
    await saveState(tx, id, 'DROPPED');
    await deleteRows(tx, id);
    tx.audit({ what: 'IMPORT_DROPPED', about: { kind: 'IMPORT', id }, unitId: ctx.provinceId });
  });
}

/** Takes back what an import brought, as a step of its own; CONFLICT where something later stands on it. */
export async function undoImport(ctx: Context, id: string): Promise<void> {
  const record = await importById(ctx.read, ctx.provinceId, id);
  if (!record) throw notFound('import.unknown', { id });
  if (record.stepId === null || record.state !== 'APPLIED') throw conflict('import.notTaken');
  await undoStep(ctx, record.stepId);
}
