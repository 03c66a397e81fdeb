import { clearCells, fillDown, type OpenField } from './fillDown.ts';
import { selectWhole } from './moveSelection.ts';
import { selectCell, type Cell } from './selection.ts';
import type { Grid } from './useGrid.ts';

/** What can be done to the selection of a grid as a whole. */
export interface GridDeeds {
  readonly clear: () => void;
  readonly fill: () => void;
  readonly selectWhole: (what: 'row' | 'column' | 'all') => void;
  /** Lets all but the active cell go; false where nothing else is selected. */
  readonly collapse: () => boolean;
  /** Whether a cell holds anything: what Ctrl and an arrow jump to. */
  readonly isFilled: (cell: Cell) => boolean;
}

/** The deeds of a grid; each says what it did. */
export function gridDeeds<Row>(grid: Grid<Row>): GridDeeds {
  const open: OpenField = { value: grid.valueAt, isOpen: (cell) => grid.refusalAt(cell) === null };
  const { selection, range, message, texts } = grid;

  function clear(): void {
    const values = clearCells(range.value, open);
    grid.set(values, 'clear');
    const first = { row: range.value.top, column: range.value.left };
    message.value = values.length > 0 ? texts().cleared(values.length) : (grid.refusalAt(first) ?? '');
  }

  function fill(): void {
    const values = fillDown(range.value, open);
    grid.set(values, 'fill');
    message.value = texts().filled(values.length);
  }

  function collapse(): boolean {
    const { anchor, end, active } = selection.value;
    if (anchor.row === end.row && anchor.column === end.column) return false;
    grid.select(selectCell(active));
    return true;
  }

  function isFilled(cell: Cell): boolean {
    const [row, column] = [grid.rowAt(cell), grid.columnAt(cell)];
    if (row === undefined || !column) return false;
    return column.edit ? column.edit.value(row) !== null : column.text(row) !== '';
  }

  return {
    clear,
    fill,
    selectWhole: (what) => grid.select(selectWhole(selection.value, what, grid.size.value)),
    collapse,
    isFilled,
  };
}
