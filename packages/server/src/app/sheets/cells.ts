import type { Day } from '@chi-tieu/shared/domain/days';

/** What stands in a cell of a file that is given out; null: nothing. Days are days, and codes are texts though they look like numbers. */
export type Cell = string | number | null | { day: Day };

/** A column of such a file: what stands above it, and how wide it is, in characters. */
export interface SheetColumn {
  title: string;
  width: number;
  /** What it and its neighbours have in common: stands above their titles. */
  group?: string;
  /** What stands in the line of numbers below the titles. */
  number?: string;
}

/**
 * Whether a program for tables may take a text for a formula. Such a text would be run by whoever opens the file, and anybody who
 * can name a procedure could have written it.
 */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n]/.test(text);
}
