/** How many years a season is made of at the most. */
const YEARS = 3;

/**
 * The first and the last of the years that a season is made of: the last three before the plan's year that are over on a day
 * of the year `now`. A year that still runs has no season yet.
 */
export function seasonYears(planYear: number, now: number): { first: number; last: number } {
  const last = Math.min(planYear, now) - 1;
  return { first: last - YEARS + 1, last };
}
