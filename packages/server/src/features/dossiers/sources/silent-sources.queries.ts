import type { Day } from '@chi-tieu/shared/domain/days';
import type { Sql } from '../../../app/sql.ts';

/** A source that is in use: the days of which it had something, in order and not before one, and the last of all. */
export interface DaysOfSource {
  days: Day[];
  lastDay: Day | null;
  /** How often fetching failed one time after the other. */
  failures: number;
}

export function daysOfSources(
  sql: Sql,
  provinceId: number,
  { from, on }: { from: Day; on: Day },
): Promise<DaysOfSource[]> {
  return sql.rows<DaysOfSource>(
    `select s.failures, max(d.day)::text as "lastDay",
            coalesce(array_agg(distinct d.day::text order by d.day::text) filter (where d.day >= $2::date), '{}') as days
       from dossier_source s left join source_day d on d.source_id = s.id and d.day <= $3::date
      where s.province_id = $1 and s.removed_at is null and s.enabled group by s.id, s.failures`,
    [provinceId, from, on],
  );
}
