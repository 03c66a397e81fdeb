import type { Reading } from './gridColumn.ts';
import { sizeOf, type Cell, type Range, type Size } from './selection.ts';

/**
 * What becomes of one pasted cell: taken, already so, refused with a reason, beyond the edge of the grid, or for a row that
 * nobody knows (then `text` is the name, and there is no row: −1). `unmarked` is the name by which the row was found, where
 * that was only without its marks.
 */
export type PastedCell = Cell & { readonly text: string; readonly unmarked?: string } & (
    | { readonly outcome: 'taken' | 'same'; readonly value: number | null }
    | { readonly outcome: 'refused'; readonly problem: string }
    | { readonly outcome: 'outside' | 'unknown' }
  );

/** The grid as a paste sees it: how a cell reads a text (or refuses it), and what it holds now. */
export interface PasteField extends Size {
  readonly read: (cell: Cell, text: string) => Reading;
  readonly value: (cell: Cell) => number | null;
}

/**
 * What a paste would do, cell by cell, row by row. As in a spreadsheet the block begins at the first selected cell; it is
 * repeated where the selection is a whole number of blocks high and wide, so that one value fills all that is selected.
 */
export function planPaste(block: readonly (readonly string[])[], range: Range, field: PasteField): PastedCell[] {
  const height = block.length;
  const width = block[0]?.length ?? 0;
  if (height === 0 || width === 0) return [];
  const selected = sizeOf(range);
  const repeats = selected.rows % height === 0 && selected.columns % width === 0;
  const rows = repeats ? selected.rows : height;
  const columns = repeats ? selected.columns : width;
  return Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    const text = block[row % height]?.[column % width] ?? '';
    return pasteInto({ row: range.top + row, column: range.left + column }, text, field);
  });
}

/**
 * What pasting rows would do whose first cell names a row of the grid, whatever the order: the other cells go into the
 * columns from `column` on. `rowNamed` gives the row of a name; names that nobody knows are told. Null when none is known:
 * then they are not names.
 */
export function planPasteByName(
  block: readonly (readonly string[])[],
  column: number,
  field: PasteField & { readonly rowNamed: (name: string) => number | null },
): PastedCell[] | null {
  const named = block.map(([name = '', ...texts]) => ({ name, row: field.rowNamed(name), texts }));
  if ((block[0]?.length ?? 0) < 2 || named.every(({ row }) => row === null)) return null;
  return named.flatMap(({ name, row, texts }): PastedCell[] => {
    if (row !== null) return texts.map((text, i) => pasteInto({ row, column: column + i }, text, field));
    return name.trim() === '' ? [] : [{ row: -1, column, text: name, outcome: 'unknown' }];
  });
}

/** What becomes of one text in one cell. */
export function pasteInto(cell: Cell, text: string, field: PasteField): PastedCell {
  if (cell.row >= field.rows || cell.column >= field.columns) return { ...cell, text, outcome: 'outside' };
  const reading = field.read(cell, text);
  if ('problem' in reading) return { ...cell, text, outcome: 'refused', problem: reading.problem };
  const outcome = reading.value === field.value(cell) ? 'same' : 'taken';
  return { ...cell, text, outcome, value: reading.value };
}

/**
 * Whether a paste fits as it is: nothing refused, nothing lost beyond the edge, no row merely guessed. An empty cell that is
 * refused loses nothing.
 */
export function fitsWhole(cells: readonly PastedCell[]): boolean {
  return cells.every(
    ({ outcome, text, unmarked }) =>
      unmarked === undefined && (outcome === 'taken' || outcome === 'same' || text.trim() === ''),
  );
}
