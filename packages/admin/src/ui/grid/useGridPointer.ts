import { useEventListener } from '@vueuse/core';
import { selectWhole } from './moveSelection.ts';
import { selectRange, selectCell, type Cell } from './selection.ts';
import type { Grid } from './useGrid.ts';

/** Answers to a mouse or a finger on a grid's cells. */
export interface GridPointer {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
  /** Takes what is being typed; what cannot be read is left, and that is said. */
  readonly leaveEditor: () => void;
}

/** The cell that an event happened in; null beside the cells and within an open editor. */
export function cellOf(event: Event): Cell | null {
  const target = event.target instanceof Element ? event.target : null;
  const place = target?.closest('input') ? null : target?.closest<HTMLElement>('[data-cell]')?.dataset['cell'];
  const [row, column] = place?.split('.').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

/**
 * The mouse of a grid: a press selects, with Shift or drawn on it selects a rectangle, two presses open a cell, one is
 * enough where a column acts. A finger scrolls; its tap selects and opens.
 */
export function useGridPointer<Row>(grid: Grid<Row>, focus: () => void): GridPointer {
  let drawing = false;
  let moved = false;
  let touched = false;
  useEventListener(window, ['pointerup', 'pointercancel'], () => (drawing = false));

  function leaveEditor(): void {
    const text = grid.editing.value?.text ?? '';
    if (!grid.editing.value || grid.commit()) return;
    grid.cancel();
    grid.message.value = grid.texts().left(text);
  }

  function onPointerDown(event: PointerEvent): void {
    const cell = cellOf(event);
    touched = event.pointerType === 'touch';
    if (event.button !== 0 || touched) return;
    if (!cell) {
      selectRow(event);
      return;
    }
    event.preventDefault();
    leaveEditor();
    drawing = true;
    moved = false;
    grid.select(event.shiftKey ? { ...grid.selection.value, end: cell } : selectCell(cell));
    focus();
  }

  /** A press on the number of a row selects all of it. */
  function selectRow(event: PointerEvent): void {
    const place = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    if (!place) return;
    event.preventDefault();
    leaveEditor();
    const at = selectCell({ row: Number(place.dataset['row']), column: 0 });
    grid.select(selectWhole(at, 'row', grid.size.value));
    focus();
  }

  function onPointerMove(event: PointerEvent): void {
    const cell = drawing && event.buttons === 1 ? cellOf(event) : null;
    const { anchor, end } = grid.selection.value;
    if (!cell || (cell.row === end.row && cell.column === end.column)) return;
    moved = true;
    grid.select(selectRange(anchor, cell));
  }

  function onClick(event: MouseEvent): void {
    const cell = cellOf(event);
    if (!cell) return;
    const [column, row] = [grid.columnAt(cell), grid.rowAt(cell)];
    if (touched) {
      leaveEditor();
      if (column?.edit) return grid.begin(cell);
      grid.select(selectCell(cell));
    }
    if (column?.act && row !== undefined && !moved && !event.shiftKey) column.act([row]);
  }

  function onDoubleClick(event: MouseEvent): void {
    const cell = cellOf(event);
    if (cell && grid.columnAt(cell)?.edit) grid.begin(cell);
  }
  return { onPointerDown, onPointerMove, onClick, onDoubleClick, leaveEditor };
}
