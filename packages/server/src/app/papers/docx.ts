import { Zip, ZipDeflate } from 'fflate';
import { headLines, type AnnexColumn, type AnnexRow, type AnnexTable } from '@chi-tieu/shared/domain/paper/table';
import type { Block, PartBlock, TextBlock } from '@chi-tieu/shared/domain/paper/blocks';
import {
  CLOSING_WIDTHS,
  FOOTER_SIZE,
  HEAD_WIDTHS,
  LOOKS,
  PAGE,
  PAGE_NUMBER_SIZE,
  TABLE_SIZE,
  WIDE_TABLE_SIZE,
  type Look,
} from '@chi-tieu/shared/domain/paper/layout';
import { escaped } from '../sheets/xlsx.ts';
import { docxPage, docxParts, HEAD, NAMESPACES, twips, type DocxSection } from './docx-parts.ts';
import { footOf, ROWS_A_TURN, turn, type Paper } from './paper.ts';

const WIDTH = PAGE.width - PAGE.left - PAGE.right;

/**
 * A paper as a Word document. Written by hand as the spreadsheets are: a library that builds a tree of objects first holds the
 * server for seconds with a thousand rows. Others get their turn in between.
 */
export async function docxOf(paper: Paper): Promise<Buffer> {
  const made: Buffer[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    made.push(Buffer.from(chunk));
  });
  const begin = (path: string): ZipDeflate => {
    const file = new ZipDeflate(path, { level: 6 });
    // The same paper is the same file, whenever it is written.
    file.mtime = paper.madeAt;
    zip.add(file);
    return file;
  };
  const parts = docxParts(paper.title, footOf(paper), { number: PAGE_NUMBER_SIZE, foot: FOOTER_SIZE });
  for (const [path, text] of Object.entries(parts)) begin(path).push(Buffer.from(HEAD + text), true);
  const body = begin('word/document.xml');
  body.push(Buffer.from(`${HEAD}<w:document ${NAMESPACES}><w:body>`));
  const section: DocxSection = { isWide: false, isFirst: true };
  for (const xml of bodyOf(paper.blocks, section)) {
    body.push(Buffer.from(xml));
    await turn();
  }
  body.push(Buffer.from(`${docxPage(section)}</w:body></w:document>`), true);
  zip.end();
  return Buffer.concat(made);
}

/** The text in pieces, each written in no time. */
function* bodyOf(blocks: readonly Block[], section: DocxSection): Generator<string> {
  let breaks = false;
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1];
    if (block.kind === 'PAGE') {
      const isWide = block.wide ?? false;
      breaks = isWide === section.isWide;
      if (breaks) continue;
      // The last paragraph of a section says which pages were its own.
      yield `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${docxPage(section)}</w:pPr></w:p>`;
      Object.assign(section, { isWide, isFirst: false });
    } else if (block.kind === 'TABLE') yield* tableOf(block.table);
    else if (block.kind === 'SIDES') yield sidesOf(block);
    else {
      // A signature stands on no page alone.
      const isLast = next?.kind === 'SIDES' && next.of === 'CLOSING';
      yield partOf(block, WIDTH, { breaks, stays: isLast });
      breaks = false;
    }
  }
}

/** Whether a page begins with it, and whether it stays with what follows. */
interface Flow {
  breaks: boolean;
  stays: boolean;
}

