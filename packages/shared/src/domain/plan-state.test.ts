import { describe, expect, it } from 'vitest';
import { canMove, isEditable, movesFrom, needsReason, type PlanState } from './plan-state.ts';

const STATES: PlanState[] = ['DRAFT', 'SUBMITTED', 'APPROVED', 'ISSUED', 'SUPERSEDED'];
const ALLOWED = ['DRAFT SUBMITTED', 'SUBMITTED APPROVED', 'SUBMITTED DRAFT', 'APPROVED ISSUED', 'APPROVED DRAFT'];
const BACK = ['SUBMITTED DRAFT', 'APPROVED DRAFT'];

describe('a plan', () => {
  it.each(STATES.flatMap((from) => STATES.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
    const move = `${from} ${to}`;
    expect(canMove(from, to)).toBe(ALLOWED.includes(move));
    expect(movesFrom(from).includes(to)).toBe(ALLOWED.includes(move));
    expect(needsReason(from, to)).toBe(BACK.includes(move));
  });

  it('goes forward first among its moves', () => {
    expect(STATES.map((state) => movesFrom(state)[0])).toEqual([
      'SUBMITTED',
      'APPROVED',
      'ISSUED',
      undefined,
      undefined,
    ]);
  });

  it('can be changed only as a draft', () => expect(STATES.filter(isEditable)).toEqual(['DRAFT']));
});
