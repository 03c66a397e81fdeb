import { describe, expect, it } from 'vitest';
import { isYearOver } from './outlook.ts';
import { countOutlooks, cumulatedMonths, dayLookedAt, knownRates, standingsOf, type Standing } from './standingRows.ts';

const standing = (code: string, outlook: Standing['outlook'], projected: number | null = 50): Standing =>
  ({
    unit: { code, kind: 'DISTRICT' },
    outlook,
    projected,
    soFar: { target: 55, numerator: 10, denominator: 20 },
  }) as Standing;

it('speaks of a year as over once it is, and was when the figures stood as they are shown', () => {
  const year = { to: '2022-12-31', knownAt: null };
  expect(isYearOver(year, '2023-01-01')).toBe(true);
  expect(isYearOver(year, '2022-12-31')).toBe(false);
  expect(isYearOver({ ...year, to: '2022-11-30' }, '2023-05-01')).toBe(false);
  expect(isYearOver({ ...year, knownAt: '2022-09-01T00:00:00Z' }, '2023-05-01')).toBe(false);
});

describe('standings', () => {
  it('have the worst outlook first, and of alike ones what lies furthest below its target', () => {
    const all = [
      standing('1', 'ON_COURSE'),
      standing('2', 'WILL_MISS', 50),
      standing('3', 'WILL_MISS', 40),
      standing('4', 'IMPOSSIBLE'),
      standing('5', 'NO_DOSSIERS', null),
    ];
    expect(standingsOf(all, 'DISTRICT').map(({ unit }) => unit.code)).toEqual(['4', '3', '2', '1', '5']);
    expect(standingsOf(all, 'COMMUNE')).toEqual([]);
    expect(countOutlooks(all).map(({ outlook, count }) => `${outlook} ${count}`)).toEqual([
      'IMPOSSIBLE 1',
      'WILL_MISS 2',
      'ON_COURSE 1',
      'NO_DOSSIERS 1',
    ]);
    // What one looks at stays in sight, also where nobody is left in it.
    expect(countOutlooks(all, 'AT_RISK')).toContainEqual({ outlook: 'AT_RISK', count: 0 });
  });
});

describe('the day on which a year is looked at', () => {
  it('is the last of the period where that was over, else the last with data', () => {
    expect(dayLookedAt('2022-08-31', null, '2022-09-01')).toBe('2022-08-31');
    expect(dayLookedAt('2022-08-31', null, '2022-08-31')).toBeNull();
    expect(dayLookedAt('2022-08-31', '2022-08-20T01:00:00Z', '2022-12-01')).toBeNull();
    expect(dayLookedAt('2022-08-31', '2022-09-01T01:00:00Z', '2022-12-01')).toBe('2022-08-31');
    expect(dayLookedAt('2022-12-31', null, '2024-01-01')).toBeNull();
  });
});

describe('the months of a year', () => {
  const month = (from: string, numerator: number, denominator: number, expected: boolean) => ({
    from,
    numerator,
    denominator,
    expected,
  });

  it('are added up, and one that is under way begins with what was counted in it so far', () => {
    const year = {
      soFar: { numerator: 12, denominator: 25 } as Standing['soFar'],
      months: [month('2022-01-01', 10, 20, false), month('2022-02-01', 3, 5, true), month('2022-03-01', 10, 20, true)],
    };
    expect(cumulatedMonths(year).map(({ numerator, denominator }) => `${numerator}/${denominator}`)).toEqual([
      '10/20',
      '15/30',
      '25/50',
    ]);
    expect(knownRates(year)).toEqual([50, null, null]);
  });
});
