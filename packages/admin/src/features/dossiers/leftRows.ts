import type { RowProblem } from './receipt.ts';

/** A row that lies in quarantine, with the fields that are kept of it. */
export interface KeptRow extends RowProblem {
  readonly fields: Readonly<Record<string, string>>;
}

/** The names of the columns that say what is wrong; they stand before the row's own. */
export interface LeftRowsHeader {
  readonly row: string;
  readonly field: string;
  readonly message: string;
}

const BYTE_ORDER_MARK = '\ufeff';

/**
 * The rows of an import that were left, as a CSV that opens in Excel and can be mended there and imported again: what is
 * wrong first, then the row's own columns under the names that an import reads. Every row of `kept` and `told` is in it
 * once, in the order of the file; of a row that was only told about, just its code is known, under `codeColumn`.
 */
export function leftRowsCsv(
  kept: readonly KeptRow[],
  told: readonly RowProblem[],
  columns: readonly string[],
  header: LeftRowsHeader,
): string {
  const codeColumn = columns[0] ?? '';
  const byRow = new Map<number, KeptRow>();
  for (const problem of told) {
    byRow.set(problem.row, { ...problem, fields: problem.code === null ? {} : { [codeColumn]: problem.code } });
  }
  for (const row of kept) byRow.set(row.row, row);
  const rows = [...byRow.values()].sort((a, b) => a.row - b.row);
  const table = [
    [header.row, header.field, header.message, ...columns],
    ...rows.map(({ row, field, message, fields }) => [
      String(row),
      field,
      message,
      ...columns.map((name) => fields[name] ?? ''),
    ]),
  ];
  return BYTE_ORDER_MARK + table.map((cells) => cells.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

/** Quoted where needed; a text that a spreadsheet would run as a formula is made plain text by an apostrophe. */
function csvCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
