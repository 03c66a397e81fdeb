import {
  holds,
  nearest,
  rangeOf,
  selectCell,
  selectRange,
  sizeOf,
  type Cell,
  type Range,
  type Selection,
  type Size,
} from './selection.ts';

/** A key press as far as it moves a selection; `jump` is Ctrl, or Command. */
export interface MoveKey {
  readonly key: string;
  readonly shift: boolean;
  readonly jump: boolean;
}

/** The grid one moves in: its size, how many rows a page has, which cells say something. */
export interface Field extends Size {
  readonly page: number;
  readonly isFilled: (cell: Cell) => boolean;
}

const ARROWS: Readonly<Record<string, Cell>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/**
 * Where a key takes a selection, as in a spreadsheet: arrows by one cell and with Ctrl to the edge of what is filled, Home
 * and End within the row and with Ctrl to the corners, the page keys by a page; Shift draws the rectangle out. Enter and Tab
 * go on to the next cell and go round within a larger selection; Tab at the end of a row is null, so that it leaves the
 * grid. Null for every other key.
 */
export function moveSelection(selection: Selection, key: MoveKey, field: Field): Selection | null {
  if (key.key === 'Enter') return goOn(selection, { row: key.shift ? -1 : 1, column: 0 }, field);
  if (key.key === 'Tab') return goOn(selection, { row: 0, column: key.shift ? -1 : 1 }, field);
  const from = key.shift ? selection.end : selection.active;
  const to = destination(from, key, field);
  if (!to) return null;
  return key.shift ? drawnTo(selection, to) : selectCell(to);
}

/** Draws the rectangle out from where it began, or from the active cell where Enter or Tab had taken that elsewhere. */
function drawnTo(selection: Selection, end: Cell): Selection {
  const drawn = { ...selection, end };
  return holds(rangeOf(drawn), selection.active) ? drawn : selectRange(selection.active, end);
}

function destination(from: Cell, { key, jump }: MoveKey, field: Field): Cell | null {
  const arrow = ARROWS[key];
  if (arrow) return jump ? edgeFrom(from, arrow, field) : nearest(step(from, arrow), field);
  switch (key) {
    case 'Home':
      return { row: jump ? 0 : from.row, column: 0 };
    case 'End':
      return { row: jump ? field.rows - 1 : from.row, column: field.columns - 1 };
    case 'PageUp':
      return nearest({ ...from, row: from.row - field.page }, field);
    case 'PageDown':
      return nearest({ ...from, row: from.row + field.page }, field);
    default:
      return null;
  }
}

/** The last filled cell in a row of them, or the next filled one, or the edge of the grid. */
function edgeFrom(from: Cell, arrow: Cell, field: Field): Cell {
  const inside = ({ row, column }: Cell): boolean =>
    row >= 0 && row < field.rows && column >= 0 && column < field.columns;
  let at = from;
  let next = step(at, arrow);
  const alongFilled = field.isFilled(from) && inside(next) && field.isFilled(next);
  while (inside(next)) {
    if (alongFilled && !field.isFilled(next)) return at;
    at = next;
    if (!alongFilled && field.isFilled(at)) return at;
    next = step(at, arrow);
  }
  return at;
}

function goOn(selection: Selection, by: Cell, field: Field): Selection | null {
  const range = rangeOf(selection);
  const { rows, columns } = sizeOf(range);
  if (rows * columns > 1) return { ...selection, active: round(selection.active, by, range) };
  const to = step(selection.active, by);
  if (to.column < 0 || to.column >= field.columns) return null;
  return selectCell(nearest(to, field));
}

/** The next cell within a rectangle, column by column downwards or row by row sideways, and from the last to the first. */
function round(at: Cell, by: Cell, range: Range): Cell {
  const { rows, columns } = sizeOf(range);
  const [row, column] = [at.row - range.top, at.column - range.left];
  const total = rows * columns;
  const down = by.row !== 0;
  const index = down ? column * rows + row : row * columns + column;
  const next = (index + (down ? by.row : by.column) + total) % total;
  const inner = down
    ? { row: next % rows, column: Math.floor(next / rows) }
    : { row: Math.floor(next / columns), column: next % columns };
  return { row: range.top + inner.row, column: range.left + inner.column };
}

/** All of a column or a row, with the active cell staying where it is. */
export function selectWhole(selection: Selection, what: 'row' | 'column' | 'all', { rows, columns }: Size): Selection {
  const { active } = selection;
  const first = { row: what === 'row' ? active.row : 0, column: what === 'column' ? active.column : 0 };
  const last = {
    row: what === 'row' ? active.row : rows - 1,
    column: what === 'column' ? active.column : columns - 1,
  };
  return { ...selectRange(first, last), active };
}

function step(from: Cell, by: Cell): Cell {
  return { row: from.row + by.row, column: from.column + by.column };
}
