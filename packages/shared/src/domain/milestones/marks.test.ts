import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counts } from '../rate.ts';
import { monthMarks, seasonMarks, type MarksAsked, type TypedMark } from './marks.ts';

const months = (...pairs: [numerator: number, denominator: number][]): Counts[] =>
  pairs.map(([numerator, denominator]) => ({ numerator, denominator }));
const NOTHING = months(...Array.from({ length: 12 }, (): [number, number] => [0, 0]));
const asked = (rest: Partial<MarksAsked>): MarksAsked => ({
  target: 6000,
  from: 1,
  typed: [],
  own: NOTHING,
  issuer: NOTHING,
  ...rest,
});
const figures = (rest: Partial<MarksAsked>): string[] =>
  monthMarks(asked(rest)).map(({ month, hundredths, season, stale }) =>
    [month, hundredths, season, ...(stale ? ['stale'] : [])].join(' '),
  );

// A commune that begins slowly: 20 of 100 in January, 90 of 100 in December, nothing at all in April, 600 of 1,100 in the year.
const SLOW = months(
  [20, 100],
  [28, 100],
  [42, 100],
  [0, 0],
  [50, 100],
  [55, 100],
  [60, 100],
  [65, 100],
  [60, 100],
  [60, 100],
  [70, 100],
  [90, 100],
);

describe('the marks of a year', () => {
  // By hand, for a target of 60 %. The year's rate is 600/1,100 = 54,5454… %, so that a mark is 60 % × r ÷ (6/11) = r × 1,1:
  // January 20 % → 22,00; February 48/200 = 24 % → 26,40; March 90/300 = 30 % → 33,00; April has nothing new → 33,00;
  // May 140/400 = 35 % → 38,50; June 195/500 = 39 % → 42,90; July 255/600 = 42,5 % → 46,75; August 320/700 = 45,714… %
  // → 50,2857… → 50,29; September 380/800 = 47,5 % → 52,25; October 440/900 = 48,888… % → 53,777… → 53,78;
  // November 510/1,000 = 51 % → 56,10; December is the target.
  it('follow the unit’s own season', () => {
    expect(seasonMarks(6000, SLOW)).toEqual([2200, 2640, 3300, 3300, 3850, 4290, 4675, 5029, 5225, 5378, 5610, 6000]);
  });

  it('take of every month the first rule that fits', () => {
    const typed: TypedMark[] = [
      { month: 2, hundredths: 3000, target: 6000 },
      { month: 3, hundredths: 3100, target: 5500 },
      { month: 12, hundredths: 100, target: 6000 },
    ];
    const late = months(
      [0, 0],
      [0, 0],
      [0, 0],
      ...SLOW.slice(3).map((one): [number, number] => [one.numerator, one.denominator]),
    );
    const issuer = months([9, 10], ...Array.from({ length: 11 }, (): [number, number] => [5, 10]));
    expect(figures({ typed, own: late, issuer }).slice(0, 6)).toEqual([
      // 60 % × 90 % ÷ (64/120) is 101,25 %: no mark is above the target.
      '1 6000 ISSUER',
      '2 3000 TYPED',
      '3 3100 TYPED stale',
      // The unit has its first dossiers in May: until then it goes by the issuing unit's 24 of 40.
      '4 6000 ISSUER',
      // 50 of 100, in the year 510 of 800.
      '5 4706 OWN',
      '6 4941 OWN',
    ]);
    expect(figures({ typed, own: late, issuer }).at(-1)).toBe('12 6000 NONE');
    expect(figures({}).every((mark) => mark.endsWith('6000 NONE'))).toBe(true);
  });

  it('are those from the month in which the plan comes into force', () => {
    expect(figures({ from: 11, own: SLOW })).toEqual(['11 5610 OWN', '12 6000 NONE']);
    expect(figures({ from: 12, own: SLOW })).toEqual(['12 6000 NONE']);
  });

  it('go by the issuing unit where nothing of the unit’s year was online', () => {
    const none = months(...Array.from({ length: 12 }, (): [number, number] => [0, 50]));
    expect(figures({ own: none, issuer: SLOW })[0]).toBe('1 2200 ISSUER');
  });

  it('go by the issuing unit where the unit has too few dossiers for a season of its own: one fewer than 30 a month', () => {
    const even = (first: number) =>
      months([first, first], ...Array.from({ length: 11 }, (): [number, number] => [15, 30]));
    expect(figures({ own: even(30), issuer: SLOW }).slice(0, 2)).toEqual(['1 6000 OWN', '2 6000 OWN']);
    expect(figures({ own: even(29), issuer: SLOW }).slice(0, 2)).toEqual(['1 2200 ISSUER', '2 2640 ISSUER']);
    expect(figures({ own: even(29) })[0]).toBe('1 6000 NONE');
  });

  it('are exact beyond what plain numbers hold', () => {
    const many = 999_999_937;
    const season = months([many - 1, many], ...Array.from({ length: 10 }, (): [number, number] => [0, 0]), [
      many,
      many,
    ]);
    // 33,33 % × (m − 1)/m × 2m/(2m − 1) lies a hair below 33,33 %.
    expect(seasonMarks(3333, season)[0]).toBe(3333);
    const half = months([1, 2], ...Array.from({ length: 10 }, (): [number, number] => [0, 0]), [0, 0]);
    expect(seasonMarks(1, half)).toEqual(Array.from({ length: 12 }, () => 1));
    // 0,01 % × (1/4) ÷ (2/4) is half a hundredth: up.
    expect(
      seasonMarks(1, months([1, 4], ...Array.from({ length: 10 }, (): [number, number] => [0, 0]), [3, 4]))[0],
    ).toBe(1);
  });
});

