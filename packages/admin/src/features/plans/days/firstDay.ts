import { yearEnd, yearStart, type Day } from '@chi-tieu/shared/domain/days';

/**
 * The day that is proposed for a plan that is begun: today within its year, else the first of it. An amending one begins no
 * earlier than the plan that it amends; of a year that is over, on the very day of that one.
 */
export function firstDay(year: number, today: Day, amended: Day | null = null): Day {
  const day = today >= yearStart(year) && today <= yearEnd(year) ? today : (amended ?? yearStart(year));
  return amended !== null && day < amended ? amended : day;
}
