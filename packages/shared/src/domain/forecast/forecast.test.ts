import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCounts, type Counts } from '../rate.ts';
import { trials } from './back-test.ts';
import { chooseMethods } from './chosen-method.ts';
import { forecastAll, type YearsRest } from './forecast.ts';
import { History, monthNumber, monthOfYear, sumOf, type OwnSeries } from './history.ts';
import { spreads } from './interval.ts';
import { project } from './project.ts';
import { SHARE_METHODS, shares, type ShareMethod } from './share.ts';
import { volumes } from './volume.ts';

const counts = (numerator: number, denominator: number): Counts => ({ numerator, denominator });
const series = (id: number, months: readonly Counts[], group = 'COMMUNE'): OwnSeries => ({ id, group, months });
const history = (...all: OwnSeries[]): History => History.of(monthNumber(2021, 1), all[0]?.months.length ?? 0, all);
const WHOLE_YEAR: YearsRest = { months: 12, daysLeft: 31, daysInMonth: 31 };
const same = (times: number, month: Counts): Counts[] => Array.from({ length: times }, () => month);
const yearOf = (...volume: number[]): Counts[] => volume.map((all) => counts(Math.floor(all / 2), all));

describe('volumes to come', () => {
  it('are as last year’s where a unit has a season of its own', () => {
    // Ten times as many in December: 3,600 × 11/12 … a unit so large has nearly its own season.
    const unit = series(1, yearOf(...Array.from({ length: 11 }, () => 3000), 30_000));
    const told = volumes(history(unit));
    expect(Math.round(told(unit, monthNumber(2022, 12)) / told(unit, monthNumber(2022, 6)))).toBe(10);
    const year = Array.from({ length: 12 }, (_nothing, month) => told(unit, monthNumber(2022, month + 1)));
    expect(Math.round(year.reduce((sum, month) => sum + month))).toBe(63_000);
  });

  it('go by the season of the kind where a unit has few dossiers', () => {
    const large = series(1, yearOf(...Array.from({ length: 11 }, () => 3000), 30_000));
    const small = series(2, yearOf(...Array.from({ length: 12 }, () => 1)));
    const told = volumes(history(large, small));
    const ratio = told(small, monthNumber(2022, 12)) / told(small, monthNumber(2022, 6));
    expect(ratio).toBeGreaterThan(9);
  });

  it('without a whole calendar year are as in the months that are known', () => {
    const unit = series(1, yearOf(10, 20, 30));
    expect(volumes(history(unit))(unit, monthNumber(2021, 9))).toBeCloseTo(20, 9);
  });

  it('follow the level of the last twelve months', () => {
    const unit = series(1, [
      ...yearOf(...Array.from({ length: 12 }, () => 1000)),
      ...yearOf(...Array.from({ length: 12 }, () => 2000)),
    ]);
    expect(volumes(history(unit))(unit, monthNumber(2023, 3))).toBeCloseTo(2000, 6);
  });

  it('of a unit that began within the year are as since then, by the season of its kind', () => {
    const [old, young] = [
      series(1, [...same(11, counts(1500, 3000)), counts(1500, 30_000)]),
      series(2, [...same(9, counts(0, 0)), ...same(3, counts(20, 40))]),
    ];
    const flat = history(series(1, same(12, counts(1500, 3000))), young);
    expect(volumes(flat)(young, monthNumber(2022, 2))).toBeGreaterThan(39);
    const told = volumes(history(old, young));
    expect(told(young, monthNumber(2022, 12)) / told(young, monthNumber(2022, 6))).toBeGreaterThan(9);
  });

  it('of a unit without any dossier are none', () => {
    const unit = series(1, same(6, counts(0, 0)));
    expect(volumes(history(unit))(unit, monthNumber(2021, 7))).toBe(0);
  });
});

