import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Day } from '@chi-tieu/shared/domain/days';

/** One row of a data file by its column names; every text in NFC, an empty cell an empty text. */
export type CsvRow<Column extends string> = Readonly<Record<Column, string>>;

// The same three steps up from src/features/seed as from dist/features/seed.
const DATA = new URL('../../../data/', import.meta.url);

/**
 * Reads a file below packages/server/data, `base/units.csv`. Throws an Error that names the file when its header is not
 * exactly the columns asked for: a seed that reads the wrong cell would fill the database with nonsense.
 */
export function readCsv<const Column extends string>(file: string, columns: readonly Column[]): CsvRow<Column>[] {
  const text = readFileSync(new URL(file, DATA), 'utf8').normalize('NFC');
  const [header = [], ...lines] = parse(text, { bom: true, skip_empty_lines: true });
  if (header.join() !== columns.join())
    throw new Error(`${file}: the columns are ${header.join()}, not ${columns.join()}`);
  return lines.map((line) => Object.fromEntries(columns.map((column, i) => [column, line[i] ?? ''])) as CsvRow<Column>);
}

/** A day, or null for an empty cell: an open end. */
export function dayOrNull(cell: string): Day | null {
  return cell === '' ? null : cell;
}

/** The parts of a cell that holds several values, `PROVINCE|COMMUNE`. */
export function listed(cell: string): string[] {
  return cell === '' ? [] : cell.split('|');
}

/** The cell as one of the given words; throws an Error that names the cell otherwise. */
export function oneOf<const Word extends string>(cell: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === cell);
  if (word === undefined) throw new Error(`"${cell}" is none of ${words.join(', ')}`);
  return word;
}

/** Yes or no, as the files write it. */
export function isYes(cell: string): boolean {
  return oneOf(cell, ['yes', 'no']) === 'yes';
}
