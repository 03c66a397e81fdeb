import type { Day } from '@chi-tieu/shared/domain/days';
import { named } from './enums.ts';

/** What may wait for somebody. A feature that offers more adds its kind here, and a text of that name to the console. */
export const WaitingKind = named(
  'PLAN_DRAFT',
  'PLAN_TO_APPROVE',
  'PLAN_TO_ISSUE',
  'TARGET_TO_ASSIGN',
  'TARGET_TO_ACKNOWLEDGE',
  'CONSULTATION',
  'PROPOSAL_TO_ANSWER',
  'REMINDER_TO_ANSWER',
  'REMINDER_RAISED',
  'REMINDER_DRAFT',
  'DIFFICULTY_TO_TAKE',
  'DIFFICULTY_TO_ANSWER',
  'DIFFICULTY_TO_CLOSE',
  'REPORT_TO_APPROVE',
  'REPORT_TO_PUBLISH',
  'REPORT_DRAFT',
  'REPORT_NOT_DRAWN',
  'REPORT_TO_RECEIVE',
  'FINDING_TO_REMEDY',
  'FINDING_TO_CONFIRM',
  'GUIDANCE_TO_ACKNOWLEDGE',
  'GUIDANCE_TO_ANSWER',
  'MEASURE_DUE',
  'TASK_TO_DO',
  'TASK_TO_CONFIRM',
  'SYSTEM_DOWN',
  'CERTIFICATE_ENDS',
  'INCIDENT_OPEN',
  'QUARANTINE',
  'HELD_IMPORT',
  'PROCEDURE_DRAFT',
  'CATALOGUE_IMPORT',
);
export type WaitingKind = keyof typeof WaitingKind;

/** One thing that waits. */
export interface WaitingThing {
  unitId: number | null;
  /** What it is called, in words that are its own; null where its kind says all. */
  about: string | null;
  since: Day | null;
  due: Day | null;
  /** Where in the console it is dealt with. */
  path: string;
}

/** All that waits of one kind. `things` are the most urgent, the first three at the most. */
export interface Waiting {
  kind: WaitingKind;
  count: number;
  overdue: number;
  oldest: Day | null;
  due: Day | null;
  /** Where in the console all of it is listed. */
  path: string;
  things: WaitingThing[];
}

const MOST_TOLD = 3;

/** Gathers what waits of one kind: what is due first, then what waits longest; nothing where nothing waits. */
export function gathered(kind: WaitingKind, path: string, things: readonly WaitingThing[], today: Day): Waiting[] {
  if (things.length === 0) return [];
  const least = (days: (Day | null)[]): Day | null => days.filter((day) => day !== null).sort()[0] ?? null;
  const urgent = [...things].sort(
    (a, b) => order(a.due, b.due) || order(a.since, b.since) || (a.path < b.path ? -1 : 1),
  );
  return [
    {
      ...{ kind, path, count: things.length },
      overdue: things.filter(({ due }) => due !== null && due < today).length,
      oldest: least(things.map(({ since }) => since)),
      due: least(things.map(({ due }) => due)),
      things: urgent.slice(0, MOST_TOLD),
    },
  ];
}

function order(a: Day | null, b: Day | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}
