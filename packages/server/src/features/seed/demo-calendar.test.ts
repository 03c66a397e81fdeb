import { dayNumber } from '@chi-tieu/shared/domain/days';
import { describe, expect, it } from 'vitest';
import { stampOf, WorkCalendar } from './demo-calendar.ts';

const calendar = new WorkCalendar('2022-01-01', '2022-12-31', new Set(['2022-09-01', '2022-09-02']));
const at = (month: number, day: number): number => dayNumber(2022, month, day);

describe('the calendar of offices', () => {
  it('is closed at weekends and on holidays', () => {
    expect([at(8, 31), at(9, 1), at(9, 2), at(9, 3), at(9, 4), at(9, 5)].map((day) => calendar.isOpen(day))).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it.each([
    { from: at(8, 31), steps: 0, to: '2022-08-31' },
    { from: at(8, 31), steps: 1, to: '2022-09-05' },
    { from: at(9, 3), steps: 0, to: '2022-09-05' },
    { from: at(9, 3), steps: 1, to: '2022-09-05' },
    { from: at(9, 3), steps: 2, to: '2022-09-06' },
    { from: at(12, 30), steps: 3, to: '2023-01-04' },
  ])('counts $steps working days to $to', ({ from, steps, to }) => {
    expect(calendar.text(calendar.openDayAfter(from, steps))).toBe(to);
  });

  it('knows no day outside it', () => {
    expect(() => calendar.text(dayNumber(2021, 12, 31))).toThrow(RangeError);
  });

  it('is busier on Mondays than on Fridays, and hardly at all on days off', () => {
    const [monday, friday, sunday] = [at(8, 29), at(8, 26), at(8, 28)].map((day) => calendar.busyness(day));
    expect(monday).toBeGreaterThan(friday ?? Infinity);
    expect(sunday).toBeLessThan(0.1);
  });
});

describe('a stamp', () => {
  it.each([
    [0, '20220831000000'],
    [27_061, '20220831073101'],
    [86_399, '20220831235959'],
  ])('is the day and %i seconds of it', (seconds, stamp) => {
    expect(stampOf('2022-08-31', seconds)).toBe(stamp);
  });
});
