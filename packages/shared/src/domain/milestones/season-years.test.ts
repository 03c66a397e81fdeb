import { describe, expect, it } from 'vitest';
import { seasonYears } from './season-years.ts';

describe('the years of a season', () => {
  it.each([
    ['three before the plan’s year', 2022, 2022, 2019, 2021],
    ['the same, looked at years later', 2022, 2026, 2019, 2021],
    ['without the year that still runs, for a plan of the next one', 2023, 2022, 2019, 2021],
  ])('%s', (_name, plan, now, first, last) => {
    expect(seasonYears(plan, now)).toEqual({ first, last });
  });
});
