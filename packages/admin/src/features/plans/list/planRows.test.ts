import type { PlanState, PlansQuery } from '@chi-tieu/shared/generated/graphql';
import { describe, expect, it } from 'vitest';
import { achievedOf, heldDays, planRows, rowsOfUnit, stateOf, withoutPlan } from './planRows.ts';

type Plan = PlansQuery['targetPlans'][number];
const PROVINCE = { code: '19', name: 'Tỉnh Thái Nguyên' };
const DISTRICTS = [
  { code: '171', name: 'Huyện Đại Từ' },
  { code: '164', name: 'Thành phố Thái Nguyên' },
];

function plan(issuer: string, state: PlanState, assigned = 2, missing = 1): Plan {
  const unit = (code: string) => ({ id: code, code });
  return {
    id: `${issuer} ${state}`,
    state,
    issuer: { id: issuer, code: issuer, name: issuer, kind: 'DISTRICT' },
    targets: Array.from({ length: assigned }, (_, i) => ({ unit: unit(String(i)) })),
    rollUp: { achieved: 54.99, missingUnits: Array.from({ length: missing }, (_, i) => unit(String(i))) },
  } as unknown as Plan;
}

describe('the list of a year', () => {
  it('begins with the province, then goes by code, and shows who has no plan', () => {
    const rows = planRows([plan('171', 'ISSUED'), plan('19', 'ISSUED')], PROVINCE, DISTRICTS);
    expect(rows.map(({ issuer, plan: found }) => [issuer.code, found?.state ?? null])).toEqual([
      ['19', 'ISSUED'],
      ['164', null],
      ['171', 'ISSUED'],
    ]);
    expect(withoutPlan(rows).map(({ code }) => code)).toEqual(['164']);
  });

  it('shows what is worked on before what is in force, and what was superseded last', () => {
    const states: PlanState[] = ['SUPERSEDED', 'ISSUED', 'DRAFT'];
    const rows = planRows(
      states.map((state) => plan('171', state)),
      PROVINCE,
      [],
    );
    expect(rows.filter(({ issuer }) => issuer.code === '171').map((row) => row.plan?.state)).toEqual([
      'DRAFT',
      'ISSUED',
      'SUPERSEDED',
    ]);
  });

  it('counts a unit whose only plan was superseded among those without', () => {
    const rows = planRows([plan('171', 'SUPERSEDED')], PROVINCE, DISTRICTS);
    expect(withoutPlan(rows).map(({ code }) => code)).toEqual(['19', '164', '171']);
  });

  it('shows one unit alone where one is told', () => {
    const rows = planRows([plan('171', 'ISSUED'), plan('171', 'SUPERSEDED')], PROVINCE, DISTRICTS);
    expect(rowsOfUnit(rows, '171').map(({ plan: found }) => found?.state)).toEqual(['ISSUED', 'SUPERSEDED']);
    expect([rowsOfUnit(rows, null).length, rowsOfUnit(rows, '999').length]).toEqual([rows.length, 0]);
  });

  it('says from when to when a plan held that was replaced', () => {
    const inForceFrom = '2022-03-01';
    expect(heldDays({ state: 'ISSUED', inForceFrom, holdsUntil: '2022-12-31' })).toBe('01/03/2022');
    expect(heldDays({ state: 'SUPERSEDED', inForceFrom, holdsUntil: '2022-06-30' })).toBe('01/03/2022 – 30/06/2022');
    expect(heldDays({ state: 'SUPERSEDED', inForceFrom, holdsUntil: null })).toBe('Không ngày nào');
    expect(heldDays({ state: 'DRAFT', inForceFrom: null, holdsUntil: null })).toBeNull();
  });

  it('keeps plans of units that are gone', () => {
    expect(planRows([plan('999', 'ISSUED')], PROVINCE, []).map(({ issuer }) => issuer.code)).toEqual(['19', '999']);
  });

  it.each([
    [2, 1, 3, 5499],
    [0, 3, 3, null],
  ])('with %d assigned and %d left out, %d in all', (assigned, missing, children, achieved) => {
    const row = planRows([plan('19', 'DRAFT', assigned, missing)], PROVINCE, [])[0];
    expect([row?.assigned, row?.children, row && achievedOf(row)]).toEqual([assigned, children, achieved]);
  });
});

it.each([
  ['DRAFT', null, 'Dự thảo'],
  ['DRAFT', { id: 'a' }, 'Dự thảo · sửa đổi'],
  ['SUBMITTED', { id: 'a' }, 'Đã trình · sửa đổi'],
  ['ISSUED', { id: 'a' }, 'Đã ban hành'],
] as const)('says of a plan that is %s and amends %j: %s', (state, amends, text) => {
  expect(stateOf({ state, amends })).toBe(text);
});
