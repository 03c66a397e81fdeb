import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  compareDays,
  dayInVietnam,
  daysBetween,
  isBetween,
  isDay,
  monthEnd,
  monthStart,
  nextDay,
  previousDay,
  yearEnd,
  yearStart,
} from './days.ts';

const instants = fc.date({
  min: new Date('1976-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const days = instants.map((at) => at.toISOString().slice(0, 10));
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });

describe('a day', () => {
  it.each([
    ['2022-08-31', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['0001-01-01', true],
    ['2022-02-29', false],
    ['1900-02-29', false],
    ['2022-13-01', false],
    ['2022-00-10', false],
    ['2022-04-31', false],
    ['2022-04-00', false],
    ['0000-01-01', false],
    ['2022-8-31', false],
    ['2022-08-31T00:00', false],
    ['31/08/2022', false],
    ['', false],
  ])('%s is one: %s', (text, expected) => expect(isDay(text)).toBe(expected));

  it('is decided at midnight in Vietnam, not in UTC', () => {
    expect(dayInVietnam(new Date('2022-08-14T16:59:59.999Z'))).toBe('2022-08-14');
    expect(dayInVietnam(new Date('2022-08-14T17:00:00Z'))).toBe('2022-08-15');
    expect(dayInVietnam(new Date('2021-12-31T17:10:00Z'))).toBe('2022-01-01');
  });

  it('agrees with the calendar of the time zone database', () => {
    fc.assert(fc.property(instants, (at) => void expect(dayInVietnam(at)).toBe(calendar.format(at))));
  });

  it('cannot be told of an invalid instant or beyond the year 9999', () => {
    expect(() => dayInVietnam(new Date(Number.NaN))).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addDays('2022-02-30', 1)).toThrow(RangeError);
  });
});

describe('counting days', () => {
  it.each([
    ['2022-12-31', 1, '2023-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2022-03-01', -1, '2022-02-28'],
    ['2022-01-01', 365, '2023-01-01'],
    ['0100-02-28', 1, '0100-03-01'],
    ['0099-12-31', 1, '0100-01-01'],
  ])('%s and %i days is %s', (day, n, expected) => expect(addDays(day, n)).toBe(expected));

  it('gives what UTC arithmetic gives, and comes back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -10_000, max: 10_000 }), (day, n) => {
        const later = addDays(day, n);
        expect(later).toBe(new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10));
        expect(addDays(later, -n)).toBe(day);
        expect(daysBetween(day, later)).toBe(n);
        expect(Math.sign(compareDays(later, day))).toBe(Math.sign(n));
      }),
    );
  });

  it('steps to the neighbours', () => {
    expect(previousDay('2022-01-01')).toBe('2021-12-31');
    expect(nextDay('2021-12-31')).toBe('2022-01-01');
  });

  it('starts a day at the instant whose previous millisecond belongs to the day before', () => {
    fc.assert(
      fc.property(days, (day) => {
        const start = new Date(`${day}T00:00:00+07:00`);
        expect(dayInVietnam(start)).toBe(day);
        expect(dayInVietnam(new Date(start.getTime() - 1))).toBe(previousDay(day));
      }),
    );
  });
});

describe('months and years', () => {
  it.each([
    ['2022-02-10', '2022-02-01', '2022-02-28'],
    ['2024-02-29', '2024-02-01', '2024-02-29'],
    ['2022-12-31', '2022-12-01', '2022-12-31'],
    ['2022-06-01', '2022-06-01', '2022-06-30'],
  ])('the month of %s runs from %s to %s', (day, first, last) => {
    expect([monthStart(day), monthEnd(day)]).toEqual([first, last]);
  });

  it('bounds a year by its first and last day', () => {
    expect([yearStart(2022), yearEnd(2022)]).toEqual(['2022-01-01', '2022-12-31']);
  });

  it('includes both ends, and an end that is open includes everything', () => {
    expect(isBetween('2022-01-01', '2022-01-01', '2022-01-01')).toBe(true);
    expect(isBetween('2021-12-31', '2022-01-01', null)).toBe(false);
    expect(isBetween('2023-01-01', null, '2022-12-31')).toBe(false);
    expect(isBetween('2023-01-01', null, null)).toBe(true);
  });
});
