import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCounts,
  attainmentStatus,
  basisPoints,
  formatRate,
  formatWhole,
  meets,
  missingToTarget,
  ratePercent,
  type Counts,
} from './rate.ts';

const of = (numerator: number, denominator: number): Counts => ({ numerator, denominator });
const withDossiers = fc
  .integer({ min: 1, max: 10_000_000 })
  .chain((denominator) => fc.integer({ min: 0, max: denominator }).map((numerator) => of(numerator, denominator)));
const targets = fc.integer({ min: 0, max: 10_000 });
const nearTargets = fc
  .tuple(targets, fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: -2, max: 2 }))
  .map(([target, denominator, off]) => {
    const numerator = Math.min(denominator, Math.max(0, Math.round((target * denominator) / 10_000) + off));
    return { target, counts: of(numerator, denominator) };
  });

describe('a rate', () => {
  it.each([
    [2, 3, 6667],
    [1, 8, 1250],
    [1, 3, 3333],
    [3, 5, 6000],
    [5499, 9999, 5500],
    [1, 20_000, 1],
    [1, 20_001, 0],
    [0, 7, 0],
    [7, 7, 10_000],
    [Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER, 10_000],
  ])('of %i of %i is %i hundredths of a percent', (numerator, denominator, expected) => {
    expect(basisPoints(of(numerator, denominator))).toBe(expected);
    expect(ratePercent(of(numerator, denominator))).toBe(expected / 100);
  });

  it('of no dossiers is nothing, neither 0 nor NaN', () => {
    expect(basisPoints(of(0, 0))).toBeNull();
    expect(ratePercent(of(0, 0))).toBeNull();
  });

  it('is rounded half up and by no more than half a hundredth', () => {
    fc.assert(
      fc.property(withDossiers, (counts) => {
        const points = BigInt(basisPoints(counts) ?? -1);
        const twiceOff = 2n * (points * BigInt(counts.denominator) - BigInt(counts.numerator) * 10_000n);
        expect(twiceOff <= BigInt(counts.denominator)).toBe(true);
        expect(twiceOff > -BigInt(counts.denominator)).toBe(true);
      }),
    );
  });

  it('is taken of sums, not summed', () => {
    expect(basisPoints(addCounts(of(1, 1), of(0, 3)))).toBe(2500);
  });
});

describe('meeting a target', () => {
  it.each([
    ['just met', 11, 20, 5500, true, 0],
    ['one short', 10, 20, 5500, false, 1],
    ['met only after rounding', 5499, 9999, 5500, false, 1],
    ['met with one more', 5500, 9999, 5500, true, 0],
    ['all asked and all given', 9, 9, 10_000, true, 0],
    ['all asked and one missing', 8, 9, 10_000, false, 1],
    ['nothing asked', 0, 9, 0, true, 0],
    ['none given', 0, 3, 5500, false, 2],
    ['beyond what doubles hold', 4_503_599_627_370_495, 9_007_199_254_740_991, 5000, false, 1],
  ])('%s: %i of %i beside %i', (_, numerator, denominator, target, met, missing) => {
    expect(meets(of(numerator, denominator), target)).toBe(met);
    expect(missingToTarget(of(numerator, denominator), target)).toBe(missing);
  });

  it('needs exactly the missing dossiers: with them it is met, with one fewer it is not', () => {
    fc.assert(
      fc.property(nearTargets, ({ counts, target }) => {
        const missing = missingToTarget(counts, target);
        expect(missing === 0).toBe(meets(counts, target));
        expect(meets(of(counts.numerator + missing, counts.denominator), target)).toBe(true);
        if (missing > 0) expect(meets(of(counts.numerator + missing - 1, counts.denominator), target)).toBe(false);
      }),
    );
  });

  it('refuses counts that are not whole', () => {
    expect(() => meets(of(0.5, 1), 5000)).toThrow(RangeError);
  });

  it.each([
    [of(0, 0), 5500, 'NO_DOSSIERS'],
    [of(0, 0), 0, 'NO_DOSSIERS'],
    [of(0, 0), null, 'NO_DOSSIERS'],
    [of(1, 2), null, 'NO_TARGET'],
    [of(11, 20), 5500, 'MET'],
    [of(5499, 9999), 5500, 'NOT_MET'],
    [of(0, 1), 0, 'MET'],
  ])('%o beside %s is %s', (counts, target, expected) => expect(attainmentStatus(counts, target)).toBe(expected));
});

describe('a rate on a screen', () => {
  it.each([
    [of(5499, 10_000), undefined, '54,99\u00a0%', '54.99%'],
    [of(5499, 9999), undefined, '55,00\u00a0%', '55.00%'],
    [of(5499, 9999), 5500, '54,995\u00a0%', '54.995%'],
    [of(549_999, 1_000_000), 5500, '54,9999\u00a0%', '54.9999%'],
    [of(549_999_999, 1_000_000_000), 5500, '54,9999999\u00a0%', '54.9999999%'],
    [of(5500, 9999), 5500, '55,01\u00a0%', '55.01%'],
    [of(1, 2), 5500, '50,00\u00a0%', '50.00%'],
    [of(19_999, 20_000), 10_000, '99,995\u00a0%', '99.995%'],
    [of(1, 1), 10_000, '100,00\u00a0%', '100.00%'],
    [of(0, 4), 5500, '0,00\u00a0%', '0.00%'],
    [of(1, 1000), null, '0,10\u00a0%', '0.10%'],
    [of(0, 0), 5500, '–', '–'],
  ])('%o beside %s reads %s, in English %s', (counts, target, vi, en) => {
    const beside = target === undefined ? {} : { targetHundredths: target };
    expect(formatRate(counts, { locale: 'vi', ...beside })).toBe(vi);
    expect(formatRate(counts, { locale: 'en', ...beside })).toBe(en);
  });

  it('never looks met when it is not, nor missed when it is met', () => {
    fc.assert(
      fc.property(nearTargets, ({ counts, target }) => {
        const shown = formatRate(counts, { locale: 'en', targetHundredths: target });
        expect(Number(shown.slice(0, -1)) >= target / 100).toBe(meets(counts, target));
      }),
    );
  });

  it.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [1000, '1.000', '1,000'],
    [1_234_567, '1.234.567', '1,234,567'],
    [-12_345, '-12.345', '-12,345'],
    [-123, '-123', '-123'],
  ])('writes %i with its thousands apart', (n, vi, en) => {
    expect([formatWhole(n, 'vi'), formatWhole(n, 'en')]).toEqual([vi, en]);
  });
});

describe('the edges of a rate', () => {
  it('adds both counts', () => {
    expect(addCounts(of(1, 4), of(2, 6))).toEqual(of(3, 10));
  });

  it('meets nothing without dossiers, not even a target of 0', () => {
    expect([meets(of(0, 0), 0), meets(of(0, 1), 0)]).toEqual([false, true]);
  });
});
