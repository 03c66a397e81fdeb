import type { Readable } from 'node:stream';
import { parse as csvParser } from 'csv-parse';
import { JsonRows, parse, UnreadableBody } from './json-rows.ts';

/** One row of a body as it came; an NDJSON line that does not parse has no content, only its number. */
export type RawRow = { row: number; raw: unknown } | { row: number; unreadable: true };

export type MediaType = 'application/json' | 'application/x-ndjson' | 'text/csv';

/** The kind of body that a `Content-Type` announces, or null where it is none that can be read. */
export function mediaTypeOf(contentType: string | undefined): MediaType | null {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/json' || type.endsWith('+json')) return 'application/json';
  if (['application/x-ndjson', 'application/ndjson', 'application/jsonl', 'application/x-jsonlines'].includes(type))
    return 'application/x-ndjson';
  if (type === 'text/csv' || type === 'application/csv') return 'text/csv';
  return null;
}

/**
 * Streams the rows of a body, numbered from 1 (NDJSON: by line); throws UnreadableBody where it cannot be read as what it
 * says it is. A CSV must have the key column in its header.
 */
export function readRows(body: Readable, type: MediaType, keyColumn: string): AsyncGenerator<RawRow[]> {
  if (type === 'application/json') return jsonRows(body);
  return type === 'text/csv' ? csvRows(body, keyColumn) : ndjsonRows(body);
}

async function* jsonRows(body: Readable): AsyncGenerator<RawRow[]> {
  const cutter = new JsonRows();
  let count = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    const rows = cutter.push(chunk).map((text) => ({ row: (count += 1), raw: parse(text) }));
    if (rows.length > 0) yield rows;
  }
  const { others, single } = cutter.end();
  if (single) yield [{ row: 1, raw: single }];
  // Things in the array that are no objects: they are rows too, bad ones; their place among the others is known only now.
  if (others.length > 0) yield others.map((row) => ({ row, raw: null }));
}

async function* ndjsonRows(body: Readable): AsyncGenerator<RawRow[]> {
  let line = 0;
  let bytes = 0;
  for await (const texts of lines(body)) {
    const rows: RawRow[] = [];
    for (const text of texts) {
      line += 1;
      bytes += text.length;
      if (text.trim() !== '') rows.push(readLine(line, text));
    }
    if (rows.length > 0) yield rows;
  }
  if (bytes === 0) throw new UnreadableBody('empty');
}

function readLine(row: number, text: string): RawRow {
  try {
    return { row, raw: JSON.parse(row === 1 ? text.replace(/^\uFEFF/, '') : text) as unknown };
  } catch {
    return { row, unreadable: true };
  }
}

const LONGEST_LINE = 32 * 1024 * 1024;

async function* lines(body: Readable): AsyncGenerator<string[]> {
  let left: Buffer[] = [];
  let leftBytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    const end = chunk.lastIndexOf(0x0a);
    if (end < 0) {
      left.push(chunk);
      leftBytes += chunk.length;
      if (leftBytes > LONGEST_LINE) throw new UnreadableBody('a line is too long');
      continue;
    }
    const whole = Buffer.concat([...left, chunk.subarray(0, end)]).toString('utf8');
    left = [Buffer.from(chunk.subarray(end + 1))];
    leftBytes = left[0]?.length ?? 0;
    yield whole.split('\n');
  }
  if (leftBytes > 0) yield [Buffer.concat(left).toString('utf8')];
}

const ROWS_AT_ONCE = 500;

async function* csvRows(body: Readable, keyColumn: string): AsyncGenerator<RawRow[]> {
  let header: string[] = [];
  const parser = csvParser({
    bom: true,
    delimiter: [',', ';', '\t'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_LINE,
    columns: (names: string[]) => (header = names.map((name) => name.normalize('NFC').trim())),
  });
  body.on('error', (error) => parser.destroy(error));
  body.pipe(parser);
  let rows: RawRow[] = [];
  let count = 0;
  try {
    for await (const record of parser as AsyncIterable<Record<string, string>>) {
      rows.push({ row: (count += 1), raw: record });
      if (rows.length === ROWS_AT_ONCE) {
        yield rows;
        rows = [];
      }
    }
  } catch (error) {
    throw isCsvError(error) ? new UnreadableBody('not CSV') : error;
  }
  if (!header.includes(keyColumn)) throw new UnreadableBody('no header');
  if (rows.length > 0) yield rows;
}

function isCsvError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
}
