import { pipeline, Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse as csvParser } from 'csv-parse';
import { CsvHead } from './csv-head.ts';
import { UnreadableBody } from './json-rows.ts';
import { needOneKeyColumn } from './key-column.ts';
import type { Chunks, RawRow } from './read-rows.ts';

const LONGEST_RECORD = 8 * 1024 * 1024;
const MOST_COLUMNS = 500;
const ROWS_AT_ONCE = 500;
const SLICE = 8 * 1024;

/**
 * Streams the records of a CSV whose header has the key column; separated by what separates the names in the header. Throws
 * UnreadableBody for a header of more than 64 kB or 500 columns, or a record of more than 8 MB.
 */
export async function* csvRows(body: Chunks, keyColumn: string): AsyncGenerator<RawRow[]> {
  const { separator, whole } = await readHead(body);
  const parser = csvParser({
    bom: true,
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
  });
  // Errors of the body arrive at whoever reads from the parser.
  pipeline(whole, parser, () => undefined);
  let header: string[] | null = null;
  let rows: RawRow[] = [];
  let count = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      if (header === null) header = readHeader(record, keyColumn);
      else rows.push(readRecord((count += 1), record, header, keyColumn));
      if (rows.length < ROWS_AT_ONCE) continue;
      yield rows;
      rows = [];
    }
  } catch (error) {
    throw error instanceof CsvError ? new UnreadableBody('not CSV') : error;
  }
  if (header === null) throw new UnreadableBody('no header');
  if (rows.length > 0) yield rows;
}

function readHeader(record: string[], keyColumn: string): string[] {
  const columns = record.map((name) => name.normalize('NFC').trim());
  if (columns.length > MOST_COLUMNS) throw new UnreadableBody('too many columns');
  if (!columns.includes(keyColumn)) throw new UnreadableBody('no header');
  needOneKeyColumn(columns, keyColumn);
  return columns;
}

/** A separator too many, in a text that nobody quoted, moves every text behind it under the name of another column. */
function readRecord(row: number, record: string[], header: string[], keyColumn: string): RawRow {
  if (record.length !== header.length)
    return { row, otherColumns: true, key: record[header.indexOf(keyColumn)]?.trim() ?? null };
  const raw: Record<string, string> = {};
  for (let at = 0; at < header.length; at += 1) raw[header[at] ?? ''] = record[at] ?? '';
  return { row, raw };
}

/** Reads until the header is there; `whole` is the body from its beginning. */
async function readHead(body: Chunks): Promise<{ separator: string; whole: Readable }> {
  const chunks = body[Symbol.asyncIterator]();
  const read: Buffer[] = [];
  const head = new CsvHead();
  while (!head.isComplete) {
    const next = await chunks.next();
    if (next.done) break;
    read.push(next.value);
    head.push(next.value);
    if (!head.isTooLong) continue;
    await chunks.return?.();
    throw new UnreadableBody('the header is too long');
  }
  async function* fromStart(): AsyncGenerator<Buffer> {
    yield* slices(Buffer.concat(read));
    for await (const chunk of { [Symbol.asyncIterator]: () => chunks }) yield* slices(chunk);
  }
  return { separator: head.separator(), whole: Readable.from(fromStart(), { objectMode: false }) };
}

/** The parser takes a piece without a pause: a large one with short records would hold everybody up. */
async function* slices(chunk: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < chunk.length; at += SLICE) {
    yield chunk.subarray(at, at + SLICE);
    await setImmediate();
  }
}
