import {
  addDays,
  daysBetween,
  daysInMonth,
  monthEnd,
  monthOf,
  monthStart,
  nextDay,
  previousDay,
  yearOf,
  type Day,
} from '@chi-tieu/shared/domain/days';
import type { YearsRest } from '@chi-tieu/shared/domain/forecast/forecast';
import { monthNumber, type MonthNumber } from '@chi-tieu/shared/domain/forecast/history';

const MONTHS = 12;
/** How many whole years before the year are looked at: those of a season, and one more to try forecasts on. */
const YEARS_BEFORE = 3;

/** What months a forecast made at the end of a day rests on, and what is left of the year after it. */
export interface MonthsAsked {
  /** The first day of the first month that is looked at. */
  from: Day;
  /** The last day of the last whole month until the day; before `from` where there is none. */
  to: Day;
  first: MonthNumber;
  length: number;
  /** How many whole months of the year itself are among them. */
  ofYear: number;
  rest: YearsRest;
}

/** The months of a question about the year of `on`, which lies in it. */
export function monthsAsked(on: Day): MonthsAsked {
  const year = yearOf(on);
  const isWhole = on === monthEnd(on);
  const ofYear = isWhole ? monthOf(on) : monthOf(on) - 1;
  const first = monthNumber(year - YEARS_BEFORE, 1);
  return {
    from: dayOf(first),
    to: isWhole ? on : previousDay(monthStart(on)),
    first,
    length: YEARS_BEFORE * MONTHS + ofYear,
    ofYear,
    rest: restOf(on, MONTHS - ofYear),
  };
}

/** The first day of a month. */
export function dayOf(month: MonthNumber): Day {
  const [year, number] = [Math.floor(month / MONTHS), (month % MONTHS) + 1];
  return `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}-01`;
}

function restOf(on: Day, months: number): YearsRest {
  if (months === 0) return { months, daysLeft: 0, daysInMonth: MONTHS };
  const tomorrow = nextDay(on);
  const days = daysInMonth(yearOf(tomorrow), monthOf(tomorrow));
  return { months, daysLeft: daysBetween(tomorrow, addDays(monthStart(tomorrow), days)), daysInMonth: days };
}