const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30_000_000 }));
const month = fc.tuple(count, fc.integer({ min: 0, max: 100 })).map(([denominator, share]): Counts => {
  return { numerator: Math.floor((denominator * share) / 100), denominator };
});
const season = fc.array(month, { minLength: 12, maxLength: 12 });
const percent = fc.integer({ min: 0, max: 10_000 });
const typedMarks = fc.uniqueArray(
  fc.record({ month: fc.integer({ min: 1, max: 11 }), hundredths: percent, target: percent }),
  { selector: (mark) => mark.month, maxLength: 4 },
);
const anyMarks = fc.record({
  target: percent,
  from: fc.integer({ min: 1, max: 12 }),
  typed: typedMarks,
  own: season,
  issuer: season,
});

describe('whatever the season', () => {
  it('there is one mark from the first month to December, within 0 and 100 %, and December is the target', () => {
    fc.assert(
      fc.property(anyMarks, (given) => {
        const marks = monthMarks(given);
        expect(marks.map((mark) => mark.month)).toEqual(
          Array.from({ length: 13 - given.from }, (_value, index) => given.from + index),
        );
        expect(marks.every(({ hundredths }) => hundredths >= 0 && hundredths <= 10_000)).toBe(true);
        expect(marks.at(-1)).toEqual({ month: 12, hundredths: given.target, season: 'NONE', stale: false });
      }),
    );
  });

  it('a month before the first dossier of a season asks no more than the first month of it', () => {
    const rest = Array.from({ length: 9 }, (): [number, number] => [9, 10]);
    const issuer = months([0, 0], [4, 10], [3, 10], ...rest);
    const marks = monthMarks({ target: 5_500, from: 1, typed: [], own: [], issuer });
    expect(marks[0]).toEqual({ ...marks[1], month: 1 });
    expect(marks[0]?.hundredths).toBeLessThan(5_500);
    expect(marks[0]?.season).toBe('ISSUER');
  });

  it('a typed mark is as it was typed, and only a typed one is stale', () => {
    fc.assert(
      fc.property(anyMarks, (given) => {
        for (const mark of monthMarks(given)) {
          const typed = given.typed.find((one) => one.month === mark.month);
          expect(mark.season === 'TYPED').toBe(typed !== undefined);
          if (typed) expect(mark.hundredths).toBe(typed.hundredths);
          expect(mark.stale).toBe(typed !== undefined && typed.target !== given.target);
        }
      }),
    );
  });

  it('a mark is the nearest hundredth to the target’s share, and no nearer one is below it', () => {
    fc.assert(
      fc.property(percent, season, (target, given) => {
        const marks = seasonMarks(target, given);
        const sum = (until: number, key: keyof Counts): bigint =>
          given.slice(0, until).reduce((total, one) => total + BigInt(one[key]), 0n);
        const [online, all] = [sum(12, 'numerator'), sum(12, 'denominator')];
        marks.forEach((mark, index) => {
          const [over, under] = [sum(index + 1, 'numerator') * all, sum(index + 1, 'denominator') * online];
          expect(mark === null).toBe(under === 0n);
          if (mark === null) return;
          // mark − 1/2 ≤ target × over/under < mark + 1/2
          const exact = 2n * BigInt(target) * over;
          expect(BigInt(2 * mark - 1) * under <= exact).toBe(true);
          // Above the target is nothing.
          expect(mark === target || exact < BigInt(2 * mark + 1) * under).toBe(true);
          expect(mark).toBeLessThanOrEqual(target);
        });
      }),
    );
  });

  it('it is the shape that counts: the same months many times over give the same marks', () => {
    fc.assert(
      fc.property(percent, season, fc.integer({ min: 2, max: 30 }), (target, given, times) => {
        const more = given.map((one) => ({
          numerator: one.numerator * times,
          denominator: one.denominator * times,
        }));
        expect(seasonMarks(target, more)).toEqual(seasonMarks(target, given));
      }),
    );
  });

  it('a higher target has no lower mark', () => {
    fc.assert(
      fc.property(anyMarks, fc.integer({ min: 0, max: 10_000 }), (given, other) => {
        const [low, high] = [Math.min(given.target, other), Math.max(given.target, other)];
        const lower = monthMarks({ ...given, target: low });
        const higher = monthMarks({ ...given, target: high });
        higher.forEach((mark, index) => expect(mark.hundredths).toBeGreaterThanOrEqual(lower[index]?.hundredths ?? 0));
      }),
    );
  });
});
