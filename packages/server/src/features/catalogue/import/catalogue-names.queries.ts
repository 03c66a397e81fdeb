import type { Sql } from '../../../app/sql.ts';

/** The names of all procedures as they are now. */
export function catalogueNames(sql: Sql, provinceId: number): Promise<{ code: string; name: string }[]> {
  return sql.rows<{ code: string; name: string }>(
    `select p.code, v.name from procedure p join procedure_version v on v.procedure_id = p.id and v.superseded_by is null
      where p.province_id = $1 order by p.code`,
    [provinceId],
  );
}

/** Another text whenever the catalogue has changed. */
export async function catalogueStamp(sql: Sql, provinceId: number): Promise<string> {
  const row = await sql.row<{ stamp: string }>(
    `select current_database() || ':' || count(*) || ':' || coalesce(max(recorded_by), 0) as stamp from procedure_version
      where province_id = $1`,
    [provinceId],
  );
  return row?.stamp ?? '';
}
