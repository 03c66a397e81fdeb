import { expect, it } from 'vitest';
import { decimalsOf, pointsText } from './indexWords.ts';

it('writes the points of a column with the same decimals, as few as all of them need', () => {
  const column = [10.3, 8.5, 6, null];
  expect(column.map((points) => pointsText(points ?? 0, decimalsOf(column)))).toEqual(['10,3', '8,5', '6,0', '0,0']);
  expect([decimalsOf([6, 10]), decimalsOf([]), decimalsOf([1.25, 3.5])]).toEqual([0, 0, 2]);
});
