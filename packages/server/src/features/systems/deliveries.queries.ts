import type { Day } from '@chi-tieu/shared/domain/days';
import type { Sql } from '../../app/sql.ts';

/** What came of one source on one day, by its receipts. */
export interface DeliveryRow {
  sourceId: number;
  day: Day;
  batches: number;
  came: number;
  accepted: number;
  unchanged: number;
  refused: number;
  held: number;
  waiting: number;
}

/**
 * What came of some sources by day of Viet Nam. What was held comes on the day on which it was sent, and is accepted or refused on the one
 * on which it was released; rows that were mended or tried again did not come once more.
 */
export function deliveriesOf(
  sql: Sql,
  provinceId: number,
  sources: readonly number[],
  { from, to }: { from: Date; to: Date },
): Promise<DeliveryRow[]> {
  return sql.rows<DeliveryRow>(
    `select b.source_id as "sourceId", (m.at at time zone 'Asia/Ho_Chi_Minh')::date::text as day,
            count(*) filter (where b.kind <> 'RELEASE')::int as batches,
            coalesce(sum(b.received + coalesce(b.held_rows, 0)) filter (where b.kind <> 'RELEASE'), 0)::int as came,
            sum(b.created + b.updated)::int as accepted, sum(b.unchanged)::int as unchanged, sum(b.rejected)::int as refused,
            sum(coalesce(b.held_rows, 0))::int as held, sum(b.waiting)::int as waiting
       from ingest_batch b join moment m on m.id = b.recorded_by
      where b.province_id = $1 and b.source_id = any ($2::int[]) and b.kind in ('DOSSIERS', 'PROGRESS', 'RELEASE')
        and m.at >= $3 and m.at < $4
      group by 1, 2 order by 2, 1`,
    [provinceId, sources, from, to],
  );
}

/** When something came last of some sources. */
export function lastCameOf(
  sql: Sql,
  provinceId: number,
  sources: readonly number[],
): Promise<{ id: string; at: Date | null }[]> {
  return sql.rows(
    `select x.id::text, m.at from unnest($2::int[]) x (id)
       left join lateral (select b.recorded_by from ingest_batch b
                           where b.province_id = $1 and b.source_id = x.id and b.kind in ('DOSSIERS', 'PROGRESS')
                             and b.received + coalesce(b.held_rows, 0) > 0 order by b.recorded_by desc limit 1) l on true
       left join moment m on m.id = l.recorded_by`,
    [provinceId, sources],
  );
}
