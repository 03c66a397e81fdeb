import { expect, it } from 'vitest';
import { leftRowsCsv, type KeptRow } from './leftRows.ts';

const columns = ['MaHoSo', 'MaTTHC', 'DonViXuLy'];
const header = { row: 'Dòng', field: 'Ô', message: 'Lý do' };
const kept = (row: number, fields: Record<string, string>): KeptRow => ({
  row,
  code: fields['MaHoSo'] ?? null,
  field: 'MaTTHC',
  message: 'Thiếu giá trị bắt buộc.',
  fields,
});
const linesOf = (csv: string): string[] =>
  csv
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n');

it('begins with the mark by which Excel knows Unicode, then the columns an import reads', () => {
  const csv = leftRowsCsv([], [], columns, header);
  expect(csv.startsWith('\ufeffDòng,Ô,Lý do,MaHoSo,MaTTHC,DonViXuLy\r\n')).toBe(true);
});

it('has every row that was left once, in the order of the file, with all that is kept of it', () => {
  const told = [
    { row: 7, code: 'H55.16-220831-0007', field: 'MaTTHC', message: 'Thiếu giá trị bắt buộc.' },
    { row: 2, code: null, field: '', message: 'Dòng không phải JSON hợp lệ.' },
  ];
  const rows = [
    kept(12, { MaHoSo: 'H55.16-220831-0012' }),
    kept(7, { MaHoSo: 'H55.16-220831-0007', DonViXuLy: 'UBND xã' }),
  ];
  expect(linesOf(leftRowsCsv(rows, told, columns, header)).slice(1)).toEqual([
    '2,,Dòng không phải JSON hợp lệ.,,,',
    '7,MaTTHC,Thiếu giá trị bắt buộc.,H55.16-220831-0007,,UBND xã',
    '12,MaTTHC,Thiếu giá trị bắt buộc.,H55.16-220831-0012,,',
  ]);
});

it('names a row of which nothing is kept by its code', () => {
  const told = [{ row: 1, code: 'H55.16-1', field: 'MaHoSo', message: 'Sai.' }];
  expect(linesOf(leftRowsCsv([], told, columns, header))[1]).toBe('1,MaHoSo,Sai.,H55.16-1,,');
});

it.each([
  ['UBND phường "Ba Hàng", Phổ Yên', '"UBND phường ""Ba Hàng"", Phổ Yên"'],
  ['hai\r\ndòng', '"hai\r\ndòng"'],
  ['a;b', '"a;b"'],
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2+3', "'-2+3"],
])('writes %j so that neither commas, quotes nor formulas do harm', (text, cell) => {
  expect(leftRowsCsv([kept(1, { DonViXuLy: text })], [], columns, header)).toContain(`,,${cell}\r\n`);
});
