import type { Block, PartBlock, TextBlock } from '@chi-tieu/shared/domain/paper/blocks';
import { CLOSING_WIDTHS, HEAD_WIDTHS, LOOKS, type Look } from '@chi-tieu/shared/domain/paper/layout';
import { turn, type Paper } from './paper.ts';
import { fontOf } from './pdf-fonts.ts';
import { areaOf, bytesOf, openPdf, pt, setFont, startPage, type Pdf } from './pdf-page.ts';
import { drawTable } from './pdf-table.ts';

/** What a heading must have below it on its page, in points. */
const BELOW_HEADING = 40;

/** A paper as PDF: the same blocks as in Word, with the fonts inside. Others get their turn while it is drawn. */
export async function pdfOf(paper: Paper): Promise<Buffer> {
  const pdf = await openPdf(paper);
  const bytes = bytesOf(pdf);
  let next = 0;
  for (const block of paper.blocks) {
    next += 1;
    await turn();
    keepWithClosing(pdf, block, paper.blocks[next]);
    await draw(pdf, block);
  }
  await turn();
  pdf.end();
  return bytes;
}

/** A signature stands on no page alone: the text before it goes along. */
function keepWithClosing(pdf: Pdf, block: Block, next: Block | undefined): void {
  if (block.kind !== 'TEXT' || next?.kind !== 'SIDES' || next.of !== 'CLOSING') return;
  const [first, second] = CLOSING_WIDTHS.map(pt) as [number, number];
  const closing = Math.max(heightOf(pdf, next.left, first), heightOf(pdf, next.right, second));
  const { top, width, bottom } = areaOf(pdf);
  const whole = heightOf(pdf, [block], width) + closing;
  if (pdf.y + whole > bottom && pdf.y > top && top + whole <= bottom) pdf.addPage();
}

async function draw(pdf: Pdf, block: Block): Promise<void> {
  if (block.kind === 'PAGE') startPage(pdf, block.wide ?? false);
  else if (block.kind === 'TABLE') await drawTable(pdf, block.table);
  else if (block.kind === 'SIDES') drawSides(pdf, block);
  else {
    const look: Look | null = block.kind === 'TEXT' ? LOOKS[block.look] : null;
    const { left, width, bottom } = areaOf(pdf);
    if (look?.keepNext && pdf.y + BELOW_HEADING > bottom) pdf.addPage();
    drawPart(pdf, block, left, width);
  }
}

function drawPart(pdf: Pdf, block: PartBlock, x: number, width: number): void {
  if (block.kind === 'ROOM') pdf.y += pt(block.height);
  else if (block.kind === 'TEXT') drawText(pdf, block, x, width);
  else {
    const from = x + (width - pt(block.width)) / 2;
    const y = pdf.y + 2;
    pdf
      .moveTo(from, y)
      .lineTo(from + pt(block.width), y)
      .lineWidth(0.75)
      .stroke();
    pdf.y = y + 3;
  }
}

function drawText(pdf: Pdf, { look, text, lead }: TextBlock, x: number, width: number): void {
  const found: Look = LOOKS[look];
  const options = { width, align: found.align, indent: found.indent === undefined ? 0 : pt(found.indent) };
  pdf.y += found.before;
  if (lead !== undefined) {
    // A text that begins at a page's end would be torn from what stands in front of it.
    if (pdf.y + BELOW_HEADING > areaOf(pdf).bottom) pdf.addPage();
    setFont(pdf, 'bold', found.size).text(`${lead} `, x, pdf.y, { ...options, continued: true });
    setFont(pdf, fontOf(found), found.size).text(text, options);
  } else if (text === '') pdf.y += found.size;
  else setFont(pdf, fontOf(found), found.size).text(text, x, pdf.y, options);
  pdf.y += found.after;
}

/** Two columns side by side, both on one page. */
function drawSides(pdf: Pdf, { of, left, right }: Extract<Block, { kind: 'SIDES' }>): void {
  const [first, second] = (of === 'HEAD' ? HEAD_WIDTHS : CLOSING_WIDTHS).map(pt) as [number, number];
  const height = Math.max(heightOf(pdf, left, first), heightOf(pdf, right, second));
  const area = areaOf(pdf);
  if (pdf.y + height > area.bottom && pdf.y > area.top) pdf.addPage();
  const top = pdf.y;
  for (const part of left) drawPart(pdf, part, area.left, first);
  const leftEnd = pdf.y;
  pdf.y = top;
  for (const part of right) drawPart(pdf, part, area.left + first, second);
  pdf.y = Math.max(leftEnd, pdf.y);
}

function heightOf(pdf: Pdf, parts: readonly PartBlock[], width: number): number {
  return parts.reduce((sum, part) => {
    if (part.kind === 'ROOM') return sum + pt(part.height);
    if (part.kind === 'RULE') return sum + 5;
    const look: Look = LOOKS[part.look];
    return (
      sum + look.before + look.after + setFont(pdf, fontOf(look), look.size).heightOfString(part.text || ' ', { width })
    );
  }, 0);
}
