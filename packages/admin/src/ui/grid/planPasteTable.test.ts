import { describe, expect, it } from 'vitest';
import { fitsWhole } from './planPaste.ts';
import { planPasteTable, type TableField } from './planPasteTable.ts';

const NAMES = ['Na Mao', 'Phú Lạc', 'Tân Linh'];
const isFigure = (text: string): boolean => /^\d+(,\d+)?$/.test(text.trim());
const field: TableField = {
  rows: 3,
  columns: 2,
  value: () => null,
  read: (_cell, text) => (isFigure(text) ? { value: Number(text.replace(',', '.')) } : { problem: 'no number' }),
  rowNamed: (name) =>
    name === 'Phu Lac'
      ? { row: 1, unmarked: true }
      : NAMES.includes(name)
        ? { row: NAMES.indexOf(name), unmarked: false }
        : null,
  heading: (text) => (text.includes('Chỉ tiêu') ? 2 : text.includes('%') ? 1 : 0),
  isFigure,
  twice: 'twice',
};
const shown = (block: string[][]): string[] | null =>
  planPasteTable(block, 1, field)?.map(({ row, text, outcome }) => `${row} ${text} ${outcome}`) ?? null;

describe('a pasted table', () => {
  it('of running number, unit and target goes by the names, and its header is no error', () => {
    const block = [
      ['STT', 'Đơn vị', 'Chỉ tiêu'],
      ['1', 'Tân Linh', '60'],
      ['2', 'Na Mao', '55,5'],
    ];
    expect(shown(block)).toEqual(['2 60 taken', '0 55,5 taken']);
    expect(fitsWhole(planPasteTable(block, 1, field) ?? [])).toBe(true);
  });

  it('as the product prints it takes the targets, not what stands before them', () => {
    const block = [
      ['Bảng giao Chỉ tiêu năm 2022', '', '', '', ''],
      ['STT', 'Đơn vị', 'Hồ sơ 2021', 'Tỷ lệ %', 'Chỉ tiêu %'],
      ['1', '2', '3', '4', '5'],
      ['1', 'Na Mao', '170', '20', '60'],
    ];
    expect(shown(block)).toEqual(['0 60 taken']);
  });

  it.each([
    [
      'the header wherever it stands',
      [
        ['Chỉ tiêu', 'Đơn vị', 'Ghi chú'],
        ['60', 'Na Mao', '7'],
      ],
      '60',
    ],
    [
      'the better of two headers',
      [
        ['Đơn vị', 'Chỉ tiêu', '%'],
        ['Na Mao', '60', '20'],
      ],
      '60',
    ],
    ['the last figures after the names without one', [['1', 'Na Mao', '170', '60', 'ghi chú']], '60'],
  ])('takes %s', (_what, block, value) => expect(shown(block)).toEqual([`0 ${value} taken`]));

  it('tells of names that nobody knows where a figure would be lost, and of nothing else', () => {
    const block = [
      ['I', 'Các xã', ''],
      ['1', 'Xã Lạ', '50'],
      ['2', 'Na Mao', '60'],
      ['', '', '58'],
      ['3', 'Xã Lạ nữa', 'chưa rõ'],
      ['4', 'Các phường', ''],
    ];
    expect(shown(block)).toEqual(['-1 Xã Lạ unknown', '0 60 taken', '-1 Xã Lạ nữa unknown']);
  });

  it('is shown before it is taken where a name was known only without its marks', () => {
    const cells = planPasteTable([['1', 'Phu Lac', '60']], 1, field) ?? [];
    expect(cells).toMatchObject([{ row: 1, outcome: 'taken', unmarked: 'Phu Lac' }]);
    expect(fitsWhole(cells)).toBe(false);
  });

  it('refuses a second line for the same row', () => {
    expect(
      shown([
        ['Na Mao', '60'],
        ['Na Mao', '61'],
      ]),
    ).toEqual(['0 60 taken', '0 61 refused']);
  });

  it.each([
    ['no name is known', [['a', '1']]],
    ['there is nothing beside the names', [['Na Mao'], ['Phú Lạc']]],
  ])('is none where %s', (_what, block) => expect(shown(block)).toBeNull());
});
