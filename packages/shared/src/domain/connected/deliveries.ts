import { addDays, type Day } from '../days.ts';

/** So many of the same weekdays before a day are looked at, and on so many of them something has to have come. */
export const WEEKS_BEFORE = 8;
const WEEKS_WITH = 6;

/**
 * Whether something was to be expected on a day: on at least six of the eight same weekdays before it something came. A day that is not
 * over is not judged by it.
 */
export function isExpected(day: Day, came: ReadonlySet<Day>): boolean {
  let weeks = 0;
  for (let week = 1; week <= WEEKS_BEFORE; week += 1) if (came.has(addDays(day, -7 * week))) weeks += 1;
  return weeks >= WEEKS_WITH;
}

/** The days of a period, ends included. */
export function daysOf(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
