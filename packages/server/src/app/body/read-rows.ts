import { pipeline, Readable } from 'node:stream';
import { CsvError, parse as csvParser } from 'csv-parse';
import { JsonRows, UnreadableBody } from './json-rows.ts';

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
  for await (const chunk of body as AsyncIterable<Buffer>) {
    const rows = cutter.push(chunk);
    if (rows.length > 0) yield rows;
  }
  yield cutter.end();
}

async function* ndjsonRows(body: Readable): AsyncGenerator<RawRow[]> {
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
  const { head, whole } = await readHead(body);
  const header = new Set<string>();
  const parser = csvParser({
    bom: true,
    delimiter: separatorOf(head),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_LINE,
    columns: (names: string[]) => {
      const columns = names.map((name) => name.normalize('NFC').trim());
      for (const column of columns) header.add(column);
      return columns;
    },
  });
  // Errors of the body arrive at whoever reads from the parser.
  pipeline(whole, parser, () => undefined);
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
    throw error instanceof CsvError ? new UnreadableBody('not CSV') : error;
  }
  if (!header.has(keyColumn)) throw new UnreadableBody('no header');
  if (rows.length > 0) yield rows;
}

/** Reads until the header is there; `whole` is the body from its beginning. */
async function readHead(body: Readable): Promise<{ head: string; whole: Readable }> {
  const chunks = (body as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  let read: Buffer = Buffer.alloc(0);
  let head: string | null = null;
  while (head === null && read.length < LONGEST_LINE) {
    const next = await chunks.next();
    if (next.done) break;
    read = Buffer.concat([read, next.value]);
    head = firstLine(read.toString('utf8'));
  }
  async function* fromStart(): AsyncGenerator<Buffer> {
    yield read;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  return { head: head ?? read.toString('utf8'), whole: Readable.from(fromStart(), { objectMode: false }) };
}

/** The first line with something in it, quoted line ends included; null while it is not there in full. */
function firstLine(text: string): string | null {
  const start = text.search(/[^\s\uFEFF]/);
  if (start < 0) return null;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    else if (!quoted && (text[at] === '\n' || text[at] === '\r')) return text.slice(start, at);
  }
  return null;
}

/** What stands most often between the names of a header, of the three separators in use. */
function separatorOf(head: string): string {
  const bare = head.replace(/"[^"]*"/g, '');
  const count = (separator: string) => bare.split(separator).length;
  return [',', ';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best));
}
