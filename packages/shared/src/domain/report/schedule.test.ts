import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayInVietnam } from '../days.ts';
import { daysOf, periodOn, shifted } from '../periods/periods.ts';
import { dueAtOf, dueDayOf, duePeriods, nextPeriod, owedWhenAltered, type ScheduleTimes } from './schedule.ts';

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
    expect(due('2010-01-01')).toHaveLength(12);
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

const KINDS = ['MONTHLY', 'QUARTERLY', 'YEARLY'] as const;

/** What happens on a day: at which hour the schedule is saved, and how; or nothing. At midnight the process looks, unless it stands still. */
interface Lived {
  daysOn: number;
  hour: number;
  saved: { daysAfter: number; active: boolean } | null;
}

/** Lives through the days of a schedule as the server does; gives each period as often as it was kept to be drawn up. */
function lived(kind: (typeof KINDS)[number], days: readonly Lived[], stride: number) {
  let times: (ScheduleTimes & { active: boolean }) | null = null;
  const kept = new Set<string>();
  const owed = new Set<string>();
  /** Since it was last switched on: what some of its settings would have drawn up. */
  let promised = new Set<string>();
  let n = 0;
  const at = (day: string, hour: number): Date => new Date(Date.parse(`${day}T00:00:00+07:00`) + hour * 3_600_000);
  let last = at('2022-01-01', 0);
  const all = Array.from({ length: 80 }, (_, back) => daysOf(shifted(periodOn(kindOf(kind), '2023-06-15'), 10 - back)));
  /** Period by period, by what each setting says alone. */
  const promise = (now: Date): void => {
    const current = times;
    if (!current?.active) return;
    for (const period of all) {
      if (dueDayOf(current, period) >= current.startsOn) promised.add(period.to);
      if (promised.has(period.to) && dueAtOf(current, period) <= now) owed.add(period.to);
    }
  };
  const look = (now: Date, today: string): void => {
    if (times?.active) for (const { to } of duePeriods(times, now, today)) kept.add(to);
  };
  for (const { daysOn, hour, saved } of days) {
    for (let step = 0; step < daysOn; step += 1) {
      n += 1;
      const today = addDays('2022-01-01', n);
      last = at(today, 7);
      promise(last);
      if (n % stride === 0) look(at(today, 7), today);
    }
    if (saved === null) continue;
    // An hour that has passed is that of the next day: time does not run back.
    if (at(addDays('2022-01-01', n), hour) < last) n += 1;
    const today = addDays('2022-01-01', n);
    const now = at(today, hour);
    last = now;
    promise(now);
    if (times?.active) for (const { to } of owedWhenAltered(times, saved, now, today)) kept.add(to);
    if (!times?.active) promised = new Set();
    times = { kind, ...saved, startsOn: today };
    promise(now);
  }
  const today = addDays('2022-01-01', n);
  look(at(today, 23), today);
  promise(at(today, 23));
  return { kept: [...kept].toSorted(), owed: [...owed].toSorted() };
}

describe('a schedule that is altered', () => {
  const march = { from: '2022-03-01', to: '2022-03-31' };

  it('draws up at once what it would have drawn up later, once it is shortened', () => {
    const owed = owedWhenAltered(
      monthly(10, '2022-01-01'),
      { daysAfter: 5, active: true },
      at('2022-04-07T09:00:00'),
      '2022-04-07',
    );
    expect(owed.at(-1)).toEqual(march);
    // It had begun after it was due, but was to draw it up.
    const late = owedWhenAltered(
      monthly(10, '2022-04-07'),
      { daysAfter: 5, active: true },
      at('2022-04-08T09:00:00'),
      '2022-04-08',
    );
    expect(late).toEqual([march]);
    const never = owedWhenAltered(
      monthly(5, '2022-04-06'),
      { daysAfter: 3, active: true },
      at('2022-04-08T09:00:00'),
      '2022-04-08',
    );
    expect(never).toEqual([]);
    // Switched off it owes what was due, and no more.
    expect(
      owedWhenAltered(
        monthly(10, '2022-04-01'),
        { daysAfter: 5, active: false },
        at('2022-04-07T09:00:00'),
        '2022-04-07',
      ),
    ).toEqual([]);
    expect(
      owedWhenAltered(
        monthly(5, '2022-04-01'),
        { daysAfter: 5, active: false },
        at('2022-04-07T09:00:00'),
        '2022-04-07',
      ),
    ).toEqual([march]);
  });

  it('draws up every period that it was on for exactly once, whatever is changed about it', () => {
    const act: fc.Arbitrary<Lived> = fc.record({
      daysOn: fc.integer({ min: 0, max: 70 }),
      hour: fc.integer({ min: 0, max: 23 }),
      saved: fc.option(fc.record({ daysAfter: fc.integer({ min: 1, max: 60 }), active: fc.boolean() }), { freq: 6 }),
    });
    const acts = fc.array(act, { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), acts, fc.constantFrom(1, 9, 40), (kind, days, stride) => {
        const { kept, owed } = lived(kind, days, stride);
        expect(kept).toEqual(owed);
      }),
    );
  });
});

const kindOf = (kind: 'MONTHLY' | 'QUARTERLY' | 'YEARLY') =>
  ({ MONTHLY: 'MONTH', QUARTERLY: 'QUARTER', YEARLY: 'YEAR' })[kind] as 'MONTH' | 'QUARTER' | 'YEAR';
