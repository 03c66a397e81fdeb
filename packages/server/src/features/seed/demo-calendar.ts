import { addDays, dayNumber, dayOfNumber, monthOf, yearOf, type Day } from '@chi-tieu/shared/domain/days';

const MONDAY_SHIFT = 3; // 1970-01-01 was a Thursday
const SATURDAY = 5;

/** The days of the demonstration by number (days since 1970-01-01), and which of them offices are open on. */
export class WorkCalendar {
  readonly first: number;
  readonly last: number;
  private readonly texts: Day[] = [];
  private readonly openDays: number[] = [];
  /** By day: where in `openDays` the first open day at or after it stands. */
  private readonly nextOpen: number[] = [];

  /** Knows the days from `first` to `last` and half a year beyond, for dossiers that take that long. */
  constructor(first: Day, last: Day, holidays: ReadonlySet<Day>) {
    this.first = numberOf(first);
    this.last = numberOf(last);
    for (let number = this.first; number <= numberOf(addDays(last, 183)); number++) {
      const text = dayOfNumber(number);
      this.texts.push(text);
      this.nextOpen.push(this.openDays.length);
      if (weekday(number) < SATURDAY && !holidays.has(text)) this.openDays.push(number);
    }
  }

  /** The day as text; throws RangeError for a day that the calendar does not know. */
  text(number: number): Day {
    const text = this.texts[number - this.first];
    if (text === undefined) throw new RangeError(`day ${String(number)} lies outside the calendar`);
    return text;
  }

  isOpen(number: number): boolean {
    return this.openDays[this.nextOpen[number - this.first] ?? -1] === number;
  }

  /** The day on which offices have been open `steps` more times; with 0 the day itself, or the next open one. */
  openDayAfter(number: number, steps: number): number {
    const from = (this.nextOpen[number - this.first] ?? 0) + (steps > 0 && !this.isOpen(number) ? steps - 1 : steps);
    const day = this.openDays[Math.min(from, this.openDays.length - 1)];
    if (day === undefined) throw new RangeError('the calendar has no open day');
    return day;
  }

  /** How busy a day is beside others of its month: Mondays most, a little online work on days off. */
  busyness(number: number): number {
    if (!this.isOpen(number)) return 0.04;
    return [1.25, 1.1, 1, 0.95, 0.9][weekday(number)] ?? 0;
  }
}

/** A day and a time of it in seconds as the `yyyyMMddHHmmss` stamp of one-stop systems. */
export function stampOf(day: Day, seconds: number): string {
  const two = (value: number): string => (value < 10 ? `0${String(value)}` : String(value));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return day.replaceAll('-', '') + two(hours) + two(minutes) + two(seconds % 60);
}

function numberOf(day: Day): number {
  return dayNumber(yearOf(day), monthOf(day), Number(day.slice(8)));
}

function weekday(number: number): number {
  return (number + MONDAY_SHIFT) % 7;
}
