import { daysBetween, type Day } from '../days.ts';

/** Where a difficulty stands: reported, owned by a unit, answered, done with. */
export const DIFFICULTY_STATES = ['REPORTED', 'TAKEN', 'ANSWERED', 'CLOSED'] as const;
export type DifficultyState = (typeof DIFFICULTY_STATES)[number];

/** What is done about a difficulty. JOINED: it points to another one; PARTED: no longer. NOTED: somebody says more. */
export const DIFFICULTY_ACTS = [
  'REPORTED',
  'TAKEN',
  'ANSWERED',
  'CLOSED',
  'REOPENED',
  'NOTED',
  'JOINED',
  'PARTED',
] as const;
export type DifficultyAct = (typeof DIFFICULTY_ACTS)[number];

/** Why a unit is kept from what it should do, as the synthesis groups it. */
export const DIFFICULTY_CAUSES = [
  'SYSTEM',
  'REGULATION',
  'PEOPLE',
  'EQUIPMENT',
  'CITIZENS',
  'DATA',
  'COOPERATION',
  'OTHER',
] as const;
export type DifficultyCause = (typeof DIFFICULTY_CAUSES)[number];

/** What follows from the steps of a difficulty. */
export interface Standing {
  state: DifficultyState;
  /** The unit that has to answer; null while nobody does. */
  ownerId: number | null;
  /** How often it was opened again. */
  reopened: number;
}

/** One step as far as it decides how a difficulty stands. */
export interface StandingStep {
  act: DifficultyAct;
  /** TAKEN: who owns it from then on. */
  ownerId: number | null;
}

export const AT_FIRST: Standing = { state: 'REPORTED', ownerId: null, reopened: 0 };

/** Whether a state lets an act be done at all, whoever does it. */
export function isPossible(state: DifficultyState, act: DifficultyAct): boolean {
  switch (act) {
    case 'REPORTED':
      return false;
    case 'TAKEN':
      return state === 'REPORTED' || state === 'TAKEN';
    case 'ANSWERED':
      return state === 'TAKEN' || state === 'ANSWERED';
    case 'REOPENED':
      return state === 'ANSWERED' || state === 'CLOSED';
    case 'CLOSED':
    case 'NOTED':
    case 'JOINED':
      return state !== 'CLOSED';
    case 'PARTED':
      return true;
  }
}

/** How a difficulty stands after one more step; what no state lets happen changes nothing. */
export function afterStep(standing: Standing, { act, ownerId }: StandingStep): Standing {
  if (!isPossible(standing.state, act)) return standing;
  switch (act) {
    case 'TAKEN':
      return { ...standing, state: 'TAKEN', ownerId };
    case 'ANSWERED':
      return { ...standing, state: 'ANSWERED' };
    case 'CLOSED':
      return { ...standing, state: 'CLOSED' };
    case 'REOPENED':
      return {
        ...standing,
        state: standing.ownerId === null ? 'REPORTED' : 'TAKEN',
        reopened: standing.reopened + 1,
      };
    case 'REPORTED':
    case 'NOTED':
    case 'JOINED':
    case 'PARTED':
      return standing;
  }
}

/** How a difficulty stands by its own steps, in their order. */
export function standingOf(steps: readonly StandingStep[]): Standing {
  return steps.reduce(afterStep, AT_FIRST);
}

/** On which sides somebody is of one difficulty. */
export interface Sides {
  /** They report in the name of its unit. */
  reports: boolean;
  /** They handle it, from a unit above or for the one that owns it. */
  handles: boolean;
}

/** What a step is about, beside who takes it. */
export interface DifficultyFacts {
  state: DifficultyState;
  /** It points to another one, and follows that. */
  isJoined: boolean;
  /** Others follow it. */
  isFollowed: boolean;
}

/** Whether a side is one that does an act. */
export function isOfSide(act: DifficultyAct, { reports, handles }: Sides): boolean {
  switch (act) {
    case 'REPORTED':
      return reports;
    case 'TAKEN':
    case 'ANSWERED':
    case 'JOINED':
    case 'PARTED':
      return handles;
    case 'CLOSED':
    case 'REOPENED':
    case 'NOTED':
      return reports || handles;
  }
}

/** What is done at the head of those that are joined, and follows from there. */
const OF_THE_HEAD: readonly DifficultyAct[] = ['TAKEN', 'ANSWERED', 'CLOSED'];

/**
 * Why an act is not done: by nobody on these sides (SIDE), not in this state (STATE), at the one that it is joined to (JOINED), it is not joined
 * (PARTED), or others follow it, so that it is not for its own unit alone to say that all of them are done with (FOLLOWED).
 */
export type Refusal = 'SIDE' | 'STATE' | 'JOINED' | 'PARTED' | 'FOLLOWED';

/** The first thing that keeps somebody from an act; null where nothing does. */
export function refusalOf(act: DifficultyAct, facts: DifficultyFacts, sides: Sides): Refusal | null {
  const { state, isJoined, isFollowed } = facts;
  if (!isOfSide(act, sides)) return 'SIDE';
  if (act === 'CLOSED' && isFollowed && !sides.handles) return 'FOLLOWED';
  if (isJoined && (OF_THE_HEAD.includes(act) || act === 'JOINED')) return 'JOINED';
  if (!isJoined && act === 'PARTED') return 'PARTED';
  return isPossible(state, act) ? null : 'STATE';
}

/** Whether a step has to say why: reopening always, and those who handle it where they close what nobody answered. */
export function needsReason(act: DifficultyAct, state: DifficultyState, sides: Sides): boolean {
  return act === 'REOPENED' || (act === 'CLOSED' && state !== 'ANSWERED' && !sides.reports);
}

/** How many days a difficulty has stood: until it was closed, or until today. Never below 0. */
export function ageInDays(reportedOn: Day, closedOn: Day | null, today: Day): number {
  return Math.max(0, daysBetween(reportedOn, closedOn ?? today));
}
