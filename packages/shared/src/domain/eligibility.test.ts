import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInVietnam, isBetween, type Day } from './days.ts';
import type { Channel } from './dossier-row.ts';
import {
  bookingDay,
  eligibilityDay,
  verdict,
  type CountableDossier,
  type IndicatorRule,
  type Period,
  type Verdict,
} from './eligibility.ts';
import { formatRate, type Counts } from './rate.ts';
import { entriesFromChanges, levelOn, type ServiceLevel } from './service-list.ts';

const RULE: IndicatorRule = {
  basis: 'RESOLVED',
  eligibilityDate: 'RECEIVED',
  inForceRequired: true,
  listed: true,
  levels: ['LEVEL_4', 'FULL'],
  tiers: null,
  statuses: null,
  numerator: 'CHANNEL',
  numeratorChannel: 'ONLINE',
};
const YEAR: Period = { from: '2022-01-01', to: '2022-12-31' };
const LISTED = { tier: 'COMMUNE' as const, inForce: true, level: 'LEVEL_4' as ServiceLevel | null };

function dossier(changes: Partial<CountableDossier> = {}): CountableDossier {
  const at = new Date('2022-03-02T10:00:00+07:00');
  const days = { receivedDay: '2022-03-01', finishedDay: '2022-03-02' };
  return { status: 10, channel: 'ONLINE', ...days, finishedAt: at, dueAt: at, gone: null, ...changes };
}

describe('the worked example of Decision 793 for one commune in 2022', () => {
  const common = { issuedOn: '2021-02-19', sequence: 1, decisionId: 1 };
  const added = { ...common, action: 'ADD', level: 'LEVEL_4', effectiveOn: '2021-02-19' } as const;
  const removed = { ...common, action: 'REMOVE', level: null, effectiveOn: '2022-08-15', sequence: 2 } as const;
  const catalogue: Record<string, { until: Day | null; entries: ReturnType<typeof entriesFromChanges>['entries'] }> = {
    '2.000815': { until: null, entries: entriesFromChanges([added, removed]).entries },
    '1.000689': { until: '2022-05-31', entries: entriesFromChanges([added]).entries },
    '2.001234': { until: null, entries: [] },
  };
  const day = (time: string | null) => (time === null ? null : dayInVietnam(new Date(`${time}+07:00`)));
  type Line = [
    name: string,
    procedure: string,
    channel: Channel,
    received: string,
    finished: string | null,
    status: number,
  ];
  const LINES: Line[] = [
    ['A', '2.000815', 'ONLINE', '2022-08-14T23:50', '2022-08-16T10:00', 10],
    ['B', '2.000815', 'ONLINE', '2022-08-15T00:05', '2022-08-16T10:00', 10],
    ['C', '2.000815', 'POSTAL', '2022-03-01T08:00', '2022-03-02T08:00', 9],
    ['D', '2.000815', 'UNKNOWN', '2022-03-01T08:00', '2022-03-02T08:00', 9],
    ['E', '1.000689', 'ONLINE', '2022-05-31T08:00', '2022-06-03T08:00', 10],
    ['F', '1.000689', 'ONLINE', '2022-06-01T08:00', '2022-06-03T08:00', 10],
    ['G', '2.001234', 'ONLINE', '2022-04-01T08:00', '2022-04-02T08:00', 10],
    ['H', '2.000815', 'ONLINE', '2021-12-31T08:00', '2022-01-01T00:10', 10],
    ['I', '2.000815', 'ONLINE', '2022-12-30T08:00', '2023-01-01T00:10', 10],
    ['J', '2.000815', 'ONLINE', '2022-02-01T08:00', null, 4],
    ['K', '2.000815', 'ONLINE', '2022-02-01T08:00', '2022-02-05T08:00', 7],
  ];

  function judge(rule: IndicatorRule): Map<string, Verdict> {
    const verdicts = LINES.map(([name, procedure, channel, received, finished, status]): [string, Verdict] => {
      const at = finished === null ? null : new Date(`${finished}+07:00`);
      const days = { receivedDay: day(received) ?? '', finishedDay: day(finished) };
      const one = { status, channel, ...days, finishedAt: at, dueAt: null, gone: null };
      const on = eligibilityDay(rule, one, YEAR.to);
      const { until, entries } = catalogue[procedure] ?? { until: null, entries: [] };
      const facts = {
        tier: 'COMMUNE' as const,
        inForce: on !== null && isBetween(on, null, until),
        level: on === null ? null : levelOn(entries, on),
      };
      return [name, verdict(rule, one, facts, YEAR)];
    });
    return new Map(verdicts);
  }
  function count(verdicts: Map<string, Verdict>): Counts {
    const all = [...verdicts.values()].map((each) => each.countedAs);
    const numerator = all.filter((each) => each === 'NUMERATOR').length;
    return { numerator, denominator: numerator + all.filter((each) => each === 'DENOMINATOR').length };
  }

  it('counts by the day of reception 3 of 5', () => {
    const verdicts = judge(RULE);
    expect(Object.fromEntries([...verdicts].map(([name, each]) => [name, `${each.countedAs} ${each.reason}`]))).toEqual(
      {
        A: 'NUMERATOR COUNTS_ONLINE',
        B: 'NOT_COUNTED NOT_LISTED',
        C: 'DENOMINATOR COUNTS_POSTAL',
        D: 'DENOMINATOR COUNTS_UNKNOWN_CHANNEL',
        E: 'NUMERATOR COUNTS_ONLINE',
        F: 'NOT_COUNTED NOT_IN_FORCE',
        G: 'NOT_COUNTED NOT_LISTED',
        H: 'NUMERATOR COUNTS_ONLINE',
        I: 'NOT_COUNTED OUTSIDE_PERIOD',
        J: 'NOT_COUNTED NOT_RESOLVED_YET',
        K: 'NOT_COUNTED WITHDRAWN',
      },
    );
    expect(count(verdicts)).toEqual({ numerator: 3, denominator: 5 });
    expect(formatRate(count(verdicts), { locale: 'vi' })).toBe('60,00\u00a0%');
  });

  it('counts by the day of resolution 1 of 3', () => {
    const verdicts = judge({ ...RULE, eligibilityDate: 'RESOLVED' });
    expect([verdicts.get('A')?.reason, verdicts.get('E')?.reason]).toEqual(['NOT_LISTED', 'NOT_IN_FORCE']);
    expect(count(verdicts)).toEqual({ numerator: 1, denominator: 3 });
    expect(formatRate(count(verdicts), { locale: 'vi' })).toBe('33,33\u00a0%');
  });

  it('counts by the end of the period none: the one procedure was repealed, the other removed', () => {
    expect(count(judge({ ...RULE, eligibilityDate: 'PERIOD_END' }))).toEqual({ numerator: 0, denominator: 0 });
  });
});

