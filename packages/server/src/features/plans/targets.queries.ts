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

/** A day on which one asks for an indicator, of one issuing unit or of all; `id` tells the questions apart. */
export interface HoldingAsked {
  id: string;
  indicatorId: number;
  day: Day;
  issuerId?: number | null;
}

/**
 * Which plan of each issuing unit holds on a day as known at an instant: of those in force by that day the latest effective
 * one, of these the one that was issued last. The one place where that is decided: a plan's state only says whether another
 * one was issued, not from when.
 */
const HOLDING = `select distinct on (a.id, p.issuer_id) a.id as asked_id, p.id, p.issuer_id
         from jsonb_to_recordset($2::jsonb) as a (id text, "indicatorId" int, day date, "issuerId" int)
         join target_plan p on p.province_id = $1 and p.indicator_id = a."indicatorId" and p.in_force @> a.day
          and (a."issuerId" is null or p.issuer_id = a."issuerId")
         join moment m on m.id = p.issued_by
        where $3::timestamptz is null or m.at <= $3
        order by a.id, p.issuer_id, lower(p.in_force) desc, m.at desc, m.id desc`;

/** The plans that hold. */
export function plansHolding(
  sql: Sql,
  provinceId: number,
  asked: HoldingAsked[],
  knownAt: Date | null,
): Promise<{ id: string; planId: string; issuerId: number }[]> {
  return sql.rows<{ id: string; planId: string; issuerId: number }>(
    `with holding as (${HOLDING}) select asked_id as id, id as "planId", issuer_id as "issuerId" from holding`,
    [provinceId, JSON.stringify(asked), knownAt],
  );
}

/** The targets in force for several indicators and days at once. */
export function targetsInForceOnDays(
  sql: Sql,
  provinceId: number,
  asked: HoldingAsked[],
  knownAt: Date | null,
): Promise<(TargetInForce & { id: string })[]> {
  return sql.rows<TargetInForce & { id: string }>(
    `with holding as (${HOLDING})
     select h.asked_id as id, t.unit_id as "unitId", t.plan_id as "planId", t.hundredths, t.scope
       from holding h join target t on t.province_id = $1 and t.plan_id = h.id
      order by t.unit_id`,
    [provinceId, JSON.stringify(asked), knownAt],
  );
}

/**
 * The last day on which each of some issued plans holds: the day before another one of the same issuing unit, indicator and
 * year takes over, else its own last. Null for one that another one replaced from its very first day; nothing of one that was not
 * issued yet at that instant.
 */
export function lastDaysHeld(
  sql: Sql,
  provinceId: number,
  planIds: string[],
  knownAt: Date | null,
): Promise<{ id: string; until: Day | null; replacedFrom: Day | null }[]> {
  return sql.rows<{ id: string; until: Day | null; replacedFrom: Day | null }>(
    `select p.id, case when next.day > lower(p.in_force) then (next.day - 1)::text
                       when next.day is null then (upper(p.in_force) - 1)::text end as until, next.day::text as "replacedFrom"
       from target_plan p join moment m on m.id = p.issued_by
      cross join lateral (
        select min(lower(n.in_force)) as day from target_plan n join moment nm on nm.id = n.issued_by
         where n.issuer_id = p.issuer_id and n.indicator_id = p.indicator_id and n.year = p.year and n.id <> p.id
           and (lower(n.in_force), nm.at, nm.id) > (lower(p.in_force), m.at, m.id)
           and ($3::timestamptz is null or nm.at <= $3)) next
      where p.province_id = $1 and p.id = any ($2::uuid[]) and ($3::timestamptz is null or m.at <= $3)`,
    [provinceId, planIds, knownAt],
  );
}