describe('shares to come', () => {
  const rising = series(
    1,
    [10, 20, 30, 40, 50, 60].map((online) => counts(online * 100, 10_000)),
  );

  it('go on as they went, less each month, and never above all', () => {
    const of = shares(history(rising), 'TREND');
    const steps = [1, 2, 3, 4].map((ahead) => of(rising, ahead));
    // The last three months are at 50 %, ten points up a month: nearly seven, then nearly five more.
    expect(steps[0]).toBeCloseTo(0.5 + 0.7 * 0.1, 1);
    expect(steps.every((step, index) => index === 0 || step > (steps[index - 1] ?? 1))).toBe(true);
    expect((steps[1] ?? 0) - (steps[0] ?? 0)).toBeGreaterThan((steps[2] ?? 0) - (steps[1] ?? 0));
    const steep = series(
      2,
      [0, 0, 0, 99, 99, 99].map((online) => counts(online * 100, 10_000)),
    );
    expect(shares(history(steep), 'TREND')(steep, 12)).toBe(1);
  });

  it('are as last month, as in the year so far, or as in the last three months', () => {
    expect(shares(history(rising), 'LAST_MONTH')(rising, 5)).toBe(0.6);
    expect(shares(history(rising), 'SO_FAR')(rising, 5)).toBe(0.35);
    expect(shares(history(rising), 'LEVEL')(rising, 5)).toBeCloseTo(0.5, 9);
  });

  it('in January the year so far is the one before', () => {
    const unit = series(1, [...same(12, counts(10, 100)), ...same(12, counts(30, 100))]);
    expect(shares(history(unit), 'SO_FAR')(unit, 1)).toBe(0.3);
    expect(shares(history(unit).cutAt(13), 'SO_FAR')(unit, 1)).toBe(0.3);
    expect(shares(history(unit).cutAt(12), 'SO_FAR')(unit, 1)).toBe(0.1);
  });

  it('of a unit with few dossiers lie near its kind’s', () => {
    const lucky = series(2, same(6, counts(1, 1)));
    const of = shares(history(series(1, same(6, counts(2000, 10_000))), lucky), 'LEVEL');
    expect(of(lucky, 1)).toBeLessThan(0.3);
    expect(of(lucky, 1)).toBeGreaterThan(0.2);
  });

  it('of a kind without any dossier are 0', () => {
    const nothing = series(1, same(6, counts(0, 0)));
    for (const method of SHARE_METHODS) expect(shares(history(nothing), method)(nothing, 1)).toBe(0);
  });
});

const month = fc
  .tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 100 }))
  .map(([denominator, share]) => counts(Math.floor((denominator * share) / 100), denominator));
const anyHistory = fc.integer({ min: 0, max: 30 }).chain((length) =>
  fc
    .array(
      fc.tuple(fc.constantFrom('COMMUNE', 'DEPARTMENT'), fc.array(month, { minLength: length, maxLength: length })),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((all) =>
      History.of(
        monthNumber(2020, 7),
        length,
        all.map(([group, months], id) => series(id, months, group)),
      ),
    ),
);
const anyRest = fc.record({ months: fc.integer({ min: 0, max: 12 }), daysLeft: fc.integer({ min: 0, max: 31 }) });

describe('whatever the months', () => {
  it('what is told are whole dossiers, no more online than there are', () => {
    fc.assert(
      fc.property(
        anyHistory,
        fc.integer({ min: 0, max: 12 }),
        fc.constantFrom(...SHARE_METHODS),
        (given, ahead, method) => {
          for (const months of project(given, ahead, () => method).values()) {
            expect(months).toHaveLength(ahead);
            for (const { numerator, denominator } of months) {
              expect(Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)).toBe(true);
              expect(numerator >= 0 && numerator <= denominator).toBe(true);
            }
          }
        },
      ),
    );
  });

  it('a district is the sum of its communes, and its interval holds its middle', () => {
    fc.assert(
      fc.property(anyHistory, anyRest, (given, rest) => {
        const each = given.series.map(({ id, group }) => ({ id, group, own: [id] }));
        const all = { id: 99, group: 'DISTRICT', own: given.series.map(({ id }) => id) };
        const told = forecastAll(given, [...each, all], { ...rest, daysInMonth: 31 });
        const { volume, low, middle, high, months } = told.of(99);
        expect(volume).toBe(each.reduce((sum, { id }) => sum + told.of(id).volume, 0));
        expect(middle).toBe(each.reduce((sum, { id }) => sum + told.of(id).middle, 0));
        expect(months.reduce(addCounts, counts(0, 0))).toEqual(counts(middle, volume));
        expect(0 <= low && low <= middle && middle <= high && high <= volume).toBe(true);
      }),
    );
  });

  it('is forecast of the past with what was there then alone', () => {
    fc.assert(
      fc.property(anyHistory, month, (given, later) => {
        fc.pre(given.length > 4);
        const changed = History.of(
          given.first,
          given.length,
          given.series.map((one) => ({ ...one, months: [...one.months.slice(0, -1), later] })),
        );
        const at = given.length - 1;
        const told = (of: History): unknown => [...project(of.cutAt(at), 3, () => 'TREND')];
        expect(told(changed)).toEqual(told(given));
      }),
    );
  });
});

