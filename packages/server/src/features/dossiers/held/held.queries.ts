import type { Jump } from '@chi-tieu/shared/domain/jumps/jumps';
import type { Page } from '../../../app/connection.ts';
import type { Sql } from '../../../app/sql.ts';
import type { Writer } from '../../../app/database.ts';

/** An import that is held, or was. */
export interface HeldRow {
  id: string;
  sentFor: number | null;
  rows: number;
  /** How many receipts it is of: pages of one reading are held together. */
  pages: number;
  bad: number;
  fresh: number;
  changed: number;
  jumps: Jump[];
  /** Codes that are gone at their source, not rows. */
  gone: boolean;
  at: Date;
  made: boolean;
  sourceId: number | null;
  /** What its source is called. */
  source: string | null;
  /** The reading of which it is. */
  reading: string | null;
  settledAt: Date | null;
  settledAs: 'RELEASED' | 'DISCARDED' | null;
  settledBy: string | null;
  releasedAs: string | null;
  leftOut: number | null;
  reason: string | null;
  recordedBy: string;
}

const SELECT = `select h.batch_id as id, h.sent_for_unit_id as "sentFor", h.rows, h.pages, h.bad, h.fresh, h.changed, h.jumps, h.gone, m.at, b.is_made as made,
    b.source_id as "sourceId", source_name(b.source_id) as source, h.reading,
    s.at as "settledAt", h.settled_as as "settledAs", account_name(s.account_id) as "settledBy", h.released_as as "releasedAs",
    h.left_out as "leftOut", h.reason, h.recorded_by as "recordedBy"
  from held_batch h join ingest_batch b on b.id = h.batch_id join moment m on m.id = h.recorded_by left join moment s on s.id = h.settled_by`;

/** `$2`: the units within reach; null: all. */
const READABLE = 'h.province_id = $1 and ($2::int[] is null or h.sent_for_unit_id = any ($2))';

/** Imports that are held (or, `settled`, were), newest first, one more than asked for. */
export function listHeld(
  sql: Sql,
  provinceId: number,
  units: readonly number[] | null,
  settled: boolean,
  page: Page<string>,
): Promise<HeldRow[]> {
  return sql.rows<HeldRow>(
    `${SELECT} where ${READABLE} and (h.settled_by is not null) = $3 and ($4::bigint is null or h.recorded_by < $4)
      order by h.recorded_by desc limit $5`,
    [provinceId, units, settled, page.after, page.first + 1],
  );
}

export async function countHeld(
  sql: Sql,
  provinceId: number,
  units: readonly number[] | null,
  settled: boolean,
): Promise<number> {
  const row = await sql.row<{ n: number }>(
    `select count(*)::int as n from held_batch h where ${READABLE} and (h.settled_by is not null) = $3`,
    [provinceId, units, settled],
  );
  return row?.n ?? 0;
}

/** What imports are held in, by the receipts of any of their pages, within reach. */
export function heldOfReceipts(
  sql: Sql,
  provinceId: number,
  units: readonly number[] | null,
  ids: string[],
): Promise<(HeldRow & { receipt: string })[]> {
  return sql.rows(
    `select p.id as receipt, x.* from (select id, coalesce(held_in, id) as held from ingest_batch where id = any ($3::uuid[])) p
       join lateral (${SELECT} where ${READABLE} and h.batch_id = p.held) x on true`,
    [provinceId, units, ids],
  );
}

/** Whether a held import still waits; nobody else settles it meanwhile. */
export async function lockHeld(tx: Writer, batch: string): Promise<boolean> {
  const row = await tx.row('select 1 as one from held_batch where batch_id = $1 and settled_by is null for update', [
    batch,
  ]);
  return row !== null;
}

/** Ends the waiting of a held import; its rows are not kept any longer. */
export async function settleHeld(
  tx: Writer,
  batch: string,
  how: { as: 'RELEASED' | 'DISCARDED'; releasedAs: string | null; leftOut: number | null; reason: string },
): Promise<void> {
  await tx.run(
    `update held_batch set settled_by = $2, settled_as = $3, released_as = $4, left_out = $5, reason = $6 where batch_id = $1`,
    [batch, tx.moment, how.as, how.releasedAs, how.leftOut, how.reason],
  );
  await tx.run('delete from held_row where batch_id = $1', [batch]);
}
