import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayInVietnam } from '../days.ts';
import { daysOf, periodOn, shifted } from '../periods/periods.ts';
import { dueAtOf, dueDayOf, duePeriods, nextPeriod, type ScheduleTimes } from './schedule.ts';

const at = (text: string) => new Date(`${text}+07:00`);
const monthly = (daysAfter: number, startsOn: string): ScheduleTimes => ({ kind: 'MONTHLY', daysAfter, startsOn });

describe('the schedule of a report', () => {
  it('is due at six in the morning, so many days after its period', () => {
    const times = monthly(5, '2022-01-01');
    const march = { from: '2022-03-01', to: '2022-03-31' };
    expect(dueAtOf(times, march)).toEqual(at('2022-04-05T06:00:00'));
    const due = (now: string) => duePeriods(times, at(now), now.slice(0, 10)).map(({ to }) => to);
    expect(due('2022-04-05T05:59:59').at(-1)).toBe('2022-02-28');
    expect(due('2022-04-05T06:00:00').at(-1)).toBe('2022-03-31');
    expect(nextPeriod(times, at('2022-04-05T05:59:59'), '2022-04-05')).toEqual(march);
    expect(nextPeriod(times, at('2022-04-05T06:00:00'), '2022-04-05').to).toBe('2022-04-30');
  });

  it('leaves alone what was due before it began, and catches up with what it missed since', () => {
    const due = (startsOn: string) => duePeriods(monthly(5, startsOn), at('2022-04-20T12:00:00'), '2022-04-20');
    expect(due('2022-04-06')).toEqual([]);
    expect(due('2022-04-05').map(({ to }) => to)).toEqual(['2022-03-31']);
    expect(due('2022-02-10').map(({ to }) => to)).toEqual(['2022-02-28', '2022-03-31']);
    expect(due('2010-01-01')).toHaveLength(11);
  });

  it('has every period due exactly once as days go by, and the next one next', () => {
    const kinds = fc.constantFrom('MONTHLY', 'QUARTERLY', 'YEARLY');
    fc.assert(
      fc.property(kinds, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 800 }), (kind, daysAfter, n) => {
        const now = at(`${addDays('2022-01-01', n)}T07:00:00`);
        const today = dayInVietnam(now);
        const times = { kind, daysAfter, startsOn: '2021-12-01' } as const;
        const found = duePeriods(times, now, today);
        for (const days of found) expect(dueDayOf(times, days) <= today && days.to < today).toBe(true);
        const next = nextPeriod(times, now, today);
        expect(dueAtOf(times, next) > now).toBe(true);
        const last = found.at(-1);
        // Nothing lies between the last that is due and the next one.
        if (last) expect(daysOf(shifted(periodOn(kindOf(kind), last.from), 1))).toEqual(next);
      }),
    );
  });
});

const kindOf = (kind: 'MONTHLY' | 'QUARTERLY' | 'YEARLY') =>
  ({ MONTHLY: 'MONTH', QUARTERLY: 'QUARTER', YEARLY: 'YEAR' })[kind] as 'MONTH' | 'QUARTER' | 'YEAR';
