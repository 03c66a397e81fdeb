import type { TableRow } from '@chi-tieu/shared/domain/import/cell';
import { UnreadableBody } from '../body/json-rows.ts';
import { decodeText, type Encoding } from './decode-text.ts';
import type { FileKind } from './file-kind.ts';
import { fillMerged, sheetRows, type MergedRange, type SheetLimits } from './sheet-rows.ts';
import { readTextTable } from './text-table.ts';
import { openWorkbook } from './workbook.ts';
import type { ZipLimits } from './zip-parts.ts';

/** A table of a file: a sheet of a workbook, or the one table of a text. */
export interface Table {
  name: string;
  isHidden: boolean;
  rows: readonly TableRow[];
}

export interface TableLimits extends SheetLimits, ZipLimits {}

/** What people keep catalogues in: thousands of rows, some dozens of columns. */
export const TABLE_LIMITS: TableLimits = {
  rows: 20_000,
  columns: 200,
  unpacked: 300 * 1024 * 1024,
  held: 64 * 1024 * 1024,
};

/** All tables of a workbook or text, held whole; merged cells are filled. Throws UnreadableBody where nothing in it has a row. */
export async function readTables(
  bytes: Buffer,
  kind: Exclude<FileKind, 'JSON'>,
  encoding: Encoding | null,
  limits: TableLimits = TABLE_LIMITS,
): Promise<Table[]> {
  const tables =
    kind === 'WORKBOOK'
      ? await tablesOfBook(bytes, limits)
      : [{ name: '', isHidden: false, rows: await readTextTable(decodeText(bytes, encoding), limits) }];
  if (tables.every(({ rows }) => rows.length === 0)) throw new UnreadableBody('no rows', 'sheet.noRows');
  return tables;
}

async function tablesOfBook(bytes: Buffer, limits: TableLimits): Promise<Table[]> {
  const book = await openWorkbook(bytes, limits);
  const tables: Table[] = [];
  let left = limits.rows;
  for (const sheet of book.sheets) {
    const merged: MergedRange[] = [];
    const rows: TableRow[] = [];
    for await (const some of sheetRows(book, sheet, { ...limits, rows: left }, merged)) rows.push(...some);
    left -= rows.length;
    const inOrder = rows.every(({ row }, place) => row > (rows[place - 1]?.row ?? 0));
    if (!inOrder) throw new UnreadableBody('rows out of order', 'sheet.corrupt');
    tables.push({ name: sheet.name, isHidden: sheet.isHidden, rows: fillMerged(rows, merged) });
  }
  return tables;
}
