import type { GridColumn } from './gridColumn.ts';
import { gridDeeds } from './gridDeeds.ts';
import { moveSelection } from './moveSelection.ts';
import type { Cell } from './selection.ts';
import type { Grid } from './useGrid.ts';

interface KeysInput<Row> {
  /** How many rows a page has. */
  page: () => number;
  rows: () => readonly Row[];
  /** Whether Enter opens the next cell at once: with a finger there is no typing without an open cell. */
  keepsOpen: () => boolean;
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
const LETTER = /^\p{L}$/u;

/** The keyboard of a grid, as a spreadsheet has it. */
export function useGridKeys<Row>(grid: Grid<Row>, input: KeysInput<Row>): GridKeys {
  const deeds = gridDeeds(grid);

  function move({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    const field = { ...grid.size.value, page: input.page(), isFilled: deeds.isFilled };
    const pressed = { key, shift: shiftKey, jump: ctrlKey || metaKey };
    const next =
      altKey || (key === 'Enter' && pressed.jump) ? null : moveSelection(grid.selection.value, pressed, field);
    if (next) grid.select(next);
    return next !== null;
  }

  function act(event: KeyboardEvent, column: GridColumn<Row>): boolean {
    const { top, bottom } = grid.range.value;
    column.act?.(input.rows().slice(top, bottom + 1));
    if (event.key === 'Enter' && top === bottom) move(event);
    return true;
  }

  function withCtrl(event: KeyboardEvent): boolean {
    const combinations: Record<string, () => void> = {
      z: event.shiftKey ? input.redo : input.undo,
      y: input.redo,
      d: deeds.fill,
      a: () => deeds.selectWhole('all'),
      ' ': () => deeds.selectWhole('column'),
    };
    const deed = combinations[event.key.toLowerCase()];
    return deed ? done(deed) : move(event);
  }

  function plain(event: KeyboardEvent): boolean {
    const { active } = grid.selection.value;
    const column = grid.columnAt(active);
    if (event.key === ' ' && event.shiftKey) return done(() => deeds.selectWhole('row'));
    if ((event.key === 'Enter' || event.key === ' ') && column?.act && !event.shiftKey) return act(event, column);
    if (event.key === 'F2') return done(() => grid.begin(active));
    if (event.key === 'Delete' || event.key === 'Backspace') return done(deeds.clear);
    if (event.key === 'Escape') return deeds.collapse();
    const begins = column?.edit && !event.altKey && BEGINS[column.edit.inputmode ?? 'decimal'].test(event.key);
    return begins ? done(() => grid.begin(active, event.key)) : sayUnreadable(grid, active, event) || move(event);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || grid.editing.value) return;
    if (event.ctrlKey || event.metaKey ? withCtrl(event) : plain(event)) event.preventDefault();
  }

  function openNext(): void {
    const { active } = grid.selection.value;
    if (grid.refusalAt(active) === null) grid.begin(active);
  }

  /** Enter and Tab take the text and go on; arrows too where typing began at once; Escape leaves the cell as it was. */
  function onEditorKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.isComposing) return;
    const leaves = event.key === 'Enter' || event.key === 'Tab';
    const arrows = grid.editing.value?.typed === true && ARROW.test(event.key) && !event.shiftKey;
    if (event.key === 'Escape') grid.cancel();
    else if (!(leaves || arrows)) return;
    else if (grid.commit() && move(event) && event.key === 'Enter' && input.keepsOpen()) openNext();
    event.preventDefault();
    if (!grid.editing.value) input.focus();
  }
  return { onKey, onEditorKey };
}

/** A letter changes nothing, but says so as the open cell would: that one typed past the numbers must not go unnoticed. The key passes on. */
function sayUnreadable<Row>(grid: Grid<Row>, cell: Cell, { key, altKey }: KeyboardEvent): boolean {
  const [row, edit] = [grid.rowAt(cell), grid.columnAt(cell)?.edit];
  if (row === undefined || !edit || altKey || !LETTER.test(key)) return false;
  const [refusal, reading] = [grid.refusalAt(cell), edit.read(key, row)];
  const problem = 'problem' in reading ? reading.problem : '';
  grid.message.value = refusal ?? problem;
  return false;
}

function done(what: () => void): true {
  what();
  return true;
}
