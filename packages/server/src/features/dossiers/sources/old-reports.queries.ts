import type { Sql } from '../../../app/sql.ts';

/** Takes away reports that wait for their dossiers since more than so many days; how many. */
export function deleteOldReports(sql: Sql, provinceId: number, days: number): Promise<number> {
  return sql.run(
    `delete from progress_waiting w using moment m
      where w.province_id = $1 and m.id = w.recorded_by and m.at < now() - make_interval(days => $2)`,
    [provinceId, days],
  );
}
