import { compareDays, daysBetween, type Day } from '../days.ts';

/** Where an inspection stands: being planned, told to its units, on the spot, done with; or it was called off. */
export const INSPECTION_STATES = ['PLANNED', 'ANNOUNCED', 'UNDER_WAY', 'CONCLUDED', 'CANCELLED'] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];

/** What moves an inspection on. */
export const INSPECTION_MOVES = ['ANNOUNCED', 'BEGUN', 'CONCLUDED', 'CANCELLED'] as const;
export type InspectionMove = (typeof INSPECTION_MOVES)[number];

const MOVES: Readonly<Record<InspectionMove, { from: readonly InspectionState[]; to: InspectionState }>> = {
  ANNOUNCED: { from: ['PLANNED'], to: 'ANNOUNCED' },
  BEGUN: { from: ['ANNOUNCED'], to: 'UNDER_WAY' },
  CONCLUDED: { from: ['UNDER_WAY'], to: 'CONCLUDED' },
  CANCELLED: { from: ['PLANNED', 'ANNOUNCED'], to: 'CANCELLED' },
};

/** The state after a move; null where the state does not let it happen. */
export function afterMove(state: InspectionState, move: InspectionMove): InspectionState | null {
  const { from, to } = MOVES[move];
  return from.includes(state) ? to : null;
}

/** Whether a move has to say something: what was concluded, or why it is called off. */
export const movesWithText: readonly InspectionMove[] = ['CONCLUDED', 'CANCELLED'];

/** The plan may be changed until its units are told. */
export const isPlanOpen = (state: InspectionState): boolean => state === 'PLANNED';

/** Checklists are filled in, samples drawn and findings recorded while it is under way. */
export const isWorkOpen = (state: InspectionState): boolean => state === 'UNDER_WAY';

/** The units inspected see it from the day on which they are told. */
export const isTold = (state: InspectionState): boolean => state !== 'PLANNED';

/** How grave a finding is. */
export const SEVERITIES = ['LIGHT', 'SERIOUS', 'GRAVE'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where a finding stands: to be remedied, remedied as the unit says, confirmed by the team; or taken back. */
export const FINDING_STATES = ['OPEN', 'REMEDIED', 'CONFIRMED', 'WITHDRAWN'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** What is done about a finding. The unit says REMEDIED; the team CONFIRMED, REFUSED (open again), WITHDRAWN; either NOTED. */
export const FINDING_ACTS = ['REMEDIED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN', 'NOTED'] as const;
export type FindingAct = (typeof FINDING_ACTS)[number];

const FINDING_MOVES: Readonly<Record<FindingAct, readonly FindingState[]>> = {
  REMEDIED: ['OPEN'],
  CONFIRMED: ['REMEDIED'],
  REFUSED: ['REMEDIED'],
  WITHDRAWN: ['OPEN', 'REMEDIED'],
  NOTED: FINDING_STATES,
};

/** On which sides somebody is of a finding. */
export interface FindingSides {
  /** Of the team, or of who leads the inspection. */
  inspects: boolean;
  /** They speak for the unit inspected. */
  answers: boolean;
}

/** Why an act is not done: by nobody on these sides, or not in this state. */
export type FindingRefusal = 'SIDE' | 'STATE';

/** The first thing that keeps somebody from an act about a finding; null where nothing does. Nobody confirms what they say themselves. */
export function findingRefusal(
  act: FindingAct,
  { state, inspection }: { state: FindingState; inspection: InspectionState },
  { inspects, answers }: FindingSides,
): FindingRefusal | null {
  const isOfSide = act === 'NOTED' ? inspects || answers : act === 'REMEDIED' ? answers : inspects && !answers;
  if (!isOfSide) return 'SIDE';
  const isFollowed = inspection === 'UNDER_WAY' || inspection === 'CONCLUDED';
  return isFollowed && FINDING_MOVES[act].includes(state) ? null : 'STATE';
}

/** What follows from the steps of a finding. */
export interface FindingStanding {
  state: FindingState;
  /** How often the team was not content. */
  refused: number;
  /** The day on which its unit said last that it is remedied; null while that does not hold. */
  remediedOn: Day | null;
}

export const FOUND: FindingStanding = { state: 'OPEN', refused: 0, remediedOn: null };

/** How a finding stands after one more step; what its state does not let happen changes nothing. */
export function afterFindingStep(
  standing: FindingStanding,
  { act, day }: { act: FindingAct; day: Day },
): FindingStanding {
  if (!FINDING_MOVES[act].includes(standing.state)) return standing;
  switch (act) {
    case 'REMEDIED':
      return { ...standing, state: 'REMEDIED', remediedOn: day };
    case 'CONFIRMED':
      return { ...standing, state: 'CONFIRMED' };
    case 'REFUSED':
      return { state: 'OPEN', refused: standing.refused + 1, remediedOn: null };
    case 'WITHDRAWN':
      return { ...standing, state: 'WITHDRAWN' };
    case 'NOTED':
      return standing;
  }
}

/** How a finding stands by its steps, in their order. */
export function findingStanding(steps: readonly { act: FindingAct; day: Day }[]): FindingStanding {
  return steps.reduce(afterFindingStep, FOUND);
}

/** Days past the remedy deadline: until its unit said that it is remedied, else until today; 0 while it is in time, or was taken back. */
export function daysLate(
  { state, dueOn, remediedOn }: { state: FindingState; dueOn: Day; remediedOn: Day | null },
  today: Day,
): number {
  if (state === 'WITHDRAWN') return 0;
  return Math.max(0, daysBetween(dueOn, remediedOn ?? today));
}

/** It waits for its unit, and its deadline has passed. The last day is still in time. */
export function isOverdue({ state, dueOn }: { state: FindingState; dueOn: Day }, today: Day): boolean {
  return state === 'OPEN' && compareDays(today, dueOn) > 0;
}
