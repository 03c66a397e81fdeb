/** Where a target plan stands. */
export type PlanState = 'DRAFT' | 'SUBMITTED' | 'APPROVED' | 'ISSUED' | 'SUPERSEDED';

const MOVES: Readonly<Record<PlanState, readonly PlanState[]>> = {
  DRAFT: ['SUBMITTED'],
  SUBMITTED: ['APPROVED', 'DRAFT'],
  APPROVED: ['ISSUED', 'DRAFT'],
  ISSUED: [],
  SUPERSEDED: [],
};

/**
 * The states into which a person can move a plan, the way forward first. An issued plan cannot be moved: it becomes SUPERSEDED
 * when a plan that amends it is issued, and only so.
 */
export function movesFrom(state: PlanState): readonly PlanState[] {
  return MOVES[state];
}

/** Whether a person can move a plan from one state to another. */
export function canMove(from: PlanState, to: PlanState): boolean {
  return MOVES[from].includes(to);
}

/** Whether a move has to be justified in writing whatever the plan says: sending it back to draft. False for what is no move. */
export function needsReason(from: PlanState, to: PlanState): boolean {
  return to === 'DRAFT' && canMove(from, to);
}

/** Whether the targets of a plan may be changed: only while it is a draft. */
export function isEditable(state: PlanState): boolean {
  return state === 'DRAFT';
}
