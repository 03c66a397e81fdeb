import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availabilityOf, daysTouched, plannedOf, startOfDay, TYPING_MINUTES, type OutageSpan } from './availability.ts';
import { afterCheck, daysLeft, nextCheck, NO_RUN, stateNow, type CheckOutcome, type FailureRun } from './checks.ts';
import { isExpected } from './deliveries.ts';
import { daysBeside, effectOf, fewerTimes } from './effect.ts';
import { earliestStep, isLevelDoubtful, possibleActs, reportBy } from './incidents.ts';

const at = (minute: number): Date => new Date(Date.UTC(2022, 6, 4, 1, minute));

/** What a row of looks, ten minutes apart, makes of a system. */
function looked(outcomes: CheckOutcome[], planned: readonly number[] = []) {
  let run: FailureRun = NO_RUN;
  let downSince: Date | null = null;
  const told: string[] = [];
  outcomes.forEach((outcome, n) => {
    const now = at(n * 10);
    const next = afterCheck(run, { at: now, outcome, everyMinutes: 10, isPlanned: planned.includes(n), downSince });
    run = next.run;
    if (next.begins) told.push(`begins ${next.begins.getUTCMinutes()} at ${n * 10}`);
    if (next.ends) told.push(`ends ${next.ends.getUTCMinutes()}`);
    downSince = next.begins ?? (next.ends ? null : downSince);
  });
  return { told, run };
}

describe('a run of failures', () => {
  it('is an outage from its first one on, once there are two in a row, until the first answer as expected', () => {
    expect(looked(['OK', 'TIMEOUT', 'OK', 'REFUSED', 'OK']).told).toEqual([]);
    expect(looked(['OK', 'TIMEOUT', 'WRONG_STATUS', 'REFUSED', 'OK', 'OK']).told).toEqual([
      'begins 10 at 20',
      'ends 40',
    ]);
  });

  it('is none while it was planned, and what the server may not call says nothing', () => {
    expect(looked(['OK', 'TIMEOUT', 'TIMEOUT', 'TIMEOUT', 'OK'], [1, 2, 3]).told).toEqual([]);
    expect(looked(['PRIVATE_ADDRESS', 'PRIVATE_ADDRESS', 'PRIVATE_ADDRESS']).told).toEqual([]);
    expect(looked(['TIMEOUT', 'PRIVATE_ADDRESS', 'TIMEOUT']).told).toEqual(['begins 0 at 20']);
  });

  it('begins anew where nobody looked for long, or where a clock was wrong', () => {
    const check = { outcome: 'TIMEOUT', everyMinutes: 10, isPlanned: false, downSince: null } as const;
    const old = { failures: 1, failingSince: at(0), lastAt: at(0) };
    expect(afterCheck(old, { ...check, at: at(30) }).begins).toEqual(at(0));
    expect(afterCheck(old, { ...check, at: at(31) })).toEqual({
      run: { failures: 1, failingSince: at(31), lastAt: at(31) },
      begins: null,
      ends: null,
    });
    expect(afterCheck({ failures: 5, failingSince: at(9), lastAt: at(9) }, { ...check, at: at(5) }).run.failures).toBe(
      1,
    );
    const ended = afterCheck(old, { ...check, at: at(5), outcome: 'OK', downSince: at(9) });
    expect(ended.ends).toEqual(at(9));
  });

  it('is looked at again a minute after its first failure', () => {
    expect(nextCheck(at(0), { failures: 1, failingSince: at(0), lastAt: at(0) }, 10)).toEqual(at(1));
    expect(nextCheck(at(0), { failures: 2, failingSince: at(0), lastAt: at(0) }, 10)).toEqual(at(10));
    expect(nextCheck(at(0), NO_RUN, 10)).toEqual(at(10));
  });
});

it('says how a system stands, and that nobody knows where nobody looked', () => {
  const run = { ...NO_RUN, lastAt: at(0) };
  const facts = { now: at(5), isChecked: true, everyMinutes: 10, run, lastOutcome: 'OK' as CheckOutcome | null };
  const stands = (more: object) => stateNow({ ...facts, isDown: false, isPlanned: false, ...more });
  expect(stands({})).toBe('UP');
  expect(stands({ lastOutcome: 'TIMEOUT' })).toBe('FAILING');
  expect(stands({ isDown: true })).toBe('DOWN');
  expect(stands({ isDown: true, isPlanned: true })).toBe('MAINTENANCE');
  expect(stands({ now: at(31) })).toBe('UNKNOWN');
  expect(stands({ isChecked: false })).toBe('UNKNOWN');
  expect(stands({ lastOutcome: 'PRIVATE_ADDRESS' })).toBe('UNKNOWN');
  expect([daysLeft(at(0), at(1)), daysLeft(new Date(at(0).getTime() + 86_400_000), at(0))]).toEqual([-1, 1]);
});

