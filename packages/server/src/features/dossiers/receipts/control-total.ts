import type { IncomingHttpHeaders } from 'node:http';
import type { Locale } from '../../../app/locale.ts';
import { errorText } from '../../../app/errors.ts';
import type { Claims } from './claims.queries.ts';

const MOST = 50_000_000;
const WHOLE = /^\d{1,8}$/;

/** How many rows whoever sends a body says that there are, in the address or the head; null: nothing is said, 'WRONG': no number. */
export function readControlTotal(
  query: Readonly<Record<string, unknown>>,
  headers: IncomingHttpHeaders,
): number | null | 'WRONG' {
  const said = [query['expected'], headers['x-control-total']].filter((one) => one !== undefined);
  const totals = said.map((one) => (typeof one === 'string' && WHOLE.test(one) ? Number(one) : MOST + 1));
  if (totals.some((total) => total > MOST) || new Set(totals).size > 1) return 'WRONG';
  return totals[0] ?? null;
}

/** What is told of a body beside its rows: that rows are missing or too many, and that it came before. Loudest first. */
export function claimTexts({ expected, sameAs }: Claims, received: number, locale: Locale): string[] {
  const notes: string[] = [];
  if (expected !== null && expected !== received) {
    const count = Math.abs(expected - received);
    notes.push(errorText(received < expected ? 'ingest.fewer' : 'ingest.more', { expected, received, count }, locale));
  }
  if (sameAs !== null) notes.push(errorText('ingest.sameBody', { batch: sameAs }, locale));
  return notes;
}
