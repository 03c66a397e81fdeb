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

/** The periods whose report is due at an instant, the earliest first; `today` is its day. */
export function duePeriods(times: ScheduleTimes, now: Date, today: Day): Days[] {
  const found: Days[] = [];
  let period = periodOn(PERIODS_OF_REPORTS[times.kind], today);
  for (let count = 0; count < MOST_CAUGHT_UP; count += 1) {
    const days = daysOf(period);
    if (dueDayOf(times, days) < times.startsOn) break;
    if (dueAtOf(times, days) <= now) found.unshift(days);
    period = shifted(period, -1);
  }
  return found;
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
