import type { Writer } from '../../../app/database.ts';
import { saidAt } from './stage-held.queries.ts';

/** Keeps the codes of `missed`, which are gone at their source, as rows of a held batch of their own; the earlier one that waits is over by that. */
export async function keepGone(
  tx: Writer,
  { provinceId, batch, sentFor }: { provinceId: number; batch: string; sentFor: number | null },
  { missed, most }: { missed: number; most: number },
): Promise<void> {
  const jumps = [{ kind: 'GONE', count: missed, most }];
  await tx.run(
    `insert into held_batch (batch_id, province_id, sent_for_unit_id, rows, bad, fresh, changed, jumps, recorded_by, last_by, gone)
     values ($1, $2, $3, $4, 0, 0, 0, $5::jsonb, $6, $6, true)`,
    [batch, provinceId, sentFor, missed, JSON.stringify(jumps), tx.moment],
  );
  await tx.run('update ingest_batch set held_rows = $2 where id = $1', [batch, missed]);
  await tx.run(
    `insert into held_row (province_id, batch_id, sent_for_unit_id, row_no, code_key, recorded_by, staged)
     select $1, $2, $3, row_number() over (order by x.code_key), x.code_key, $4, '{}' from missed x`,
    [provinceId, batch, sentFor, tx.moment],
  );
}

/** Takes codes away that wait already as gone at a source: the reading that ended now says it anew. */
export async function endGone(tx: Writer, provinceId: number, sourceId: number): Promise<void> {
  const rows = await tx.rows<{ id: string }>(
    `update held_batch h set settled_by = $3, settled_as = 'DISCARDED' from ingest_batch b
      where h.province_id = $1 and b.id = h.batch_id and b.source_id = $2 and h.gone and h.settled_by is null returning h.batch_id as id`,
    [provinceId, sourceId, tx.moment],
  );
  await tx.run('delete from held_row where batch_id = any ($1::uuid[])', [rows.map(({ id }) => id)]);
}

/** The codes of a held batch that its source has not sent since, as the temporary table `missed`. */
export async function findStillGone(tx: Writer, batch: string, sourceId: number): Promise<void> {
  await tx.run(
    `create temporary table missed on commit drop as
     select h.code_key from held_row h join moment at on at.id = h.recorded_by
      where h.batch_id = $1 and h.said_since is null and h.code_key is not null
        and not exists (select from dossier_statement s where s.province_id = h.province_id and s.code_key = h.code_key
              and s.source_id = $2 and ${saidAt('s.recorded_by', 's.batch_id')} > at.at)`,
    [batch, sourceId],
  );
}
