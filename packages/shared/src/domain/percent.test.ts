import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPercent, hundredthsOf, percentOf } from './percent.ts';

describe('a percentage', () => {
  it.each([
    [55, 5500],
    [54.99, 5499],
    [0.07, 7],
    [0.29, 29],
    [1.1, 110],
    [57.35, 5735],
    [0, 0],
    [-0, 0],
    [100, 10_000],
    [99.99, 9999],
    [1e-2, 1],
  ])('%d is %i hundredths', (value, expected) => expect(hundredthsOf(value)).toBe(expected));

  it.each([
    54.995,
    0.001,
    100.01,
    -0.01,
    -1,
    100.000001,
    0.1 + 0.2,
    54.99000000000001,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    5e-324,
  ])('%d is refused', (value) => expect(hundredthsOf(value)).toBeNull());

  it('is read from every text with two decimals, and written back to it', () => {
    for (let hundredths = 0; hundredths <= 10_000; hundredths++) {
      const text = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
      expect(hundredthsOf(Number(text))).toBe(hundredths);
      expect(percentOf(hundredths).toFixed(2)).toBe(text);
    }
  });

  it('is refused with a third decimal', () => {
    const third = fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(third, ([hundredths, digit]) => {
        expect(
          hundredthsOf(Number(`${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}${digit}`)),
        ).toBeNull();
      }),
    );
  });

  it.each([
    [5499, '54,99\u00a0%', '54.99%'],
    [5500, '55,00\u00a0%', '55.00%'],
    [7, '0,07\u00a0%', '0.07%'],
    [0, '0,00\u00a0%', '0.00%'],
    [-120, '-1,20\u00a0%', '-1.20%'],
    [12_345, '123,45\u00a0%', '123.45%'],
  ])('of %i hundredths is written %s, in English %s', (hundredths, vi, en) => {
    expect([formatPercent(hundredths, 'vi'), formatPercent(hundredths, 'en')]).toEqual([vi, en]);
  });
});
