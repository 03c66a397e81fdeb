import type { Channel } from '@chi-tieu/shared/domain/dossier-row';
import type { Sql } from '../../../app/sql.ts';

/** A dossier of which a source says otherwise than what stands, for another one is believed. */
export interface OverruledRow {
  code: string;
  saidStatus: number;
  standsStatus: number;
  saidChannel: Channel;
  standsChannel: Channel;
  saidFinishedAt: Date | null;
  standsFinishedAt: Date | null;
  /** What the source is called whose word stands; null for a file that somebody sent in nobody's name. */
  standsBy: string | null;
}

const DIFFERS = `(s.unit_id, s.procedure_id, s.channel, s.status, s.received_at, s.due_at, s.finished_at, s.returned_at)
  is distinct from (d.unit_id, d.procedure_id, d.channel, d.status, d.received_at, d.due_at, d.finished_at, d.returned_at)`;

/** What a source says that is not believed, the newest first, of dossiers within sight. */
export function overruledStatements(
  sql: Sql,
  provinceId: number,
  sourceId: number,
  most: number,
): Promise<OverruledRow[]> {
  return sql.rows<OverruledRow>(
    `select s.code, s.status as "saidStatus", d.status as "standsStatus", s.channel as "saidChannel", d.channel as "standsChannel",
            s.finished_at as "saidFinishedAt", d.finished_at as "standsFinishedAt", source_name(b.source_id) as "standsBy"
       from dossier_statement s join dossier d on d.province_id = s.province_id and d.code_key = coalesce(s.dossier_key, s.code_key)
       left join ingest_batch b on b.id = d.batch_id
      where s.province_id = $1 and s.source_id = $2 and not s.believed and ${DIFFERS}
      order by s.recorded_by desc, s.code limit $3`,
    [provinceId, sourceId, most],
  );
}

/** Whether a statement `s` and the dossier that it is about are of some units; `units` is an expression for their ids, null for any. */
export const isOfUnits = (units: string): string => `(${units}::int[] is null or s.unit_id = any (${units}::int[])
  and exists (select from dossier d where d.province_id = s.province_id and d.code_key = coalesce(s.dossier_key, s.code_key)
    and d.unit_id = any (${units}::int[])))`;
