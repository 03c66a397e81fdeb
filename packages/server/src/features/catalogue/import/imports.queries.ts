import type { Cell } from '@chi-tieu/shared/domain/import/cell';
import type { ImportStatus } from '@chi-tieu/shared/domain/import/check-rows';
import type { ImportField } from '@chi-tieu/shared/domain/import/fields';
import type { Page } from '../../../app/connection.ts';
import type { Sql } from '../../../app/sql.ts';
import type { ColumnReason, ImportKind, ImportState } from './import-enums.ts';
import { packCells, unpackCells, type PackedCell } from './packed-cells.ts';

/** A table of the file as it is kept: its rows lie apart. */
export interface KeptTable {
  name: string;
  isHidden: boolean;
  rows: number;
  headerFrom: number;
  headerTo: number;
}

/** A column of the chosen table. */
export interface KeptColumn {
  header: string;
  field: ImportField | null;
  because: ColumnReason | null;
}

export type Counts = Record<ImportStatus, number>;

export interface ImportRecord {
  id: string;
  number: string;
  name: string | null;
  kind: ImportKind;
  bytes: number;
  tables: KeptTable[];
  tableNumber: number;
  headerFrom: number;
  headerTo: number;
  columns: KeptColumn[];
  state: ImportState;
  version: number;
  accountId: number | null;
  by: string | null;
  begunAt: Date;
  touchedAt: Date;
  triedVersion: number | null;
  tried: unknown;
  applied: Counts | null;
  appliedAt: Date | null;
  /** The step of the catalogue that it was taken in by; null where it has changed nothing. */
  stepId: string | null;
}

const COLUMNS = `i.id, i.number::text, i.name, i.kind, i.bytes::float8 as bytes, i.tables, i.table_number as "tableNumber",
  i.header_from as "headerFrom", i.header_to as "headerTo", i.columns, i.version, i.account_id as "accountId",
  account_name(i.account_id) as by, i.begun_at as "begunAt", i.touched_at as "touchedAt", i.tried_version as "triedVersion",
  i.tried, i.applied, i.applied_at as "appliedAt",
  (select s.moment_id::text from change_set s where s.moment_id = i.applied_by) as "stepId",
  case when i.state = 'APPLIED' and exists (select from change_set s where s.moment_id = i.applied_by and s.undone_by is not null)
       then 'UNDONE' else i.state end as state`;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** One import by its id; `lock` keeps others from changing it meanwhile. */
export async function importById(sql: Sql, provinceId: number, id: string, lock = false): Promise<ImportRecord | null> {
  if (!UUID.test(id)) return null;
  return sql.row<ImportRecord>(
    `select ${COLUMNS} from catalogue_import i where i.province_id = $1 and i.id = $2 ${lock ? 'for update' : ''}`,
    [provinceId, id],
  );
}

/** One page of the imports that were not dropped, newest first, with one more than asked for. */
export function importsOf(sql: Sql, provinceId: number, { first, after }: Page<string>): Promise<ImportRecord[]> {
  return sql.rows<ImportRecord>(
    `select ${COLUMNS} from catalogue_import i
      where i.province_id = $1 and i.state <> 'DROPPED' and ($2::bigint is null or i.number < $2) order by i.number desc limit $3`,
    [provinceId, after, first + 1],
  );
}

export async function countImports(sql: Sql, provinceId: number): Promise<number> {
  const row = await sql.row<{ n: number }>(
    "select count(*)::int as n from catalogue_import where province_id = $1 and state <> 'DROPPED'",
    [provinceId],
  );
  return row?.n ?? 0;
}

export type NewImport = Pick<
  ImportRecord,
  'id' | 'name' | 'kind' | 'bytes' | 'tables' | 'tableNumber' | 'headerFrom' | 'headerTo' | 'columns' | 'accountId'
>;

