/** What a spreadsheet takes for the beginning of a formula, also behind blanks. */
const FORMULA = /^[\s\u00a0]*[=+\-@\t\r]/;

/**
 * A text as a spreadsheet may open it: one that it would compute gets an apostrophe before it, which it shows or hides and never
 * computes. A plain number keeps its sign.
 */
export function neutral(text: string): string {
  return FORMULA.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
}

/** Rows as CSV, for spreadsheets in use here: UTF-8 with its mark, commas, Windows line ends, formulas neutralised. */
export function writeTextTable(rows: readonly (readonly string[])[]): Buffer {
  const lines = rows.map((cells) => cells.map((text) => quoted(neutral(text))).join(','));
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
}

function quoted(text: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
