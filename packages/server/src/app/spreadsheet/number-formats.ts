import { dayOfNumber } from '@chi-tieu/shared/domain/days';

/** Formats of days that every spreadsheet knows by number; times of the day alone are none of them. */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Whether a format shows a number as a day: a number of the usual ones, or a code with a day or a year in it. */
export function showsDay(id: number, code: string | undefined): boolean {
  if (code === undefined) return DAY_FORMATS.has(id);
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return !/general/i.test(bare) && /[dy]/i.test(bare);
}

const SERIAL_OF_1970 = 25_569;
const DAYS_TO_1904 = 1_462;
const SECONDS_A_DAY = 86_400;
const LAST_SERIAL = 2_958_465;

/** A day as a spreadsheet counts it, `2022-08-31`, with `T14:30:00` where it has a time; null where it is none. */
export function dayOfSerial(serial: number, isFrom1904: boolean): string | null {
  if (!Number.isFinite(serial)) return null;
  const seconds = Math.round((serial + (isFrom1904 ? DAYS_TO_1904 : 0)) * SECONDS_A_DAY);
  const day = Math.floor(seconds / SECONDS_A_DAY);
  if (day < 1 || day > LAST_SERIAL) return null;
  // Before 1 March 1900 the numbers count a day that never was.
  const text = dayOfNumber((day < 60 ? day + 1 : day) - SERIAL_OF_1970);
  const rest = seconds - day * SECONDS_A_DAY;
  return rest === 0 ? text : `${text}T${two(rest / 3_600)}:${two((rest / 60) % 60)}:${two(rest % 60)}`;
}

function two(number: number): string {
  return String(Math.floor(number)).padStart(2, '0');
}

/** A number as it was typed: what is stored has up to 17 digits, of which the last two may be made by the machine. */
export function plainNumber(stored: string): string {
  const number = Number(stored);
  if (stored === '' || !Number.isFinite(number)) return stored;
  if (Number.isSafeInteger(number)) return String(number);
  const rounded = Number(number.toPrecision(15));
  const text = String(rounded);
  return text.includes('e') ? rounded.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : text;
}
