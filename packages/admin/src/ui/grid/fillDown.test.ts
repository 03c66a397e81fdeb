import { describe, expect, it } from 'vitest';
import { clearCells, fillDown, type OpenField } from './fillDown.ts';

/** One column of values; the third row is locked. */
const VALUES = [55, null, 60, 55, null];
const field: OpenField = {
  value: ({ row }) => VALUES[row] ?? null,
  isOpen: ({ row }) => row !== 2,
};
const rows = (top: number, bottom: number) => ({ top, bottom, left: 0, right: 0 });

describe('filling down', () => {
  it('takes the first value into the rows below, but not into locked ones nor where it stands already', () => {
    expect(fillDown(rows(0, 4), field).map(({ cell, value }) => [cell.row, value])).toEqual([
      [1, 55],
      [4, 55],
    ]);
  });

  it('of a single row takes what stands above, also from a locked cell', () => {
    expect(fillDown(rows(3, 3), field)).toEqual([{ cell: { row: 3, column: 0 }, value: 60 }]);
  });

  it('does nothing in the first row, above which there is none', () => {
    expect(fillDown(rows(0, 0), field)).toEqual([]);
  });

  it('takes emptiness along too', () => {
    expect(fillDown(rows(1, 3), field)).toEqual([{ cell: { row: 3, column: 0 }, value: null }]);
  });
});

it('clearing empties what is neither locked nor empty already', () => {
  expect(clearCells(rows(0, 4), field).map(({ cell }) => cell.row)).toEqual([0, 3]);
});
