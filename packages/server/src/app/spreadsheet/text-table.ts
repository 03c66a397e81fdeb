import { pipeline, Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse as csvParser, type Info } from 'csv-parse';
import { LONGEST_CELL, type TableRow } from '@chi-tieu/shared/domain/import/cell';
import { UnreadableBody } from '../body/json-rows.ts';
import type { SheetLimits } from './sheet-rows.ts';

const SEPARATORS = [',', ';', '\t', '|'] as const;
const LINES_LOOKED_AT = 50;
const SLICE = 16_384;
/** A quote that is never closed swallows the rest of the file: a record of so many characters is no record. */
const LONGEST_RECORD = 1024 * 1024;

/**
 * Reads a text of separated values, with commas, semicolons, tabs or bars, whichever stand in most of its first lines. Rows are
 * numbered as a spreadsheet numbers them when it opens the file. Throws UnreadableBody for what is no such text, or has too many rows or
 * columns.
 */
export async function readTextTable(whole: string, limits: SheetLimits): Promise<TableRow[]> {
  const { text, told } = withoutTold(whole);
  const parser = csvParser({
    delimiter: told ?? likelySeparator(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    info: true,
  });
  pipeline(Readable.from(slices(text)), parser, () => undefined);
  const rows: TableRow[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      if (record.every((value) => value.trim() === '')) continue;
      if (record.length > limits.columns)
        throw new UnreadableBody('too many columns', 'sheet.columns', { columns: limits.columns });
      if (rows.length === limits.rows)
        throw new UnreadableBody('too many rows', 'ingest.tooManyRows', { rows: limits.rows });
      const cells = record.map((value) => ({ text: value.slice(0, LONGEST_CELL + 1), kind: 'TEXT' as const }));
      rows.push({ row: info.records + info.empty_lines, cells });
    }
  } catch (error) {
    throw error instanceof CsvError ? new UnreadableBody('not CSV', 'sheet.notTable') : error;
  }
  return rows;
}

/** A first line `sep=;` tells the separator and is no row. */
function withoutTold(text: string): { text: string; told: string | null } {
  const told = /^sep=(.)\r?\n/i.exec(text);
  return told ? { text: text.slice(told[0].length), told: told[1] ?? null } : { text, told: null };
}

/** What stands equally often in most lines, first of all without a blank behind it, as commas of sentences have. */
export function likelySeparator(text: string): string {
  const lines = plainLines(text);
  const score = (separator: string, isTight: boolean) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const parts = isTight ? line.replaceAll(`${separator} `, ' ') : line;
      const count = parts.split(separator).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    return Math.max(0, ...[...counts].map(([count, times]) => times + Math.min(count, 50) / 100));
  };
  for (const isTight of [true, false]) {
    const scores = SEPARATORS.map((separator) => score(separator, isTight));
    const best = Math.max(...scores);
    if (best > 0) return SEPARATORS[scores.indexOf(best)] ?? ',';
  }
  return ',';
}

/** The first lines without what stands in quotes. */
function plainLines(text: string): string[] {
  const head = text.slice(0, LINES_LOOKED_AT * 2_000).replace(/"(?:[^"]|"")*"/g, '');
  return head
    .split(/\r?\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_LOOKED_AT);
}

/** In pieces with a pause between them: the parser takes one without. */
async function* slices(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += SLICE) {
    yield text.slice(at, at + SLICE);
    await setImmediate();
  }
}
