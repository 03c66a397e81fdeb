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
  return sql.rows<TargetInForce>(
    `with holding as (
       select distinct on (p.issuer_id) p.id
         from target_plan p join moment m on m.id = p.issued_by
        where p.province_id = $1 and p.indicator_id = $2 and p.in_force @> $3::date
          and ($4::timestamptz is null or m.at <= $4)
        order by p.issuer_id, lower(p.in_force) desc, m.at desc, m.id desc)
     select t.unit_id as "unitId", t.plan_id as "planId", t.hundredths, t.scope
       from holding h join target t on t.province_id = $1 and t.plan_id = h.id
      order by t.unit_id`,
    [provinceId, indicatorId, day, knownAt],
  );
}
