import type { Day } from '@chi-tieu/shared/domain/days';
import type { Sql } from '../../app/sql.ts';
import { DEALT_WITH, MOST_COUNTED, type RowsWithin } from './ingest/quarantine.queries.ts';

/** How many bad rows within reach are open (a hundred thousand at the most are counted), and since when the oldest of them waits. */
export async function openRowsWaiting(
  sql: Sql,
  provinceId: number,
  { units, procedures }: RowsWithin,
): Promise<{ count: number; oldest: Day | null }> {
  const row = await sql.row<{ count: number; oldest: Day | null }>(
    `select count(*)::int as count, (min(m.at) at time zone 'Asia/Ho_Chi_Minh')::date::text as oldest
       from (select q.recorded_by from quarantine q join ingest_batch b on b.id = q.batch_id
              where ${DEALT_WITH} and q.closed_by is null limit ${MOST_COUNTED}) q join moment m on m.id = q.recorded_by`,
    [provinceId, units, procedures],
  );
  return row ?? { count: 0, oldest: null };
}

/** Imports within reach that nobody released or discarded. */
export function heldImports(
  sql: Sql,
  provinceId: number,
  units: readonly number[] | null,
): Promise<{ unitId: number | null; about: string | null; since: Day }[]> {
  return sql.rows(
    `select h.sent_for_unit_id as "unitId", source_name(b.source_id) as about,
            (m.at at time zone 'Asia/Ho_Chi_Minh')::date::text as since
       from held_batch h join ingest_batch b on b.id = h.batch_id join moment m on m.id = h.recorded_by
      where h.province_id = $1 and h.settled_by is null and ($2::int[] is null or h.sent_for_unit_id = any ($2))`,
    [provinceId, units],
  );
}