describe('availability', () => {
  it('counts what several outages cover once, and what was planned apart', () => {
    const saidAt = at(-60);
    const spans: OutageSpan[] = [
      { begunAt: at(0), endedAt: at(20), kind: 'CHECKED', saidAt: null },
      { begunAt: at(10), endedAt: at(30), kind: 'REPORTED', saidAt },
      { begunAt: at(25), endedAt: at(40), kind: 'MAINTENANCE', saidAt },
      { begunAt: at(50), endedAt: null, kind: 'CHECKED', saidAt: null },
    ];
    const day = { from: '2022-07-04', start: startOfDay('2022-07-04'), end: startOfDay('2022-07-05') };
    const checked = (from: string) => (from === day.from ? { checks: 6, failed: 2 } : null);
    expect(availabilityOf([day], checked, spans, at(55))).toEqual([
      { from: '2022-07-04', checks: 6, answered: 4, downMinutes: 30, plannedMinutes: 15 },
    ]);
  });

  it('excuses of what was planned what came after it was said', () => {
    const of = (said: number): OutageSpan => ({
      ...{ begunAt: at(0), endedAt: at(120), kind: 'MAINTENANCE', saidAt: at(said) },
    });
    expect(plannedOf(of(TYPING_MINUTES))?.begunAt).toEqual(at(0));
    expect(plannedOf(of(TYPING_MINUTES + 1))?.begunAt).toEqual(at(TYPING_MINUTES + 1));
    expect([plannedOf(of(120)), plannedOf({ ...of(0), kind: 'REPORTED' })]).toEqual([null, null]);
    const day = { from: '2022-07-04', start: startOfDay('2022-07-04'), end: startOfDay('2022-07-05') };
    expect(availabilityOf([day], () => null, [of(90)], at(600))).toMatchObject([
      { downMinutes: 90, plannedMinutes: 30 },
    ]);
  });

  it('is what counting minute by minute comes to', () => {
    const span = fc.record({
      begin: fc.integer({ min: -90, max: 300 }),
      length: fc.option(fc.integer({ min: 0, max: 200 })),
      kind: fc.constantFrom('CHECKED', 'REPORTED', 'MAINTENANCE'),
      late: fc.integer({ min: -60, max: 120 }),
    });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), fc.integer({ min: 0, max: 320 }), (made, now) => {
        const outages = made.map(({ begin, length, kind, late }): OutageSpan => {
          const endedAt = length === null ? null : at(begin + length);
          return { begunAt: at(begin), endedAt, kind, saidAt: kind === 'CHECKED' ? null : at(begin + late) };
        });
        const periods = [0, 100, 200].map((start) => ({ from: String(start), start: at(start), end: at(start + 100) }));
        const has = ({ begunAt, endedAt }: { begunAt: Date; endedAt: Date | null }, minute: number): boolean =>
          begunAt <= at(minute) && at(minute) < at(now) && (endedAt === null || at(minute) < endedAt);
        const told = availabilityOf(periods, () => null, outages, at(now));
        periods.forEach((_, n) => {
          const minutes = Array.from({ length: 100 }, (_none, at) => n * 100 + at);
          const isPlanned = (minute: number) =>
            outages.some((one) => {
              const planned = plannedOf(one);
              return planned !== null && has(planned, minute);
            });
          const isDown = (minute: number) => !isPlanned(minute) && outages.some((one) => has(one, minute));
          expect([told[n]?.downMinutes, told[n]?.plannedMinutes]).toEqual([
            minutes.filter(isDown).length,
            minutes.filter(isPlanned).length,
          ]);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('takes days as they are in Viet Nam, and ends before a day that it does not touch', () => {
    expect(startOfDay('2022-07-04').toISOString()).toBe('2022-07-03T17:00:00.000Z');
    const begunAt = new Date('2022-07-03T16:59:00Z');
    expect(daysTouched({ begunAt, endedAt: startOfDay('2022-07-04') }, at(0))).toEqual({
      from: '2022-07-03',
      to: '2022-07-03',
    });
    expect(daysTouched({ begunAt, endedAt: null }, at(0))).toEqual({ from: '2022-07-03', to: '2022-07-04' });
  });
});

it('expects something on a day where it came on six of the eight weeks before', () => {
  const weeks = ['06-27', '06-20', '06-13', '06-06', '05-30', '05-23'].map((day) => `2022-${day}`);
  expect(isExpected('2022-07-04', new Set(weeks))).toBe(true);
  expect(isExpected('2022-07-04', new Set(weeks.slice(1)))).toBe(false);
  expect(isExpected('2022-07-05', new Set(weeks))).toBe(false);
});

describe('what an outage did', () => {
  const outage = { from: '2022-07-04', to: '2022-07-05' };

  it('is held against as many of each weekday around it, which no outage covers and which are over', () => {
    const free = daysBeside(outage, { isCovered: () => false, today: '2022-12-31' });
    expect(free.each).toBe(4);
    expect([...free.days].sort()).toEqual(
      ['06-20', '06-21', '06-27', '06-28', '07-11', '07-12', '07-18', '07-19'].map((day) => `2022-${day}`),
    );
    const some = daysBeside(outage, {
      isCovered: (day) => day > '2022-05-31' && day < '2022-06-30',
      today: '2022-07-12',
    });
    expect(some.each).toBe(4);
    expect(some.days).not.toContain('2022-07-12');
    expect(daysBeside(outage, { isCovered: (day) => day < '2022-07-01', today: '2022-07-12' })).toEqual({
      days: [],
      each: 0,
    });
  });

  it('is told by exact counts, the hardest hit first, and says what is too few', () => {
    const beside = daysBeside(outage, { isCovered: () => false, today: '2022-12-31' });
    const counts = (unitId: number, day: string) => {
      if (unitId === 3) return null;
      const isDown = day >= outage.from && day <= outage.to;
      return unitId === 1
        ? { numerator: isDown ? 1 : 8, denominator: isDown ? 4 : 10 }
        : { numerator: 1, denominator: 1 };
    };
    const [first, second, ...rest] = effectOf([1, 2, 3], outage, beside, counts);
    expect(first).toEqual({
      unitId: 1,
      during: { numerator: 2, denominator: 8 },
      beside: { numerator: 64, denominator: 80 },
      isTooFew: false,
    });
    expect(first && fewerTimes(first, beside.each)).toBe(48);
    expect(second).toMatchObject({ unitId: 2, isTooFew: true });
    expect(rest).toEqual([]);
  });
});

it('says until when an incident is told of, and what may be done about it', () => {
  expect(reportBy(new Date('2022-07-04T18:00:00Z'))).toBe('2022-07-10');
  expect(possibleActs('CLOSED', true)).toEqual(['NOTED', 'REOPENED']);
  expect(possibleActs('CLOSED', false)).toEqual(['REPORTED', 'NOTED', 'REOPENED']);
  expect([isLevelDoubtful('SERIOUS', 3), isLevelDoubtful('SERIOUS', 4), isLevelDoubtful('SERIOUS', null)]).toEqual([
    true,
    false,
    false,
  ]);
});

it('says how early a step about an incident may have been done: time does not run back over a change', () => {
  const step = (act: Parameters<typeof earliestStep>[0], minute: number) => ({ act, at: at(minute) });
  const done = [step('RECORDED', 0), step('LEVEL_CHANGED', 20), step('MEASURE', 40)];
  expect(earliestStep('MEASURE', done)).toEqual(at(0));
  expect(earliestStep('REPORTED', done)).toEqual(at(0));
  expect(earliestStep('LEVEL_CHANGED', done)).toEqual(at(20));
  expect(earliestStep('CLOSED', done)).toEqual(at(40));
  const again = [...done, step('CLOSED', 50), step('REOPENED', 60)];
  for (const act of ['MEASURE', 'NOTED', 'LEVEL_CHANGED'] as const) expect(earliestStep(act, again)).toEqual(at(60));
  expect(earliestStep('REPORTED', again)).toEqual(at(0));
  expect(earliestStep('NOTED', [])).toBeNull();
});