describe('the back-test', () => {
  // Communes that rise steadily by two points a month: no one that repeats the past can be as near.
  const rising = Array.from({ length: 8 }, (_nothing, id) =>
    series(
      id,
      Array.from({ length: 24 }, (_month, index) => counts(500 + index * 20 + id, 1000)),
    ),
  );
  const given = history(...rising);
  const subjects = rising.map(({ id }) => ({ id, group: 'COMMUNE', own: [id] }));

  const strategies = SHARE_METHODS.map((name) => ({ name, methodOf: (): ShareMethod => name }));

  it('judges each forecast up to the end of its year', () => {
    const all = trials(given, subjects, strategies);
    const first = all.find(
      ({ origin, strategy, subject }) => origin === 3 && strategy === 'LAST_MONTH' && subject === 0,
    );
    // At the end of March 2021 last month's 54,0 % stood; April to December came at 56,0 to 72,0 %: 64 % on average.
    expect(first).toMatchObject({ ahead: 9, came: sumOf(rising[0]?.months.slice(3, 12) ?? []) });
    expect(first?.missedShare).toBeCloseTo(0.1, 9);
    expect(first?.missedRate).toBeCloseTo(0.1 * 0.75, 9);
    expect(all.every(({ origin, ahead }) => monthOfYear(given.first + origin + ahead - 1) === 11)).toBe(true);
  });

  it('tells each forecast by the method that those before it would have chosen', () => {
    const chosen = chooseMethods(given);
    expect([chosen('COMMUNE', 3), chosen('COMMUNE', 24)]).toEqual(['LEVEL', 'TREND']);
    const told = forecastAll(given, subjects, WHOLE_YEAR);
    const [forecast, soFar, lastMonth] = told.errors.get('COMMUNE') ?? [];
    // The first forecasts had none before them to choose by, and cost what was gained later beside last month.
    expect(forecast?.meanMissed).toBeLessThan(soFar?.meanMissed ?? 0);
    expect(lastMonth?.meanMissed).toBeLessThan(soFar?.meanMissed ?? 0);
    // Months 4 to 24, for each of eight communes.
    expect(forecast?.judged).toBe(8 * 21);
  });

  it('tells each kind by what missed least in the past, the plainer where nothing was nearer', () => {
    fc.assert(
      fc.property(anyHistory, (some) => {
        const units = some.series.map(({ id, group }) => ({ id, group, own: [id] }));
        const { errors, methodOf } = forecastAll(some, units, WHOLE_YEAR);
        for (const [group, found] of errors) {
          const [forecast, soFar, lastMonth] = found.map(({ meanMissed }) => meanMissed ?? Infinity);
          const plain = Math.min(soFar ?? Infinity, lastMonth ?? Infinity);
          if (plain > (forecast ?? Infinity)) continue;
          expect(methodOf(group)).toBe(soFar === plain ? 'SO_FAR' : 'LAST_MONTH');
        }
      }),
      { numRuns: 25 },
    );
  });

  it('chooses at an origin with nothing that came after it', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(30), (some, origin) => {
        const [whole, then] = [chooseMethods(some), chooseMethods(some.cutAt(origin))];
        for (const group of some.groupNames) expect(whole(group, origin)).toBe(then(group, origin));
      }),
    );
  });

  it('is held against whole years where one is over, and says until when', () => {
    const until = (length: number): unknown => {
      const { errors, judgedUntil } = forecastAll(given.cutAt(length), subjects, WHOLE_YEAR);
      return [judgedUntil, errors.get('COMMUNE')?.[0]?.judged];
    };
    // Two years and some; the first year, and some of the second; not even the first.
    expect(until(24)).toEqual([monthNumber(2023, 1), 8 * 21]);
    expect(until(20)).toEqual([monthNumber(2022, 1), 8 * 9]);
    expect(until(8)).toEqual([monthNumber(2021, 9), 8 * 5]);
  });

  it('judges nothing of units to which nothing came, and chooses without a past what is plainest', () => {
    const idle = history(series(1, same(12, counts(0, 0))));
    const one = [{ id: 1, group: 'COMMUNE', own: [1] }];
    expect(trials(idle, one, strategies)).toEqual([]);
    const told = forecastAll(idle, one, WHOLE_YEAR);
    expect([told.methodOf('COMMUNE'), told.of(1).volume, told.errors.size]).toEqual(['LEVEL', 0, 0]);
  });
});

