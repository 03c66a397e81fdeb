import { isDay, type Day } from './days.ts';
import { hundredthsOf } from './percent.ts';

const PERCENT = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/;
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const DIGITS_ONLY = /^(\d\d)(\d\d)(\d{4})$/;
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;

/**
 * What a person typed as a percentage, in hundredths: `55`, `55,5`, `55.5`, `55 %`. Null for anything else, beyond 100, and
 * for more than two decimals: `1.234` is not taken for a thousand.
 */
export function readPercent(text: string): number | null {
  const parts = PERCENT.exec(text.trim());
  return parts === null ? null : hundredthsOf(Number(`${parts[1]}.${parts[2] ?? '0'}`));
}

/** A day as Vietnamese documents write it: `31/08/2022`. */
export function formatDay(day: Day): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/**
 * What a person typed as a day: `31082022`, `31/8/2022`, `31.08.2022`, `31-8-2022` or `2022-08-31`. Null for anything else, for a
 * day that does not exist, and outside the years 1900 to 2199.
 */
export function readDay(text: string): Day | null {
  const plain = text.trim();
  const parts = DAY_FIRST.exec(plain) ?? DIGITS_ONLY.exec(plain);
  const day = parts === null ? plain : `${parts[3]}-${two(parts[2])}-${two(parts[1])}`;
  const year = Number(day.slice(0, 4));
  return isDay(day) && year >= EARLIEST_YEAR && year <= LATEST_YEAR ? day : null;
}

function two(digits = ''): string {
  return digits.padStart(2, '0');
}
