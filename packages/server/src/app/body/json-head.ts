import { isRow } from '@chi-tieu/shared/domain/row-problem';
import { parse, UnreadableBody } from './json-rows.ts';
import type { Chunks } from './read-rows.ts';

/** What stands before the rows of an envelope, and the whole body to be read from its beginning. */
export interface HeadedBody {
  head: ReadonlyMap<string, string>;
  chunks: Chunks;
}

/** So much is held of a body whose rows come before what has to be known first; a larger one is refused. */
const MOST_HELD = 2 * 1024 * 1024;
/** What names a session or a service is short. */
const LONGEST_VALUE = 4_000;
const DEEPEST = 2;

/**
 * Reads texts of an envelope that stand beside its rows, at most two objects deep, without holding the rows: as soon as all that
 * is `needed` is known before the rows begin, the rest streams. Where the rows come first the body is held whole, up to 2 MB.
 */
export async function readHead(
  body: Chunks,
  { names, needed, rows }: { names: readonly string[]; needed: readonly string[]; rows: string },
): Promise<HeadedBody> {
  const scanner = new HeadScanner(new Set(names), rows);
  const iterator = body[Symbol.asyncIterator]();
  const held: Buffer[] = [];
  let bytes = 0;
  let reachedRows = false;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    held.push(Buffer.from(next.value));
    bytes += next.value.length;
    reachedRows ||= scanner.push(next.value);
    const isKnown = needed.every((name) => scanner.found.has(name));
    if (reachedRows && (isKnown || scanner.isBare)) return { head: scanner.found, chunks: joined(held, iterator) };
    if (bytes > MOST_HELD) throw new UnreadableBody('what is needed comes too late', 'oneStop.late', { megabytes: 2 });
  }
  return { head: headOf(held, names, rows), chunks: joined(held, null) };
}

async function* joined(held: readonly Buffer[], rest: AsyncIterator<Buffer> | null): AsyncGenerator<Buffer> {
  try {
    yield* held;
    for (let next = await rest?.next(); next && !next.done; next = await rest?.next()) yield next.value;
  } finally {
    await rest?.return?.();
  }
}

/** The same of a body that is held whole. */
function headOf(held: readonly Buffer[], names: readonly string[], rows: string): Map<string, string> {
  const found = new Map<string, string>();
  const look = (value: unknown, depth: number): void => {
    if (!isRow(value) || depth > DEEPEST) return;
    for (const name of names) {
      const text = value[name];
      if (!found.has(name) && typeof text === 'string' && text.length <= LONGEST_VALUE) found.set(name, text);
    }
    if (!(rows in value)) for (const within of Object.values(value)) look(within, depth + 1);
  };
  look(
    parse(
      Buffer.concat(held)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    ),
    1,
  );
  return found;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN = new Set([0x5b, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);
const OPEN_ARRAY = 0x5b;

/** Walks over the bytes until the rows begin, and keeps the texts of some names on the way. */
class HeadScanner {
  readonly found = new Map<string, string>();
  private readonly names: ReadonlySet<string>;
  private readonly rows: string;
  private depth = 0;
  private isInText = false;
  private isEscaped = false;
  private text: number[] = [];
  /** What stood before the colon, while its value is awaited; null where a name comes next. */
  private name: string | null = null;
  private last = '';
  private isDone = false;
  /** Whether the body is its rows and nothing else. */
  isBare = false;

  constructor(names: ReadonlySet<string>, rows: string) {
    this.names = names;
    this.rows = rows;
  }

  /** Takes the next bytes; whether the rows have begun. */
  push(chunk: Buffer): boolean {
    for (let at = 0; at < chunk.length && !this.isDone; at += 1) {
      const byte = chunk[at] as number;
      if (this.isInText) this.inText(byte);
      else this.structure(byte);
    }
    return this.isDone;
  }

  private inText(byte: number): void {
    if (!this.isEscaped && byte === QUOTE) {
      this.isInText = false;
      this.endText();
      return;
    }
    this.isEscaped = !this.isEscaped && byte === BACKSLASH;
    if (this.text.length <= LONGEST_VALUE) this.text.push(byte);
  }

  private endText(): void {
    const text = this.text.length > LONGEST_VALUE ? '' : String(parse(`"${Buffer.from(this.text).toString('utf8')}"`));
    if (this.name !== null && this.depth <= DEEPEST && this.names.has(this.name) && !this.found.has(this.name))
      this.found.set(this.name, text);
    this.last = text;
  }

  private structure(byte: number): void {
    if (byte === QUOTE) {
      this.isInText = true;
      this.text = [];
    } else if (byte === COLON) this.name = this.last;
    else if (byte === COMMA) this.name = null;
    else if (OPEN.has(byte)) {
      this.isBare = this.depth === 0 && byte === OPEN_ARRAY;
      if (this.name === this.rows || this.isBare) this.isDone = true;
      this.depth += 1;
      this.name = null;
    } else if (CLOSE.has(byte)) {
      this.depth -= 1;
      this.name = null;
    }
  }
}
