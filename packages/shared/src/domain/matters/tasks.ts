import { compareDays, daysBetween, type Day } from '../days.ts';

/**
 * Where a task of a direction stands: given; its unit took note; done, as its unit says; confirmed by who follows directions; or called off.
 */
export const TASK_STATES = ['GIVEN', 'NOTED', 'DONE', 'CONFIRMED', 'CALLED_OFF'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** What is done about a task. Its unit says NOTED, PROGRESS, DONE; who follows directions CONFIRMED, RETURNED, EXTENDED, CALLED_OFF. */
export const TASK_ACTS = ['NOTED', 'PROGRESS', 'DONE', 'CONFIRMED', 'RETURNED', 'EXTENDED', 'CALLED_OFF'] as const;
export type TaskAct = (typeof TASK_ACTS)[number];

const OPEN: readonly TaskState[] = ['GIVEN', 'NOTED'];
const MOVES: Readonly<Record<TaskAct, { from: readonly TaskState[]; isOfUnit: boolean }>> = {
  NOTED: { from: ['GIVEN'], isOfUnit: true },
  PROGRESS: { from: OPEN, isOfUnit: true },
  DONE: { from: OPEN, isOfUnit: true },
  CONFIRMED: { from: ['DONE'], isOfUnit: false },
  RETURNED: { from: ['DONE'], isOfUnit: false },
  EXTENDED: { from: OPEN, isOfUnit: false },
  CALLED_OFF: { from: [...OPEN, 'DONE'], isOfUnit: false },
};

/** On which sides somebody is of a task. */
export interface TaskSides {
  /** They speak for its unit, or for the one that took over from it. */
  answers: boolean;
  /** They follow what became of directions. */
  follows: boolean;
}

/** Why an act is not done: by nobody on these sides, or not in this state. */
export type TaskRefusal = 'SIDE' | 'STATE';

/** The first thing that keeps somebody from an act; null where nothing does. Nobody judges what they say themselves. */
export function taskRefusal(act: TaskAct, state: TaskState, { answers, follows }: TaskSides): TaskRefusal | null {
  const { from, isOfUnit } = MOVES[act];
  if (!(isOfUnit ? answers : follows && !answers)) return 'SIDE';
  return from.includes(state) ? null : 'STATE';
}

/** What of a task follows from its steps. */
export interface TaskStanding {
  state: TaskState;
  dueOn: Day;
  /** How often it was given back, and how often it was extended. */
  returned: number;
  extended: number;
  /** The day on which its unit said last that it is done; null while that does not hold. */
  doneOn: Day | null;
  /** When it was confirmed or called off. */
  settledOn: Day | null;
}

export interface TaskStep {
  act: TaskAct;
  day: Day;
  /** The deadline that it set; of EXTENDED, and of RETURNED where another one was told. */
  dueOn: Day | null;
}

/** As it is given. */
export const given = (dueOn: Day): TaskStanding => ({
  ...{ state: 'GIVEN', dueOn, returned: 0, extended: 0, doneOn: null, settledOn: null },
});

/** How a task stands after one more step; what its state does not let happen changes nothing. */
export function afterTaskStep(standing: TaskStanding, { act, day, dueOn }: TaskStep): TaskStanding {
  if (!MOVES[act].from.includes(standing.state)) return standing;
  switch (act) {
    case 'NOTED':
    case 'PROGRESS':
      // Who reports progress has taken note.
      return { ...standing, state: 'NOTED' };
    case 'DONE':
      return { ...standing, state: 'DONE', doneOn: day };
    case 'CONFIRMED':
    case 'CALLED_OFF':
      return { ...standing, state: act, settledOn: day };
    case 'RETURNED':
      return {
        ...standing,
        state: 'NOTED',
        doneOn: null,
        returned: standing.returned + 1,
        dueOn: dueOn ?? standing.dueOn,
      };
    case 'EXTENDED':
      return { ...standing, extended: standing.extended + 1, dueOn: dueOn ?? standing.dueOn };
  }
}

/** Nothing is to be done about it any more. */
export const isSettled = (state: TaskState): boolean => state === 'CONFIRMED' || state === 'CALLED_OFF';

/** It waits for its unit, past the deadline. The last day is still in time. */
export function isTaskOverdue({ state, dueOn }: Pick<TaskStanding, 'state' | 'dueOn'>, today: Day): boolean {
  return OPEN.includes(state) && compareDays(today, dueOn) > 0;
}

/** Days past the deadline: until its unit said that it is done, else until today; none where it was called off. */
export function taskDaysLate(
  { state, dueOn, doneOn }: Pick<TaskStanding, 'state' | 'dueOn' | 'doneOn'>,
  today: Day,
): number {
  return state === 'CALLED_OFF' ? 0 : Math.max(0, daysBetween(dueOn, doneOn ?? today));
}
