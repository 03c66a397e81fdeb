import type { Day } from '@chi-tieu/shared/domain/days';
import type { Sql } from '../../app/sql.ts';
import { DEALT_WITH, MOST_COUNTED, type RowsWithin } from './ingest/quarantine.queries.ts';

export interface DataStatusRow {
  firstDay: Day | null;
  lastDay: Day | null;
  dossiers: number;
  openQuarantine: number;
  lastIngestAt: Date | null;
  made: boolean;
}

/** What data there is; of the quarantine only what is within reach is counted. Days come from the totals and receipts, which are small, not from the dossiers. */
export async function dataStatus(
  sql: Sql,
  provinceId: number,
  { units, procedures }: RowsWithin,
): Promise<DataStatusRow> {
  const row = await sql.row<DataStatusRow>(
    `select (select min(day) from day_total where province_id = $1 and denominator > 0)::text as "firstDay",
            (select max(day) from day_total where province_id = $1 and denominator > 0)::text as "lastDay",
            (select coalesce(sum(created), 0)::int from ingest_batch where province_id = $1 and kind <> 'PROCEDURES') as dossiers,
            (select count(*)::int from (
               select from quarantine q join ingest_batch b on b.id = q.batch_id
                where ${DEALT_WITH} and q.closed_by is null limit ${MOST_COUNTED}) q) as "openQuarantine",
            (select max(m.at) from ingest_batch b join moment m on m.id = b.recorded_by where b.province_id = $1 and b.kind <> 'PROCEDURES') as "lastIngestAt",
            exists (select 1 from ingest_batch where province_id = $1 and is_made and created > 0) as made`,
    [provinceId, units, procedures],
  );
  return row ?? { firstDay: null, lastDay: null, dossiers: 0, openQuarantine: 0, lastIngestAt: null, made: false };
}

/** Whether any dossiers were made for a demonstration. */
export async function hasMadeDossiers(sql: Sql, provinceId: number): Promise<boolean> {
  const row = await sql.row<{ made: boolean }>(
    'select exists (select 1 from ingest_batch where province_id = $1 and is_made and created > 0) as made',
    [provinceId],
  );
  return row?.made ?? false;
}