export async function insertImport(sql: Sql, provinceId: number, made: NewImport): Promise<void> {
  await sql.run(
    `insert into catalogue_import (id, province_id, name, kind, bytes, tables, table_number, header_from, header_to, columns, account_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      made.id,
      provinceId,
      made.name,
      made.kind,
      made.bytes,
      JSON.stringify(made.tables),
      made.tableNumber,
      made.headerFrom,
      made.headerTo,
      JSON.stringify(made.columns),
      made.accountId,
    ],
  );
}

const ROWS_AT_ONCE = 2_000;

/** Keeps the rows of one table. */
export async function insertRows(
  sql: Sql,
  importId: string,
  tableNumber: number,
  rows: readonly { row: number; cells: readonly Cell[] }[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE).map(({ row, cells }) => ({ row, cells: packCells(cells) }));
    await sql.run(
      `insert into catalogue_import_row (import_id, table_number, row_number, cells)
       select $1, $2, x.row, x.cells from jsonb_to_recordset($3::jsonb) as x (row int, cells jsonb)`,
      [importId, tableNumber, JSON.stringify(some)],
    );
  }
}

/** A row as it is kept. */
export interface KeptRow {
  row: number;
  cells: Cell[];
  /** By the number of the column. */
  mended: Record<string, string>;
  isLeftOut: boolean;
  seenVersion: number | null;
  outcome: ImportStatus | null;
}

/** Rows of a table from one number to another. */
export async function rowsOfImport(
  sql: Sql,
  importId: string,
  tableNumber: number,
  { from = 0, to = 2_147_483_647, most = null }: { from?: number; to?: number; most?: number | null } = {},
): Promise<KeptRow[]> {
  const rows = await sql.rows<Omit<KeptRow, 'cells'> & { cells: PackedCell[] }>(
    `select row_number as row, cells, mended, is_left_out as "isLeftOut", seen_version as "seenVersion", outcome
       from catalogue_import_row where import_id = $1 and table_number = $2 and row_number between $3 and $4
      order by row_number limit $5`,
    [importId, tableNumber, from, to, most],
  );
  return rows.map((row) => ({ ...row, cells: unpackCells(row.cells) }));
}

/** Writes anew how the table is read; whatever was tried counts no more. */
export async function saveMapping(
  sql: Sql,
  importId: string,
  chosen: Pick<ImportRecord, 'tableNumber' | 'headerFrom' | 'headerTo' | 'columns'>,
): Promise<void> {
  await sql.run(
    `update catalogue_import set table_number = $2, header_from = $3, header_to = $4, columns = $5, state = 'MAPPED',
            version = version + 1, touched_at = now() where id = $1`,
    [importId, chosen.tableNumber, chosen.headerFrom, chosen.headerTo, JSON.stringify(chosen.columns)],
  );
}

/** One more version of an import: something in its rows was changed. */
export async function touchImport(sql: Sql, importId: string): Promise<void> {
  await sql.run('update catalogue_import set version = version + 1, touched_at = now() where id = $1', [importId]);
}

/** Puts texts in the place of what was read; returns how many rows there were. */
export function saveMended(
  sql: Sql,
  importId: string,
  tableNumber: number,
  mended: readonly { row: number; column: number; text: string }[],
): Promise<number> {
  return sql.run(
    `update catalogue_import_row r set mended = r.mended || x.mended
       from (select x.row, jsonb_object_agg(x.column::text, x.text) as mended
               from jsonb_to_recordset($3::jsonb) as x (row int, "column" int, text text) group by x.row) x
      where r.import_id = $1 and r.table_number = $2 and r.row_number = x.row`,
    [importId, tableNumber, JSON.stringify(mended)],
  );
}

/** Leaves rows out, or takes them in again; returns how many there were. */
export function saveLeftOut(
  sql: Sql,
  importId: string,
  tableNumber: number,
  rows: readonly number[],
  isLeftOut: boolean,
): Promise<number> {
  return sql.run(
    `update catalogue_import_row set is_left_out = $4 where import_id = $1 and table_number = $2 and row_number = any ($3)`,
    [importId, tableNumber, rows, isLeftOut],
  );
}

/** What was shown of the catalogue when the import was tried, row by row. */
export async function saveTried(
  sql: Sql,
  record: Pick<ImportRecord, 'id' | 'tableNumber' | 'version'>,
  seen: readonly { row: number; version: number }[],
  tried: unknown,
): Promise<void> {
  await sql.run(
    `update catalogue_import_row r set seen_version = x.version
       from jsonb_to_recordset($3::jsonb) as x (row int, version int)
      where r.import_id = $1 and r.table_number = $2 and r.row_number = x.row and r.seen_version is distinct from x.version`,
    [record.id, record.tableNumber, JSON.stringify(seen)],
  );
  await sql.run('update catalogue_import set tried_version = $2, tried = $3, touched_at = now() where id = $1', [
    record.id,
    record.version,
    JSON.stringify(tried),
  ]);
}

/** What became of each row, and that it is done. */
export async function saveApplied(
  sql: Sql,
  record: Pick<ImportRecord, 'id' | 'tableNumber'>,
  outcomes: readonly { row: number; outcome: ImportStatus }[],
  counts: Counts,
  moment: string,
): Promise<void> {
  await sql.run(
    `update catalogue_import_row r set outcome = x.outcome
       from jsonb_to_recordset($3::jsonb) as x (row int, outcome text)
      where r.import_id = $1 and r.table_number = $2 and r.row_number = x.row`,
    [record.id, record.tableNumber, JSON.stringify(outcomes)],
  );
  await sql.run(
    `update catalogue_import set state = 'APPLIED', version = version + 1, applied = $2, applied_at = now(), applied_by = $3,
            touched_at = now() where id = $1`,
    [record.id, JSON.stringify(counts), moment],
  );
}

export async function saveState(sql: Sql, importId: string, state: ImportState): Promise<void> {
  await sql.run(`update catalogue_import set state = $2, version = version + 1, touched_at = now() where id = $1`, [
    importId,
    state,
  ]);
}

/** Takes the rows of an import away; that there was one stays. */
export async function deleteRows(sql: Sql, importId: string): Promise<void> {
  await sql.run('delete from catalogue_import_row where import_id = $1', [importId]);
}

/** Takes away the imports that nobody has touched for so many days; returns how many. */
export function deleteOldImports(sql: Sql, days: number): Promise<number> {
  return sql.run('delete from catalogue_import where touched_at < now() - make_interval(days => $1)', [days]);
}

/** What somebody chose before, by the headers' bare letters. */
export async function choicesFor(
  sql: Sql,
  provinceId: number,
  accountId: number | null,
  headers: readonly string[],
): Promise<Map<string, ImportField | null>> {
  const rows = await sql.rows<{ header: string; field: ImportField | null }>(
    'select header, field from catalogue_import_choice where province_id = $1 and account_id = $2 and header = any ($3)',
    [provinceId, accountId, headers],
  );
  return new Map(rows.map(({ header, field }) => [header, field]));
}

export async function rememberChoices(
  sql: Sql,
  provinceId: number,
  accountId: number,
  choices: readonly { header: string; field: ImportField | null }[],
): Promise<void> {
  await sql.run(
    `insert into catalogue_import_choice (province_id, account_id, header, field)
     select distinct on (x.header) $1::int, $2::int, x.header, x.field from jsonb_to_recordset($3::jsonb) as x (header text, field text)
      order by x.header, x.field nulls last
     on conflict (province_id, account_id, header) do update set field = excluded.field, chosen_at = now()`,
    [provinceId, accountId, JSON.stringify(choices)],
  );
}

/** From which source an import came. */
export async function linkSource(sql: Sql, importId: string, sourceId: number): Promise<void> {
  await sql.run('update catalogue_import set source_id = $2 where id = $1', [importId, sourceId]);
}
