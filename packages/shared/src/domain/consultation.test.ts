import { describe, expect, it } from 'vitest';
import { unitMay } from './consultation.ts';
import type { PlanState } from './plan-state.ts';

const TODAY = '2022-03-10';

describe('what a unit may do with a plan', () => {
  it.each<[PlanState, string | null, string]>([
    ['DRAFT', null, ''],
    ['DRAFT', '2022-03-09', ''],
    ['DRAFT', '2022-03-10', 'read say propose'],
    ['SUBMITTED', '2022-03-11', 'read say propose'],
    ['APPROVED', '2022-03-11', ''],
    ['ISSUED', null, 'read propose'],
    ['ISSUED', '2022-01-01', 'read say propose'],
    ['SUPERSEDED', '2022-03-11', 'read'],
  ])('%s, asked until %s: %s', (state, consultedUntil, expected) => {
    const may = unitMay({ state, consultedUntil }, TODAY);
    expect(Object.entries(may).flatMap(([what, is]) => (is ? [what] : []))).toEqual(
      expected.split(' ').filter(Boolean),
    );
  });
});
