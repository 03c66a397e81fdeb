/**
 * What a spreadsheet puts on the clipboard as text: rows of cells, tabs between them. Cells in quotation marks may hold
 * tabs, line ends and doubled quotation marks. One line end at the very end belongs to the last row; all rows are made as
 * wide as the widest. Never empty: no text is one empty cell.
 */
export function readTsv(text: string): string[][] {
  const rows = splitCells(text.replace(/\r\n?/g, '\n'));
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}

function splitCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    rows.at(-1)?.push(cell);
    if (end >= text.length) return rows;
    at = end + 1;
    if (text[end] === '\t') continue;
    if (at >= text.length) return rows;
    rows.push([]);
  }
}

interface ReadCell {
  cell: string;
  /** Where the tab or line end after it stands, or the length of the text. */
  end: number;
}

function plainCell(text: string, from: number): ReadCell {
  let end = from;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end++;
  return { cell: text.slice(from, end), end };
}

/** A quotation mark that never closes, or is followed by more text, was part of the text itself. */
function quotedCell(text: string, from: number): ReadCell {
  let close = from + 1;
  while (close < text.length && (text[close] !== '"' || text[close + 1] === '"')) close += text[close] === '"' ? 2 : 1;
  const after = text[close + 1];
  const closes = close < text.length && (after === undefined || after === '\t' || after === '\n');
  if (!closes) return plainCell(text, from);
  return { cell: text.slice(from + 1, close).replaceAll('""', '"'), end: close + 1 };
}

/** Rows of cells as a spreadsheet takes them from the clipboard; cells with tabs, line ends or quotes are quoted. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(writeCell).join('\t')).join('\r\n');
}

function writeCell(text: string): string {
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
