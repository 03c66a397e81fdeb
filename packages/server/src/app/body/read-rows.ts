import { csvRows } from './csv-rows.ts';
import { workbookRows, type DayForm } from '../spreadsheet/workbook-rows.ts';
import { isSmallRow, MOST_ROW_BYTES } from './row-limits.ts';
import { DOSSIER_ENVELOPE, JsonRows, UnreadableBody } from './json-rows.ts';

/**
 * One row of a body as it came. An NDJSON line that does not parse has no content, only its number, nor has a row that is too large to be read; so has a record with another
 * number of columns than the header, where nothing tells which text belongs to which column, but for its `key`: what stands in
 * the key column, to be taken only where it looks like one.
 */
export type RawRow =
  | { row: number; raw: unknown }
  | { row: number; unreadable: true }
  | { row: number; tooLarge: true }
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
  if (type === 'application/json') return readJsonRows(body, new JsonRows(envelope));
  return type === 'text/csv' ? csvRows(body, keyColumn) : ndjsonRows(body);
}

/** The rows of a JSON body, cut out as it streams by. */
export async function* readJsonRows(body: Chunks, cutter: JsonRows): AsyncGenerator<RawRow[]> {
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
      if (text === null) rows.push({ row: line, tooLarge: true });
      else if (text.trim() !== '') rows.push(readLine(line, text));
    }
    isBlank &&= rows.length === 0;
    if (rows.length > 0) yield rows;
  }
  if (isBlank) throw new UnreadableBody('empty');
}

function readLine(row: number, text: string): RawRow {
  if (!isSmallRow(text)) return { row, tooLarge: true };
  try {
    return { row, raw: JSON.parse(row === 1 ? text.replace(/^\uFEFF/, '') : text) as unknown };
  } catch {
    return { row, unreadable: true };
  }
}

/** Pieces of a line are joined now and then: a million small ones would weigh more than their bytes. */
const MOST_PIECES = 8_192;

/** The lines of a body; null for one that is too large, of which nothing is held. */
async function* lines(body: Chunks): AsyncGenerator<(string | null)[]> {
  let left: Buffer[] = [];
  let leftBytes = 0;
  const keep = (bytes: Buffer) => {
    leftBytes += bytes.length;
    if (leftBytes > MOST_ROW_BYTES) left = [];
    else left.push(bytes);
    if (left.length > MOST_PIECES) left = [Buffer.concat(left)];
  };
  const lastLine = () => (leftBytes > MOST_ROW_BYTES ? null : Buffer.concat(left).toString('utf8'));
  for await (const chunk of body) {
    const first = chunk.indexOf(0x0a);
    if (first < 0) {
      keep(chunk);
      continue;
    }
    const end = chunk.lastIndexOf(0x0a);
    keep(chunk.subarray(0, first));
    yield [
      lastLine(),
      ...(end > first
        ? chunk
            .subarray(first + 1, end)
            .toString('utf8')
            .split('\n')
        : []),
    ];
    [left, leftBytes] = [[], 0];
    keep(Buffer.from(chunk.subarray(end + 1)));
  }
  if (leftBytes > 0) yield [lastLine()];
}
