import { csvRows } from './csv-rows.ts';
import { workbookRows, type DayForm } from '../spreadsheet/workbook-rows.ts';
import { DOSSIER_ENVELOPE, JsonRows, UnreadableBody } from './json-rows.ts';

/**
 * One row of a body as it came. An NDJSON line that does not parse has no content, only its number; so has a record with another
 * number of columns than the header, where nothing tells which text belongs to which column, but for its `key`: what stands in
 * the key column, to be taken only where it looks like one.
 */
export type RawRow =
  | { row: number; raw: unknown }
  | { row: number; unreadable: true }
  | { row: number; otherColumns: true; key: string | null };

/** The type of workbooks (.xlsx). */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type MediaType = 'application/json' | 'application/x-ndjson' | 'text/csv' | typeof WORKBOOK_TYPE;

/** The kind of body that a `Content-Type` announces, or null where it is none that can be read. */
export function mediaTypeOf(contentType: string | undefined): MediaType | null {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/json' || type.endsWith('+json')) return 'application/json';
  if (['application/x-ndjson', 'application/ndjson', 'application/jsonl', 'application/x-jsonlines'].includes(type))
    return 'application/x-ndjson';
  if (type === 'text/csv' || type === 'application/csv') return 'text/csv';
  if (type === WORKBOOK_TYPE) return WORKBOOK_TYPE;
  return null;
}

/** A body as it streams in, unpacked. */
export type Chunks = AsyncIterable<Buffer>;

/**
 * Streams the rows of a body, numbered from 1 (NDJSON: by line); throws UnreadableBody where it cannot be read as what it
 * says it is. A CSV must have the key column in its header, a workbook in that of one of its sheets; `days` tells how it writes days.
 */
export function readRows(
  body: Chunks,
  type: MediaType,
  keyColumn: string,
  envelope = DOSSIER_ENVELOPE,
  days: DayForm = 'STAMP',
): AsyncGenerator<RawRow[]> {
  if (type === WORKBOOK_TYPE) return workbookRows(body, keyColumn, days);
  if (type === 'application/json') return jsonRows(body, new JsonRows(envelope));
  return type === 'text/csv' ? csvRows(body, keyColumn) : ndjsonRows(body);
}

async function* jsonRows(body: Chunks, cutter: JsonRows): AsyncGenerator<RawRow[]> {
  for await (const chunk of body) {
    const rows = cutter.push(chunk);
    if (rows.length > 0) yield rows;
  }
  yield cutter.end();
}

async function* ndjsonRows(body: Chunks): AsyncGenerator<RawRow[]> {
  let line = 0;
  let isBlank = true;
  for await (const texts of lines(body)) {
    const rows: RawRow[] = [];
    for (const text of texts) {
      line += 1;
      if (text.trim() !== '') rows.push(readLine(line, text));
    }
    isBlank &&= rows.length === 0;
    if (rows.length > 0) yield rows;
  }
  if (isBlank) throw new UnreadableBody('empty');
}

function readLine(row: number, text: string): RawRow {
  try {
    return { row, raw: JSON.parse(row === 1 ? text.replace(/^\uFEFF/, '') : text) as unknown };
  } catch {
    return { row, unreadable: true };
  }
}

const LONGEST_LINE = 32 * 1024 * 1024;

/** Pieces of a line are joined now and then: a million small ones would weigh more than their bytes. */
const MOST_PIECES = 8_192;

async function* lines(body: Chunks): AsyncGenerator<string[]> {
  let left: Buffer[] = [];
  let leftBytes = 0;
  for await (const chunk of body) {
    const end = chunk.lastIndexOf(0x0a);
    if (end < 0) {
      left.push(chunk);
      leftBytes += chunk.length;
      if (leftBytes > LONGEST_LINE) throw new UnreadableBody('a line is too long');
      if (left.length > MOST_PIECES) left = [Buffer.concat(left)];
      continue;
    }
    const whole = Buffer.concat([...left, chunk.subarray(0, end)]).toString('utf8');
    left = [Buffer.from(chunk.subarray(end + 1))];
    leftBytes = left[0]?.length ?? 0;
    yield whole.split('\n');
  }
  if (leftBytes > 0) yield [Buffer.concat(left).toString('utf8')];
}
