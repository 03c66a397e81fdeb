import { addDays, VIETNAM_OFFSET_MS, type Day } from '../days.ts';
import { daysOf, periodOn, shifted, type Days } from '../periods/periods.ts';
import { PERIODS_OF_REPORTS, type ReportKind } from './facts.ts';

/** When reports of a kind are drawn up by themselves: so many days after their period, and not what was due before the schedule began. */
export interface ScheduleTimes {
  kind: ReportKind;
  daysAfter: number;
  startsOn: Day;
}

export const MOST_DAYS_AFTER = 60;
/** At six in the morning, as the rules of urging are looked at. */
const HOUR = 6;
/** So many periods are caught up with after the process stood still. */
const MOST_CAUGHT_UP = 12;

/** The day on which the report of a period is drawn up. */
export const dueDayOf = ({ daysAfter }: Pick<ScheduleTimes, 'daysAfter'>, { to }: Days): Day => addDays(to, daysAfter);

/** The instant at which it is. */
export function dueAtOf(times: Pick<ScheduleTimes, 'daysAfter'>, days: Days): Date {
  return new Date(Date.parse(`${dueDayOf(times, days)}T00:00:00Z`) + HOUR * 3_600_000 - VIETNAM_OFFSET_MS);
}

/** The periods whose report is due at an instant, the earliest first; `today` is its day. Of many the latest twelve. */
export function duePeriods(times: ScheduleTimes, now: Date, today: Day): Days[] {
  return periodsBegun(times, today, (days) => dueAtOf(times, days) <= now);
}

/** Those that have begun by a day and whose report is drawn up since the schedule began, the earliest first. */
function periodsBegun(times: ScheduleTimes, today: Day, isWanted: (days: Days) => boolean): Days[] {
  const found: Days[] = [];
  let period = periodOn(PERIODS_OF_REPORTS[times.kind], today);
  while (found.length < MOST_CAUGHT_UP && dueDayOf(times, daysOf(period)) >= times.startsOn) {
    if (isWanted(daysOf(period))) found.unshift(daysOf(period));
    period = shifted(period, -1);
  }
  return found;
}

/**
 * What a schedule that is on owes as it is altered, the earliest first: what is due by it, and what it would still have drawn up but the new one
 * has due before it begins. Whoever keeps these, and begins the new one today, loses no period and draws none twice.
 */
export function owedWhenAltered(
  before: ScheduleTimes,
  after: Pick<ScheduleTimes, 'daysAfter'> & { active: boolean },
  now: Date,
  today: Day,
): Days[] {
  const isDueAnew = (days: Days): boolean => after.active && dueAtOf(after, days) <= now;
  return periodsBegun(before, today, (days) => dueAtOf(before, days) <= now || isDueAnew(days));
}

/** The period whose report is drawn up next. */
export function nextPeriod(times: ScheduleTimes, now: Date, today: Day): Days {
  let period = periodOn(PERIODS_OF_REPORTS[times.kind], today);
  // Back to the first that is still to come: the days after a period may reach beyond the next one.
  while (
    dueAtOf(times, daysOf(shifted(period, -1))) > now &&
    dueDayOf(times, daysOf(shifted(period, -1))) >= times.startsOn
  )
    period = shifted(period, -1);
  return daysOf(period);
}
