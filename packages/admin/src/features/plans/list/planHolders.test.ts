import type { PlanState } from '@chi-tieu/shared/generated/graphql';
import { describe, expect, it } from 'vitest';
import { firstYearWithout, holdersOf } from './planHolders.ts';

const plan = (code: string, year: number, state: PlanState = 'ISSUED') => ({ year, state, issuer: { code } });
const ISSUERS = [
  { code: '164', name: 'Thành phố Thái Nguyên' },
  { code: '171', name: 'Huyện Đại Từ' },
];

describe('who has a plan of a year', () => {
  it('is known by what is in work or in force, not by what was replaced', () => {
    const plans = [plan('164', 2023, 'DRAFT'), plan('171', 2023, 'SUPERSEDED'), plan('171', 2022)];
    expect([...holdersOf(plans, 2023)]).toEqual(['164']);
  });

  it('leads to the first year in which one is still to be made', () => {
    const plans = [plan('164', 2023), plan('171', 2023), plan('164', 2024)];
    expect(firstYearWithout(plans, ISSUERS, 2022)).toBe(2022);
    expect(firstYearWithout(plans, ISSUERS, 2023)).toBe(2024);
    expect(firstYearWithout(plans, ISSUERS.slice(0, 1), 2023)).toBe(2025);
  });
});
