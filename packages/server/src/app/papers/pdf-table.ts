import { headLines, type AnnexColumn, type AnnexTable } from '@chi-tieu/shared/domain/paper/table';
import { CELL_PADDING, TABLE_SIZE, WIDE_TABLE_SIZE } from '@chi-tieu/shared/domain/paper/layout';
import { ROWS_A_TURN, turn } from './paper.ts';
import { areaOf, pt, setFont, type Pdf } from './pdf-page.ts';
import { linesIn, longestWord } from './pdf-lines.ts';

const PADDING = pt(CELL_PADDING);
/** Between the text of a cell and the lines at its sides. */
const SIDE = 4.25;
/** Smaller than this nothing is read: what does not fit then is broken. */
const SMALLEST = 8;

/** A cell with its lines, set before anything is drawn: nothing breaks by itself, and no page begins within a row. */
interface Cell {
  lines: string[];
  align: AnnexColumn['align'];
  x: number;
  width: number;
}
interface Row {
  cells: Cell[];
  height: number;
  isBold: boolean;
}
interface Set {
  pdf: Pdf;
  size: number;
  widths: readonly number[];
  aligns: readonly AnnexColumn['align'][];
}

/**
 * The annex, row by row: its titles whole and again on every page, with a row below them; no row on two pages but one that no page holds; the
 * sum never alone on one.
 */
export async function drawTable(pdf: Pdf, table: AnnexTable): Promise<void> {
  const set = await setOf(pdf, table);
  const head = headOf(set, table.columns);
  const headHeight = head.reduce((sum, { height }) => sum + height, 0);
  const { top, bottom } = areaOf(pdf);
  let y = pdf.y;
  const startPage = (): void => {
    pdf.addPage();
    y = drawHead(set, head, top);
  };
  const rows = table.rows.map(
    ({ cells, kind }) =>
      (): Row =>
        rowOf(
          set,
          cells.map(({ text }) => text),
          kind === 'SUM',
        ),
  );
  const [first] = rows;
  // Titles stand with a row below them, or on the next page.
  const least = Math.min(first?.().height ?? 0, bottom - top - headHeight);
  if (y + headHeight + least > bottom && y > top) startPage();
  else y = drawHead(set, head, y);
  for (const [at, make] of rows.entries()) {
    if (at % ROWS_A_TURN === 0) await turn();
    const row = make();
    const last = rows[at + 2] === undefined ? rows[at + 1] : undefined;
    const needed = row.height + (last ? last().height : 0);
    const room = bottom - top - headHeight;
    if (y + needed > bottom && y > top + headHeight) {
      if (row.height <= room || y + lineHeight(set, row.isBold) * 3 > bottom) startPage();
    }
    let rest: Row | null = row;
    while (rest) {
      const [fits, more]: [Row, Row | null] = splitAt(set, rest, bottom - y);
      y = drawRow(set, fits, y);
      if (more) startPage();
      rest = more;
    }
  }
  pdf.y = y;
}

/** In which size the table is set: its own, or as much smaller as its longest word, or number, asks for. */
async function setOf(pdf: Pdf, { columns, rows, wide }: AnnexTable): Promise<Set> {
  const widths = columns.map(({ width }) => pt(width));
  const usual = wide ? WIDE_TABLE_SIZE : TABLE_SIZE;
  let share = 1;
  const fit = (text: string, width: number): void => {
    const room = width - 2 * SIDE;
    // Most are far shorter: only what may be too long is measured.
    if (text.length * usual * 0.6 > room) share = Math.min(share, room / longestWord(pdf, text));
  };
  setFont(pdf, 'bold', usual);
  for (const { text, column, span } of headLines(columns).flat())
    fit(
      text,
      widths.slice(column, column + span).reduce((sum, width) => sum + width, 0),
    );
  for (const [at, { cells, kind }] of rows.entries()) {
    if (at % (ROWS_A_TURN * 4) === 0) await turn();
    setFont(pdf, kind === 'SUM' ? 'bold' : 'regular', usual);
    for (const [column, { text }] of cells.entries()) fit(text, widths[column] ?? 0);
  }
  const size = Math.max(SMALLEST, Math.floor(usual * share * 4) / 4);
  return { pdf, size, widths, aligns: columns.map(({ align }) => align) };
}

