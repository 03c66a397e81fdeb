import { cellAt, type TableRow } from './cell.ts';
import { fieldOfHeader, type ImportField } from './fields.ts';

/** So far down may titles stand above the header. */
const MOST_TITLE_ROWS = 30;

/** Where the header of a table stands, by the numbers of its rows; two rows where headers stand under merged ones. */
export interface HeaderPlace {
  from: number;
  to: number;
}

/**
 * Finds the header among the first rows: the one in which most fields are recognised, with the row under it where a merged
 * header has parts there. Where none is recognised it is the first row with two texts beside each other; null for no row at all.
 */
export function findHeader(rows: readonly TableRow[]): HeaderPlace | null {
  const first = rows.slice(0, MOST_TITLE_ROWS);
  let best: { place: HeaderPlace; score: number } | null = null;
  for (const [index, row] of first.entries()) {
    for (const lower of [row, first[index + 1]]) {
      if (lower === undefined || !mayBeOneHeader(row, lower)) continue;
      const place = { from: row.row, to: lower.row };
      const score = fieldsIn(headersAt(rows, place)).size;
      if (score > (best?.score ?? 0)) best = { place, score };
    }
  }
  if (best) return best.place;
  const plain = first.find((row) => row.cells.filter((cell) => cell.text.trim() !== '' && !cell.isMerged).length > 1);
  const chosen = plain ?? first[0];
  return chosen ? { from: chosen.row, to: chosen.row } : null;
}

/**
 * Two rows are one header only where merged cells of the upper one have to be told apart by the lower one; a title over the whole
 * width is no part of it.
 */
function mayBeOneHeader(upper: TableRow, lower: TableRow): boolean {
  if (upper === lower) return true;
  if (lower.row !== upper.row + 1 || !upper.cells.some((cell) => cell.isMerged)) return false;
  const texts = new Set(textsOf(upper).filter((text) => text.trim() !== ''));
  return texts.size > 1 && fieldsIn(textsOf(upper)).size > 0 && fieldsIn(textsOf(lower)).size > 0;
}

function textsOf(row: TableRow): string[] {
  return row.cells.map((cell) => cell.text);
}

function fieldsIn(headers: readonly string[]): Set<ImportField> {
  return new Set(headers.map(fieldOfHeader).filter((field) => field !== null));
}

/** The text of the header over each column; of two rows the upper text goes before the lower one, said once where they are the same. */
export function headersAt(rows: readonly TableRow[], place: HeaderPlace): string[] {
  const parts = rows.filter(({ row }) => row >= place.from && row <= place.to);
  const width = Math.max(0, ...parts.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const texts = parts.map((part) => cellAt(part, column).text.replace(/\s+/g, ' ').trim());
    return [...new Set(texts)].filter((text) => text !== '').join(' ');
  });
}
