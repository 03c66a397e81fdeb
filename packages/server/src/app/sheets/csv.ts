import { looksLikeFormula, type Cell, type SheetColumn } from './cells.ts';

/** A CSV file as programs for tables read it here: UTF-8 with its mark, commas, lines that end in CR LF. */
export async function* csvOf(columns: readonly SheetColumn[], rows: AsyncIterable<Cell[]>): AsyncGenerator<Buffer> {
  yield Buffer.from(`\ufeff${line(columns.map(({ title }) => title))}`);
  for await (const row of rows) yield Buffer.from(line(row));
}

const line = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\r\n`;

/** What may be taken for a formula gets an apostrophe before it. */
function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.day;
  if (typeof cell === 'number') return String(cell);
  const text = looksLikeFormula(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
