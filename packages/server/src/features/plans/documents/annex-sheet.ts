import type { DecisionDocument } from '@chi-tieu/shared/domain/decision-document/document';
import { DRAFT } from '@chi-tieu/shared/domain/paper/blocks';
import type { AnnexCell, AnnexColumn, AnnexTable } from '@chi-tieu/shared/domain/paper/table';
import { percentOf } from '@chi-tieu/shared/domain/percent';
import type { SheetColumn } from '../../../app/sheets/cells.ts';
import { xlsxOf, type SheetCell } from '../../../app/sheets/xlsx.ts';
import { ROWS_A_TURN, turn } from '../../../app/papers/paper.ts';
import type { DecisionPaper } from './decision-paper.ts';

const WIDTHS: Record<AnnexColumn['kind'], number> = { ORDINAL: 6, NAME: 36, WHOLE: 16, PERCENT: 16, POINTS: 16 };

/** The annex of a paper as a spreadsheet: which paper it is of, then numbers as numbers, the codes of the units beside their names. */
export async function annexSheetOf(paper: DecisionPaper): Promise<Buffer> {
  const { table, footnote } = paper.document.annex;
  const columns = table.columns.map(({ title, kind }): SheetColumn => ({ title, width: WIDTHS[kind] }));
  const parts: Buffer[] = [];
  const titles = [...columns.slice(0, 1), { title: 'Mã đơn vị', width: 12 }, ...columns.slice(1)];
  const name = `Phụ lục ${paper.reference}`.slice(0, 31);
  for await (const part of xlsxOf(name, titles, rowsOf(table, footnote), titleBlock(paper))) parts.push(part);
  return Buffer.concat(parts);
}

/** Who issues it, by which decision of which day or that it is a draft, what it is, of which period, and how its paper is found again. */
function titleBlock({ document, reference }: DecisionPaper): string[] {
  const { annex, body } = document;
  return [
    body.join(' '),
    document.isDraft ? `${DRAFT}. ${decisionOf(document)}` : decisionOf(document),
    ['PHỤ LỤC', ...annex.title].join(' – '),
    annex.note,
    `Mã tham chiếu: ${reference}`,
  ];
}

/** `Quyết định số 793/QĐ-UBND; Đại Từ, ngày 05 tháng 02 năm 2022` */
function decisionOf({ number, placeAndDay }: DecisionDocument): string {
  return `${number.replace(/^Số: /, 'Quyết định số ')}; ${placeAndDay}`;
}

async function* rowsOf({ columns, rows }: AnnexTable, footnote: string | undefined): AsyncGenerator<SheetCell[]> {
  for (const [at, { code, cells }] of rows.entries()) {
    if (at % ROWS_A_TURN === 0) await turn();
    const [ordinal = null, ...others] = cells.map((cell, column) => cellOf(cell, columns[column]));
    yield [ordinal, code, ...others];
  }
  if (footnote !== undefined) yield [footnote];
}

/** A cell; what has no number stays empty in columns of numbers, so that these can be counted with. */
function cellOf({ text, value, isTyped }: AnnexCell, column: AnnexColumn | undefined): SheetCell {
  const kind = column?.kind ?? 'NAME';
  if (kind === 'NAME') return text === '' ? null : text;
  if (value === null || kind === 'ORDINAL') return value;
  if (kind === 'WHOLE') return { number: value, shownAs: isTyped ? 'MARKED_WHOLE' : 'WHOLE' };
  return { number: percentOf(value), shownAs: isTyped ? 'MARKED_DECIMAL' : 'DECIMAL' };
}
