import type { Cell, TableRow } from '@chi-tieu/shared/domain/import/cell';
import { UnreadableBody } from '../body/json-rows.ts';
import { needOneKeyColumn } from '../body/key-column.ts';
import type { Chunks, RawRow } from '../body/read-rows.ts';
import { fileKind } from './file-kind.ts';
import { sheetRows } from './sheet-rows.ts';
import { openWorkbook, type SheetOfBook, type Workbook } from './workbook.ts';

const MEGABYTE = 1024 * 1024;
/** A workbook is held packed, with its shared texts; its sheets stream. */
const MOST_PACKED = 64 * MEGABYTE;
const LIMITS = { unpacked: 2_048 * MEGABYTE, held: 128 * MEGABYTE };
/** What a sheet can hold at all. */
const SHEET = { rows: 1_048_576, columns: 500 };
const MOST_TITLE_ROWS = 30;
/** Columns of national codes, from which a spreadsheet takes zeros where it takes them for numbers. */
const CODES = new Set(['code', 'MATTHC', 'MaTTHC']);

/** Columns of times, which people also type as texts: 02/03/2022 08:00. */
const TIMES = new Set(['NgayTiepNhan', 'NgayHenTra', 'NgayKetThucXuLy', 'NgayTra']);
const TYPED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** A time that was typed, day before month, as a stamp; whatever else stands there stays as it is. */
function stampOfText(text: string): string {
  const found = TYPED.exec(text.trim());
  if (!found) return text;
  const [day = '', month = '', year = '', ...time] = found.slice(1);
  const [hour, minute, second] = time.map((part: string | undefined) => (part ?? '').padStart(2, '0'));
  return `${year}${month.padStart(2, '0')}${day.padStart(2, '0')}${hour}${minute}${second}`;
}

/** How a day of a spreadsheet is written for the reader of the rows: as a stamp of one-stop systems, or as a day. */
export type DayForm = 'STAMP' | 'DAY';

/**
 * Streams the rows of the first sheet of a workbook that has the key column in one of its first rows, numbered from 1 under that
 * header. Throws UnreadableBody where no sheet has it.
 */
export async function* workbookRows(body: Chunks, keyColumn: string, days: DayForm): AsyncGenerator<RawRow[]> {
  const bytes = await held(body);
  if (fileKind(bytes) !== 'WORKBOOK') throw new UnreadableBody('no workbook', 'sheet.otherFormat');
  const book = await openWorkbook(bytes, LIMITS);
  for (const sheet of [...book.sheets].sort((a, b) => Number(a.isHidden) - Number(b.isHidden))) {
    if (!(await hasHeader(book, sheet, keyColumn))) continue;
    yield* rowsUnder(book, sheet, keyColumn, days);
    return;
  }
  throw new UnreadableBody('no header', 'sheet.noKey', { column: keyColumn });
}

async function held(body: Chunks): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MOST_PACKED)
      throw new UnreadableBody('too large', 'ingest.tooLarge', { megabytes: MOST_PACKED / MEGABYTE });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function hasHeader(book: Workbook, sheet: SheetOfBook, keyColumn: string): Promise<boolean> {
  let seen = 0;
  for await (const rows of sheetRows(book, sheet, SHEET)) {
    if (rows.slice(0, MOST_TITLE_ROWS - seen).some((row) => isHeader(row, keyColumn))) return true;
    seen += rows.length;
    if (seen >= MOST_TITLE_ROWS) break;
  }
  return false;
}

function isHeader(row: TableRow, keyColumn: string): boolean {
  return row.cells.some(({ text }) => text.trim() === keyColumn);
}

async function* rowsUnder(
  book: Workbook,
  sheet: SheetOfBook,
  keyColumn: string,
  days: DayForm,
): AsyncGenerator<RawRow[]> {
  let header: string[] | null = null;
  let count = 0;
  for await (const rows of sheetRows(book, sheet, SHEET)) {
    const some: RawRow[] = [];
    for (const row of rows) {
      if (header !== null) some.push({ row: (count += 1), raw: recordOf(row, header, days) });
      else if (isHeader(row, keyColumn)) header = headerOf(row, keyColumn);
    }
    if (some.length > 0) yield some;
  }
}

function headerOf({ cells }: TableRow, keyColumn: string): string[] {
  const columns = cells.map(({ text }) => text.normalize('NFC').trim());
  needOneKeyColumn(columns, keyColumn);
  return columns;
}

function recordOf({ cells }: TableRow, header: readonly string[], days: DayForm): Record<string, string> {
  const record: Record<string, string> = {};
  header.forEach((name, column) => {
    if (name !== '') record[name] = written(cells[column], name, days);
  });
  return record;
}

function written(cell: Cell | undefined, name: string, days: DayForm): string {
  if (!cell) return '';
  if (cell.kind === 'NUMBER' && CODES.has(name) && /^[1-6](\.\d{1,6})?$/.test(cell.text)) {
    const [whole, part = ''] = cell.text.split('.');
    return `${whole}.${part.padEnd(6, '0')}`;
  }
  if (cell.kind !== 'DATE') return days === 'STAMP' && TIMES.has(name) ? stampOfText(cell.text) : cell.text;
  return days === 'DAY' ? cell.text.slice(0, 10) : cell.text.replace(/\D/g, '').padEnd(14, '0');
}
