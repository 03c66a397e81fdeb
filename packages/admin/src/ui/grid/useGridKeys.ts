import { clearCells, fillDown, type OpenField } from './fillDown.ts';
import type { GridColumn } from './gridColumn.ts';
import { moveSelection, selectWhole } from './moveSelection.ts';
import { rangeOf, selectCell, type Cell } from './selection.ts';
import type { Grid } from './useGrid.ts';

interface KeysInput<Row> {
  /** How many rows a page has. */
  page: () => number;
  rows: () => readonly Row[];
  /** Takes the keyboard back to the active cell once an editor is closed. */
  focus: () => void;
  undo: () => void;
  redo: () => void;
}

/** Answers to the keys of a grid: those of the cells, and those of an open editor. What is not answered passes on. */
export interface GridKeys {
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onEditorKey: (event: KeyboardEvent) => void;
}

/** Letters begin nothing in a column of numbers: they stay free for the keys that work everywhere. */
const BEGINS = { decimal: /^[\d.,%+-]$/, numeric: /^\d$/, text: /^.$/u };
const ARROW = /^Arrow/;

/** The keyboard of a grid, as a spreadsheet has it. */
export function useGridKeys<Row>(grid: Grid<Row>, input: KeysInput<Row>): GridKeys {
  const open: OpenField = { value: grid.valueAt, isOpen: (cell) => grid.refusalAt(cell) === null };

  function move(event: KeyboardEvent): boolean {
    const field = { ...grid.size.value, page: input.page(), isFilled: (cell: Cell) => isFilled(grid, cell) };
    const key = { key: event.key, shift: event.shiftKey, jump: event.ctrlKey || event.metaKey };
    const next = event.altKey ? null : moveSelection(grid.selection.value, key, field);
    if (next) grid.select(next);
    return next !== null;
  }

  function clear(): true {
    const values = clearCells(grid.range.value, open);
    grid.set(values, 'clear');
    grid.message.value = values.length > 0 ? grid.texts().cleared(values.length) : refusalOfRange(grid);
    return true;
  }

  function fill(): true {
    const values = fillDown(grid.range.value, open);
    grid.set(values, 'fill');
    grid.message.value = grid.texts().filled(values.length);
    return true;
  }

  function withCtrl(event: KeyboardEvent): boolean {
    const whole = (what: 'all' | 'column'): true => {
      grid.select(selectWhole(grid.selection.value, what, grid.size.value));
      return true;
    };
    switch (event.key.toLowerCase()) {
      case 'z':
        return done(event.shiftKey ? input.redo : input.undo);
      case 'y':
        return done(input.redo);
      case 'd':
        return fill();
      case 'a':
        return whole('all');
      case ' ':
        return whole('column');
      default:
        return move(event);
    }
  }

  function plain(event: KeyboardEvent): boolean {
    const { active } = grid.selection.value;
    const column = grid.columnAt(active);
    if ((event.key === 'Enter' || event.key === ' ') && column?.act && !event.shiftKey) return act(event, column);
    if (event.key === ' ' && event.shiftKey) {
      grid.select(selectWhole(grid.selection.value, 'row', grid.size.value));
      return true;
    }
    if (event.key === 'F2') return done(() => grid.begin(active));
    if (event.key === 'Delete' || event.key === 'Backspace') return clear();
    if (event.key === 'Escape') return collapse();
    if (!event.altKey && column?.edit && BEGINS[column.edit.inputmode ?? 'decimal'].test(event.key)) {
      return done(() => grid.begin(active, event.key));
    }
    return move(event);
  }

  function act(event: KeyboardEvent, column: GridColumn<Row>): true {
    const { top, bottom } = grid.range.value;
    column.act?.(input.rows().slice(top, bottom + 1));
    if (event.key === 'Enter' && top === bottom) move(event);
    return true;
  }

  function collapse(): boolean {
    const { anchor, end, active } = grid.selection.value;
    if (anchor.row === end.row && anchor.column === end.column) return false;
    grid.select(selectCell(active));
    return true;
  }

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || grid.editing.value) return;
    if (event.ctrlKey || event.metaKey ? withCtrl(event) : plain(event)) event.preventDefault();
  }

  /** Enter and Tab take the text and go on; arrows too where typing began at once; Escape leaves the cell as it was. */
  function onEditorKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.isComposing) return;
    const leaves = event.key === 'Enter' || event.key === 'Tab';
    const arrows = grid.editing.value?.typed === true && ARROW.test(event.key) && !event.shiftKey;
    if (event.key === 'Escape') grid.cancel();
    else if (!(leaves || arrows)) return;
    else if (grid.commit()) move(event);
    event.preventDefault();
    if (!grid.editing.value) input.focus();
  }
  return { onKey, onEditorKey };
}

function done(what: () => void): true {
  what();
  return true;
}

function isFilled<Row>(grid: Grid<Row>, cell: Cell): boolean {
  const row = grid.rowAt(cell);
  const column = grid.columnAt(cell);
  if (row === undefined || !column) return false;
  return column.edit ? column.edit.value(row) !== null : column.text(row) !== '';
}

function refusalOfRange<Row>(grid: Grid<Row>): string {
  const { top, left } = rangeOf(grid.selection.value);
  return grid.refusalAt({ row: top, column: left }) ?? '';
}
