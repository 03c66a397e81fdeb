import { formatRate } from '@chi-tieu/shared/domain/rate';
import { describe, expect, it } from 'vitest';
import { added, cumulated, missingPoints } from './shortfall.ts';

describe('how far counts are below a target', () => {
  it.each([
    [5237, 10000, 5500, '2,63'],
    // 52,896 % is shown as 52,90 %: 2,10 is missing from that, not 2,11.
    [52_896, 100_000, 5500, '2,10'],
    [0, 3, 5500, '55,00'],
    // Shown as 54,995 %: what is missing must not print as nothing.
    [5499, 9999, 5500, '0,005'],
    [27_499_999, 50_000_000, 5500, '0,000002'],
    [55, 100, 5500, null],
    [60, 100, 5500, null],
    [0, 0, 5500, null],
  ])('%d of %d beside %d: %s points', (numerator, denominator, target, expected) => {
    expect(missingPoints({ numerator, denominator }, target, 'vi')).toBe(expected);
  });

  it('adds up with the rate as it is shown', () => {
    for (let numerator = 0; numerator < 550; numerator++) {
      const counts = { numerator, denominator: 1001 };
      const shown = formatRate(counts, { locale: 'en', targetHundredths: 5500 }).replace('%', '');
      const sum = Number(shown) + Number(missingPoints(counts, 5500, 'en'));
      expect(sum).toBeCloseTo(55, 9);
    }
  });
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
