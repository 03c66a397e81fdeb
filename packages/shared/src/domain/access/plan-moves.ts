import { canMove, type PlanState } from '../plan-state.ts';
import type { Right } from './rights.ts';

const NOBODY: readonly Right[] = [];

/**
 * The rights at the issuer of which one is enough to move a plan: who drafts submits, and takes back what nobody has approved
 * yet; who approves also returns and issues. None for what is no move.
 */
export function rightsToMove(from: PlanState, to: PlanState): readonly Right[] {
  if (!canMove(from, to)) return NOBODY;
  if (to === 'SUBMITTED') return ['plan.draft'];
  return from === 'SUBMITTED' && to === 'DRAFT' ? ['plan.draft', 'plan.approve'] : ['plan.approve'];
}

/** Whether a move is a judgement on somebody's work: with separate duties nobody passes it on their own. */
export function isJudgement(to: PlanState): boolean {
  return to === 'APPROVED' || to === 'ISSUED';
}
