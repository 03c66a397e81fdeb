import type { Day } from '@chi-tieu/shared/domain/days';
import type { Sql } from '../../app/sql.ts';

interface Begun {
  about: string | null;
  since: Day;
  path: string;
}

/** Drafts of procedures, by what they are called. */
export function draftsWaiting(sql: Sql, provinceId: number): Promise<Begun[]> {
  return sql.rows<Begun>(
    `select d.code || coalesce(' · ' || (d.fields ->> 'name'), '') as about, (m.at at time zone 'Asia/Ho_Chi_Minh')::date::text as since,
            '/thu-tuc/' || d.code as path
       from procedure_draft d join moment m on m.id = d.changed_by where d.province_id = $1`,
    [provinceId],
  );
}

/** Imports of the catalogue that were read and not applied. */
export function importsWaiting(sql: Sql, provinceId: number): Promise<Begun[]> {
  return sql.rows<Begun>(
    `select name as about, (touched_at at time zone 'Asia/Ho_Chi_Minh')::date::text as since, '/thu-tuc/nhap/' || id as path
       from catalogue_import where province_id = $1 and state in ('READ', 'MAPPED')`,
    [provinceId],
  );
}
