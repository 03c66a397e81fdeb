import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, nextDay } from '../days.ts';
import {
  countInYear,
  daysOf,
  isOver,
  isWithinYears,
  nameOfDays,
  PERIOD_KINDS,
  periodName,
  periodOn,
  periodsOfYear,
  REPORT_DAY,
  shifted,
  yearBefore,
  type NamedPeriod,
} from './periods.ts';

const arbitraryPeriod: fc.Arbitrary<NamedPeriod> = fc
  .record({
    kind: fc.constantFrom(...PERIOD_KINDS),
    year: fc.integer({ min: 1990, max: 2080 }),
    at: fc.nat({ max: 11 }),
    startDay: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ at, ...period }) => ({ ...period, number: (at % countInYear(period.kind)) + 1 }));

describe('the days of a period', () => {
  it.each([
    [{ kind: 'MONTH', number: 2, startDay: 1 }, '2022-02-01', '2022-02-28'],
    [{ kind: 'QUARTER', number: 4, startDay: 1 }, '2022-10-01', '2022-12-31'],
    [{ kind: 'HALF_YEAR', number: 2, startDay: 1 }, '2022-07-01', '2022-12-31'],
    [{ kind: 'YEAR', number: 1, startDay: 1 }, '2022-01-01', '2022-12-31'],
    [{ kind: 'CUMULATIVE', number: 9, startDay: 1 }, '2022-01-01', '2022-09-30'],
    [{ kind: 'MONTH', number: 3, startDay: REPORT_DAY }, '2022-02-15', '2022-03-14'],
    [{ kind: 'MONTH', number: 1, startDay: REPORT_DAY }, '2021-12-15', '2022-01-14'],
    [{ kind: 'QUARTER', number: 1, startDay: REPORT_DAY }, '2021-12-15', '2022-03-14'],
    [{ kind: 'HALF_YEAR', number: 1, startDay: REPORT_DAY }, '2021-12-15', '2022-06-14'],
    [{ kind: 'YEAR', number: 1, startDay: REPORT_DAY }, '2021-12-15', '2022-12-14'],
    [{ kind: 'CUMULATIVE', number: 9, startDay: REPORT_DAY }, '2021-12-15', '2022-09-14'],
  ] as const)('%j are %s to %s', (period, from, to) => {
    expect(daysOf({ year: 2022, ...period })).toEqual({ from, to });
  });

  it('follow each other without a gap, those of a year as those of the next', () => {
    fc.assert(
      fc.property(arbitraryPeriod, (period) => {
        fc.pre(period.kind !== 'CUMULATIVE');
        expect(nextDay(daysOf(period).to)).toBe(daysOf(shifted(period, 1)).from);
        expect(shifted(shifted(period, 17), -17)).toEqual(period);
      }),
    );
  });

  it('of a year’s periods are the days of the year', () => {
    for (const startDay of [1, REPORT_DAY])
      for (const kind of ['MONTH', 'QUARTER', 'HALF_YEAR'] as const) {
        const all = periodsOfYear(kind, 2022, startDay).map(daysOf);
        const year = daysOf({ kind: 'YEAR', year: 2022, number: 1, startDay });
        expect([all[0]?.from, all.at(-1)?.to]).toEqual([year.from, year.to]);
      }
  });

  it('lie around every day of theirs', () => {
    fc.assert(
      fc.property(arbitraryPeriod, fc.nat({ max: 400 }), (period, n) => {
        fc.pre(period.kind !== 'CUMULATIVE');
        const { from, to } = daysOf(period);
        const length = daysBetween(from, to) + 1;
        let day = from;
        for (let i = 0; i < n % length; i += 1) day = nextDay(day);
        expect(periodOn(period.kind, day, period.startDay)).toEqual(period);
      }),
    );
  });

  it.each([0, 5, 1.5])('are none for quarter %d', (number) => {
    expect(() => daysOf({ kind: 'QUARTER', year: 2022, number, startDay: 1 })).toThrow(RangeError);
  });
});

describe('the name of two days', () => {
  it('is that of the period, the shorter one of two', () => {
    fc.assert(
      fc.property(arbitraryPeriod, (period) => {
        const named = nameOfDays(daysOf(period));
        expect(named && daysOf(named)).toEqual(daysOf(period));
        if (period.kind !== 'CUMULATIVE') expect(named).toEqual(period);
      }),
    );
    expect(nameOfDays({ from: '2022-01-01', to: '2022-12-31' })?.kind).toBe('YEAR');
    expect(nameOfDays({ from: '2022-01-01', to: '2022-06-30' })?.kind).toBe('HALF_YEAR');
    expect(nameOfDays({ from: '2022-01-01', to: '2022-05-31' })?.kind).toBe('CUMULATIVE');
  });

  it.each([
    ['2022-01-02', '2022-02-02'],
    ['2022-01-31', '2022-02-28'],
    ['2022-03-01', '2022-02-28'],
    ['2022-02-01', '2022-04-30'],
    // The first and the last year that a day can be written in.
    ['0001-01-01', '0001-01-31'],
    ['9999-12-01', '9999-12-31'],
    ['9998-12-15', '9999-01-14'],
  ])('%s to %s is none', (from, to) => {
    expect(nameOfDays({ from, to })).toBeNull();
  });

  it.each([
    [{ kind: 'MONTH', number: 3, startDay: 1 }, 'Tháng 3/2022', 'March 2022'],
    [{ kind: 'QUARTER', number: 4, startDay: 1 }, 'Quý IV/2022', 'Quarter 4 of 2022'],
    [{ kind: 'HALF_YEAR', number: 1, startDay: 1 }, '6 tháng đầu năm 2022', 'First half of 2022'],
    [{ kind: 'HALF_YEAR', number: 2, startDay: 1 }, '6 tháng cuối năm 2022', 'Second half of 2022'],
    [{ kind: 'YEAR', number: 1, startDay: 1 }, 'Năm 2022', 'Year 2022'],
    [{ kind: 'CUMULATIVE', number: 9, startDay: 1 }, 'Lũy kế 9 tháng năm 2022', 'First 9 months of 2022'],
    [
      { kind: 'MONTH', number: 3, startDay: 15 },
      'Tháng 3/2022 (15/02/2022 – 14/03/2022)',
      'March 2022 (15/02/2022 – 14/03/2022)',
    ],
  ] as const)('%j is written %s, in English %s', (period, vi, en) => {
    expect([periodName({ year: 2022, ...period }, 'vi'), periodName({ year: 2022, ...period }, 'en')]).toEqual([
      vi,
      en,
    ]);
  });
});

it('a period is over the day after its last', () => {
  const days = daysOf({ kind: 'MONTH', year: 2022, number: 3, startDay: 1 });
  expect([isOver(days, '2022-03-31'), isOver(days, '2022-04-01')]).toEqual([false, true]);
  expect(daysOf(yearBefore({ kind: 'MONTH', year: 2022, number: 3, startDay: 1 })).from).toBe('2021-03-01');
});

it('a day of the first or the last year has no room for days around it', () => {
  const days = ['0001-12-31', '0002-01-01', '9998-12-31', '9999-01-01'];
  expect(days.map(isWithinYears)).toEqual([false, true, true, false]);
});
