import type { IncomingHttpHeaders } from 'node:http';
import { createHash } from 'node:crypto';
import { createGunzip } from 'node:zlib';
import { finished, Transform, type Readable } from 'node:stream';
import { UnreadableBody } from './json-rows.ts';
import type { Chunks, RawRow } from './read-rows.ts';

/** What one body may make. */
export interface BodyLimits {
  /** Bytes, unpacked. */
  bytes: number;
  /** The number of its last row. */
  rows: number;
  /** Milliseconds that the server waits for what a line of half a kilobyte a second would bring in them. */
  idleMs: number;
}

/** Whether others wait for the place that a body holds. */
export interface Waiting {
  isWaitedFor?: () => boolean;
}

/** So many times its packed bytes may a body be; the first megabytes are free, small ones are packed as they are. */
const MOST_RATIO = 200;
const FREE_BYTES = 1024 * 1024;

/** So many rows may a packed kilobyte hold beyond the first: rows of dossiers take more, however alike they are. */
const MOST_ROWS_A_KILOBYTE = 400;
const FREE_ROWS = 10_000;

/** Slower than any line in use: who sends less only holds a place that others wait for. */
const LEAST_BYTES_A_SECOND = 512;
/** The same while others wait for the place. */
const LEAST_WHILE_OTHERS_WAIT = 10_000;
/** The same over so many times as long, whoever waits: the slowest lines in use bring twice as much, also with pauses. */
const LEAST_ON_AVERAGE = 4_000;
const LONG_SPAN = 4;
const MEGABYTE = 1024 * 1024;

export interface OpenBody {
  /** What came, unpacked; throws UnreadableBody where it is more than it may be, stops coming or cannot be unpacked. */
  chunks: Chunks;
  /** How many bytes came so far, as they were sent. */
  bytes: () => number;
  /** SHA-256 of what came so far, as it was sent. */
  checksum: () => string;
  /** Waits for nothing more: whoever reads from `chunks` gets an error. */
  breakOff: () => void;
}

/** How a body is packed, as its sender says: written in small letters or large ones. */
export function encodingOf({ 'content-encoding': said = 'identity' }: IncomingHttpHeaders): string {
  return said.trim().toLowerCase();
}

/** Opens a body that comes packed with gzip or as it is. Nothing is read of it before somebody reads from `chunks`. */
export function openBody(
  payload: Readable | undefined,
  encoding: 'gzip' | 'identity',
  limits: Pick<BodyLimits, 'bytes' | 'idleMs'> & Waiting,
): OpenBody {
  const sent = { bytes: 0 };
  const hash = createHash('sha256');
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sent.bytes += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const body = encoding === 'gzip' ? counting.pipe(createGunzip()) : counting;
  // It may break before anybody reads from it: kept for whoever does, instead of ending the process.
  body.on('error', () => undefined);
  const breakOff = () => void body.destroy(new UnreadableBody('broken off'));
  const checksum = () => hash.copy().digest('hex');
  const open = { chunks: guarded(body, sent, limits), bytes: () => sent.bytes, checksum, breakOff };
  if (!payload || typeof payload.pipe !== 'function') {
    counting.end();
    return open;
  }
  // Also where the connection broke off before this was reached: waited for, its rows would never come.
  finished(payload, { writable: false }, (error) => error && body.destroy(new UnreadableBody('broken off')));
  // Whoever is still sending when the body is refused has to be let finish, or the answer would never be read.
  body.on('close', () => payload.unpipe(counting).resume());
  payload.pipe(counting);
  return open;
}

async function* guarded(
  body: Readable,
  sent: Readonly<{ bytes: number }>,
  { bytes, idleMs, isWaitedFor = () => false }: Pick<BodyLimits, 'bytes' | 'idleMs'> & Waiting,
): AsyncGenerator<Buffer> {
  let read = 0;
  let timer: NodeJS.Timeout | undefined;
  const pace = { bytes: 0, waited: 0 };
  const isTooSlow = (ms: number) => body.destroy(new UnreadableBody('too slow', 'ingest.idle', { seconds: ms / 1000 }));
  const spans = [
    { ms: idleMs, least: () => (isWaitedFor() ? LEAST_WHILE_OTHERS_WAIT : 0), bytes: 0, waited: 0 },
    { ms: LONG_SPAN * idleMs, least: () => LEAST_ON_AVERAGE, bytes: 0, waited: 0 },
  ];
  // Only while somebody waits for bytes: whoever is not read from cannot send.
  const watch = () => (timer = setTimeout(() => isTooSlow(idleMs), idleMs - pace.waited));
  const arrived = (since: number) => {
    clearTimeout(timer);
    const waited = performance.now() - since;
    for (const span of spans) {
      span.waited += waited;
      if (span.waited < span.ms) continue;
      if (sent.bytes - span.bytes < (span.least() * span.waited) / 1000) isTooSlow(span.ms);
      Object.assign(span, { bytes: sent.bytes, waited: 0 });
    }
    pace.waited = Math.min(pace.waited + waited, idleMs);
    if (sent.bytes - pace.bytes < (LEAST_BYTES_A_SECOND * idleMs) / 1000) return;
    pace.bytes = sent.bytes;
    pace.waited = 0;
  };
  try {
    let since = performance.now();
    watch();
    for await (const chunk of body as AsyncIterable<Buffer>) {
      arrived(since);
      read += chunk.length;
      if (read > bytes)
        throw new UnreadableBody('too large', 'ingest.tooLarge', { megabytes: Math.round(bytes / MEGABYTE) });
      if (read > FREE_BYTES && read > MOST_RATIO * sent.bytes)
        throw new UnreadableBody('packed too tightly', 'ingest.packed', { ratio: MOST_RATIO });
      yield chunk;
      since = performance.now();
      watch();
    }
  } finally {
    clearTimeout(timer);
  }
}

/** The same rows; throws UnreadableBody where there are more than so many, or more than so many packed bytes may hold. */
export async function* atMostRows(
  rows: AsyncIterable<RawRow[]>,
  most: number,
  packed: (() => number) | null = null,
): AsyncGenerator<RawRow[]> {
  let count = 0;
  for await (const some of rows) {
    count += some.length;
    if ((some.at(-1)?.row ?? 0) > most) throw new UnreadableBody('too many rows', 'ingest.tooManyRows', { rows: most });
    if (packed && count > FREE_ROWS + (MOST_ROWS_A_KILOBYTE * packed()) / 1024)
      throw new UnreadableBody('too many rows', 'ingest.packedRows', { rows: MOST_ROWS_A_KILOBYTE });
    yield some;
  }
}
