import { cellsOf, type Cell, type Range } from './selection.ts';

/** A cell and the value it is to get; null empties it. */
export interface NewValue {
  readonly cell: Cell;
  readonly value: number | null;
}

/** The grid as filling and clearing see it; `isOpen` says whether a cell can be changed. */
export interface OpenField {
  readonly value: (cell: Cell) => number | null;
  readonly isOpen: (cell: Cell) => boolean;
}

/**
 * Takes the first row of a rectangle into all rows below it; of a single row, what stands above it. Only what can be
 * changed and would be different.
 */
export function fillDown(range: Range, field: OpenField): NewValue[] {
  const source = range.top === range.bottom ? range.top - 1 : range.top;
  if (source < 0) return [];
  return cellsOf({ ...range, top: source + 1 })
    .filter(field.isOpen)
    .map((cell) => ({ cell, value: field.value({ row: source, column: cell.column }) }))
    .filter(({ cell, value }) => value !== field.value(cell));
}

/** Empties every cell of a rectangle that can be changed and is not empty. */
export function clearCells(range: Range, field: OpenField): NewValue[] {
  return cellsOf(range)
    .filter((cell) => field.isOpen(cell) && field.value(cell) !== null)
    .map((cell) => ({ cell, value: null }));
}
