import { EMPTY, LONGEST_CELL, type Cell, type TableRow } from '@chi-tieu/shared/domain/import/cell';
import { UnreadableBody } from '../body/json-rows.ts';
import { dayOfSerial, plainNumber } from './number-formats.ts';
import { unescaped, type SheetOfBook, type Workbook } from './workbook.ts';
import { xmlSteps, type XmlHandlers } from './xml-steps.ts';

/** Cells that were joined to one, by rows as people count them and columns from 0, ends included. */
export interface MergedRange {
  fromRow: number;
  toRow: number;
  fromColumn: number;
  toColumn: number;
}

export interface SheetLimits {
  /** Rows with something in them. */
  rows: number;
  columns: number;
}

/** So many merged ranges are looked at: beyond them a sheet is a form and no table. */
const MOST_RANGES = 20_000;
/** And so many cells are filled. */
const MOST_FILLED = 500_000;

/**
 * Streams the rows of a sheet that have something in them, in order; what was merged is told into `merged`, for it stands behind
 * the rows. Throws UnreadableBody for more rows or columns than may be.
 */
export async function* sheetRows(
  book: Workbook,
  sheet: SheetOfBook,
  limits: SheetLimits,
  merged: MergedRange[] = [],
): AsyncGenerator<TableRow[]> {
  const stream = await book.parts.read(sheet.part, 'streamed');
  if (!stream) throw new UnreadableBody('a sheet is missing', 'sheet.corrupt');
  const reader = new SheetReader(book, limits, merged);
  for await (const _ of xmlSteps(stream, reader.handlers)) {
    const rows = reader.take();
    if (rows.length > 0) yield rows;
  }
  yield reader.take();
}

/** Takes a sheet's XML and gives its rows. */
class SheetReader {
  private rows: TableRow[] = [];
  private count = 0;
  private row = 0;
  private cells: Cell[] = [];
  private column = -1;
  private type = '';
  private style = 0;
  private value = '';
  private isFormula = false;
  private into: 'value' | null = null;
  private readonly book: Workbook;
  private readonly limits: SheetLimits;
  private readonly merged: MergedRange[];

  constructor(book: Workbook, limits: SheetLimits, merged: MergedRange[]) {
    this.book = book;
    this.limits = limits;
    this.merged = merged;
  }

  readonly handlers: XmlHandlers = {
    open: (name, attributes) => this.open(name, attributes),
    text: (piece) => {
      if (this.into !== null && this.value.length <= LONGEST_CELL) this.value += piece;
    },
    close: (name) => this.close(name),
  };

  /** The rows that are complete since the last time. */
  take(): TableRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.row = Number(attributes['r'] ?? this.row + 1);
      this.cells = [];
      this.column = -1;
    } else if (name === 'c') {
      this.column = columnOf(attributes['r']) ?? this.column + 1;
      this.type = attributes['t'] ?? 'n';
      this.style = Number(attributes['s'] ?? 0);
      this.value = '';
      this.isFormula = false;
    } else if (name === 'f') this.isFormula = true;
    else if (name === 'v' || name === 't') this.into = 'value';
    else if (name === 'mergeCell') this.merge(attributes['ref'] ?? '');
  }

  private close(name: string): void {
    if (name === 'v' || name === 't') this.into = null;
    else if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
  }

  private endCell(): void {
    const cell = this.cell();
    if (cell.text === '' && !cell.isFormula) return;
    if (this.column >= this.limits.columns)
      throw new UnreadableBody('too many columns', 'sheet.columns', { columns: this.limits.columns });
    while (this.cells.length < this.column) this.cells.push(EMPTY);
    this.cells[this.column] = cell;
  }

  private endRow(): void {
    if (this.cells.every((cell) => cell.text.trim() === '')) return;
    this.count += 1;
    if (this.count > this.limits.rows)
      throw new UnreadableBody('too many rows', 'ingest.tooManyRows', { rows: this.limits.rows });
    this.rows.push({ row: this.row, cells: this.cells });
  }

  private cell(): Cell {
    const value = this.value;
    const formula = this.isFormula ? ({ isFormula: true } as const) : {};
    if (this.type === 'e') return { text: value, kind: 'ERROR', ...formula };
    if (this.type === 's') return { text: cut(this.book.sharedTexts[Number(value)] ?? ''), kind: 'TEXT', ...formula };
    if (this.type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', kind: 'TEXT', ...formula };
    if (this.type === 'd') return { text: value.slice(0, 19), kind: 'DATE', ...formula };
    if (this.type !== 'n' || value === '') return { text: cut(unescaped(value)), kind: 'TEXT', ...formula };
    const day = this.book.dayStyles[this.style] ? dayOfSerial(Number(value), this.book.isFrom1904) : null;
    return day === null
      ? { text: plainNumber(value), kind: 'NUMBER', ...formula }
      : { text: day, kind: 'DATE', ...formula };
  }

  private merge(ref: string): void {
    const [from, to] = ref.split(':').map(placeOf);
    if (!from || !to || this.merged.length >= MOST_RANGES) return;
    this.merged.push({ fromRow: from.row, toRow: to.row, fromColumn: from.column, toColumn: to.column });
  }
}

/** One character more than may be is kept, so that it is seen to be too long. */
function cut(text: string): string {
  return text.length > LONGEST_CELL ? text.slice(0, LONGEST_CELL + 1) : text;
}

/** 27 for AB12; null where no place is told. */
function columnOf(ref: string | undefined): number | null {
  let column = 0;
  for (const letter of ref ?? '') {
    const at = letter.charCodeAt(0) - 64;
    if (at < 1 || at > 26) break;
    column = column * 26 + at;
  }
  return column === 0 ? null : column - 1;
}

function placeOf(ref: string): { row: number; column: number } | null {
  const column = columnOf(ref);
  const row = Number(/\d+$/.exec(ref)?.[0]);
  return column === null || !row ? null : { row, column };
}

/**
 * Gives each cell under a merged one the text of the whole: a header over two columns, a field said once for ten rows. A range
 * that is wider than the table, as titles are, is filled as far as the table goes.
 */
export function fillMerged(rows: readonly TableRow[], merged: readonly MergedRange[]): TableRow[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const filled = new Map(rows.map(({ row, cells }) => [row, [...cells]]));
  const last = rows.at(-1)?.row ?? 0;
  let left = MOST_FILLED;
  for (const { fromRow, toRow, fromColumn, toColumn } of merged) {
    const source = filled.get(fromRow)?.[fromColumn] ?? EMPTY;
    if (source.text.trim() === '') continue;
    for (let row = fromRow; row <= Math.min(toRow, last) && left > 0; row += 1) {
      const cells = filled.get(row);
      if (!cells) continue;
      for (let column = fromColumn; column <= Math.min(toColumn, width - 1); column += 1) {
        if (row === fromRow && column === fromColumn) continue;
        while (cells.length < column) cells.push(EMPTY);
        cells[column] = { ...source, isMerged: true };
        left -= 1;
      }
    }
  }
  return [...filled].map(([row, cells]) => ({ row, cells }));
}
