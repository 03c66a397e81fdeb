import { yearOf } from '@chi-tieu/shared/domain/days';
import { day, dayOfYear } from '../../../i18n/format.ts';
import { t } from '../../../i18n/i18n.ts';
import type { AssignmentsQuery } from '@chi-tieu/shared/generated/graphql';
import type { Tone } from '../../../ui/tone.ts';
import './texts.ts';

export type Assignment = AssignmentsQuery['assignments'][number];

/** Something that has to be done by a day; `left` is how many days there are, null without a day. */
export interface Due {
  readonly tone: Tone;
  readonly text: string;
}

/** Within so many days a date is near. */
const NEAR = 7;

/** By when, and how many days that leaves; `isDone` says that nothing is left to do. A day within `year` is written without it. */
export function dueOf(by: string | null, left: number | null, isDone: boolean, year?: number): Due | null {
  if (isDone) return null;
  if (by === null || left === null) return { tone: 'open', text: t('duties.noDate') };
  const when = yearOf(by) === year ? dayOfYear(by) : day(by);
  return {
    tone: left < 0 ? 'miss' : left <= NEAR ? 'risk' : 'none',
    text: t('duties.duePair', { day: when, left: leftText(left) }),
  };
}

/** How many days are left, in words. */
export function leftText(left: number): string {
  if (left === 0) return t('duties.dueToday');
  return left < 0 ? t('duties.daysOver', { count: -left }) : t('duties.daysLeft', { count: left });
}

/** Whether a plan that is there adds up to what its unit received; null where there is nothing to say. */
export function addsUpOf({ plan }: Pick<Assignment, 'plan'>): Due | null {
  if (!plan || plan.standing.addsUp === null) return null;
  if (plan.standing.addsUp) return { tone: 'met', text: t('duties.addsUpYes') };
  return plan.standing.changed
    ? { tone: 'miss', text: t('duties.addsUpNoLonger') }
    : { tone: 'risk', text: t('duties.addsUpNo') };
}

/** Whether something is still to be done: to assign in turn, or to take note. */
export function isOpen({ mustAssign, hasAssigned, target }: Assignment): boolean {
  return (mustAssign && !hasAssigned) || target.acknowledgement === null;
}

/** How much is still to be done, in words: who has to assign, who has to take note, whose day is over. */
export function leftOf(rows: readonly Assignment[]): string {
  const assigning = rows.filter(({ mustAssign, hasAssigned }) => mustAssign && !hasAssigned).length;
  const noting = rows.filter(({ target }) => !target.acknowledgement).length;
  const late = rows.filter(isLate).length;
  if (assigning + noting === 0) return t('duties.allDone');
  return [
    ...(assigning > 0 ? [t('duties.notAssignedCount', { count: assigning })] : []),
    ...(noting > 0
      ? [t(assigning > 0 ? 'duties.alsoNotAcknowledged' : 'duties.notAcknowledgedCount', { count: noting })]
      : []),
    ...(late > 0 ? [t('duties.late', { count: late })] : []),
  ].join(' · ');
}

/** How many of how many; a dash where there are none to count. */
export function ofCount(part: number, whole: number): string {
  return whole === 0 ? '—' : t('duties.ofCount', { part, whole });
}

/** Whether a day by which it had to be done is over. */
export function isLate({ assignDaysLeft, acknowledgeDaysLeft }: Assignment): boolean {
  return (assignDaysLeft ?? 0) < 0 || (acknowledgeDaysLeft ?? 0) < 0;
}

/**
 * What is most urgent first: whose day is over longest or comes soonest, who has to assign before who has to take note alone; then what
 * has no day; then plans that no longer add up; what is done last. Within that by code.
 */
export function byUrgency(rows: readonly Assignment[]): Assignment[] {
  return [...rows].sort((a, b) => {
    const [mine, other] = [urgency(a), urgency(b)];
    const at = mine.findIndex((value, index) => value !== other[index]);
    return at < 0 ? (a.unit.code < b.unit.code ? -1 : 1) : (mine[at] ?? 0) - (other[at] ?? 0);
  });
}

function urgency(row: Assignment): [group: number, days: number, still: number, kind: number] {
  const days = Math.min(row.assignDaysLeft ?? Infinity, row.acknowledgeDaysLeft ?? Infinity);
  const still = row.mustAssign && !row.hasAssigned ? 0 : 1;
  if (Number.isFinite(days)) return [0, days, still, row.assignDaysLeft === days ? 0 : 1];
  if (isOpen(row)) return [1, 0, still, 0];
  return [addsUpOf(row)?.tone === 'miss' ? 2 : 3, 0, 0, 0];
}
