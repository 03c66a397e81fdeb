import { isDay, type Day } from './days.ts';
import { hundredthsOf } from './percent.ts';
import { writeStamp } from './vietnamTime.ts';

const PERCENT = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/;
/** Thousands may be apart, all by the same mark. */
const WHOLE = /^(?:\d+|\d{1,3}(?:([.,\s])\d{3}(?:\1\d{3})*))$/;
const LONGEST_WHOLE = 15;
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)$/;
const DIGITS_ONLY = /^(\d\d)(\d\d)(\d{4})$/;
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;
/** A year of two digits up to here is one of this century; one beyond might be meant for the last. */
const LATEST_SHORT_YEAR = 49;

/**
 * What a person typed as a percentage, in hundredths: `55`, `55,5`, `55.5`, `55 %`. Null for anything else, beyond 100, and
 * for more than two decimals: `1.234` is not taken for a thousand.
 */
export function readPercent(text: string): number | null {
  const parts = PERCENT.exec(text.trim());
  return parts === null ? null : hundredthsOf(Number(`${parts[1]}.${parts[2] ?? '0'}`));
}

/** What a person typed as a count, `1840`, `1.840` or `1,840`; null for anything else. */
export function readWhole(text: string): number | null {
  const plain = text.trim();
  const digits = WHOLE.test(plain) ? plain.replace(/[.,\s]/g, '') : null;
  return digits === null || digits.length > LONGEST_WHOLE ? null : Number(digits);
}

/** A day as Vietnamese documents write it: `31/08/2022`. */
export function formatDay(day: Day): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** An instant to the minute, as it is on clocks in Vietnam: `17:00 31/08/2022`. */
export function formatInstant(at: Date): string {
  const stamp = writeStamp(at);
  return `${stamp.slice(8, 10)}:${stamp.slice(10, 12)} ${stamp.slice(6, 8)}/${stamp.slice(4, 6)}/${stamp.slice(0, 4)}`;
}

/**
 * What a person typed as a day: `31082022`, `31/8/2022`, `31.08.2022`, `31-8-2022`, `2022-08-31`, and `31/8/22` for 2022. Null for
 * anything else, for a day that does not exist, and outside the years 1900 to 2199; also where more than one day could be meant:
 * without a year, with a year of two digits beyond 49, and for six digits without marks between them.
 */
export function readDay(text: string): Day | null {
  const plain = text.trim();
  const parts = DAY_FIRST.exec(plain) ?? DIGITS_ONLY.exec(plain);
  const day = parts === null ? plain : `${fullYear(parts[3])}-${two(parts[2])}-${two(parts[1])}`;
  const year = Number(day.slice(0, 4));
  return isDay(day) && year >= EARLIEST_YEAR && year <= LATEST_YEAR ? day : null;
}

function fullYear(digits = ''): string {
  if (digits.length === 4) return digits;
  return Number(digits) <= LATEST_SHORT_YEAR ? `20${digits}` : '';
}

function two(digits = ''): string {
  return digits.padStart(2, '0');
}
