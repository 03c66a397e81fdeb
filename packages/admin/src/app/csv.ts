const FORMULA = /^[=+\-@\t\r]/;

/**
 * A table as CSV that spreadsheets open as text: with a mark of its encoding, every cell in quotes, and a cell that they would take
 * for a formula behind an apostrophe.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}
