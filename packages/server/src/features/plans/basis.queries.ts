import type { Day } from '@chi-tieu/shared/domain/days';
import type { Sql } from '../../app/sql.ts';
import { countsBy, COUNTING_DAY, eligibleCte } from '../rates/classified.queries.ts';
import type { DefinitionId } from '../rates/indicators.queries.ts';

/** An indicator's dossiers before a day; `id` tells the questions apart. */
export interface LastMonthsAsked {
  id: string;
  definitionId: DefinitionId;
  before: Day;
}

export interface LastMonth {
  id: string;
  unitId: number;
  /** The month's first day. */
  month: Day;
}

/**
 * For each question and receiving unit the last month before the day in which it has something that counts. Not for
 * indicators with eligibility date PERIOD_END, which have no totals.
 */
export function lastMonthsWithDossiers(sql: Sql, provinceId: number, asked: LastMonthsAsked[]): Promise<LastMonth[]> {
  return sql.rows<LastMonth>(
    `select a.id, t.unit_id as "unitId", max(t.month)::text as month
       from jsonb_to_recordset($2::jsonb) as a (id text, "definitionId" int, before date)
       join month_total t on t.province_id = $1 and t.definition_id = a."definitionId" and t.month < a.before and t.denominator > 0
      group by 1, 2`,
    [provinceId, JSON.stringify(asked)],
  );
}

/**
 * The same for an indicator with eligibility date PERIOD_END, from the dossiers themselves: what counts in a month is what
 * would count in a period that ends with it.
 */
export function lastMonthsOfDossiers(
  sql: Sql,
  provinceId: number,
  { id, definitionId, before }: LastMonthsAsked,
): Promise<LastMonth[]> {
  const endOfMonth = `(date_trunc('month', ${COUNTING_DAY}) + interval '1 month - 1 day')`;
  return sql.rows<LastMonth>(
    `with ${eligibleCte('i.id = $2', 'null')}
     select $4::text as id, d.unit_id as "unitId", date_trunc('month', max(${COUNTING_DAY}))::date::text as month
       from dossier d
       join unit u on u.id = d.unit_id
       join eligible e on ${countsBy(endOfMonth)}
      where d.province_id = $1 and ${COUNTING_DAY} < $3::date
      group by d.unit_id`,
    [provinceId, definitionId, before, id],
  );
}

/** A period that begins with a month; `id` tells the questions apart. */
export interface PeriodCountsAsked {
  id: string;
  definitionId: DefinitionId;
  from: Day;
  to: Day;
}

export interface PeriodCounts {
  id: string;
  unitId: number;
  numerator: number;
  denominator: number;
}

/**
 * Counts by receiving unit for several periods at once, as known now: whole months from their totals, the days of a last
 * month that is not whole from theirs. Not for indicators with eligibility date PERIOD_END, which have no totals.
 */
export function countsOfPeriods(sql: Sql, provinceId: number, asked: PeriodCountsAsked[]): Promise<PeriodCounts[]> {
  return sql.rows<PeriodCounts>(
    `with asked as (
       select id, "definitionId" as definition_id, "from" as first, "to" as last,
              case when last_of_month = "to" then "to" + 1 else date_trunc('month', "to")::date end as after_months
         from jsonb_to_recordset($2::jsonb) as a (id text, "definitionId" int, "from" date, "to" date)
        cross join lateral (select (date_trunc('month', "to") + interval '1 month')::date - 1 as last_of_month) x)
     select id, unit_id as "unitId", sum(numerator)::int as numerator, sum(denominator)::int as denominator from (
       select a.id, t.unit_id, t.numerator, t.denominator
         from asked a join month_total t on t.province_id = $1 and t.definition_id = a.definition_id
          and t.month >= a.first and t.month < a.after_months
       union all
       select a.id, t.unit_id, t.numerator, t.denominator
         from asked a join day_total t on t.province_id = $1 and t.definition_id = a.definition_id
          and t.day >= a.after_months and t.day <= a.last) counted
      group by 1, 2`,
    [provinceId, JSON.stringify(asked)],
  );
}
