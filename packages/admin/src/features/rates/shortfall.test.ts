import { describe, expect, it } from 'vitest';
import { added, cumulated, rise, shortfall } from './shortfall.ts';

describe('how far counts are below a target', () => {
  it.each([
    [5237, 10000, 5500, 263],
    [55, 100, 5500, 0],
    [60, 100, 5500, 0],
    [0, 0, 5500, 0],
    [0, 3, 5500, 5500],
    // 54,995 % prints as 55,00 %: what is missing must not print as nothing.
    [5499, 9999, 5500, 1],
    [27_499_999, 50_000_000, 5500, 1],
  ])('%d of %d beside %d: %d hundredths of a point', (numerator, denominator, target, expected) => {
    expect(shortfall({ numerator, denominator }, target)).toBe(expected);
  });
});

it('compares two rates in hundredths of a point, and not without dossiers', () => {
  expect(rise({ numerator: 1, denominator: 2 }, { numerator: 2, denominator: 3 })).toBe(1667);
  expect(rise({ numerator: 2, denominator: 3 }, { numerator: 1, denominator: 2 })).toBe(-1667);
  expect(rise({ numerator: 0, denominator: 0 }, { numerator: 1, denominator: 2 })).toBeNull();
});

it('says what was added', () => {
  expect(added({ numerator: 3, denominator: 5 }, { numerator: 4, denominator: 9 })).toEqual({
    numerator: 1,
    denominator: 4,
  });
});

it('adds up before dividing: each sum holds all before it', () => {
  const months = [
    { from: '2022-01-01', numerator: 1, denominator: 10 },
    { from: '2022-02-01', numerator: 0, denominator: 0 },
    { from: '2022-03-01', numerator: 9, denominator: 10 },
  ];
  expect(cumulated(months)).toEqual([
    { from: '2022-01-01', numerator: 1, denominator: 10 },
    { from: '2022-02-01', numerator: 1, denominator: 10 },
    { from: '2022-03-01', numerator: 10, denominator: 20 },
  ]);
  expect(months[2]).toEqual({ from: '2022-03-01', numerator: 9, denominator: 10 });
});
