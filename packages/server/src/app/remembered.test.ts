import { describe, expect, it } from 'vitest';
import { Remembered } from './remembered.ts';

describe('what is remembered', () => {
  const asked: number[][] = [];
  const sums = new Remembered<number>(2);
  const sumOf = (numbers: number[]): number =>
    sums.of({ numbers }, () => {
      asked.push(numbers);
      return numbers.reduce((sum, one) => sum + one, 0);
    });

  it('is given again for inputs of the same content, and computed for any other', () => {
    expect([sumOf([1, 2]), sumOf([1, 2]), sumOf([2, 1]), sumOf([1, 2])]).toEqual([3, 3, 3, 3]);
    expect(asked).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });

  it('is the last few: what was asked for longest ago is computed anew', () => {
    expect(sumOf([3])).toBe(3);
    expect([sumOf([1, 2]), sumOf([2, 1])]).toEqual([3, 3]);
    expect(asked).toEqual([[1, 2], [2, 1], [3], [2, 1]]);
  });
});
