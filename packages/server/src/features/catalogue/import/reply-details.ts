import { LONGEST_CELL, type Cell } from '@chi-tieu/shared/domain/import/cell';
import { isRow, type Row } from '@chi-tieu/shared/domain/row-problem';
import { tellsCitizen } from './packed-cells.ts';

/** What nothing is told of: what is stored of it stays. */
export const ABSENT: Cell = { text: '', kind: 'ABSENT' };

/** What `LayThuTuc` tells of a procedure besides, by the names of the columns that it becomes. */
export const DETAILS: readonly { column: string; read: (item: Row) => string }[] = [
  { column: 'COQUANCOTHAMQUYEN', read: authority },
  { column: 'THOIGIANGIAIQUYET', read: processingDays },
  { column: 'CANCUPHAPLY', read: legalBases },
  { column: 'PHILEPHI', read: fees },
  { column: 'YEUCAU', read: (item) => textOf(item['YEUCAU']) },
];

/**
 * The cells of the details. Unlike codes and names they keep no row out: what is longer than a cell, or could be taken for the number of
 * a citizen, is not told.
 */
export function detailCells(item: Row): Cell[] {
  return DETAILS.map(({ read }) => {
    const text = read(item);
    return text === '' || text.length > LONGEST_CELL || tellsCitizen(text) ? ABSENT : { text, kind: 'TEXT' };
  });
}

/** Who decides; where nobody is named, who carries it out. */
function authority(item: Row): string {
  const names = (field: string) =>
    lines(
      rowsOf(item[field]).map((one) => textOf(one['TENDONVI'])),
      '; ',
    );
  return names('COQUANCOTHAMQUYEN') || names('COQUANTHUCHIEN');
}

/** Told where every way takes as many working days; of several it cannot be said which counts. */
function processingDays(item: Row): string {
  const times = timesOf(item).map((time) => `${textOf(time['THOIGIANGIAIQUYET'])} ${textOf(time['DONVITINH'])}`.trim());
  const told = [...new Set(times)].filter((time) => time !== '');
  const [only = ''] = told;
  return told.length === 1 && /^\d{1,4}([.,]5)? ngày làm việc$/i.test(only) ? only : '';
}

function legalBases(item: Row): string {
  const named = rowsOf(item['CANCUPHAPLY']).map((basis) => {
    const [number, name] = [textOf(basis['SOVANBAN']), textOf(basis['TENVANBAN'])];
    return name.includes(number) ? name : `${number} ${name}`.trim();
  });
  return lines(named.map((text) => text.replaceAll(';', ',')));
}

function fees(item: Row): string {
  const sums = timesOf(item).flatMap((time) => rowsOf(time['PHILEPHI']));
  return lines(
    sums.map((sum) => {
      const [amount, unit, about] = [textOf(sum['SOTIEN']), textOf(sum['DONVI']), textOf(sum['MOTA'])];
      const figure = amount === '' ? '' : `${amount} ${unit}`.trim();
      return figure !== '' && about !== '' ? `${figure} (${about})` : figure || about;
    }),
  );
}

function timesOf(item: Row): Row[] {
  return rowsOf(item['CACHTHUCTHUCHIEN']).flatMap((way) => rowsOf(way['THOIGIAN']));
}

function rowsOf(value: unknown): Row[] {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).normalize('NFC').trim() : '';
}

/** Different texts, each once. */
function lines(texts: readonly string[], between = '\n'): string {
  return [...new Set(texts)].filter((text) => text !== '').join(between);
}
