import type { Day } from '@chi-tieu/shared/domain/days';
import type { Sql } from '../../app/sql.ts';

/** What a difficulty touches: dossiers that a unit received, of a procedure or said by a source. Tied to neither it touches none that could be told. */
export interface Tie {
  /** What is counted together. */
  group: string;
  unitId: number;
  /** Received from this day to that one. */
  from: Day;
  to: Day;
  procedureId: number | null;
  sourceId: number | null;
}

/** How many dossiers each group of ties touches, each once a group. Ask of `ctx.figures`. */
export async function dossiersTouched(
  sql: Sql,
  provinceId: number,
  ties: readonly Tie[],
): Promise<Map<string, number>> {
  const found = await sql.rows<{ group: string; count: number }>(
    `with tie as (select distinct * from jsonb_to_recordset($2::jsonb)
                    as t ("group" text, "unitId" int, "from" date, "to" date, "procedureId" int, "sourceId" int)),
     touched as (
       select t."group", d.id, d.code_key, t."sourceId" from tie t
         join dossier d on d.province_id = $1 and d.procedure_id = t."procedureId" and d.unit_id = t."unitId"
           and d.received_day between t."from" and t."to" and d.gone is null
       union all
       select t."group", d.id, d.code_key, t."sourceId" from tie t
         join dossier d on d.province_id = $1 and t."procedureId" is null and d.unit_id = t."unitId"
           and d.received_day between t."from" and t."to" and d.gone is null)
     select "group", count(distinct id)::int as count from touched x
      where "sourceId" is null or exists (select from dossier_statement s where s.province_id = $1 and s.code_key = x.code_key
                                            and s.source_id = x."sourceId")
      group by 1`,
    [provinceId, JSON.stringify(ties)],
  );
  return new Map(found.map(({ group, count }) => [group, count] as const));
}
