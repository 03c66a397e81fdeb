import { compareDays, monthEnd, type Day } from '../days.ts';

/** A deadline lies within so many years. */
export const YEARS_AHEAD = 3;
/** Papers that are entered are not older than so many years. */
export const YEARS_BACK = 20;

/** The same day of another year: 28 February where that has no 29th. */
function yearsFrom(day: Day, years: number): Day {
  const month = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}-${day.slice(5, 7)}`;
  const last = monthEnd(`${month}-01`);
  const same = `${month}-${day.slice(8)}`;
  return compareDays(same, last) > 0 ? last : same;
}

/** The last day that a deadline set today may be. */
export const lastDeadline = (today: Day): Day => yearsFrom(today, YEARS_AHEAD);
/** The first day that a paper entered today may bear. */
export const firstDated = (today: Day): Day => yearsFrom(today, -YEARS_BACK);
