import type { Day } from '@chi-tieu/shared/domain/days';
import type { Sql } from '../../app/sql.ts';

const DAY_OF = (moment: string): string =>
  `(select (m.at at time zone 'Asia/Ho_Chi_Minh')::date::text from moment m where m.id = ${moment})`;

/** Units that are asked on a day what they think of a plan, and said nothing yet. */
export function askedOfUnits(
  sql: Sql,
  provinceId: number,
  unitIds: number[],
  day: Day,
): Promise<{ planId: string; unitId: number; since: Day | null; until: Day }[]> {
  return sql.rows(
    `select t.plan_id as "planId", t.unit_id as "unitId", null as since, p.consulted_until::text as until
       from target t join target_plan p on p.id = t.plan_id
      where t.province_id = $1 and t.unit_id = any ($2) and p.state in ('DRAFT', 'SUBMITTED') and p.consulted_until >= $3
        and not exists (select from plan_comment c where c.plan_id = p.id and c.unit_id = t.unit_id and c.side = 'UNIT'
              and c.withdrawn_by is null)
        and not exists (select from counter_proposal c where c.plan_id = p.id and c.unit_id = t.unit_id and c.state <> 'WITHDRAWN')`,
    [provinceId, unitIds, day],
  );
}

/** What units were given by plans that are issued for a year and later ones, and whether they assigned it in turn. */
export function targetsGiven(
  sql: Sql,
  provinceId: number,
  unitIds: number[],
  sinceYear: number,
): Promise<
  {
    planId: string;
    unitId: number;
    year: number;
    since: Day;
    acknowledgeBy: Day | null;
    assignBy: Day | null;
    hasAssigned: boolean;
  }[]
> {
  return sql.rows(
    `select t.plan_id as "planId", t.unit_id as "unitId", p.year, ${DAY_OF('p.issued_by')} as since,
            p.acknowledge_by::text as "acknowledgeBy", p.assign_by::text as "assignBy",
            exists (select from target_plan q where q.province_id = $1 and q.issuer_id = t.unit_id and q.indicator_id = p.indicator_id
                     and q.year = p.year and q.state = 'ISSUED') as "hasAssigned"
       from target t join target_plan p on p.id = t.plan_id
      where t.province_id = $1 and t.unit_id = any ($2) and p.state = 'ISSUED' and p.year >= $3`,
    [provinceId, unitIds, sinceYear],
  );
}

/** Proposals that wait for an answer, of plans that are still being made by some units (null: whichever). */
export function openCounters(
  sql: Sql,
  provinceId: number,
  issuers: number[] | null,
): Promise<{ planId: string; unitId: number; since: Day }[]> {
  return sql.rows(
    `select c.plan_id as "planId", c.unit_id as "unitId", ${DAY_OF('c.recorded_by')} as since
       from counter_proposal c join target_plan p on p.id = c.plan_id
      where c.province_id = $1 and c.state = 'OPEN' and ($2::int[] is null or p.issuer_id = any ($2))`,
    [provinceId, issuers],
  );
}
