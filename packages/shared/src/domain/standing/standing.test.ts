import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCounts, meets, type Counts } from '../rate.ts';
import { contributions, gapInDossiers, gapOf } from './contributions.ts';
import { isBehind, outlookOf, type Expectation } from './outlook.ts';
import { impossibleFromMonth, remainingNeed } from './remaining-need.ts';

const counts = (numerator: number, denominator: number): Counts => ({ numerator, denominator });
const anyCounts = fc
  .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 100 }))
  .map(([denominator, share]) => counts(Math.floor((denominator * share) / 100), denominator));
const percent = fc.integer({ min: 0, max: 10_000 });

describe('what is still needed', () => {
  it('is ceil(t·(N + F) − x), and a share of those to come', () => {
    // 55 % of 1,000 is 550: of the 400 to come 250 must be online, 62,5 %.
    expect(remainingNeed(counts(300, 600), 400, 5500)).toEqual({
      needed: 250,
      neededShareHundredths: 6250,
      isOutOfReach: false,
    });
    // 55 % of 601 is 330,55: 331.
    expect(remainingNeed(counts(300, 600), 1, 5500)).toEqual({
      needed: 31,
      neededShareHundredths: 310_000,
      isOutOfReach: true,
    });
  });

  it('rounds the share up: one rounded down would not do', () => {
    expect(remainingNeed(counts(0, 0), 3, 3333).neededShareHundredths).toBe(3334);
  });

  it('is nothing once it cannot be missed, and has no share where nothing is to come', () => {
    expect(remainingNeed(counts(600, 600), 400, 5500).needed).toBe(0);
    expect(remainingNeed(counts(54, 99), 0, 5500)).toEqual({
      needed: 1,
      neededShareHundredths: null,
      isOutOfReach: true,
    });
    expect(remainingNeed(counts(55, 100), 0, 5500).isOutOfReach).toBe(false);
  });

  it('is the least that will do', () => {
    fc.assert(
      fc.property(anyCounts, fc.nat(5000), percent, (soFar, expected, target) => {
        fc.pre(soFar.denominator + expected > 0);
        const { needed, isOutOfReach } = remainingNeed(soFar, expected, target);
        const ending = (online: number): boolean => meets(addCounts(soFar, counts(online, expected)), target);
        expect(ending(needed)).toBe(true);
        if (needed > 0) expect(ending(needed - 1)).toBe(false);
        expect(isOutOfReach).toBe(!ending(expected));
      }),
    );
  });
});

describe('the month from which a target is out of reach', () => {
  it('is the first at whose beginning all that is to come would not do', () => {
    // 60 of 100 are needed: after 30 of none online 70 would do, after 60 of none only 40 are left.
    const months = [counts(0, 30), counts(0, 30), counts(10, 20), counts(20, 20)];
    expect(impossibleFromMonth(months, 6000)).toBe(2);
    expect(impossibleFromMonth(months, 3000)).toBeNull();
    expect(impossibleFromMonth([], 6000)).toBeNull();
  });

  it('is none where the last month alone decides', () => {
    expect(impossibleFromMonth([counts(50, 50), counts(0, 50)], 6000)).toBeNull();
  });

  it('is the one after the only dossier, where that was a paper one and nothing else came', () => {
    const year = Array.from({ length: 12 }, (_nothing, month) => counts(0, month === 2 ? 1 : 0));
    expect(impossibleFromMonth(year, 5500)).toBe(3);
    expect(impossibleFromMonth(year, 0)).toBeNull();
  });

  it('once out of reach, always', () => {
    fc.assert(
      fc.property(fc.array(anyCounts, { maxLength: 12 }), percent, (months, target) => {
        const from = impossibleFromMonth(months, target);
        if (from === null) return;
        const total = months.reduce(addCounts, counts(0, 0));
        for (let index = from; index < months.length; index++) {
          const before = months.slice(0, index).reduce(addCounts, counts(0, 0));
          expect(remainingNeed(before, total.denominator - before.denominator, target).isOutOfReach).toBe(true);
        }
        expect(meets(total, target)).toBe(false);
      }),
    );
  });
});

