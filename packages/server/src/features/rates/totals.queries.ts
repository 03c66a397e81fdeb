import type { Day } from '@chi-tieu/shared/domain/days';
import { monthEnd, monthStart, nextDay, previousDay } from '@chi-tieu/shared/domain/days';
import type { Grain } from '../../app/enums.ts';
import type { Sql } from '../../app/sql.ts';
import { countsBy, COUNTING_DAY, dossiersKnown, eligibleCte } from './classified.queries.ts';
import type { IndicatorRow } from './indicators.queries.ts';

/** What receiving units count for themselves; only units with something to count are there. */
export interface UnitCounts {
  unitId: number;
  numerator: number;
  denominator: number;
}

export interface PeriodAsked {
  from: Day;
  to: Day;
  /** Null: as known now. */
  knownAt: Date | null;
}

/**
 * Counts by receiving unit over a period, ends included. From month totals where months are whole and day totals at the
 * ends; from the ledger as known earlier; from the dossiers themselves where the period's end decides who counts.
 */
export function countsByUnit(
  sql: Sql,
  provinceId: number,
  indicator: IndicatorRow,
  period: PeriodAsked,
): Promise<UnitCounts[]> {
  if (indicator.eligibilityDate === 'PERIOD_END') return countedDirectly(sql, provinceId, indicator, period);
  if (period.knownAt !== null) return fromLedger(sql, provinceId, indicator.id, period);
  return fromTotals(sql, provinceId, indicator.id, period);
}

function fromTotals(
  sql: Sql,
  provinceId: number,
  indicatorId: number,
  { from, to }: PeriodAsked,
): Promise<UnitCounts[]> {
  return sql.rows<UnitCounts>(
    `select unit_id as "unitId", sum(numerator)::int as numerator, sum(denominator)::int as denominator from (
       select unit_id, numerator, denominator from month_total
        where province_id = $1 and indicator_id = $2 and month >= $3::date and (month + interval '1 month')::date - 1 <= $4::date
       union all
       select unit_id, numerator, denominator from day_total
        where province_id = $1 and indicator_id = $2 and day >= $3::date and day <= $4::date
          and (day < $5::date or day > $6::date)) t
      group by unit_id`,
    [provinceId, indicatorId, from, to, ...wholeMonths(from, to)],
  );
}

/** First and last day of all that can be written. */
const [FIRST_DAY, LAST_DAY] = ['0001-01-01', '9999-12-31'] as const;

/** First and last day of the run of whole months in a period; an empty run lies behind the period's end. */
function wholeMonths(from: Day, to: Day): [Day, Day] {
  const start = from === monthStart(from) ? from : dayAfter(monthEnd(from));
  const end = to === monthEnd(to) ? to : dayBefore(monthStart(to));
  return start !== null && end !== null && start <= end ? [start, end] : [LAST_DAY, FIRST_DAY];
}

function dayAfter(day: Day): Day | null {
  return day === LAST_DAY ? null : nextDay(day);
}

function dayBefore(day: Day): Day | null {
  return day === FIRST_DAY ? null : previousDay(day);
}

function fromLedger(
  sql: Sql,
  provinceId: number,
  indicatorId: number,
  { from, to, knownAt }: PeriodAsked,
): Promise<UnitCounts[]> {
  return sql.rows<UnitCounts>(
    `select l.unit_id as "unitId", sum(l.numerator)::int as numerator, sum(l.denominator)::int as denominator
       from ledger l join moment m on m.id = l.moment_id and m.at <= $5
      where l.province_id = $1 and l.indicator_id = $2 and l.day between $3 and $4
      group by l.unit_id having sum(l.denominator) <> 0`,
    [provinceId, indicatorId, from, to, knownAt],
  );
}

function countedDirectly(
  sql: Sql,
  provinceId: number,
  indicator: IndicatorRow,
  { from, to, knownAt }: PeriodAsked,
): Promise<UnitCounts[]> {
  return sql.rows<UnitCounts>(
    `with ${eligibleCte('i.id = $2', '$5')}
     select d.unit_id as "unitId", count(*) filter (where d.channel = e.numerator_channel)::int as numerator, count(*)::int as denominator
       from ${dossiersKnown('$5', 'd.province_id = $1')}
       join unit u on u.id = d.unit_id
       join eligible e on ${countsBy('$4')}
      where ${COUNTING_DAY} between $3 and $4
      group by d.unit_id`,
    [provinceId, indicator.id, from, to, knownAt],
  );
}

export interface SeriesCounts extends UnitCounts {
  /** First day of the month, or the day. */
  at: Day;
}

/** Counts by receiving unit and month (or day) of a period; PERIOD_END indicators have no series and give none. */
export function countsByUnitAndTime(
  sql: Sql,
  provinceId: number,
  indicator: IndicatorRow,
  { from, to, knownAt }: PeriodAsked,
  grain: Grain,
): Promise<SeriesCounts[]> {
  const at = grain === 'MONTH' ? `date_trunc('month', l.day)::date` : 'l.day';
  const source = knownAt === null ? 'day_total l' : 'ledger l join moment m on m.id = l.moment_id and m.at <= $5';
  return sql.rows<SeriesCounts>(
    `select l.unit_id as "unitId", (${at})::text as at, sum(l.numerator)::int as numerator, sum(l.denominator)::int as denominator
       from ${source}
      where l.province_id = $1 and l.indicator_id = $2 and l.day between $3 and $4 and ($5::timestamptz is null or true)
      group by l.unit_id, ${at}`,
    [provinceId, indicator.id, from, to, knownAt],
  );
}
