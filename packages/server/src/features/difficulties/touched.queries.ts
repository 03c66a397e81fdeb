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

const TIES = `tie as (select distinct * from jsonb_to_recordset($2::jsonb)
  as t ("group" text, "unitId" int, "from" date, "to" date, "procedureId" int, "sourceId" int))`;

/**
 * How many dossiers each group of ties touches, each once a group, where procedures alone tie them: each procedure is gone through once, in its
 * index, by day and unit, however many units and groups ask of it. Ask of `ctx.figures`.
 */
export function touchedByProcedure(sql: Sql, provinceId: number, ties: readonly Tie[]): Promise<Map<string, number>> {
  return counted(
    sql,
    `with ${TIES},
     asked as (select "procedureId" as id, min("from") as "from", max("to") as "to" from tie group by 1),
     received as materialized (
       select d.procedure_id, d.unit_id, d.received_day, count(*) as n from asked a
         join dossier d on d.province_id = $1 and d.procedure_id = a.id and d.received_day between a."from" and a."to"
          and d.gone is null
        group by 1, 2, 3),
     touched as (
       select distinct t."group", r.* from tie t
         join received r on r.procedure_id = t."procedureId" and r.unit_id = t."unitId"
          and r.received_day between t."from" and t."to")
     select "group", sum(n)::int as count from touched group by 1`,
    [provinceId, JSON.stringify(ties)],
  );
}

/** The same where sources tie some of them: what a source said is known of each dossier alone, so each is looked at. */
export function touchedOneByOne(sql: Sql, provinceId: number, ties: readonly Tie[]): Promise<Map<string, number>> {
  return counted(
    sql,
    `with ${TIES},
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
}

/** How many dossiers would be looked at for that, counted no further than one more than `most`: each of a unit as often as it is tied otherwise. */
export async function lookedAtOneByOne(
  sql: Sql,
  provinceId: number,
  ties: readonly Tie[],
  most: number,
): Promise<number> {
  const row = await sql.row<{ count: number }>(
    `with ${TIES}
     select count(*)::int as count from (
       select from tie t join dossier d on d.province_id = $1 and d.unit_id = t."unitId" and d.received_day between t."from" and t."to"
         and (t."procedureId" is null or d.procedure_id = t."procedureId") limit $3) x`,
    [provinceId, JSON.stringify(ties), most + 1],
  );
  return row?.count ?? 0;
}

async function counted(sql: Sql, statement: string, params: unknown[]): Promise<Map<string, number>> {
  const found = await sql.rows<{ group: string; count: number }>(statement, params);
  return new Map(found.map(({ group, count }) => [group, count] as const));
}