function partOf(block: PartBlock, width: number, flow: Flow = { breaks: false, stays: false }): string {
  if (block.kind === 'TEXT') return textOf(block, flow);
  if (block.kind === 'ROOM')
    return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="${twips(block.height)}" w:lineRule="exact"/></w:pPr></w:p>`;
  const beside = twips((width - block.width) / 2);
  return `<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr><w:spacing w:before="0" w:after="60" w:line="60" w:lineRule="exact"/><w:ind w:left="${beside}" w:right="${beside}"/></w:pPr></w:p>`;
}

const ALIGN = { left: 'left', center: 'center', justify: 'both' } as const;

function textOf({ look, text, lead }: TextBlock, { breaks, stays }: Flow): string {
  const found: Look = LOOKS[look];
  const { size, align, before, after, indent, keepNext } = found;
  const flags = `${keepNext || stays ? '<w:keepNext/>' : ''}${breaks ? '<w:pageBreakBefore/>' : ''}`;
  const first = indent === undefined ? '' : `<w:ind w:firstLine="${twips(indent)}"/>`;
  const leading = lead === undefined ? '' : runOf(`${lead} `, { size, bold: true });
  return `<w:p><w:pPr>${flags}<w:spacing w:before="${before * 20}" w:after="${after * 20}"/>${first}<w:jc w:val="${ALIGN[align]}"/></w:pPr>${leading}${runOf(text, found)}</w:p>`;
}

function runOf(text: string, { size, bold, italic }: Pick<Look, 'size' | 'bold' | 'italic'>): string {
  const marks = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}`;
  return `<w:r><w:rPr>${marks}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** Two columns without lines: the heads, or recipients and signature; never torn apart by the end of a page. */
function sidesOf({ of, left, right }: Extract<Block, { kind: 'SIDES' }>): string {
  const widths = of === 'HEAD' ? HEAD_WIDTHS : CLOSING_WIDTHS;
  const cell = (parts: readonly PartBlock[], width: number): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/></w:tcPr>${parts.map((part) => partOf(part, width)).join('')}</w:tc>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="${twips(WIDTH)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>${gridOf(widths)}<w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(left, widths[0])}${cell(right, widths[1])}</w:tr></w:tbl>`;
}

const gridOf = (widths: readonly number[]): string =>
  `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('')}</w:tblGrid>`;

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

/** The annex: its titles again on every page, no row on two. A paragraph ends it, for a table may not be the last of a text. */
function* tableOf({ columns, rows, wide }: AnnexTable): Generator<string> {
  const size = wide ? WIDE_TABLE_SIZE : TABLE_SIZE;
  const widths = columns.map(({ width }) => width);
  yield `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + twips(width), 0)}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>${gridOf(widths)}${headRows(columns, size)}`;
  for (let at = 0; at < rows.length; at += ROWS_A_TURN)
    yield rows
      .slice(at, at + ROWS_A_TURN)
      .map((row) => rowOf(cellsOf(row, columns, size)))
      .join('');
  yield `</w:tbl><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>`;
}

interface ShownCell {
  text: string;
  align: AnnexColumn['align'];
  bold: boolean;
  size: number;
  /** In millimetres. */
  width: number;
  span: number;
  /** Where it begins to reach over lines, and where it goes on. */
  merge: 'restart' | 'continue' | null;
}

function cellsOf(row: AnnexRow, columns: readonly AnnexColumn[], size: number): ShownCell[] {
  return row.cells.map(({ text }, at) => ({
    ...{ text, align: columns[at]?.align ?? 'left', bold: row.kind === 'SUM', size },
    ...{ width: columns[at]?.width ?? 0, span: 1, merge: null },
  }));
}

/** The lines of titles: a title that reaches over two goes on as an empty cell in the second. */
function headRows(columns: readonly AnnexColumn[], size: number): string {
  const lines = headLines(columns);
  const widthOf = (column: number, span: number): number =>
    columns.slice(column, column + span).reduce((sum, { width }) => sum + width, 0);
  const shown = lines.map((cells, line) => {
    const above = line === 1 ? (lines[0] ?? []).filter((cell) => cell.lines === 2) : [];
    const own = cells.map((cell) => ({ ...cell, merge: cell.lines === 2 ? ('restart' as const) : null }));
    const all = [...own, ...above.map((cell) => ({ ...cell, text: '', merge: 'continue' as const }))];
    return all
      .toSorted((a, b) => a.column - b.column)
      .map(({ text, column, span, merge }): ShownCell => {
        return { ...{ text, align: 'center', bold: true, size, width: widthOf(column, span), span, merge } };
      });
  });
  return shown.map((cells) => rowOf(cells, '<w:tblHeader/>')).join('');
}

function rowOf(cells: readonly ShownCell[], flag = ''): string {
  const written = cells.map(({ text, align, bold, size, width, span, merge }) => {
    const run = runOf(text, { size, ...(bold && { bold: true as const }) });
    const reach = `${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge === null ? '' : `<w:vMerge w:val="${merge}"/>`}`;
    return `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/>${reach}<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:spacing w:before="30" w:after="30"/><w:jc w:val="${align}"/></w:pPr>${run}</w:p></w:tc>`;
  });
  return `<w:tr><w:trPr><w:cantSplit/>${flag}</w:trPr>${written.join('')}</w:tr>`;
}
