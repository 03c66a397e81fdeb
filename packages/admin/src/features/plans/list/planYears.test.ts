import { describe, expect, it } from 'vitest';
import { planYears } from './planYears.ts';

const sources = { planned: [], firstOfData: 2022, lastOfData: 2022, now: 2022, chosen: 2022 };

describe('the years of plans', () => {
  it('are those of the data and the one after', () => {
    expect(planYears(sources)).toEqual([2023, 2022]);
    expect(planYears({ ...sources, firstOfData: 2021 })).toEqual([2023, 2022, 2021]);
  });

  it('go on to the year after today’s, however old the data are', () => {
    expect(planYears({ ...sources, now: 2024 })).toEqual([2025, 2024, 2023, 2022]);
  });

  it('hold every year with a plan, and the one in the address', () => {
    expect(planYears({ ...sources, planned: [2024, 2020] })).toEqual([2024, 2023, 2022, 2021, 2020]);
    expect(planYears({ ...sources, chosen: 2025 })[0]).toBe(2025);
    expect(planYears({ ...sources, chosen: 2019 }).at(-1)).toBe(2019);
  });

  it('are today’s and the next one where there are no data', () => {
    expect(planYears({ ...sources, firstOfData: null, lastOfData: null })).toEqual([2023, 2022]);
  });
});