const leftOf = ({ pdf, widths }: Set, column: number): number =>
  widths.slice(0, column).reduce((x, width) => x + width, areaOf(pdf).left);

function lineHeight({ pdf, size }: Set, isBold: boolean): number {
  return setFont(pdf, isBold ? 'bold' : 'regular', size).currentLineHeight(true);
}

function rowOf(set: Set, texts: readonly string[], isBold: boolean): Row {
  const line = lineHeight(set, isBold);
  let x = areaOf(set.pdf).left;
  const cells = texts.map((text, at): Cell => {
    const width = set.widths[at] ?? 0;
    const cell = { lines: linesIn(set.pdf, text, width - 2 * SIDE), align: set.aligns[at] ?? 'left', x, width };
    x += width;
    return cell;
  });
  return { cells, isBold, height: heightOf(cells, line) };
}

const heightOf = (cells: readonly Cell[], line: number): number =>
  Math.max(1, ...cells.map(({ lines }) => lines.length)) * line + 2 * PADDING;

/** The row as far as it fits, and what is left of it, which is nothing of most. */
function splitAt(set: Set, row: Row, room: number): [Row, Row | null] {
  if (row.height <= room) return [row, null];
  const line = lineHeight(set, row.isBold);
  const most = Math.max(1, Math.floor((room - 2 * PADDING) / line));
  const part = (from: number, to?: number): Row => {
    const cells = row.cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, to) }));
    return { cells, isBold: row.isBold, height: heightOf(cells, line) };
  };
  return row.cells.every(({ lines }) => lines.length <= most) ? [row, null] : [part(0, most), part(most)];
}

/** Draws a row with its lines; gives where the next one begins. */
function drawRow(set: Set, { cells, height, isBold }: Row, y: number): number {
  const line = lineHeight(set, isBold);
  for (const cell of cells) drawCell(set.pdf, cell, { y, height, line });
  return y + height;
}

function drawCell(
  pdf: Pdf,
  { lines, align, x, width }: Cell,
  { y, height, line }: { y: number; height: number; line: number },
): void {
  pdf.lineWidth(0.5).rect(x, y, width, height).stroke();
  let at = y + (height - lines.length * line) / 2;
  for (const text of lines) {
    const free = width - 2 * SIDE - pdf.widthOfString(text);
    const offset = align === 'left' ? 0 : align === 'right' ? free : free / 2;
    if (text !== '') pdf.text(text, x + SIDE + Math.max(0, offset), at, { lineBreak: false });
    at += line;
  }
}

interface HeadLine {
  height: number;
  cells: (Cell & { spans: number })[];
}

function headOf(set: Set, columns: readonly AnnexColumn[]): HeadLine[] {
  const line = lineHeight(set, true);
  const laid = headLines(columns).map((cells) =>
    cells.map(({ text, column, span, lines }) => {
      const width = set.widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
      const x = leftOf(set, column);
      return { lines: linesIn(set.pdf, text, width - 2 * SIDE), align: 'center' as const, x, width, spans: lines };
    }),
  );
  const heights = laid.map((cells) =>
    heightOf(
      cells.filter(({ spans }) => spans === 1),
      line,
    ),
  );
  // What reaches over two lines may need more than both.
  const tall = heightOf(
    laid.flat().filter(({ spans }) => spans === 2),
    line,
  );
  if (laid.flat().some(({ spans }) => spans === 2)) heights[1] = Math.max(heights[1] ?? 0, tall - (heights[0] ?? 0));
  return laid.map((cells, at) => ({ cells, height: heights[at] ?? 0 }));
}

function drawHead(set: Set, head: readonly HeadLine[], from: number): number {
  const line = lineHeight(set, true);
  let y = from;
  for (const [at, { cells, height }] of head.entries()) {
    for (const { spans, ...cell } of cells) {
      const whole = spans === 2 ? height + (head[at + 1]?.height ?? 0) : height;
      drawCell(set.pdf, cell, { y, height: whole, line });
    }
    y += height;
  }
  return y;
}
