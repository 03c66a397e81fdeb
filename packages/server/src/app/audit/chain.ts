import { createHash } from 'node:crypto';

/** The number of a row of the audit trail and its hash in hexadecimal digits: all that is needed to know the rows up to it. */
export interface ChainHead {
  seq: number;
  hash: string;
}

/** What stands before the first row. */
export const BEGINNING: ChainHead = { seq: 0, hash: '00'.repeat(32) };

/**
 * The hash of a row after the hash before it. `values` are its columns as text, in the order of `audit_text` in
 * migrations/0008-audit.sql; this says the same once more, so that the database is not asked to judge itself.
 */
export function chainHash(previous: string, values: readonly (string | null)[]): string {
  const text = values.map((value) => (value === null ? '-' : `${Buffer.byteLength(value)}:${value}`)).join('');
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(text).digest('hex');
}