describe('the interval', () => {
  const trial = (missedShare: number, group = 'COMMUNE') => ({
    subject: 1,
    group,
    strategy: 'FORECAST',
    origin: 3,
    ahead: 1,
    toYearsEnd: true,
    came: counts(5, 10),
    missedShare,
    missedRate: missedShare,
  });
  const alike = { group: 'COMMUNE', ahead: 1, volume: 10 };

  it('holds the middle eighty percent of what alike forecasts missed', () => {
    const past = Array.from({ length: 100 }, (_nothing, index) => trial((index - 50) / 100));
    expect(spreads(past)(alike)).toEqual({ low: -0.4, high: 0.4 });
  });

  it('goes by others where alike ones are too few, and says so much where there are none', () => {
    const few = Array.from({ length: 19 }, () => trial(0.01));
    const others = Array.from({ length: 20 }, () => trial(-0.05, 'DISTRICT'));
    expect(spreads([...few, ...others])(alike).low).toBe(-0.05);
    expect(spreads(few)(alike)).toEqual({ low: -0.15, high: 0.15 });
  });

  it('covers of a past by chance what it should', () => {
    // A fixed row of numbers that look like chance; each tenth of them is told apart from the rest.
    const chance = Array.from({ length: 2000 }, (_nothing, index) => (((index * 7919) % 1000) / 1000 - 0.5) / 5);
    const { low, high } = spreads(chance.slice(0, 1000).map((missed) => trial(missed)))(alike);
    const within = chance.slice(1000).filter((missed) => missed >= low && missed <= high).length;
    expect(within).toBeGreaterThan(780);
    expect(within).toBeLessThan(820);
  });
});

describe('a month that is under way', () => {
  it('has so many dossiers to come as it has days', () => {
    const unit = series(1, same(12, counts(310, 620)));
    const subjects = [{ id: 1, group: 'COMMUNE', own: [1] }];
    const told = forecastAll(history(unit), subjects, { months: 2, daysLeft: 10, daysInMonth: 31 }).of(1);
    expect(told.months.map(({ denominator }) => denominator)).toEqual([200, 620]);
    expect(told.volume).toBe(820);
  });

  it('has of a whole just what its parts have to come', () => {
    // 40 × 21/31 is 27,1: twenty times 27 are 540, and not 542.
    const communes = Array.from({ length: 20 }, (_nothing, id) => series(id, same(12, counts(20, 40))));
    const all = { id: 99, group: 'DISTRICT', own: communes.map(({ id }) => id) };
    const told = forecastAll(history(...communes), [all], { months: 1, daysLeft: 21, daysInMonth: 31 });
    expect(told.of(99).volume).toBe(540);
  });
});
