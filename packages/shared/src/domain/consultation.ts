import type { Day } from './days.ts';
import type { PlanState } from './plan-state.ts';

/** What the people of a unit may do with a plan that assigns a target to it, by its state and the date of its consultation. */
export interface UnitMay {
  /** Read their own unit's target before it is issued, and what they and the issuer say about it. */
  readonly read: boolean;
  /** Say something about it. */
  readonly say: boolean;
  /** Propose another number. */
  readonly propose: boolean;
}

const NOTHING: UnitMay = { read: false, say: false, propose: false };

/**
 * While a plan is drafted or submitted, as long as they are asked, the day itself included. While it is approved nobody is asked. Of an
 * issued plan they may always propose; they go on talking about it where they were asked before. What was replaced is only read.
 */
export function unitMay(plan: { state: PlanState; consultedUntil: Day | null }, today: Day): UnitMay {
  const { state, consultedUntil } = plan;
  const wasAsked = consultedUntil !== null;
  if (state === 'ISSUED') return { read: true, say: wasAsked, propose: true };
  if (state === 'SUPERSEDED') return { read: true, say: false, propose: false };
  if (state === 'APPROVED' || !wasAsked || today > consultedUntil) return NOTHING;
  return { read: true, say: true, propose: true };
}
