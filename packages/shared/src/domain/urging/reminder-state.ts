import { compareDays, daysBetween, type Day } from '../days.ts';

/** DRAFT: nobody was told. SENT, ACKNOWLEDGED (the unit took note), ANSWERED: it was told. CLOSED: over. */
export type ReminderState = 'DRAFT' | 'SENT' | 'ACKNOWLEDGED' | 'ANSWERED' | 'CLOSED';
export const REMINDER_STATES: readonly ReminderState[] = ['DRAFT', 'SENT', 'ACKNOWLEDGED', 'ANSWERED', 'CLOSED'];

/** What people do about a reminder. */
export type ReminderAct = 'EDIT' | 'SEND' | 'ACKNOWLEDGE' | 'ANSWER' | 'ACCEPT' | 'SNOOZE' | 'RAISE' | 'CLOSE';

const TOLD: readonly ReminderState[] = ['SENT', 'ACKNOWLEDGED', 'ANSWERED'];
const AFTER: Readonly<Record<ReminderAct, (state: ReminderState) => ReminderState | null>> = {
  EDIT: (state) => (state === 'DRAFT' ? state : null),
  SEND: (state) => (state === 'DRAFT' ? 'SENT' : null),
  ACKNOWLEDGE: (state) => (state === 'SENT' ? 'ACKNOWLEDGED' : null),
  ANSWER: (state) => (TOLD.includes(state) ? 'ANSWERED' : null),
  ACCEPT: (state) => (state === 'ANSWERED' ? 'CLOSED' : null),
  SNOOZE: (state) => (state === 'CLOSED' ? null : state),
  RAISE: (state) => (TOLD.includes(state) ? state : null),
  CLOSE: (state) => (state === 'CLOSED' ? null : 'CLOSED'),
};

/** The state after somebody did something; null where that cannot be done in this state. */
export function afterAct(state: ReminderState, act: ReminderAct): ReminderState | null {
  return AFTER[act](state);
}

/** What can be done in a state, in the order in which it is offered. */
export function actsIn(state: ReminderState): ReminderAct[] {
  return (Object.keys(AFTER) as ReminderAct[]).filter((act) => AFTER[act](state) !== null);
}

/** Until a snoozed reminder's day is over nobody is told of it, and it is not raised. */
export function isSnoozed(until: Day | null, on: Day): boolean {
  return until !== null && compareDays(on, until) <= 0;
}

/** Whether a letter that waits for its unit's word should have had it by now. */
export function isOverdue(state: ReminderState, deadline: Day, on: Day): boolean {
  return (state === 'SENT' || state === 'ACKNOWLEDGED') && compareDays(deadline, on) < 0;
}

/**
 * Whether a reminder is raised to the unit above by itself: it was sent, nobody of the unit said a word for so many days after its
 * deadline, it is not put off, and it was not raised yet.
 */
export function isDueToRaise(
  { state, deadline, snoozedUntil, isRaised }: RaiseFacts,
  raiseAfterDays: number | null,
  on: Day,
): boolean {
  if (raiseAfterDays === null || state !== 'SENT' || isRaised || deadline === null) return false;
  return !isSnoozed(snoozedUntil, on) && daysBetween(deadline, on) > raiseAfterDays;
}

export interface RaiseFacts {
  state: ReminderState;
  deadline: Day | null;
  snoozedUntil: Day | null;
  isRaised: boolean;
}
