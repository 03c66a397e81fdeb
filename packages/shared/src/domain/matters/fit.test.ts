import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../days.ts';
import { firstDated, lastDeadline } from './bounds.ts';
import { misfitOf, periodLike, periodsToJudge } from './measures.ts';

const days = (text: string) => {
  const [from = '', to = ''] = text.split(' ');
  return { from, to };
};
const [MARCH, APRIL, JULY] = ['2022-03-01 2022-03-31', '2022-04-01 2022-04-30', '2022-07-01 2022-07-31'].map(days);
const QUARTER = days('2022-04-01 2022-06-30');

describe('two periods', () => {
  it('are held against each other where they are alike, one after the other, and the later one is the measure’s', () => {
    const misfit = (before = MARCH, after = APRIL, begin = '2022-04-01') => misfitOf(before!, after!, begin);
    expect(misfit()).toBeNull();
    expect(misfit(APRIL, MARCH)).toBe('ORDER');
    expect(misfit(MARCH, MARCH)).toBe('ORDER');
    expect(misfit(MARCH, QUARTER)).toBe('LENGTH');
    expect(misfit(days('2022-03-02 2022-03-31'), APRIL)).toBeNull();
    expect(misfit(days('2022-03-02 2022-03-30'), APRIL)).toBe('LENGTH');
    // Months of the calendar and those from the 15th to the 14th are of different length; both of 31 days are alike.
    expect(misfit(days('2022-02-15 2022-03-14'), days('2022-04-01 2022-04-30'))).toBe('LENGTH');
    expect(misfit(days('2021-01-01 2021-05-31'), days('2022-01-01 2022-05-31'), '2022-01-01')).toBeNull();
    expect(misfit(days('2021-01-01 2021-05-31'), days('2022-01-01 2022-07-31'), '2022-01-01')).toBe('LENGTH');
    expect(misfit(MARCH, JULY, '2022-07-02')).toBe('BEGIN');
    expect(misfit(MARCH, JULY, '2022-07-01')).toBeNull();
  });

  it('that are proposed always fit', () => {
    const first = fc.integer({ min: 0, max: 3000 }).map((at) => addDays('2019-01-01', at));
    const after = fc
      .tuple(first, fc.integer({ min: 0, max: 800 }))
      .map(([from, more]) => ({ from, to: addDays(from, more) }));
    fc.assert(
      fc.property(
        fc.oneof(after, fc.constantFrom(MARCH!, QUARTER)),
        (one) => misfitOf(periodLike(one), one, one.from) === null,
      ),
    );
  });
});

it('a measure is held against its own days: to its deadline, its end or today, and as many days before', () => {
  const measure = { begunOn: null, beginOn: '2022-06-01', dueOn: '2022-11-30', endedOn: null };
  const after = (more: object, today: string) => periodsToJudge({ ...measure, ...more }, today).after;
  // Not of years on end where nobody looked at it since.
  expect(after({}, '2026-11-28')).toEqual(days('2022-06-01 2022-11-30'));
  expect(after({}, '2022-08-10')).toEqual(days('2022-06-01 2022-08-10'));
  expect(after({ begunOn: '2022-07-01', endedOn: '2022-09-30' }, '2022-10-10')).toEqual(days('2022-07-01 2022-09-30'));
  expect(after({ begunOn: '2023-01-10' }, '2023-02-01')).toEqual(days('2023-01-10 2023-02-01'));
  const { before } = periodsToJudge({ ...measure, dueOn: '2022-06-30' }, '2022-08-10');
  expect(before).toEqual(days('2022-05-01 2022-05-31'));
});

it('deadlines, beginnings and papers lie within some years of today', () => {
  expect(lastDeadline('2024-02-29')).toBe('2027-02-28');
  expect(firstDated('2024-02-29')).toBe('2004-02-29');
});
