import { addDays, dayInVietnam, type Day } from '../days.ts';

/**
 * How grave an incident of information security is, by Decision 05/2017/QĐ-TTg: serious ones (Article 9) are of a system of level 4 or 5
 * or of national importance and beyond what its operator can handle; all others are ordinary.
 */
export const INCIDENT_LEVELS = ['ORDINARY', 'SERIOUS'] as const;
export type IncidentLevel = (typeof INCIDENT_LEVELS)[number];

/** What is done about one. */
export const INCIDENT_ACTS = [
  'RECORDED',
  'MEASURE',
  'REPORTED',
  'LEVEL_CHANGED',
  'NOTED',
  'CLOSED',
  'REOPENED',
] as const;
export type IncidentAct = (typeof INCIDENT_ACTS)[number];

export const INCIDENT_STATES = ['OPEN', 'CLOSED'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** Who runs the system tells of an incident within so many days of noticing it (Circular 20/2017/TT-BTTTT, Article 9). */
export const REPORT_WITHIN_DAYS = 5;
/** One that is open for longer than this waits for somebody. */
export const OPEN_LONG_DAYS = 7;

/** Until when it has to be told of. */
export function reportBy(noticedAt: Date): Day {
  return addDays(dayInVietnam(noticedAt), REPORT_WITHIN_DAYS);
}

/** What may be done about one as it stands: that it is closed does not end the duty to tell of it. */
export function possibleActs(state: IncidentState, isTold: boolean): IncidentAct[] {
  if (state === 'OPEN') return ['MEASURE', 'REPORTED', 'LEVEL_CHANGED', 'NOTED', 'CLOSED'];
  return isTold ? ['NOTED', 'REOPENED'] : ['REPORTED', 'NOTED', 'REOPENED'];
}

/** What changes how an incident stands; what is done between two of them is done as it stands then. */
const TURNS: readonly IncidentAct[] = ['RECORDED', 'CLOSED', 'REOPENED'];

/**
 * The earliest moment at which an act may have been done, by what is known to have been done: none before the last change of its state, no
 * level before another one, and it is neither closed nor reopened before anything that was done. Who was told may have been so at any time
 * since it was noticed, which is often written down only once it is over.
 */
export function earliestStep(act: IncidentAct, done: readonly { act: IncidentAct; at: Date }[]): Date | null {
  const bears = (one: IncidentAct): boolean =>
    act === 'REPORTED'
      ? one === 'RECORDED'
      : TURNS.includes(act) || TURNS.includes(one) || (act === 'LEVEL_CHANGED' && one === act);
  const moments = done.filter((one) => bears(one.act)).map(({ at }) => at.getTime());
  return moments.length === 0 ? null : new Date(Math.max(...moments));
}

/** Whether the level of a system speaks against calling its incident serious, so that somebody looks again. */
export function isLevelDoubtful(level: IncidentLevel, securityLevel: number | null): boolean {
  return level === 'SERIOUS' && securityLevel !== null && securityLevel < 4;
}
