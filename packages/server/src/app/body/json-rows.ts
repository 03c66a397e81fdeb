import { isRow } from '@chi-tieu/shared/domain/row-problem';
import type { ErrorText } from '../error-texts.ts';
import type { ErrorParams } from '../errors.ts';
import { isSmallRow, MOST_ROW_BYTES } from './row-limits.ts';

/**
 * Cuts the rows out of a JSON body as it streams by: the objects of a bare array, or of the array under `data` (or another key)
 * in an envelope at most two objects deep. What is left, with `""` in the place of each row, must be JSON too: so the whole body
 * is checked without ever being held. A body without such an array is one object and is held whole. A row that is too large is not
 * parsed: it is told by its place alone.
 */

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const SPACE = 0x20;
/** Short, nothing of its own when it is parsed, and what stands beside it without a comma never makes it something else. */
const PLACEHOLDER = Buffer.from('""');

const NOTHING = Buffer.alloc(0);

/** Rows so short are harmless, whatever they hold (row-limits.ts). */
const MOST_PLAIN_BYTES = 4_096;
const MOST_OTHER_ROWS = 16;

const FIRST_BYTES = 1_024;

/** The body outside of the rows may have this many bytes, and so many names and values. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_PARTS = 100_000;

/** Pieces of a row are joined now and then. */
const MOST_PIECES = 8_192;

/** How much longer a letter gets when it is written as an escape. */
const LONGEST_LETTER = 6;

/** The body cannot be read; nothing of it is stored. `text` is what its sender is told. */
export class UnreadableBody extends Error {
  readonly text: ErrorText;
  readonly params: ErrorParams;

  constructor(why: string, text: ErrorText = 'ingest.body', params: ErrorParams = {}) {
    super(why);
    this.text = text;
    this.params = params;
  }
}

/** Where the rows lie in an envelope: the key of their array, and whether one object may stand there instead of an array. */
export interface Envelope {
  key: string;
  mayHoldOne: boolean;
}

/** The envelope of `DongBoHoSoMC`. */
export const DOSSIER_ENVELOPE: Envelope = { key: 'data', mayHoldOne: false };

/** One row with its place in the array, counted from 1; null where something else than an object stands there. */
export type JsonRow = { row: number; raw: unknown } | { row: number; tooLarge: true };

export class JsonRows {
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** What stood between the last quotes outside of rows, as far as it may be the key. */
  private word = '';
  /** Open containers outside of rows, three deep: true for an object. */
  private containers: boolean[] = [];
  /** Depth of the array whose objects are rows; 0 while none is open. */
  private rowsDepth = 0;
  private foundRows = false;
  /** True while inside a row. */
  private inRow = false;
  /** The place of the array's current element, and whether something has been seen of it. */
  private place = 0;
  private begun = false;
  /** How many rows were tried as plain ones and were not. */
  private otherRows = 0;
  private row: Buffer[] = [];
  /** What stands outside of rows, up to `restBytes`: one store that grows, or two small objects a row would grow old while it streams. */
  private rest = Buffer.allocUnsafe(FIRST_BYTES);
  private rowBytes = 0;
  private restBytes = 0;
  private restParts = 0;
  private readonly envelope: Envelope;
  private readonly longestKey: number;

  constructor(envelope = DOSSIER_ENVELOPE) {
    this.envelope = envelope;
    this.longestKey = envelope.key.length * LONGEST_LETTER;
  }

  /** Takes the next bytes; returns the rows that they complete. Throws UnreadableBody for a row that is not JSON. */
  push(chunk: Buffer): JsonRow[] {
    const rows: JsonRow[] = [];
    let from = 0;
    for (let i = 0; i < chunk.length; i += 1) {
      const plain = this.plainRow(chunk, i);
      if (plain) {
        this.keepRest(chunk, from, i);
        this.keepRest(PLACEHOLDER, 0, PLACEHOLDER.length);
        this.begun = true;
        rows.push({ row: this.place, raw: plain.raw });
        i = plain.end;
        from = i + 1;
        continue;
      }
      if (this.inRow) {
        i = this.pass(chunk, i);
        if (this.depth > this.rowsDepth) break;
        this.keepRow(chunk.subarray(from, i + 1));
        rows.push(this.endRow());
        from = i + 1;
        continue;
      }
      const byte = chunk[i] as number;
      if (this.inString) {
        this.string(byte);
      } else if (byte === OPEN_OBJECT && this.isRowStart()) {
        this.keepRest(chunk, from, i);
        this.keepRest(PLACEHOLDER, 0, PLACEHOLDER.length);
        this.inRow = true;
        this.begun = true;
        this.depth += 1;
        from = i;
      } else {
        if (this.isOther(byte)) rows.push({ row: this.place, raw: null });
        this.structure(byte);
      }
    }
    if (this.inRow) this.keepRow(chunk.subarray(from));
    else this.keepRest(chunk, from, chunk.length);
    return rows;
  }

  /** Ends the body, which must be JSON as a whole; returns the one row of a body that is one object. */
  end(): JsonRow[] {
    if (!this.foundRows && this.restBytes > MOST_ROW_BYTES) throw new UnreadableBody('one object, and too large');
    const outside = parse(this.rest.toString('utf8', 0, this.restBytes).replace(/^\uFEFF/, ''));
    if (this.foundRows) return [];
    const { key, mayHoldOne } = this.envelope;
    const one = isRow(outside) && mayHoldOne && key in outside ? outside[key] : outside;
    if (!isRow(one) || (!mayHoldOne && (key in one || 'service' in one))) throw new UnreadableBody('no rows in it');
    return [{ row: 1, raw: one }];
  }

