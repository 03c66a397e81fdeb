import type { Day } from '@chi-tieu/shared/domain/days';
import { monthEnd, monthStart, nextDay, previousDay } from '@chi-tieu/shared/domain/days';
import type { Grain } from '../../app/enums.ts';
import { prepared, type Sql } from '../../app/sql.ts';
import { countsBy, COUNTING_DAY, dossiersKnown, eligibleCte, IN_NUMERATOR } from './classified.queries.ts';
import { countsKnownEarlier } from './known-earlier.queries.ts';
import type { DefinitionId, IndicatorRow } from './indicators.queries.ts';

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
 * ends; as known earlier from how the months stood then, and from the ledger; from the dossiers themselves where the period's end decides who counts.
 */
export function countsByUnit(
  sql: Sql,
  provinceId: number,
  indicator: IndicatorRow,
  period: PeriodAsked,
): Promise<UnitCounts[]> {
  if (indicator.eligibilityDate === 'PERIOD_END') return countedDirectly(sql, provinceId, indicator, period);
  if (period.knownAt !== null) return knownEarlier(sql, provinceId, indicator.definitionId, period, period.knownAt);
  return fromTotals(sql, provinceId, indicator.definitionId, period);
}

/** Each part by its own range: days that the months have already are not even looked at. */
const FROM_TOTALS = prepared(
  'counts by unit',
  `select unit_id as "unitId", sum(numerator)::int as numerator, sum(denominator)::int as denominator from (
       select unit_id, numerator, denominator from month_total
        where province_id = $1 and definition_id = $2 and month between $3::date and $4::date
       union all
       select unit_id, numerator, denominator from day_total
        where province_id = $1 and definition_id = $2 and day between $5::date and $6::date
       union all
       select unit_id, numerator, denominator from day_total
        where province_id = $1 and definition_id = $2 and day between $7::date and $8::date) t
      group by unit_id`,
);

function fromTotals(
  sql: Sql,
  provinceId: number,
  definitionId: DefinitionId,
  { from, to }: PeriodAsked,
): Promise<UnitCounts[]> {
  return sql.rows<UnitCounts>(FROM_TOTALS, [provinceId, definitionId, ...partsOf(from, to)]);
}

/** The same month by month: of a year a twentieth of the rows that its days have. */
const MONTHS_FROM_TOTALS = prepared(
  'counts by unit and month',
  `select unit_id as "unitId", month::text as at, numerator::int as numerator, denominator::int as denominator from month_total
    where province_id = $1 and definition_id = $2 and month between $3::date and $4::date
   union all
   select unit_id, date_trunc('month', day)::date::text, sum(numerator)::int, sum(denominator)::int from day_total
    where province_id = $1 and definition_id = $2 and (day between $5::date and $6::date or day between $7::date and $8::date)
    group by unit_id, date_trunc('month', day)`,
);

type Run = readonly [Day, Day];

/** First and last day of all that can be written. */
const [FIRST_DAY, LAST_DAY] = ['0001-01-01', '9999-12-31'] as const;

/** No day at all. */
const NO_DAY: Run = [LAST_DAY, FIRST_DAY];

/** A period as the run of its whole months, the days before these and the days after them, each by its first and last day. */
function partsOf(from: Day, to: Day): [...Run, ...Run, ...Run] {
  const [start, end] = wholeMonths(from, to);
  if (start > end) return [...NO_DAY, from, to, ...NO_DAY];
  const before: Run = from < start ? [from, previousDay(start)] : NO_DAY;
  const after: Run = end < to ? [nextDay(end), to] : NO_DAY;
  return [start, end, ...before, ...after];
}

/** First and last day of the run of whole months in a period; an empty run lies behind the period's end. */
export function wholeMonths(from: Day, to: Day): [Day, Day] {
  const start = from === monthStart(from) ? from : dayAfter(monthEnd(from));
  const end = to === monthEnd(to) ? to : dayBefore(monthStart(to));
  return start !== null && end !== null && start <= end ? [start, end] : [...NO_DAY];
}

function dayAfter(day: Day): Day | null {
  return day === LAST_DAY ? null : nextDay(day);
}

function dayBefore(day: Day): Day | null {
  return day === FIRST_DAY ? null : previousDay(day);
}

async function knownEarlier(
  sql: Sql,
  provinceId: number,
  definitionId: DefinitionId,
  period: PeriodAsked,
  knownAt: Date,
): Promise<UnitCounts[]> {
  const months = wholeMonths(period.from, period.to);
  const known = await countsKnownEarlier(sql, provinceId, definitionId, { ...period, knownAt }, months);
  return known ?? fromTotals(sql, provinceId, definitionId, period);
}

function countedDirectly(
  sql: Sql,
  provinceId: number,
  indicator: IndicatorRow,
  { from, to, knownAt }: PeriodAsked,
): Promise<UnitCounts[]> {
  return sql.rows<UnitCounts>(
    `with ${eligibleCte('i.id = $2', '$5')}
     select d.unit_id as "unitId", count(*) filter (where ${IN_NUMERATOR})::int as numerator, count(*)::int as denominator
       from ${dossiersKnown('$5', 'd.province_id = $1')}
       join unit u on u.id = d.unit_id
       join eligible e on ${countsBy('$4')}
      where ${COUNTING_DAY} between $3 and $4
      group by d.unit_id`,
    [provinceId, indicator.definitionId, from, to, knownAt],
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
  const { definitionId } = indicator;
  if (grain === 'MONTH' && knownAt === null)
    return sql.rows<SeriesCounts>(MONTHS_FROM_TOTALS, [provinceId, definitionId, ...partsOf(from, to)]);
  const at = grain === 'MONTH' ? `date_trunc('month', l.day)::date` : 'l.day';
  const source = knownAt === null ? 'day_total l' : 'ledger l join moment m on m.id = l.moment_id and m.at <= $5';
  return sql.rows<SeriesCounts>(
    `select l.unit_id as "unitId", (${at})::text as at, sum(l.numerator)::int as numerator, sum(l.denominator)::int as denominator
       from ${source}
      where l.province_id = $1 and l.definition_id = $2 and l.day between $3 and $4 and ($5::timestamptz is null or true)
      group by l.unit_id, ${at}`,
    [provinceId, definitionId, from, to, knownAt],
  );
}