const NOTHING_TO_COME: Expectation = { volume: 0, low: 0, middle: 0, high: 0 };

describe('the outlook', () => {
  const expected = (low: number, middle: number, high: number): Expectation => ({ volume: 100, low, middle, high });

  it('is the first that fits', () => {
    expect(outlookOf(counts(0, 0), NOTHING_TO_COME, 5500, true)).toBe('NO_DOSSIERS');
    expect(outlookOf(counts(0, 0), NOTHING_TO_COME, null, true)).toBe('NO_DOSSIERS');
    expect(outlookOf(counts(0, 0), expected(0, 0, 0), null, false)).toBe('NO_TARGET');
    expect(outlookOf(counts(165, 200), expected(0, 0, 0), 5500, false)).toBe('MET');
    expect(outlookOf(counts(9, 100), expected(100, 100, 100), 5500, false)).toBe('IMPOSSIBLE');
    // 55 % of 200 is 110: 60 of the 100 to come.
    expect(outlookOf(counts(50, 100), expected(40, 50, 59), 5500, false)).toBe('WILL_MISS');
    expect(outlookOf(counts(50, 100), expected(59, 70, 80), 5500, false)).toBe('AT_RISK');
    expect(outlookOf(counts(50, 100), expected(40, 50, 60), 5500, false)).toBe('AT_RISK');
    expect(outlookOf(counts(50, 100), expected(60, 70, 80), 5500, false)).toBe('ON_COURSE');
  });

  it('of a year that is over is what the rate says: 5,499 of 9,999 does not meet 55 %', () => {
    expect(outlookOf(counts(5499, 9999), NOTHING_TO_COME, 5500, true)).toBe('IMPOSSIBLE');
    expect(outlookOf(counts(5500, 9999), NOTHING_TO_COME, 5500, true)).toBe('MET');
  });

  it('is never certain while days are left of which nothing is expected', () => {
    expect(outlookOf(counts(1, 1), NOTHING_TO_COME, 5500, false)).toBe('ON_COURSE');
    expect(outlookOf(counts(0, 1), NOTHING_TO_COME, 5500, false)).toBe('AT_RISK');
    expect(outlookOf(counts(0, 0), NOTHING_TO_COME, 5500, false)).toBe('NO_DOSSIERS');
    expect(outlookOf(counts(0, 1), NOTHING_TO_COME, null, false)).toBe('NO_TARGET');
  });

  it('compares with a mark only where there is one, and dossiers', () => {
    expect(isBehind(counts(0, 0), 5000)).toBeNull();
    expect(isBehind(counts(1, 2), null)).toBeNull();
    expect(isBehind(counts(1, 2), 5000)).toBe(false);
    expect(isBehind(counts(49, 100), 5000)).toBe(true);
  });
});

describe('who drags a whole down', () => {
  it('is told heaviest first, in dossiers', () => {
    const told = contributions(
      [
        { key: 'a', ...counts(60, 100) },
        { key: 'b', ...counts(10, 100) },
        { key: 'c', ...counts(0, 0) },
      ],
      5500,
    );
    expect(told.map(({ key, gap }) => [key, gapInDossiers(gap)])).toEqual([
      ['b', 45],
      ['c', 0],
      ['a', -5],
    ]);
  });

  it('adds up to the whole’s own distance, exactly', () => {
    fc.assert(
      fc.property(fc.array(anyCounts), percent, (parts, target) => {
        const told = contributions(
          parts.map((part, key) => ({ key, ...part })),
          target,
        );
        const whole = parts.reduce(addCounts, counts(0, 0));
        expect(told.reduce((sum, { gap }) => sum + gap, 0n)).toBe(gapOf(whole, target));
      }),
    );
  });

  it('is told to the last ten-thousandth of a dossier, so that what is told adds up too', () => {
    expect([gapInDossiers(0n), gapInDossiers(1n), gapInDossiers(-50n), gapInDossiers(-12_345n)]).toEqual([
      0, 0.0001, -0.005, -1.2345,
    ]);
  });
});