describe('a resolved dossier', () => {
  it.each([
    [1, 'REGISTERED_ONLY'],
    [2, 'NOT_RESOLVED_YET'],
    [3, 'REFUSED'],
    [4, 'NOT_RESOLVED_YET'],
    [5, 'NOT_RESOLVED_YET'],
    [6, 'NOT_RESOLVED_YET'],
    [7, 'WITHDRAWN'],
    [8, 'STOPPED'],
    [9, 'COUNTS_ONLINE'],
    [10, 'COUNTS_ONLINE'],
  ])('has the status 9 or 10: with %i it is %s, finish time or not', (status, reason) => {
    expect(verdict(RULE, dossier({ status }), LISTED, YEAR).reason).toBe(reason);
    const without = verdict(RULE, dossier({ status, finishedDay: null }), LISTED, YEAR);
    expect(without).toEqual({ countedAs: 'NOT_COUNTED', reason: status < 9 ? reason : 'NO_FINISH_TIME' });
  });

  it.each([
    ['2021-12-31', 'OUTSIDE_PERIOD'],
    ['2022-01-01', 'COUNTS_ONLINE'],
    ['2022-12-31', 'COUNTS_ONLINE'],
    ['2023-01-01', 'OUTSIDE_PERIOD'],
  ])('finished on %s: %s', (finishedDay, reason) => {
    expect(verdict(RULE, dossier({ receivedDay: '2021-12-01', finishedDay }), LISTED, YEAR).reason).toBe(reason);
  });

  it.each([
    [{ inForce: false, level: 'LEVEL_4' }, 'NOT_IN_FORCE'],
    [{ inForce: false, level: null }, 'NOT_IN_FORCE'],
    [{ inForce: true, level: null }, 'NOT_LISTED'],
    [{ inForce: true, level: 'LEVEL_3' }, 'WRONG_LEVEL'],
    [{ inForce: true, level: 'PARTIAL' }, 'WRONG_LEVEL'],
    [{ inForce: true, level: 'LEVEL_4' }, 'COUNTS_ONLINE'],
    [{ inForce: true, level: 'FULL' }, 'COUNTS_ONLINE'],
  ] as const)('with %o: %s', (facts, reason) =>
    expect(verdict(RULE, dossier(), { tier: 'COMMUNE', ...facts }, YEAR).reason).toBe(reason),
  );

  it('needs neither force nor list where the indicator does not ask for them', () => {
    const rule = { ...RULE, inForceRequired: false, listed: false, levels: [] };
    expect(verdict(rule, dossier(), { ...LISTED, inForce: false, level: null }, YEAR).countedAs).toBe('NUMERATOR');
  });
});

