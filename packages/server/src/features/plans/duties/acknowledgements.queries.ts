import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';

/** That a unit took note of its target; `planId` asked about, `givenTo` the plan that it was said of. */
export interface AcknowledgementRow {
  planId: string;
  unitId: number;
  givenTo: string;
  note: string | null;
  at: Date;
  by: string | null;
}

/**
 * What units said of their targets in issued plans: of the plan itself, or of the nearest one that it amends, as long as all that
 * the unit took note of stayed the same from that one to this: target, scope, by when it has to assign in turn, and the marks of
 * the months from which on the later plan holds. Where only one of them kept its marks nobody knows that they are the same.
 */
export function acknowledgementsOf(
  sql: Sql,
  provinceId: number,
  planIds: string[],
): Promise<(AcknowledgementRow & { id: string })[]> {
  return sql.rows<AcknowledgementRow & { id: string }>(
    `with recursive line as (
       select t.plan_id as asked, t.unit_id, t.hundredths, t.scope, t.plan_id, p.amends_id, p.assign_by, p.in_force, 0 as step
         from target t join target_plan p on p.id = t.plan_id
        where t.province_id = $1 and t.plan_id = any ($2::uuid[]) and p.issued_by is not null
       union all
       select l.asked, l.unit_id, l.hundredths, l.scope, p.id, p.amends_id, p.assign_by, p.in_force, l.step + 1
         from line l join target_plan p on p.id = l.amends_id and p.assign_by is not distinct from l.assign_by
         join target t on t.province_id = $1 and t.plan_id = p.id and t.unit_id = l.unit_id
          and t.hundredths = l.hundredths and t.scope = l.scope
        where ${marksFrom('l.plan_id')} is not distinct from ${marksFrom('p.id')})
     select distinct on (l.asked, l.unit_id) l.asked::text as id, l.asked as "planId", l.unit_id as "unitId", a.plan_id as "givenTo",
            a.note, m.at, account_name(a.account_id) as by
       from line l join acknowledgement a on a.province_id = $1 and a.plan_id = l.plan_id and a.unit_id = l.unit_id
       join moment m on m.id = a.recorded_by
      order by l.asked, l.unit_id, l.step`,
    [provinceId, planIds],
  );
}

/** What a plan keeps of the marks of a unit, from the month on in which the later plan of the line comes into force. */
function marksFrom(plan: string): string {
  return `(select array_agg(array[k.month, k.hundredths] order by k.month) from milestone k
            where k.province_id = $1 and k.plan_id = ${plan} and k.unit_id = l.unit_id
              and k.month >= extract(month from lower(l.in_force)))`;
}

/** Keeps that a unit took note; false where it had said so of this plan before. */
export async function insertAcknowledgement(
  tx: Writer,
  provinceId: number,
  { planId, unitId, note }: { planId: string; unitId: number; note: string | null },
): Promise<boolean> {
  const inserted = await tx.run(
    `insert into acknowledgement (province_id, plan_id, unit_id, note, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [provinceId, planId, unitId, note, tx.accountId, tx.moment],
  );
  return inserted > 0;
}
