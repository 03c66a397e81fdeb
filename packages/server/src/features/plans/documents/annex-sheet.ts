import type { AnnexCell, AnnexColumn, AnnexTable } from '@chi-tieu/shared/domain/decision-document/annex';
import { percentOf } from '@chi-tieu/shared/domain/percent';
import type { Cell, SheetColumn } from '../../../app/sheets/cells.ts';
import { xlsxOf } from '../../../app/sheets/xlsx.ts';
import { ROWS_A_TURN, turn, type Paper } from './paper.ts';

const WIDTHS: Record<AnnexColumn['kind'], number> = { ORDINAL: 6, NAME: 36, WHOLE: 16, PERCENT: 16, POINTS: 16 };

/** The annex of a paper as a spreadsheet: numbers are numbers, the codes of the units beside their names, the paper's reference on the sheet. */
export async function annexSheetOf({ document, reference }: Paper): Promise<Buffer> {
  const { table } = document.annex;
  const columns = table.columns.map(({ title, kind }): SheetColumn => ({ title, width: WIDTHS[kind] }));
  const parts: Buffer[] = [];
  const titles = [...columns.slice(0, 1), { title: 'Mã đơn vị', width: 12 }, ...columns.slice(1)];
  for await (const part of xlsxOf(`Phụ lục ${reference}`.slice(0, 31), titles, rowsOf(table))) parts.push(part);
  return Buffer.concat(parts);
}

async function* rowsOf({ columns, rows }: AnnexTable): AsyncGenerator<Cell[]> {
  for (const [at, { code, cells }] of rows.entries()) {
    if (at % ROWS_A_TURN === 0) await turn();
    const [ordinal = null, ...others] = cells.map((cell, column) => cellOf(cell, columns[column]));
    yield [ordinal, code, ...others];
  }
}

function cellOf({ text, value }: AnnexCell, column: AnnexColumn | undefined): Cell {
  if (value === null) return text === '' ? null : text;
  return column?.kind === 'PERCENT' || column?.kind === 'POINTS' ? percentOf(value) : value;
}
