import type { AnnexColumn, AnnexTable } from '@chi-tieu/shared/domain/paper/table';
import { CELL_PADDING, TABLE_SIZE } from '@chi-tieu/shared/domain/paper/layout';
import { ROWS_A_TURN, turn } from './paper.ts';
import { BOTTOM, LEFT, pt, setFont, TOP, type Pdf } from './pdf-page.ts';

const PADDING = pt(CELL_PADDING);
/** Between the text of a cell and the lines at its sides. */
const SIDE = 4.25;

interface Row {
  texts: string[];
  aligns: AnnexColumn['align'][];
  isBold: boolean;
}

/** The annex, row by row: its titles again on every page, no row on two pages, the sum never alone on one. */
export async function drawTable(pdf: Pdf, { columns, rows }: AnnexTable): Promise<void> {
  const widths = columns.map(({ width }) => pt(width));
  const titles: Row = { texts: columns.map(({ title }) => title), aligns: columns.map(() => 'center'), isBold: true };
  const aligns = columns.map(({ align }) => align);
  const shown = rows.map(({ cells, kind }): Row => ({
    texts: cells.map(({ text }) => text),
    aligns,
    isBold: kind === 'SUM',
  }));
  let y = drawRow(pdf, titles, widths, pdf.y);
  for (const [at, row] of shown.entries()) {
    if (at % ROWS_A_TURN === 0) await turn();
    const last = shown[at + 2] === undefined ? shown[at + 1] : undefined;
    const needed = heightOf(pdf, row, widths) + (last ? heightOf(pdf, last, widths) : 0);
    if (y + needed > BOTTOM) {
      pdf.addPage();
      y = drawRow(pdf, titles, widths, TOP);
    }
    y = drawRow(pdf, row, widths, y);
  }
  pdf.y = y;
}

function textHeight(pdf: Pdf, text: string, width: number): number {
  return pdf.heightOfString(text, { width: width - 2 * SIDE });
}

function heightOf(pdf: Pdf, { texts, isBold }: Row, widths: readonly number[]): number {
  setFont(pdf, isBold ? 'bold' : 'regular', TABLE_SIZE);
  const line = pdf.currentLineHeight(true);
  // Most texts are one line: only those that may be longer are set for their height.
  const heights = texts.map((text, at) => {
    const width = widths[at] ?? 0;
    return text.length * TABLE_SIZE * 0.55 < width - 2 * SIDE ? line : textHeight(pdf, text, width);
  });
  return Math.max(line, ...heights) + 2 * PADDING;
}

/** Draws a row with its lines; gives where the next one begins. */
function drawRow(pdf: Pdf, row: Row, widths: readonly number[], y: number): number {
  const height = heightOf(pdf, row, widths);
  const line = pdf.currentLineHeight(true);
  let x = LEFT;
  pdf.lineWidth(0.5);
  for (const [at, text] of row.texts.entries()) {
    const width = widths[at] ?? 0;
    pdf.rect(x, y, width, height).stroke();
    const own = height - 2 * PADDING > line * 1.5 ? textHeight(pdf, text, width) : line;
    const options = { width: width - 2 * SIDE, align: row.aligns[at] ?? 'left' };
    if (text !== '') pdf.text(text, x + SIDE, y + (height - own) / 2, options);
    x += width;
  }
  return y + height;
}
