import { expect, it } from 'vitest';
import { comparisonOf } from './comparison.ts';

const written = (numerator: number, denominator: number, target: number, locale: 'vi' | 'en' = 'vi'): string => {
  const { online, counted, left, right, sign, ...rest } = comparisonOf({ numerator, denominator }, target, locale);
  return `${online} × 100 = ${left} ${sign} ${rest.target} × ${counted} = ${right}`;
};

it.each([
  [186, 281, 5850, '186 × 100 = 18.600 ≥ 58,5 × 281 = 16.438,5'],
  [5499, 9999, 5500, '5.499 × 100 = 549.900 < 55 × 9.999 = 549.945'],
  [11, 20, 5500, '11 × 100 = 1.100 ≥ 55 × 20 = 1.100'],
  [1, 3, 3333, '1 × 100 = 100 ≥ 33,33 × 3 = 99,99'],
  [0, 7, 5, '0 × 100 = 0 < 0,05 × 7 = 0,35'],
  [0, 7, 0, '0 × 100 = 0 ≥ 0 × 7 = 0'],
])('writes %d of %d beside %d hundredths with numbers that hold', (numerator, denominator, target, expected) => {
  expect(written(numerator, denominator, target)).toBe(expected);
});

it('writes them in the form of the language', () => {
  expect(written(186, 281, 5850, 'en')).toBe('186 × 100 = 18,600 ≥ 58.5 × 281 = 16,438.5');
});
