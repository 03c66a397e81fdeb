import { describe, expect, it } from 'vitest';
import type { PlanState } from '../plan-state.ts';
import { isJudgement, rightsToMove } from './plan-moves.ts';

const STATES: PlanState[] = ['DRAFT', 'SUBMITTED', 'APPROVED', 'ISSUED', 'SUPERSEDED'];

describe('who moves a plan', () => {
  it('is told for every move, and nobody for what is none', () => {
    const told = STATES.flatMap((from) =>
      STATES.map((to) => [from, to, rightsToMove(from, to)] as const).filter(([, , rights]) => rights.length > 0),
    );
    expect(told).toEqual([
      ['DRAFT', 'SUBMITTED', ['plan.draft']],
      ['SUBMITTED', 'DRAFT', ['plan.draft', 'plan.approve']],
      ['SUBMITTED', 'APPROVED', ['plan.approve']],
      ['APPROVED', 'DRAFT', ['plan.approve']],
      ['APPROVED', 'ISSUED', ['plan.approve']],
    ]);
  });

  it('judges by approving and by issuing', () => {
    expect(STATES.filter(isJudgement)).toEqual(['APPROVED', 'ISSUED']);
  });
});
