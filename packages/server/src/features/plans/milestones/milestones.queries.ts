import type { MarkSeason } from '@chi-tieu/shared/domain/milestones/marks';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';
import type { DefinitionId } from '../../rates/indicators.queries.ts';

/** A mark as it is stored: of a draft only those that were typed. */
export interface MilestoneRow {
  planId: string;
  unitId: number;
  month: number;
  hundredths: number;
  season: MarkSeason;
  /** The unit's target when it was typed, in hundredths. */
  target: number;
}

/** The stored marks of several plans, month by month. */
export function milestonesOf(sql: Sql, provinceId: number, planIds: string[]): Promise<MilestoneRow[]> {
  return sql.rows<MilestoneRow>(
    `select plan_id as "planId", unit_id as "unitId", month, hundredths, season, target_hundredths as target from milestone
      where province_id = $1 and plan_id = any ($2::uuid[]) order by plan_id, unit_id, month`,
    [provinceId, planIds],
  );
}

/** One month of some years together; `id` tells the questions apart. */
export interface SeasonCount {
  id: string;
  unitId: number;
  /** 1 to 12. */
  month: number;
  numerator: number;
  denominator: number;
}

export interface SeasonAsked {
  id: string;
  definitionId: DefinitionId;
  /** The first and the last year, both included. */
  first: number;
  last: number;
}

/** What each receiving unit counted in the months of some years, added up over the years, as known now. */
export function seasonCounts(sql: Sql, provinceId: number, asked: SeasonAsked[]): Promise<SeasonCount[]> {
  return sql.rows<SeasonCount>(
    `select a.id, t.unit_id as "unitId", extract(month from t.month)::int as month,
            sum(t.numerator)::int as numerator, sum(t.denominator)::int as denominator
       from jsonb_to_recordset($2::jsonb) as a (id text, "definitionId" int, first int, last int)
       join month_total t on t.province_id = $1 and t.definition_id = a."definitionId"
        and t.month between make_date(a.first, 1, 1) and make_date(a.last, 12, 31)
      group by 1, 2, 3`,
    [provinceId, JSON.stringify(asked)],
  );
}

/** Puts typed marks into a draft, over what was typed there before. */
export async function putTyped(
  tx: Writer,
  provinceId: number,
  planId: string,
  marks: readonly Pick<MilestoneRow, 'unitId' | 'month' | 'hundredths' | 'target'>[],
): Promise<void> {
  await tx.run(
    `insert into milestone (province_id, plan_id, unit_id, month, hundredths, target_hundredths)
     select $1, $2, x."unitId", x.month, x.hundredths, x.target
       from jsonb_to_recordset($3::jsonb) as x ("unitId" int, month int, hundredths int, target int)
     on conflict (province_id, plan_id, unit_id, month) do update
       set hundredths = excluded.hundredths, target_hundredths = excluded.target_hundredths`,
    [provinceId, planId, JSON.stringify(marks)],
  );
}

/** Takes typed marks out of a draft. */
export async function dropTyped(
  tx: Writer,
  provinceId: number,
  planId: string,
  marks: readonly Pick<MilestoneRow, 'unitId' | 'month'>[],
): Promise<void> {
  await tx.run(
    `delete from milestone m using jsonb_to_recordset($3::jsonb) as x ("unitId" int, month int)
      where m.province_id = $1 and m.plan_id = $2 and m.unit_id = x."unitId" and m.month = x.month`,
    [provinceId, planId, JSON.stringify(marks)],
  );
}

/** Takes the typed marks of a plan over into one that amends it. */
export async function copyTyped(tx: Writer, provinceId: number, from: string, to: string): Promise<void> {
  await tx.run(
    `insert into milestone (province_id, plan_id, unit_id, month, hundredths, target_hundredths)
     select province_id, $3, unit_id, month, hundredths, target_hundredths from milestone
      where province_id = $1 and plan_id = $2 and season = 'TYPED'`,
    [provinceId, from, to],
  );
}

/** Keeps the marks that follow from seasons with a plan that is submitted: from now on they are those that hold. */
export async function keepMarks(
  tx: Writer,
  provinceId: number,
  planId: string,
  marks: readonly Omit<MilestoneRow, 'planId'>[],
): Promise<void> {
  await tx.run(
    `insert into milestone (province_id, plan_id, unit_id, month, hundredths, season, target_hundredths)
     select $1, $2, x."unitId", x.month, x.hundredths, x.season, x.target
       from jsonb_to_recordset($3::jsonb) as x ("unitId" int, month int, hundredths int, season text, target int)
     on conflict (province_id, plan_id, unit_id, month) do nothing`,
    [provinceId, planId, JSON.stringify(marks)],
  );
}

/** Lets the marks of a plan that is a draft again follow from its targets and seasons. */
export async function letMarksGo(tx: Writer, provinceId: number, planId: string): Promise<void> {
  await tx.run(`delete from milestone where province_id = $1 and plan_id = $2 and season <> 'TYPED'`, [
    provinceId,
    planId,
  ]);
}
