/** A cell by its place in the grid, both counted from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/**
 * What is selected: the rectangle between `anchor`, where it began, and `end`, where it was drawn to. `active` is the one
 * cell of it that is typed into.
 */
export interface Selection {
  readonly anchor: Cell;
  readonly end: Cell;
  readonly active: Cell;
}

/** A rectangle of cells, its edges included. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** How many rows and columns there are. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** A single cell, selected. */
export function selectCell(cell: Cell): Selection {
  return { anchor: cell, end: cell, active: cell };
}

/** The rectangle from one cell to another; the first is the one typed into. */
export function selectRange(anchor: Cell, end: Cell): Selection {
  return { anchor, end, active: anchor };
}

/** The rectangle of a selection. */
export function rangeOf({ anchor, end }: Selection): Range {
  return {
    top: Math.min(anchor.row, end.row),
    bottom: Math.max(anchor.row, end.row),
    left: Math.min(anchor.column, end.column),
    right: Math.max(anchor.column, end.column),
  };
}

/** Whether a cell lies in a rectangle. */
export function holds({ top, bottom, left, right }: Range, { row, column }: Cell): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** How many rows and columns a rectangle has. */
export function sizeOf({ top, bottom, left, right }: Range): Size {
  return { rows: bottom - top + 1, columns: right - left + 1 };
}

/** All cells of a rectangle, row by row. */
export function cellsOf(range: Range): Cell[] {
  const { rows, columns } = sizeOf(range);
  return Array.from({ length: rows * columns }, (_, i) => ({
    row: range.top + Math.floor(i / columns),
    column: range.left + (i % columns),
  }));
}

/** The same selection in a grid that may have become smaller. */
export function withinSize({ anchor, end, active }: Selection, size: Size): Selection {
  return { anchor: nearest(anchor, size), end: nearest(end, size), active: nearest(active, size) };
}

/** The cell itself, or the nearest one there is. */
export function nearest({ row, column }: Cell, { rows, columns }: Size): Cell {
  return { row: between(row, rows - 1), column: between(column, columns - 1) };
}

function between(n: number, last: number): number {
  return Math.max(0, Math.min(n, last));
}

/** The first and the last cell of the rectangle that some cells fill whole; null where they leave gaps or are none. */
export function rectangleOf(cells: readonly Cell[]): { first: Cell; last: Cell } | null {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const first = { row: Math.min(...rows), column: Math.min(...columns) };
  const last = { row: Math.max(...rows), column: Math.max(...columns) };
  const area = (last.row - first.row + 1) * (last.column - first.column + 1);
  const distinct = new Set(cells.map(({ row, column }) => `${row}.${column}`)).size;
  return cells.length > 0 && first.row >= 0 && distinct === area ? { first, last } : null;
}
