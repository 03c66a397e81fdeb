import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** What a preview saw: which procedures in which versions, and which changes it was about. */
export interface Frozen {
  changes: string;
  seen: [id: number, version: number][];
}

/** A token for what a preview saw. It is no secret and gives no right: it only says what its bearer was shown. */
export function freeze({ changes, seen }: Frozen): string {
  return deflateRawSync(JSON.stringify([changes, ...seen.flat()])).toString('base64url');
}

/** So long may a token be, and what it unfolds to: 5,000 procedures make some 40,000 and 80,000. */
const LONGEST = 200_000;

/** An id or a version, as the database counts them. */
const isNumber = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) > 0 && Number(value) < 2 ** 31;

/** What a token says, or null for what is none: also one that somebody made up, with a procedure twice or none that can be. */
export function thaw(token: string): Frozen | null {
  if (token.length > LONGEST || !/^[\w-]+$/.test(token)) return null;
  try {
    const text = inflateRawSync(Buffer.from(token, 'base64url'), { maxOutputLength: LONGEST }).toString('utf8');
    const [changes, ...numbers] = JSON.parse(text) as unknown[];
    const isWhole = numbers.length % 2 === 0 && numbers.every(isNumber);
    if (typeof changes !== 'string' || !isWhole) return null;
    const seen = Array.from({ length: numbers.length / 2 }, (_, at): [number, number] => [
      Number(numbers[at * 2]),
      Number(numbers[at * 2 + 1]),
    ]);
    // What was seen was seen once.
    return new Set(seen.map(([id]) => id)).size === seen.length ? { changes, seen } : null;
  } catch {
    return null;
  }
}

/** What tells changes from other ones. */
export function digestOf(changes: object): string {
  const sorted = Object.entries(changes)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 16);
}
