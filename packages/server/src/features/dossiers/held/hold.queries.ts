import { UNREADABLE } from '@chi-tieu/shared/domain/row-problem';
import type { Writer } from '../../../app/database.ts';
import type { JumpWatch } from './watch.ts';

interface Whose {
  provinceId: number;
  batch: string;
  sentFor: number | null;
}

/**
 * Keeps what is staged as rows of a held batch, or of the one that its reading has already. By the rules of the quarantine: a name of a
 * unit that is not kept there is not kept here in any form.
 */
export async function keepHeld(tx: Writer, { provinceId, batch, sentFor }: Whose, watch: JumpWatch): Promise<void> {
  const counts = await tx.row<{ rows: number; bad: number }>(
    'select count(*)::int as rows, count(*) filter (where problem is not null)::int as bad from staged',
  );
  const { rows = 0, bad = 0 } = counts ?? {};
  const held = watch.joins ?? batch;
  const facts = [held, rows, bad, watch.fresh, watch.changed, JSON.stringify(watch.jumps), tx.moment];
  if (watch.joins === null)
    await tx.run(
      `insert into held_batch (batch_id, rows, bad, fresh, changed, jumps, recorded_by, last_by, province_id, sent_for_unit_id, reading)
       values ($1, $2, $3, $4, $5, $6::jsonb, $7, $7, $8, $9, $10)`,
      [...facts, provinceId, sentFor, watch.reading],
    );
  else
    await tx.run(
      `update held_batch set rows = rows + $2, bad = bad + $3, fresh = fresh + $4, changed = changed + $5, jumps = $6::jsonb,
              last_by = $7, pages = pages + 1 where batch_id = $1`,
      facts,
    );
  await keepRows(tx, { provinceId, batch: held, sentFor });
  await tx.run('update ingest_batch set held_in = $2, held_rows = $3 where id = $1', [batch, watch.joins, rows]);
  tx.audit({
    what: 'BATCH_HELD',
    about: { kind: 'BATCH', id: batch },
    unitId: sentFor ?? provinceId,
    after: { received: rows, jumps: watch.jumps.length },
  });
}

/** Rows of a later page come after those that are held already: of one code the last one counts. */
async function keepRows(tx: Writer, { provinceId, batch, sentFor }: Whose): Promise<void> {
  await tx.run(
    `insert into held_row (province_id, batch_id, sent_for_unit_id, row_no, code_key, recorded_by, staged)
     select $1, $2, $3, s.row_no + n.last, s.code_key, $4, jsonb_strip_nulls(to_jsonb(s) || jsonb_build_object('row_no', s.row_no + n.last)
              || case when s.unit_name = '${UNREADABLE}' then '{"unit_name_key": null, "unit_name_marked": null}'::jsonb else '{}'::jsonb end)
       from staged s, (select coalesce(max(row_no), 0) as last from held_row where batch_id = $2) n`,
    [provinceId, batch, sentFor, tx.moment],
  );
}

/**
 * Rows of `incoming` are said now: what is held of the same codes and the same sender was said before, and does not come back when it is
 * released, also where the sender says again what stands and nothing of it is written. Costs nothing where nothing of the sender is held.
 */
export async function overtakeHeld(tx: Writer, provinceId: number, sourceId: number | null): Promise<void> {
  const of = `held_batch b join ingest_batch g on g.id = b.batch_id
    where b.province_id = $1 and b.settled_by is null and g.source_id is not distinct from $2::int`;
  if ((await tx.row(`select from ${of} limit 1`, [provinceId, sourceId])) === null) return;
  await tx.run(
    `update held_row h set said_since = $3 from (select distinct sent_key from incoming) i
      where h.province_id = $1 and h.batch_id in (select b.batch_id from ${of}) and h.code_key = i.sent_key
        and h.said_since is null`,
    [provinceId, sourceId, tx.moment],
  );
}
