import { describe, expect, it } from 'vitest';
import { rectangleOf, withinSize, selectRange, type Cell } from './selection.ts';

const at = (row: number, column: number): Cell => ({ row, column });

describe('the rectangle of cells', () => {
  it.each([
    ['one cell', [at(2, 3)], { first: at(2, 3), last: at(2, 3) }],
    ['a block in any order', [at(2, 1), at(1, 1), at(2, 2), at(1, 2)], { first: at(1, 1), last: at(2, 2) }],
    ['cells with a gap', [at(1, 1), at(3, 1)], null],
    ['a row that nobody knows', [at(-1, 1), at(0, 1)], null],
    ['nothing', [], null],
  ])('of %s', (_what, cells, expected) => expect(rectangleOf(cells)).toEqual(expected));
});

it('keeps a selection inside a grid that became smaller', () => {
  expect(withinSize(selectRange(at(1, 1), at(9, 4)), { rows: 3, columns: 2 })).toEqual({
    anchor: at(1, 1),
    end: at(2, 1),
    active: at(1, 1),
  });
});