describe('a received dossier, by the basis RECEIVED', () => {
  const rule: IndicatorRule = { ...RULE, basis: 'RECEIVED', inForceRequired: false, listed: false };

  it.each([1, 2, 3, 7, 8, 10])('counts with status %i, finished or not', (status) => {
    expect(verdict(rule, dossier({ status, finishedDay: null }), LISTED, YEAR).countedAs).toBe('NUMERATOR');
  });

  it('counts in the period of its reception', () => {
    expect(verdict(rule, dossier({ receivedDay: '2021-12-31' }), LISTED, YEAR).reason).toBe('OUTSIDE_PERIOD');
    expect(
      verdict(rule, dossier({ receivedDay: '2022-12-31', finishedDay: '2023-01-05' }), LISTED, YEAR).countedAs,
    ).toBe('NUMERATOR');
  });

  it('is not counted while its eligibility hangs on a finish that it has not', () => {
    const hanging: IndicatorRule = { ...rule, eligibilityDate: 'RESOLVED', listed: true };
    expect(verdict(hanging, dossier({ finishedDay: null }), LISTED, YEAR).reason).toBe('NO_FINISH_TIME');
  });
});

describe('a dossier that is gone', () => {
  it.each(['DELETED', 'MERGED'] as const)('counts for nothing, and the first reason is that it is %s', (gone) => {
    for (const rule of [RULE, { ...RULE, tiers: [] }, { ...RULE, basis: 'RECEIVED' as const, statuses: [7] }])
      expect(verdict(rule, dossier({ gone }), LISTED, YEAR)).toEqual({ countedAs: 'NOT_COUNTED', reason: gone });
    expect(bookingDay(RULE, dossier({ gone }))).toBeNull();
  });
});

describe('the days of a dossier', () => {
  it.each([
    ['RECEIVED', '2022-03-01'],
    ['RESOLVED', '2022-03-02'],
    ['PERIOD_END', '2022-12-31'],
  ] as const)('eligible by %s: %s', (eligibilityDate, day) => {
    expect(eligibilityDay({ eligibilityDate }, dossier(), YEAR.to)).toBe(day);
  });

  it('has no day of eligibility by its finish while it is unfinished', () => {
    expect(eligibilityDay({ eligibilityDate: 'RESOLVED' }, dossier({ finishedDay: null }), YEAR.to)).toBeNull();
  });

  it.each([
    ['RESOLVED', {}, '2022-03-02'],
    ['RESOLVED', { status: 4 }, null],
    ['RESOLVED', { status: 7 }, null],
    ['RESOLVED', { finishedDay: null }, null],
    ['RECEIVED', { status: 1, finishedDay: null }, '2022-03-01'],
  ] as const)('booked by %s with %o: %s', (basis, changes, day) =>
    expect(bookingDay({ basis, statuses: null }, dossier(changes))).toBe(day),
  );
});

const TIMES = [new Date('2022-03-02T10:00:00+07:00'), new Date('2022-03-02T10:00:01+07:00')] as const;

describe('a dossier that has to be finished on time', () => {
  const rule: IndicatorRule = { ...RULE, numerator: 'ON_TIME', numeratorChannel: null };
  const [early, late] = TIMES;
  const judged = (changes: Partial<CountableDossier>, by = rule) => {
    const { countedAs, reason } = verdict(by, dossier(changes), LISTED, YEAR);
    return `${countedAs} ${reason}`;
  };

  it('is on time when it is finished at the very second at which it is due, however it came', () => {
    expect(judged({ finishedAt: early, dueAt: early, channel: 'IN_PERSON' })).toBe('NUMERATOR COUNTS_ON_TIME');
    expect(judged({ finishedAt: early, dueAt: late })).toBe('NUMERATOR COUNTS_ON_TIME');
    expect(judged({ finishedAt: late, dueAt: early })).toBe('DENOMINATOR COUNTS_LATE');
  });

  it('is not counted where nobody said when it is due', () => {
    expect(judged({ finishedAt: early, dueAt: null })).toBe('NOT_COUNTED NO_DUE_TIME');
  });

  it('is not on time while it is unfinished, by reception', () => {
    const unfinished = { status: 4, finishedDay: null, finishedAt: null, dueAt: early };
    expect(judged(unfinished, { ...rule, basis: 'RECEIVED' })).toBe('DENOMINATOR COUNTS_UNFINISHED');
  });
});

