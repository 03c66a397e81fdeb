import { addDays, daysInMonth, previousDay, yearOf, monthOf, type Day } from '../days.ts';
import type { Locale } from '../percent.ts';

/** CUMULATIVE: from the year's beginning to the end of a month. */
export const PERIOD_KINDS = ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR', 'CUMULATIVE'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/**
 * A period by its name: the third quarter of 2022. With `startDay` 1 it is one of the calendar; with another one each of its months
 * runs from that day of the month before to the day before it, as reports from the 15th to the 14th do.
 */
export interface NamedPeriod {
  kind: PeriodKind;
  year: number;
  /** Which of the year: month 1 to 12 (also of CUMULATIVE: the last one), quarter 1 to 4, half 1 or 2; 1 for YEAR. */
  number: number;
  startDay: number;
}

/** Two days, both included. */
export interface Days {
  from: Day;
  to: Day;
}

/** The day on which months of official reports begin (Decree 09/2019/NĐ-CP). */
export const REPORT_DAY = 15;
/** Years that a period can have: those beside them are the first and the last that a day is written in. */
export const FIRST_YEAR = 2;
export const LAST_YEAR = 9998;

/** Whether a day has days beside it that can be written, so many as any period is looked at around its own. */
export function isWithinYears(day: Day): boolean {
  return yearOf(day) >= FIRST_YEAR && yearOf(day) <= LAST_YEAR;
}

/** The last day that every month has. */
export const LAST_START_DAY = 28;

const MONTHS: Readonly<Record<PeriodKind, number>> = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12, CUMULATIVE: 1 };

/** How many periods of a kind a year has. */
export function countInYear(kind: PeriodKind): number {
  return 12 / MONTHS[kind];
}

/** The days of a period. Throws RangeError for one that no year has. */
export function daysOf({ kind, year, number, startDay }: NamedPeriod): Days {
  const isOne = Number.isInteger(number) && number >= 1 && number <= countInYear(kind);
  if (
    !isOne ||
    !Number.isInteger(startDay) ||
    startDay < 1 ||
    startDay > LAST_START_DAY ||
    year < FIRST_YEAR ||
    year > LAST_YEAR
  )
    throw new RangeError('no such period');
  const lastMonth = number * MONTHS[kind];
  const firstMonth = kind === 'CUMULATIVE' ? 1 : lastMonth - MONTHS[kind] + 1;
  if (startDay === 1)
    return { from: dayOf(year, firstMonth, 1), to: dayOf(year, lastMonth, daysInMonth(year, lastMonth)) };
  return { from: dayOf(year, firstMonth - 1, startDay), to: previousDay(dayOf(year, lastMonth, startDay)) };
}

/** A day of a month, where month 0 is December of the year before. */
function dayOf(year: number, month: number, day: number): Day {
  const [y, m] = month === 0 ? [year - 1, 12] : [year, month];
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** All periods of a kind in a year, in their order. */
export function periodsOfYear(kind: PeriodKind, year: number, startDay = 1): NamedPeriod[] {
  return Array.from({ length: countInYear(kind) }, (_, at) => ({ kind, year, number: at + 1, startDay }));
}

/**
 * What two days are called, where they have a name; null: just two days. What has two names is told by the shorter one: January to
 * January is a month, January to June a half-year, the twelve months are the year.
 */
export function nameOfDays({ from, to }: Days): NamedPeriod | null {
  const startDay = Number(from.slice(8));
  if (startDay > LAST_START_DAY || to < from) return null;
  const year =
    startDay === 1 || Number(to.slice(8)) < startDay ? yearOf(to) : yearOf(to) + Math.floor(monthOf(to) / 12);
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  for (const kind of PERIOD_KINDS) {
    const found = periodsOfYear(kind, year, startDay).find((period) => {
      const days = daysOf(period);
      return days.from === from && days.to === to;
    });
    if (found) return found;
  }
  return null;
}

/** The period so many places later, earlier where negative: the quarter before the first is the fourth of the year before. */
export function shifted({ kind, year, number, startDay }: NamedPeriod, by: number): NamedPeriod {
  const count = countInYear(kind);
  const at = year * count + number - 1 + by;
  const shiftedYear = Math.floor(at / count);
  return { kind, year: shiftedYear, number: at - shiftedYear * count + 1, startDay };
}

/** The same period a year earlier. */
export function yearBefore(period: NamedPeriod): NamedPeriod {
  return { ...period, year: period.year - 1 };
}

/** The period of a kind in which a day lies; of CUMULATIVE the one that ends with the day's month. */
export function periodOn(kind: PeriodKind, day: Day, startDay = 1): NamedPeriod {
  // A month's number is that of the month in which it ends.
  const inMonthOf = Number(day.slice(8)) >= startDay && startDay > 1 ? addDays(`${day.slice(0, 7)}-28`, 4) : day;
  const number = Math.ceil(monthOf(inMonthOf) / MONTHS[kind]);
  return { kind, year: yearOf(inMonthOf), number, startDay };
}

/** Whether all of it lies before a day. */
export function isOver(days: Days, today: Day): boolean {
  return days.to < today;
}

const ROMAN = ['I', 'II', 'III', 'IV'];
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** What a period is called; one that is not of the calendar names its days with it. */
export function periodName(period: NamedPeriod, locale: Locale): string {
  const name = locale === 'vi' ? vietnameseName(period) : englishName(period);
  if (period.startDay === 1) return name;
  const { from, to } = daysOf(period);
  return `${name} (${written(from)} – ${written(to)})`;
}

function written(day: Day): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

function vietnameseName({ kind, year, number }: NamedPeriod): string {
  switch (kind) {
    case 'MONTH':
      return `Tháng ${number}/${year}`;
    case 'QUARTER':
      return `Quý ${ROMAN[number - 1] ?? number}/${year}`;
    case 'HALF_YEAR':
      return number === 1 ? `6 tháng đầu năm ${year}` : `6 tháng cuối năm ${year}`;
    case 'YEAR':
      return `Năm ${year}`;
    case 'CUMULATIVE':
      return `Lũy kế ${number} tháng năm ${year}`;
  }
}

function englishName({ kind, year, number }: NamedPeriod): string {
  switch (kind) {
    case 'MONTH':
      return `${MONTH_NAMES[number - 1] ?? number} ${year}`;
    case 'QUARTER':
      return `Quarter ${number} of ${year}`;
    case 'HALF_YEAR':
      return number === 1 ? `First half of ${year}` : `Second half of ${year}`;
    case 'YEAR':
      return `Year ${year}`;
    case 'CUMULATIVE':
      return number === 1 ? `First month of ${year}` : `First ${number} months of ${year}`;
  }
}
