import { monthEnd, monthStart, type Day } from '@chi-tieu/shared/domain/days';
import type { Sql } from '../../../app/sql.ts';
import type { IndicatorRow } from '../../rates/indicators.queries.ts';
import { monthsKnownEarlier } from '../../rates/known-earlier.queries.ts';
import type { PeriodAsked, SeriesCounts } from '../../rates/totals.queries.ts';

/** What receiving units counted in whole months, both ends included; as known earlier as the months stood then. */
export async function countsByMonth(
  sql: Sql,
  provinceId: number,
  indicator: IndicatorRow,
  { from, to, knownAt }: PeriodAsked,
): Promise<SeriesCounts[]> {
  if (knownAt !== null) {
    const earlier = await monthsKnownEarlier(sql, provinceId, indicator.definitionId, { from, to, knownAt });
    if (earlier !== null) return earlier;
  }
  return sql.rows<SeriesCounts>(
    `select unit_id as "unitId", month::text as at, numerator, denominator from month_total
      where province_id = $1 and definition_id = $2 and month between $3 and $4 and denominator > 0`,
    [provinceId, indicator.definitionId, from, to],
  );
}

/** The last day of a period on which anything counts; null where nothing does. */
export async function lastDayCounted(
  sql: Sql,
  provinceId: number,
  indicator: IndicatorRow,
  period: PeriodAsked,
): Promise<Day | null> {
  if (period.knownAt !== null) return lastDayKnown(sql, provinceId, indicator, { ...period, knownAt: period.knownAt });
  const found = await sql.row<{ day: Day | null }>(
    `select max(day)::text as day from day_total
      where province_id = $1 and definition_id = $2 and day between $3 and $4 and denominator > 0`,
    [provinceId, indicator.definitionId, period.from, period.to],
  );
  return found?.day ?? null;
}

/** The same as known earlier: the months say in which of them to look, so that the ledger is read for one alone. */
async function lastDayKnown(
  sql: Sql,
  provinceId: number,
  indicator: IndicatorRow,
  { from, to, knownAt }: PeriodAsked & { knownAt: Date },
): Promise<Day | null> {
  const counts = await countsByMonth(sql, provinceId, indicator, {
    from: monthStart(from),
    to: monthStart(to),
    knownAt,
  });
  const months = new Set(counts.filter(({ denominator }) => denominator > 0).map(({ at }) => at));
  for (const month of [...months].sort().reverse()) {
    const end = monthEnd(month) < to ? monthEnd(month) : to;
    const found = await sql.row<{ day: Day | null }>(
      `select max(day)::text as day from (
         select l.day from ledger l join moment m on m.id = l.moment_id and m.at <= $5
          where l.province_id = $1 and l.definition_id = $2 and l.day between $3 and $4
          group by l.day having sum(l.denominator) > 0) x`,
      [provinceId, indicator.definitionId, month < from ? from : month, end, knownAt],
    );
    if (found?.day) return found.day;
  }
  return null;
}

/** The marks of all months, in hundredths of a percent, of each target in some plans. */
export function marksOfPlans(
  sql: Sql,
  provinceId: number,
  planIds: readonly string[],
): Promise<{ planId: string; unitId: number; month: number; hundredths: number }[]> {
  return sql.rows(
    `select plan_id as "planId", unit_id as "unitId", month, hundredths from milestone
      where province_id = $1 and plan_id = any ($2::uuid[]) order by month`,
    [provinceId, planIds],
  );
}

/** The mark of a month, in hundredths of a percent, of each target in some plans. */
export function marksOfMonth(
  sql: Sql,
  provinceId: number,
  planIds: readonly string[],
  month: number,
): Promise<{ planId: string; unitId: number; hundredths: number }[]> {
  return sql.rows<{ planId: string; unitId: number; hundredths: number }>(
    `select plan_id as "planId", unit_id as "unitId", hundredths from milestone
      where province_id = $1 and plan_id = any ($2::uuid[]) and month = $3`,
    [provinceId, planIds, month],
  );
}