describe('a rule that names', () => {
  it.each([
    [['COMMUNE'], 'COUNTS_ONLINE'],
    [['PROVINCE', 'DISTRICT'], 'OTHER_TIER'],
    [[], 'OTHER_TIER'],
  ] as const)('the tiers %j: %s', (tiers, reason) => {
    expect(verdict({ ...RULE, tiers }, dossier(), LISTED, YEAR).reason).toBe(reason);
  });

  it.each([
    ['RESOLVED', [10], 9, 'OTHER_STATUS'],
    ['RESOLVED', [10], 10, 'COUNTS_ONLINE'],
    ['RESOLVED', [7, 10], 7, 'COUNTS_ONLINE'],
    ['RESOLVED', [10], 7, 'WITHDRAWN'],
    ['RECEIVED', [2, 4, 10], 1, 'REGISTERED_ONLY'],
    ['RECEIVED', [2, 4, 10], 4, 'COUNTS_ONLINE'],
    ['RECEIVED', [2, 4, 10], 9, 'OTHER_STATUS'],
  ] as const)('basis %s and statuses %j, of a dossier with status %i: %s', (basis, statuses, status, reason) => {
    expect(verdict({ ...RULE, basis, statuses }, dossier({ status }), LISTED, YEAR).reason).toBe(reason);
  });

  it('statuses still needs a finish where it goes by resolution', () => {
    const judged = verdict({ ...RULE, statuses: [4] }, dossier({ status: 4, finishedDay: null }), LISTED, YEAR);
    expect(judged.reason).toBe('NO_FINISH_TIME');
  });
});

describe('any verdict', () => {
  const days = fc.constantFrom('2021-12-31', '2022-01-01', '2022-06-15', '2022-12-31', '2023-01-01');
  const channels = fc.constantFrom<Channel>('ONLINE', 'IN_PERSON', 'POSTAL', 'UNKNOWN');
  const levels = fc.constantFrom<ServiceLevel | null>('LEVEL_3', 'LEVEL_4', 'FULL', 'PARTIAL', null);
  const dossiers = fc.record({
    status: fc.integer({ min: 1, max: 10 }),
    channel: channels,
    receivedDay: days,
    finishedDay: fc.option(days),
    finishedAt: fc.option(fc.constantFrom(...TIMES)),
    dueAt: fc.option(fc.constantFrom(...TIMES)),
    gone: fc.option(fc.constantFrom('DELETED' as const, 'MERGED' as const), { freq: 4 }),
  });
  const rules = fc.record<IndicatorRule>({
    basis: fc.constantFrom('RESOLVED', 'RECEIVED'),
    eligibilityDate: fc.constantFrom('RECEIVED', 'RESOLVED', 'PERIOD_END'),
    inForceRequired: fc.boolean(),
    listed: fc.boolean(),
    levels: fc.constant<ServiceLevel[]>(['LEVEL_4', 'FULL']),
    tiers: fc.option(fc.subarray(['PROVINCE', 'DISTRICT', 'COMMUNE'] as const)),
    statuses: fc.option(fc.subarray([1, 2, 3, 7, 9, 10])),
    numerator: fc.constant('CHANNEL'),
    numeratorChannel: fc.constant<Channel>('ONLINE'),
  });
  const facts = fc.record({
    tier: fc.constantFrom('PROVINCE' as const, 'COMMUNE' as const),
    inForce: fc.boolean(),
    level: levels,
  });

  it('puts into the numerator what is online and counted, and nothing else', () => {
    fc.assert(
      fc.property(rules, dossiers, facts, (rule, one, fact) => {
        const online = verdict(rule, { ...one, channel: 'ONLINE' }, fact, YEAR);
        const other = verdict(rule, { ...one, channel: 'UNKNOWN' }, fact, YEAR);
        expect(online.countedAs === 'NUMERATOR').toBe(other.countedAs === 'DENOMINATOR');
        expect(online.countedAs === 'NOT_COUNTED').toBe(other.countedAs === 'NOT_COUNTED');
      }),
    );
  });

  it('counts a dossier only in a period that holds its booking day', () => {
    fc.assert(
      fc.property(rules, dossiers, facts, (rule, one, fact) => {
        const booked = bookingDay(rule, one);
        const counted = verdict(rule, one, fact, YEAR).countedAs !== 'NOT_COUNTED';
        if (counted) expect(booked !== null && isBetween(booked, YEAR.from, YEAR.to)).toBe(true);
      }),
    );
  });
});
