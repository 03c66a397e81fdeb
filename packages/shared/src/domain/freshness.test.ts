import { describe, expect, it } from 'vitest';
import { addDays } from './days.ts';
import { sendingOf, weekdaysUntil } from './freshness.ts';

/** Wednesday. */
const ON = '2022-06-15';
const WEEKDAYS = weekdaysUntil(ON);
const until = (day: string) => WEEKDAYS.filter((one) => one <= day);
const lastOf = (days: readonly string[]) => days.at(-1) ?? null;
const sending = (days: readonly string[], open: readonly string[] = WEEKDAYS) =>
  sendingOf(days, open, { on: ON, lastDay: lastOf(days) });

describe('who is silent', () => {
  it('is told by the own rhythm: two missed days of one who sends daily, not of one who sends now and then', () => {
    expect(sending(until('2022-06-14'))).toMatchObject({ state: 'SENDING', missed: 0, daysSince: 1, usual: 1 });
    expect(sending(until('2022-06-13'))).toMatchObject({ state: 'SENDING', missed: 1 });
    expect(sending(until('2022-06-10'))).toMatchObject({ state: 'SILENT', missed: 2, daysSince: 5 });
    const weekly = WEEKDAYS.filter((_, n) => n % 5 === 0 && WEEKDAYS[n]! <= '2022-06-06');
    expect(sending(weekly).state).toBe('SENDING');
    expect(sending(weekly.slice(0, -4)).state).toBe('SILENT');
  });

  it('is not told on the day itself, over a weekend, nor on days on which nobody of the source sent', () => {
    const monday = weekdaysUntil('2022-06-13');
    const friday = monday.filter((day) => day <= '2022-06-10');
    expect(sendingOf(friday, monday, { on: '2022-06-13', lastDay: '2022-06-10' })).toMatchObject({
      missed: 0,
      state: 'SENDING',
    });
    const holidays = until('2022-06-06');
    expect(sending(holidays, holidays)).toMatchObject({ missed: 0, state: 'SENDING', daysSince: 9 });
  });

  it('is not told of one who never sent, or hardly ever', () => {
    expect(sending([])).toEqual({ state: 'NEVER', lastDay: null, daysSince: null, missed: 0, usual: null });
    expect(sending(['2022-05-02', '2022-05-03']).state).toBe('TOO_FEW');
  });

  it('is told of one whose last day lies before the window', () => {
    const lastDay = addDays(ON, -120);
    expect(sendingOf([], WEEKDAYS, { on: ON, lastDay })).toMatchObject({
      state: 'SILENT',
      usual: null,
      daysSince: 120,
    });
  });
});
