import { fold } from '@chi-tieu/shared/domain/fold';
import { useEventListener } from '@vueuse/core';
import { shallowRef, type ShallowRef } from 'vue';
import { clearCells } from './fillDown.ts';
import { fitsWhole, planPaste, planPasteByName, type PasteField, type PastedCell } from './planPaste.ts';
import { planPasteTable, type NamedRow } from './planPasteTable.ts';
import { cellsOf, rectangleOf, selectRange, sizeOf, type Cell } from './selection.ts';
import { readTsv, writeTsv } from './tsv.ts';
import type { Grid } from './useGrid.ts';

interface ClipboardInput<Row> {
  rows: () => readonly Row[];
  /** Whether the keyboard is in the grid: only then the clipboard is for it. */
  hasFocus: () => boolean;
}

export interface GridClipboard {
  /** A paste that does not fit as it is, to be looked at before it is taken; null when there is none. */
  readonly pending: ShallowRef<readonly PastedCell[] | null>;
  /** Takes of the pending paste what can be taken. */
  readonly takePending: () => void;
}

/** Copies the selection as spreadsheets do, and takes pastes from them: at once where all fits, else after a look. */
export function useGridClipboard<Row>(grid: Grid<Row>, { rows, hasFocus }: ClipboardInput<Row>): GridClipboard {
  const pending = shallowRef<readonly PastedCell[] | null>(null);
  const wanted = (event: ClipboardEvent): boolean => hasFocus() && !grid.editing.value && event.clipboardData !== null;

  function copy(event: ClipboardEvent): void {
    if (!wanted(event)) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', writeTsv(selectedTexts(grid)));
    const { rows: height, columns } = sizeOf(grid.range.value);
    grid.message.value = grid.texts().copied(height * columns);
  }

  function cut(event: ClipboardEvent): void {
    if (!wanted(event)) return;
    copy(event);
    grid.set(clearCells(grid.range.value, { value: grid.valueAt, isOpen: isOpen(grid) }), 'clear');
  }

  function paste(event: ClipboardEvent): void {
    if (!wanted(event)) return;
    event.preventDefault();
    const cells = plan(event.clipboardData?.getData('text/plain') ?? '');
    if (!cells.some(({ outcome }) => outcome !== 'same')) grid.message.value = grid.texts().nothingToPaste;
    else if (fitsWhole(cells)) take(cells);
    else pending.value = cells;
  }

  function plan(text: string): PastedCell[] {
    const block = readTsv(text);
    const field = pasteField(grid);
    const column = grid.entryColumn();
    const names = grid.columns().find((one) => one.names);
    const byName = rowsByName(grid, rows());
    const find = names?.find ?? byName;
    const table = grid.columns()[column]?.table;
    const byTable = table
      ? planPasteTable(block, column, { ...field, ...table, rowNamed: find, twice: grid.texts().paste.twice })
      : planPasteByName(block, column, { ...field, rowNamed: (name) => find(name)?.row ?? null });
    return byTable ?? planPaste(block, grid.range.value, field);
  }

  function take(cells: readonly PastedCell[]): void {
    const values = cells.flatMap((cell) => (cell.outcome === 'taken' ? [{ cell, value: cell.value }] : []));
    grid.set(values, 'paste');
    const block = rectangleOf(cells.filter(({ outcome }) => outcome !== 'outside'));
    if (block) grid.select(selectRange(block.first, block.last));
    grid.message.value = grid.texts().pasted(values.length);
  }

  useEventListener(document, 'copy', copy);
  useEventListener(document, 'cut', cut);
  useEventListener(document, 'paste', paste);
  return {
    pending,
    takePending: () => {
      take(pending.value ?? []);
      pending.value = null;
    },
  };
}

function isOpen<Row>(grid: Grid<Row>): (cell: Cell) => boolean {
  return (cell) => grid.refusalAt(cell) === null;
}

function selectedTexts<Row>(grid: Grid<Row>): string[][] {
  const range = grid.range.value;
  const { columns } = sizeOf(range);
  const texts = cellsOf(range).map((cell) => {
    const [row, column] = [grid.rowAt(cell), grid.columnAt(cell)];
    return row === undefined || !column ? '' : (column.copy ?? column.text)(row);
  });
  return Array.from({ length: texts.length / columns }, (_, i) => texts.slice(i * columns, (i + 1) * columns));
}

function pasteField<Row>(grid: Grid<Row>): PasteField {
  return {
    ...grid.size.value,
    value: grid.valueAt,
    read: (cell, text) => {
      const [row, edit] = [grid.rowAt(cell), grid.columnAt(cell)?.edit];
      const refusal = grid.refusalAt(cell);
      if (refusal !== null || row === undefined || !edit) return { problem: refusal ?? grid.texts().notHere };
      return edit.read(text, row);
    },
  };
}

/** Rows by their names as people write them, with or without marks; a name that two rows share means neither. */
function rowsByName<Row>(grid: Grid<Row>, rows: readonly Row[]): (name: string) => NamedRow | null {
  const column = grid.columns().find(({ names }) => names);
  const found = new Map<string, number | null>();
  rows.forEach((row, i) => {
    const name = fold(column?.text(row) ?? '');
    if (name !== '') found.set(name, found.has(name) ? null : i);
  });
  return (name) => {
    const row = found.get(fold(name)) ?? null;
    return row === null ? null : { row, unmarked: false };
  };
}
