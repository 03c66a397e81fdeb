import type { Writer } from '../../../app/database.ts';

/**
 * When something was said: what was held was said when its last page came, not when it was released. `by` is an expression for the moment
 * that recorded it, `batch` one for its receipt.
 */
export const saidAt = (by: string, batch: string): string => `coalesce(
  (select l.at from held_batch r join moment l on l.id = coalesce(r.last_by, r.recorded_by) where r.released_as = ${batch}),
  (select m.at from moment m where m.id = ${by}))`;

/**
 * The same of what stands for the code of a held row `h`: where a bad row of it was tried again or mended, it was said when the bad row
 * came.
 */
const firstSaidAt = (by: string, batch: string) => `coalesce(
  (select max(${saidAt('q.recorded_by', 'q.batch_id')}) from quarantine q
    where q.province_id = h.province_id and q.code_key = h.code_key and q.closed_by = ${by} and q.closed_as = 'MENDED'),
  ${saidAt(by, batch)})`;

/**
 * A code that came again since: its newer content stands, and an older one never comes back. Also where it is taken for another dossier,
 * where the same source (`$2`) said something of it, be it what stood, and where a bad row of it came. By time, never by number.
 */
const TOUCHED = `(h.code_key is not null and (h.said_since is not null
  or exists (select from dossier d
              where d.province_id = h.province_id and d.code_key = h.code_key and ${firstSaidAt('d.recorded_by', 'd.batch_id')} > at.at)
  or exists (select from dossier_identity x join dossier d on d.province_id = x.province_id and d.code_key = x.dossier_key
              where x.province_id = h.province_id and x.code_key = h.code_key and x.withdrawn_by is null
                and (x.source_id is null or x.source_id = $2::int) and ${firstSaidAt('d.recorded_by', 'd.batch_id')} > at.at)
  or exists (select from dossier_statement s
              where s.province_id = h.province_id and s.code_key = h.code_key and s.source_id = $2::int
                and ${firstSaidAt('s.recorded_by', 's.batch_id')} > at.at)
  or exists (select from quarantine q
              where q.province_id = h.province_id and q.code_key = h.code_key and ${saidAt('q.recorded_by', 'q.batch_id')} > at.at)))`;

/**
 * Stages the rows of a held batch as they were, but those whose code was touched since; gives how many of these there are. What nobody
 * knew then is looked up anew. The stage is open and empty.
 */
export async function stageHeld(tx: Writer, batch: string, sourceId: number | null): Promise<number> {
  await tx.run(
    `create temporary table taken_again on commit drop as
     select h.row_no from held_row h
       join held_batch b on b.batch_id = h.batch_id join moment at on at.id = coalesce(h.recorded_by, b.recorded_by)
      where h.batch_id = $1 and not ${TOUCHED}`,
    [batch, sourceId],
  );
  await tx.run(
    `insert into staged select (jsonb_populate_record(null::staged, h.staged)).* from held_row h join taken_again t using (row_no)
      where h.batch_id = $1`,
    [batch],
  );
  await tx.run(
    `update staged set problem = null, field = null, fields = null where problem in ('UNKNOWN_UNIT', 'UNKNOWN_PROCEDURE')`,
  );
  await overtakeEarlier(tx, batch, sourceId);
  const left = await tx.row<{ n: number }>(
    `select ((select count(*) from held_row where batch_id = $1) - (select count(*) from taken_again))::int as n`,
    [batch],
  );
  await tx.run('drop table taken_again');
  return left?.n ?? 0;
}

/** What is still held of the same sender and came before these rows is older than they are. */
async function overtakeEarlier(tx: Writer, batch: string, sourceId: number | null): Promise<void> {
  await tx.run(
    `update held_row o set said_since = $3
       from held_row h join taken_again t using (row_no) join held_batch b on b.batch_id = h.batch_id
       join moment at on at.id = coalesce(h.recorded_by, b.recorded_by)
      where h.batch_id = $1 and o.batch_id <> $1 and o.province_id = h.province_id and o.code_key = h.code_key and o.said_since is null
        and o.batch_id in (select w.batch_id from held_batch w join ingest_batch g on g.id = w.batch_id
              where w.province_id = h.province_id and w.settled_by is null and g.source_id is not distinct from $2::int)
        and (select m.at from held_batch w join moment m on m.id = coalesce(o.recorded_by, w.recorded_by) where w.batch_id = o.batch_id) < at.at`,
    [batch, sourceId, tx.moment],
  );
}
