import { BEGINNING, chainHash, type ChainHead } from '../../app/audit/chain.ts';
import type { Sql } from '../../app/sql.ts';
import { chainRows, storedHead, type ChainRow } from './audit.queries.ts';

/**
 * How the chain is broken: a row says something else than it did (CHANGED), is not there (MISSING), the last ones are not
 * there (CUT), there are more than the head knows (ADDED), or everything fits together but is not what was noted down
 * earlier (REWRITTEN).
 */
export type Fault = 'CHANGED' | 'MISSING' | 'CUT' | 'ADDED' | 'REWRITTEN';

export interface Verified {
  /** The last row that fits, with all before it. */
  head: ChainHead;
  /** The first row that does not; null where the whole chain holds. */
  broken: { seq: number; fault: Fault } | null;
}

/** So many rows are held at a time. */
const PAGE = 200;

/**
 * Recomputes the whole chain from its first row, in one snapshot and with flat memory. `noted` is a head from elsewhere (a log
 * line, a backup): the chain must still lead through it. `told` hears after each page how far it has come.
 */
export async function verifyChain(
  sql: Sql,
  noted: ChainHead | null = null,
  page = PAGE,
  told: (seq: number) => void = () => undefined,
): Promise<Verified> {
  let head = BEGINNING;
  let rows = await chainRows(sql, null, page);
  while (rows.length > 0) {
    for (const row of rows) {
      const fault = faultOf(row, head, noted);
      if (fault) return { head, broken: fault };
      head = { seq: row.seq, hash: row.hash };
    }
    told(head.seq);
    rows = await chainRows(sql, head.seq, page);
  }
  return { head, broken: faultAtEnd(head, await storedHead(sql), noted) };
}

function faultOf(row: ChainRow, head: ChainHead, noted: ChainHead | null): Verified['broken'] {
  const next = head.seq + 1;
  if (row.seq > next) return { seq: next, fault: 'MISSING' };
  if (row.seq < next) return { seq: row.seq, fault: 'ADDED' };
  const fits = row.previous === head.hash && row.hash === chainHash(head.hash, row.values);
  if (!fits) return { seq: next, fault: 'CHANGED' };
  if (noted?.seq === next && noted.hash !== row.hash) return { seq: next, fault: 'REWRITTEN' };
  return null;
}

function faultAtEnd(head: ChainHead, stored: ChainHead | null, noted: ChainHead | null): Verified['broken'] {
  const next = head.seq + 1;
  if (noted !== null && noted.seq > head.seq) return { seq: next, fault: 'CUT' };
  if (stored === null || stored.seq > head.seq) return { seq: next, fault: 'CUT' };
  if (stored.seq < head.seq) return { seq: stored.seq + 1, fault: 'ADDED' };
  return stored.hash === head.hash ? null : { seq: head.seq, fault: 'REWRITTEN' };
}
