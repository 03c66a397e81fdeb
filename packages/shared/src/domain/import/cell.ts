/**
 * What a cell of a table is. TEXT: as somebody wrote it. NUMBER: what a spreadsheet holds as a number, in digits with a point.
 * DATE: a number that it shows as a day, here `2022-08-31`, with `T14:30:00` where it has a time. ERROR: `#N/A` and the like.
 * HIDDEN: what looked like the number of a citizen and was not kept. ABSENT: nothing is told, which is not the same as an empty cell.
 */
export type CellKind = 'TEXT' | 'NUMBER' | 'DATE' | 'ERROR' | 'HIDDEN' | 'ABSENT';

/** One cell as it was read. */
export interface Cell {
  text: string;
  kind: CellKind;
  /** The value that was last computed for a formula. */
  isFormula?: true;
  /** Lies under a merged cell, whose text it repeats. */
  isMerged?: true;
}

/** A row of a table; the number is the one that a person sees at its left. */
export interface TableRow {
  row: number;
  cells: readonly Cell[];
}

/** A cell with nothing in it. */
export const EMPTY: Cell = { text: '', kind: 'TEXT' };

/** The longest text of a cell that is kept; what is longer is cut one character behind it, so that it is seen to be too long. */
export const LONGEST_CELL = 10_000;

/** The cell at a place; an empty one beyond the last. */
export function cellAt(row: Pick<TableRow, 'cells'>, column: number): Cell {
  return row.cells[column] ?? EMPTY;
}

/** What a spreadsheet calls a column: A, B, …, Z, AA. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
