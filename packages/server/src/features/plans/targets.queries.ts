import type { Day } from '@chi-tieu/shared/domain/days';
import type { Scope } from '../../app/enums.ts';
import type { Sql } from '../../app/sql.ts';

/** A target that some plan in force on a day assigns to a unit. */
export interface TargetInForce {
  unitId: number;
  planId: string;
  hundredths: number;
  scope: Scope;
}

/**
 * The targets of an indicator in force on a day, as known at an instant (null: now). Of the plans that one issuer issued
 * for the year and that are in force by that day, the latest effective one holds; an earlier one is what it amends.
 */
export function targetsInForce(
  sql: Sql,
  provinceId: number,
  indicatorId: number,
  day: Day,
  knownAt: Date | null,
): Promise<TargetInForce[]> {
  return targetsInForceOnDays(sql, provinceId, [{ id: day, indicatorId, day }], knownAt);
}

/** The same for several indicators and days at once; `id` tells the questions apart. */
export function targetsInForceOnDays(
  sql: Sql,
  provinceId: number,
  asked: { id: string; indicatorId: number; day: Day }[],
  knownAt: Date | null,
): Promise<(TargetInForce & { id: string })[]> {
  return sql.rows<TargetInForce & { id: string }>(
    `with holding as (
       select distinct on (a.id, p.issuer_id) a.id as asked_id, p.id
         from jsonb_to_recordset($2::jsonb) as a (id text, "indicatorId" int, day date)
         join target_plan p on p.province_id = $1 and p.indicator_id = a."indicatorId" and p.in_force @> a.day
         join moment m on m.id = p.issued_by
        where $3::timestamptz is null or m.at <= $3
        order by a.id, p.issuer_id, lower(p.in_force) desc, m.at desc, m.id desc)
     select h.asked_id as id, t.unit_id as "unitId", t.plan_id as "planId", t.hundredths, t.scope
       from holding h join target t on t.province_id = $1 and t.plan_id = h.id
      order by t.unit_id`,
    [provinceId, JSON.stringify(asked), knownAt],
  );
}