  /**
   * The row that begins at a place, where it is short and holds no other object: then it ends at the next closing brace, and it is the
   * row if it parses, for no beginning of an object is one. Told without looking at each of its bytes. Tried no longer where rows
   * turn out to be otherwise.
   */
  private plainRow(chunk: Buffer, at: number): { raw: unknown; end: number } | null {
    if (chunk[at] !== OPEN_OBJECT || this.inString || this.inRow || !this.isRowStart()) return null;
    if (this.otherRows > MOST_OTHER_ROWS) return null;
    const end = chunk.indexOf(CLOSE_OBJECT, at);
    if (end < 0 || end - at > MOST_PLAIN_BYTES) return null;
    try {
      return { raw: JSON.parse(chunk.toString('utf8', at, end + 1)) as unknown, end };
    } catch {
      this.otherRows += 1;
      return null;
    }
  }

  /**
   * Goes through a row from a place on; gives the place where it ends, or the end of the chunk. Nearly all bytes of a body pass
   * here, so it holds what it looks at in its hands.
   */
  private pass(chunk: Buffer, from: number): number {
    let { depth, inString } = this;
    let at = from;
    if (this.escaped) {
      this.escaped = false;
      at += 1;
    }
    for (; at < chunk.length; at += 1) {
      const byte = chunk[at] as number;
      if (inString) {
        if (byte === QUOTE) inString = false;
        else if (byte === BACKSLASH) at += 1;
      } else if (byte === QUOTE) inString = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) depth += 1;
      else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        depth -= 1;
        if (depth === this.rowsDepth) break;
      }
    }
    // What a backslash at the very end stands before comes with the next chunk.
    this.escaped = at > chunk.length;
    this.depth = depth;
    this.inString = inString;
    return at;
  }

  private string(byte: number): void {
    if (this.escaped) this.escaped = false;
    else if (byte === BACKSLASH) this.escaped = true;
    else if (byte === QUOTE) {
      this.inString = false;
      return;
    }
    if (this.word.length <= this.longestKey) this.word += String.fromCharCode(byte);
  }

  private structure(byte: number): void {
    if (byte === COLON) this.countRest();
    if (byte === QUOTE) {
      this.inString = true;
      this.word = '';
    } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) this.open(byte === OPEN_OBJECT);
    else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) this.close();
    else if (byte === COMMA && this.isBetweenRows()) {
      this.place += 1;
      this.begun = false;
    }
  }

  private isBetweenRows(): boolean {
    return this.rowsDepth > 0 && this.depth === this.rowsDepth;
  }

  private isRowStart(): boolean {
    return this.isBetweenRows() && !this.begun;
  }

  /** Whether an element begins here that is no object. */
  private isOther(byte: number): boolean {
    if (byte <= SPACE || byte === COMMA || byte === CLOSE_ARRAY || !this.isRowStart()) return false;
    this.begun = true;
    return true;
  }

  private open(isObject: boolean): void {
    this.depth += 1;
    if (isObject) this.countRest();
    if (!isObject && this.rowsDepth === 0 && this.containers.every(Boolean) && this.opensRows()) {
      this.rowsDepth = this.depth;
      this.foundRows = true;
      this.place += 1;
      this.begun = false;
    }
    if (this.depth <= 3) this.containers[this.depth - 1] = isObject;
  }

  private opensRows(): boolean {
    return this.depth === 1 || (this.depth <= 3 && this.isKey());
  }

  /** Whether what stood between the last quotes means the key of the rows, escapes or not. */
  private isKey(): boolean {
    const { key } = this.envelope;
    if (this.word === key) return true;
    return this.word.includes('\\u') && this.word.length <= this.longestKey && unescaped(this.word) === key;
  }

  private close(): void {
    this.depth -= 1;
    if (this.depth < 0) throw new UnreadableBody('closes more than it opens');
    if (this.depth < this.rowsDepth) this.rowsDepth = 0;
    this.containers.length = Math.min(this.containers.length, this.depth);
  }

  private endRow(): JsonRow {
    const [first = NOTHING, ...others] = this.row;
    const whole = others.length === 0 ? first : Buffer.concat(this.row);
    const text = this.rowBytes > MOST_ROW_BYTES ? null : whole.toString('utf8');
    this.row = [];
    this.rowBytes = 0;
    this.inRow = false;
    const row = this.place;
    return text !== null && isSmallRow(text) ? { row, raw: parse(text) } : { row, tooLarge: true };
  }

  private countRest(): void {
    this.restParts += 1;
    if (this.restParts > MOST_PARTS) throw new UnreadableBody('too much around the rows');
  }

  private keepRow(bytes: Buffer): void {
    this.rowBytes += bytes.length;
    if (this.rowBytes > MOST_ROW_BYTES) {
      this.row = [];
      return;
    }
    this.row.push(bytes);
    if (this.row.length > MOST_PIECES) this.row = [Buffer.concat(this.row)];
  }

  private keepRest(bytes: Buffer, from: number, to: number): void {
    if (from === to) return;
    const all = this.restBytes + to - from;
    if (all > MOST_BYTES) throw new UnreadableBody('too much around the rows');
    if (all > this.rest.length) {
      const larger = Buffer.allocUnsafe(Math.max(2 * this.rest.length, all));
      this.rest.copy(larger, 0, 0, this.restBytes);
      this.rest = larger;
    }
    bytes.copy(this.rest, this.restBytes, from, to);
    this.restBytes = all;
  }
}

/** Parses a JSON text; what does not parse makes the body unreadable. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UnreadableBody('not JSON');
  }
}

function unescaped(word: string): string {
  return word.replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
