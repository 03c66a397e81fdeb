import { addDays, compareDays, monthEnd, monthStart, nextDay, previousDay, type Day } from '../days.ts';
import { isBehind } from '../standing/outlook.ts';
import type { Counts } from '../rate.ts';
import type { SendingState } from '../freshness.ts';

/**
 * What a look at one unit by one condition found. STRIKES: the condition holds, and has since `began`. CLEAR: it does not.
 * UNHEARD: nothing can be said, for what would say it has not come: what was found before stays as it was.
 */
export interface Finding {
  unitId: number;
  state: 'STRIKES' | 'CLEAR' | 'UNHEARD';
  /** Where the spell began; null unless it strikes. */
  began: Day | null;
  /** Up to which day it could be judged; null where it could not. */
  judgedTo: Day | null;
  /** By which plan and number it was judged, so that one sees when another one is asked for; null where there is none. */
  about: string | null;
}

/** A month of a unit, with what it had counted from January to its end. */
export interface JudgedMonth {
  /** Its first day. */
  start: Day;
  counts: Counts;
  /** The mark for the month's end in hundredths; null where no plan set one. */
  mark: number | null;
  /** By which plan. */
  plan: string | null;
}

const found = (unitId: number, state: Finding['state'], more: Partial<Finding> = {}): Finding => ({
  ...{ unitId, state, began: null, judgedTo: null, about: null },
  ...more,
});

/** Whether a month that is over has settled: what belongs to it is taken to have come so many days later. */
export function isSettled(start: Day, on: Day, settleDays: number): boolean {
  return compareDays(addDays(monthEnd(start), settleDays), on) < 0;
}

/** The months, the last first, in which a unit was behind without a break, up to the last one that has a mark. */
export function monthsBehind(months: readonly JudgedMonth[]): JudgedMonth[] {
  const last = months.findLastIndex(({ mark }) => mark !== null);
  const run: JudgedMonth[] = [];
  for (let at = last; at >= 0; at -= 1) {
    const month = months[at];
    if (!month || isBehind(month.counts, month.mark) !== true) break;
    run.push(month);
  }
  return run;
}

/**
 * Behind the mark so many months running. Months are those of one year that have settled, in order. Of a silent unit nothing is
 * said: it would be urged to work where it should be asked to send.
 */
export function judgeBehind(
  unitId: number,
  { months, running, isSilent }: { months: readonly JudgedMonth[]; running: number; isSilent: boolean },
): Finding {
  if (isSilent) return found(unitId, 'UNHEARD');
  const marked = months.filter(({ mark }) => mark !== null);
  const last = marked.at(-1);
  if (!last) return found(unitId, 'CLEAR');
  const judged = { judgedTo: monthEnd(last.start), about: `${last.plan ?? ''} ${yearIn(last.start)}` };
  const run = monthsBehind(months);
  const first = run.at(-1);
  if (!first || run.length < running) return found(unitId, 'CLEAR', judged);
  return found(unitId, 'STRIKES', { ...judged, began: first.start });
}

const yearIn = (day: Day): string => day.slice(0, 4);

/** Silent for so many days, by the unit's own rhythm too. */
export function judgeSilent(unitId: number, { state, lastDay, daysSince, days, on }: SilenceJudged): Finding {
  if (state !== 'SILENT' || lastDay === null || daysSince === null || daysSince < days)
    return found(unitId, 'CLEAR', { judgedTo: lastDay });
  return found(unitId, 'STRIKES', { began: nextDay(lastDay), judgedTo: on });
}

export interface SilenceJudged {
  state: SendingState;
  lastDay: Day | null;
  daysSince: number | null;
  /** So many days make it news. */
  days: number;
  on: Day;
}

/** Not assigned by a day: struck from the day after it. */
export function judgeNotAssigned(
  unitId: number,
  { mustAssign, hasAssigned, plan, deadline, on }: AssignmentJudged,
): Finding {
  const judged = { judgedTo: on, about: plan };
  if (!mustAssign || hasAssigned || compareDays(on, deadline) <= 0) return found(unitId, 'CLEAR', judged);
  return found(unitId, 'STRIKES', { ...judged, began: nextDay(deadline) });
}

export interface AssignmentJudged {
  mustAssign: boolean;
  hasAssigned: boolean;
  /** The plan that gives it the target. */
  plan: string | null;
  deadline: Day;
  on: Day;
}

/** Out of reach, from the month at whose beginning it was; where no month says so, from that of the day. */
export function judgeOutOfReach(unitId: number, { isOut, from, about, on, isSilent }: ReachJudged): Finding {
  if (isSilent) return found(unitId, 'UNHEARD');
  const judged = { judgedTo: on, about };
  if (!isOut) return found(unitId, 'CLEAR', judged);
  const began = from === null || compareDays(from, on) > 0 ? monthStart(on) : from;
  return found(unitId, 'STRIKES', { ...judged, began });
}

export interface ReachJudged {
  isOut: boolean;
  from: Day | null;
  about: string | null;
  on: Day;
  isSilent: boolean;
}

/** The last month that may be judged on a day: its first day. */
export function lastSettledMonth(on: Day, settleDays: number): Day {
  let month = monthStart(on);
  while (!isSettled(month, on, settleDays)) month = monthStart(previousDay(month));
  return month;
}

/** Whether so much of what a unit answers for is silent that its number says nothing: the unit itself, or half of those below that send. */
export function isTooSilent({ own, silent, expected }: { own: boolean; silent: number; expected: number }): boolean {
  return own || (expected > 0 && silent * 2 >= expected);
}
