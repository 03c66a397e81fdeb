/**
 * Cuts the dossiers out of a JSON body as it streams by: the objects of a bare array, or of the array under `data` in an
 * envelope at most two objects deep. What is left, with `{}` in the place of each object, must be JSON too: so the whole
 * body is checked without ever being held. A body without such an array is one object and is held whole.
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const PLACEHOLDER = Buffer.from('{}');

/** One dossier, or the body outside of the dossiers, may have this many bytes. */
const MOST_BYTES = 32 * 1024 * 1024;

/** A comma a dossier: pieces are joined now and then, or a million of them would weigh more than the bytes. */
const MOST_PIECES = 8_192;

/** The body cannot be read; nothing of it is stored. */
export class UnreadableBody extends Error {}

export class JsonRows {
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** Depth of the array whose objects are dossiers; 0 while none is open. */
  private rowsDepth = 0;
  /** True while inside one of those objects. */
  private inRow = false;
  /** Open containers outside of dossiers: true for an object. */
  private containers: boolean[] = [];
  private stringStart = -1;
  private lastString = '';
  private row: Buffer[] = [];
  private rest: Buffer[] = [];
  private rowBytes = 0;
  private restBytes = 0;

  /** Takes the next bytes; returns the texts of the dossiers that they complete. */
  push(chunk: Buffer): string[] {
    const rows: string[] = [];
    let from = 0;
    for (let i = 0; i < chunk.length; i += 1) {
      const byte = chunk[i] as number;
      if (this.inString) {
        this.string(byte, chunk, i);
      } else if (byte === QUOTE) {
        this.inString = true;
        this.stringStart = i;
      } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        if (byte === OPEN_OBJECT && !this.inRow && this.rowsDepth > 0 && this.depth === this.rowsDepth) {
          this.keepRest(chunk.subarray(from, i));
          this.keepRest(PLACEHOLDER);
          this.inRow = true;
          from = i;
        }
        this.open(byte === OPEN_OBJECT);
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        this.close();
        if (this.inRow && this.depth === this.rowsDepth) {
          this.keepRow(chunk.subarray(from, i + 1));
          rows.push(Buffer.concat(this.row).toString('utf8'));
          this.row = [];
          this.rowBytes = 0;
          this.inRow = false;
          from = i + 1;
        }
      }
    }
    if (this.inRow) this.keepRow(chunk.subarray(from));
    else this.keepRest(chunk.subarray(from));
    this.stringStart = this.inString ? 0 : -1;
    return rows;
  }

  /**
   * What the body was besides its dossiers. `others` are the places (counted from 1) in the array where something stood
   * that is no object; `single` is the one object of a body without an array.
   */
  end(): { others: number[]; single: Record<string, unknown> | null } {
    const outside = parse(
      Buffer.concat(this.rest)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    );
    const rows = findRows(outside);
    if (rows !== null) return { others: rows.flatMap((row, at) => (isPlaceholder(row) ? [] : [at + 1])), single: null };
    if (typeof outside === 'object' && outside !== null && !('data' in outside) && !('service' in outside)) {
      return { others: [], single: outside as Record<string, unknown> };
    }
    throw new UnreadableBody('no dossiers in it');
  }

  private string(byte: number, chunk: Buffer, at: number): void {
    if (this.escaped) this.escaped = false;
    else if (byte === BACKSLASH) this.escaped = true;
    else if (byte === QUOTE) {
      this.inString = false;
      // Only `data` matters, and only outside of dossiers; a key cut in two by chunks is pieced together from the rest.
      if (!this.inRow && this.depth <= 2) this.lastString = this.stringText(chunk, at);
    }
  }

  private stringText(chunk: Buffer, end: number): string {
    if (this.stringStart > 0 || (this.stringStart === 0 && chunk[0] === QUOTE))
      return chunk.toString('utf8', this.stringStart + 1, end);
    const before = Buffer.concat(this.rest.slice(-4)).toString('latin1');
    return before.slice(before.lastIndexOf('"') + 1) + chunk.toString('latin1', 0, end);
  }

  private open(isObject: boolean): void {
    this.depth += 1;
    if (this.inRow) return;
    if (!isObject && this.rowsDepth === 0 && this.containers.every(Boolean)) {
      const underData = this.depth > 1 && this.depth <= 3 && this.lastString === 'data';
      if (this.depth === 1 || underData) this.rowsDepth = this.depth;
    }
    if (this.depth <= 3) this.containers[this.depth - 1] = isObject;
  }

  private close(): void {
    this.depth -= 1;
    if (this.depth < 0) throw new UnreadableBody('closes more than it opens');
    if (this.inRow) return;
    if (this.depth < this.rowsDepth) this.rowsDepth = 0;
    this.containers.length = Math.min(this.containers.length, this.depth);
  }

  private keepRow(bytes: Buffer): void {
    this.rowBytes += bytes.length;
    if (this.rowBytes > MOST_BYTES) throw new UnreadableBody('a dossier is too large');
    this.row.push(bytes);
  }

  private keepRest(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.restBytes += bytes.length;
    if (this.restBytes > MOST_BYTES) throw new UnreadableBody('too much around the dossiers');
    // A copy: a view would hold the whole chunk in memory as long as the body streams.
    this.rest.push(bytes === PLACEHOLDER ? bytes : Buffer.from(bytes));
    if (this.rest.length > MOST_PIECES) this.rest = [Buffer.concat(this.rest)];
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

function findRows(outside: unknown, depth = 0): unknown[] | null {
  if (Array.isArray(outside)) return outside as unknown[];
  if (typeof outside !== 'object' || outside === null || depth > 1) return null;
  const { data } = outside as { data?: unknown };
  if (Array.isArray(data)) return data as unknown[];
  for (const value of Object.values(outside)) {
    if (
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Array.isArray((value as { data?: unknown }).data)
    ) {
      return (value as { data: unknown[] }).data;
    }
  }
  return null;
}

function isPlaceholder(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
