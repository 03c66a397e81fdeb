import type { Sql } from '../../../app/sql.ts';

/** The names of all procedures as they read today. */
export function catalogueNames(sql: Sql, provinceId: number): Promise<{ code: string; name: string }[]> {
  return sql.rows<{ code: string; name: string }>(
    `select p.code, v.name from procedure p join procedure_text v on v.procedure_id = p.id and v.superseded_by is null
        and v.valid @> (now() at time zone 'Asia/Ho_Chi_Minh')::date
      where p.province_id = $1 order by p.code`,
    [provinceId],
  );
}

/** Another text whenever the catalogue has changed (steps are counted, as a moment taken earlier may be done later), and each day: what reads today may read otherwise tomorrow. */
export async function catalogueStamp(sql: Sql, provinceId: number): Promise<string> {
  const row = await sql.row<{ stamp: string }>(
    `select concat_ws(':', current_database(), (now() at time zone 'Asia/Ho_Chi_Minh')::date,
              (select concat_ws('/', max(moment_id), count(*)) from change_set where province_id = $1),
              (select count(*) from procedure where province_id = $1)) as stamp`,
    [provinceId],
  );
  return row?.stamp ?? '';
}
