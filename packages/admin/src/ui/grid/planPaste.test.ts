import { describe, expect, it } from 'vitest';
import { fitsWhole, planPaste, planPasteByName, type PasteField } from './planPaste.ts';

const NAMES = ['Na Mao', 'Phú Lạc', 'Tân Linh'];
/** Three rows, three columns: names that cannot be changed, then two columns of numbers, all empty but one. */
const field: PasteField & { rowNamed: (name: string) => number | null } = {
  rows: 3,
  columns: 3,
  value: ({ row, column }) => (row === 1 && column === 1 ? 50 : null),
  read: ({ column }, text) => {
    if (column === 0) return { problem: 'not here' };
    if (text.trim() === '') return { value: null };
    return /^\d+$/.test(text) ? { value: Number(text) } : { problem: 'no number' };
  },
  rowNamed: (name) => (NAMES.includes(name) ? NAMES.indexOf(name) : null),
};
const cell = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column });
const outcomes = (block: string[][], range = cell(0, 1)): string[] =>
  planPaste(block, range, field).map((one) => `${one.row}.${one.column} ${one.outcome}`);

describe('a paste', () => {
  it('goes down and right from the first selected cell, and what is so already is not a change', () => {
    expect(
      outcomes([
        ['40', '41'],
        ['50', '51'],
      ]),
    ).toEqual(['0.1 taken', '0.2 taken', '1.1 same', '1.2 taken']);
  });

  it('says cell by cell what it refuses and why, and what lies beyond the edge', () => {
    expect(planPaste([['40'], ['x'], ['42'], ['43']], cell(0, 1), field)).toMatchObject([
      { row: 0, outcome: 'taken', value: 40 },
      { row: 1, outcome: 'refused', problem: 'no number', text: 'x' },
      { row: 2, outcome: 'taken', value: 42 },
      { row: 3, outcome: 'outside', text: '43' },
    ]);
  });

  it('fills a larger selection with one value', () => {
    expect(outcomes([['50']], { top: 0, bottom: 2, left: 1, right: 1 })).toEqual([
      '0.1 taken',
      '1.1 same',
      '2.1 taken',
    ]);
  });

  it('is repeated where the selection is a whole number of blocks, and not where it is not', () => {
    expect(outcomes([['1', '2']], { top: 0, bottom: 2, left: 1, right: 2 })).toHaveLength(6);
    expect(outcomes([['1'], ['2']], { top: 0, bottom: 2, left: 1, right: 1 })).toHaveLength(2);
  });

  it('empties cells where the block is empty', () => {
    expect(planPaste([['']], cell(1, 1), field)).toMatchObject([{ outcome: 'taken', value: null }]);
  });

  it.each([
    ['fits', [['40'], ['41']], true],
    ['holds text', [['40'], ['tốt']], false],
    ['is too long', [['1'], ['2'], ['3'], ['4']], false],
    ['is too long by empty rows only', [['1'], ['2'], ['3'], ['']], true],
  ])('that %s fits whole: %s', (_what, block, fits) => {
    expect(fitsWhole(planPaste(block, cell(0, 1), field))).toBe(fits);
  });
});

describe('a paste by name', () => {
  const block = [
    ['Đơn vị', 'Chỉ tiêu'],
    ['Tân Linh', '60'],
    ['Na Mao', 'chưa rõ'],
  ];

  it('finds each row by its name, whatever the order, and tells which names it does not know', () => {
    expect(planPasteByName(block, 1, field)).toMatchObject([
      { row: -1, outcome: 'unknown', text: 'Đơn vị' },
      { row: 2, column: 1, outcome: 'taken', value: 60 },
      { row: 0, column: 1, outcome: 'refused', text: 'chưa rõ' },
    ]);
  });

  it.each([
    [
      'no name is known',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['there is nothing beside the names', [['Na Mao'], ['Phú Lạc']]],
  ])('is none where %s', (_what, other) => expect(planPasteByName(other, 1, field)).toBeNull());
});
