/** A calendar day as ISO text, `2022-08-31`. Days of one form compare rightly as plain text. */
export type Day = string;

/** How far Asia/Ho_Chi_Minh is ahead of UTC: seven hours, without summer time, since 1975. */
export const VIETNAM_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const DAYS_TO_1970 = 719_468;
const DAYS_IN_ERA = 146_097;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days the month (1 to 12) of a year has; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Whether year (1 to 9999), month and day name a day of the calendar. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return year >= 1 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * Days from 1970-01-01 to a day of the Gregorian calendar. Counts in years that begin in March, so that the leap day is the
 * last of its year; `Date.UTC` is not used because it takes the years 0 to 99 for 1900 to 1999.
 */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - DAYS_TO_1970;
}

/** The day that lies `number` days after 1970-01-01; the inverse of `dayNumber`. Throws RangeError outside the years 1 to 9999. */
export function dayOfNumber(number: number): Day {
  const z = number + DAYS_TO_1970;
  const era = Math.floor(z / DAYS_IN_ERA);
  const dayOfEra = z - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return written(
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  );
}

function written(year: number, month: number, day: number): Day {
  if (!isCalendarDay(year, month, day)) throw new RangeError('not a day between the years 1 and 9999');
  const y = year < 1000 ? String(year).padStart(4, '0') : String(year);
  return `${y}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** Whether the text is a day of the calendar written `yyyy-MM-dd`, of the years 0001 to 9999. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && isCalendarDay(yearOf(text), monthOf(text), Number(text.slice(8)));
}

/** The year of a day, 2022. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The month of a day, 1 to 12. */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

function numberOf(day: Day): number {
  if (!isDay(day)) throw new RangeError('not a calendar day');
  return dayNumber(yearOf(day), monthOf(day), Number(day.slice(8)));
}

/** The calendar day in Asia/Ho_Chi_Minh at an instant. Throws RangeError for an invalid Date. */
export function dayInVietnam(at: Date): Day {
  return dayOfNumber(Math.floor((at.getTime() + VIETNAM_OFFSET_MS) / DAY_MS));
}

/** The day `n` days later (earlier when negative). Throws RangeError for what is not a day. */
export function addDays(day: Day, n: number): Day {
  return dayOfNumber(numberOf(day) + n);
}

/** The day before. */
export function previousDay(day: Day): Day {
  return addDays(day, -1);
}

/** The day after. */
export function nextDay(day: Day): Day {
  return addDays(day, 1);
}

/** How many days lie between two days: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** The first day of the day's month. */
export function monthStart(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

/** The last day of the day's month. */
export function monthEnd(day: Day): Day {
  return day.slice(0, 8) + String(daysInMonth(yearOf(day), monthOf(day)));
}

/** 1 January of a year. */
export function yearStart(year: number): Day {
  return written(year, 1, 1);
}

/** 31 December of a year. */
export function yearEnd(year: number): Day {
  return written(year, 12, 31);
}

/** Negative when `a` is earlier, positive when it is later, 0 for the same day: an order for `sort`. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether the day lies between two days, ends included; null is an open end. */
export function isBetween(day: Day, from: Day | null, to: Day | null): boolean {
  return (from === null || day >= from) && (to === null || day <= to);
}
