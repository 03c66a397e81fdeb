import { isDay, type Day } from '@chi-tieu/shared/domain/days';
import type { Gone } from '@chi-tieu/shared/domain/eligibility';
import type { Tier } from '@chi-tieu/shared/domain/tier';
import type { Channel, CountedAs, ServiceLevel } from '../../app/enums.ts';
import { isNumberKey, type Page } from '../../app/connection.ts';
import type { Sql } from '../../app/sql.ts';
import {
  countsBy,
  COUNTING_DAY,
  dossiersKnown,
  eligibleCte,
  IN_NUMERATOR,
  isFor,
} from '../rates/classified.queries.ts';
import type { IndicatorRow } from '../rates/indicators.queries.ts';
import { knownThen } from '../units/units.queries.ts';

/** Which dossiers: those of the receiving units that are counted in the period, or received or finished in it. */
export interface DossierFilter {
  units: number[];
  from: Day;
  to: Day;
  knownAt: Date | null;
  /** Null: all three; COUNTED: the first two. */
  countedAs: CountedAs | 'COUNTED' | null;
  /** Null: of whatever procedure. */
  procedureId: number | null;
}

/** A dossier with the facts that its verdict follows from. */
export interface DossierFacts {
  id: string;
  code: string;
  unitId: number;
  procedureId: number;
  channel: Channel;
  status: number;
  receivedAt: Date;
  dueAt: Date | null;
  finishedAt: Date | null;
  receivedDay: Day;
  finishedDay: Day | null;
  gone: Gone | null;
  version: number;
  made: boolean;
  /** Of the unit that received it. */
  tier: Tier;
  /** On the eligibility day. */
  inForce: boolean;
  /** On the list at the unit's tier on the eligibility day; null: not listed. */
  level: ServiceLevel | null;
  sortDay: Day;
}

/** The keyset of a page: the day by which the list is sorted, then the dossier. */
export type DossierKey = [Day, string];

export function isDossierKey(key: unknown): key is DossierKey {
  return Array.isArray(key) && key.length === 2 && typeof key[0] === 'string' && isDay(key[0]) && isNumberKey(key[1]);
}

/**
 * $1 province, $2 definition, $3 units, $4 from, $5 to, $6 known at, $7 procedure. What a definition lets count never overlaps, so a
 * dossier meets one row of it at most: joined, not looked up one by one, for an indicator without a list has a row a procedure.
 */
function candidates(): string {
  return `with ${eligibleCte('i.id = $2', '$6')},
    candidate as (
      select d.*, u.tier, coalesce(d.finished_day, d.received_day) as sort_day,
             case when e.definition_id is not null then ${IN_NUMERATOR} end as counted
        from ${dossiersKnown(
          '$6',
          `d.province_id = $1 and d.unit_id = any ($3) and ($7::int is null or d.procedure_id = $7)
               and (d.finished_day between $4 and $5 or d.received_day between $4 and $5)`,
        )}
        join unit u on u.id = d.unit_id
        left join eligible e on ${countsBy('$5')} and ${COUNTING_DAY} between $4 and $5)`;
}

/** Numerator, denominator and the rest, as a condition on `candidate`. */
function countedAsCondition(countedAs: DossierFilter['countedAs']): string {
  if (countedAs === null) return 'true';
  return {
    NUMERATOR: 'counted',
    DENOMINATOR: 'not counted',
    NOT_COUNTED: 'counted is null',
    COUNTED: 'counted is not null',
  }[countedAs];
}

/** One page, oldest first, with one row more than asked for. */
export function listDossiers(
  sql: Sql,
  provinceId: number,
  indicator: IndicatorRow,
  filter: DossierFilter,
  page: Page<DossierKey>,
): Promise<DossierFacts[]> {
  return sql.rows<DossierFacts>(
    `${candidates()}
     select d.id, d.code, d.unit_id as "unitId", d.procedure_id as "procedureId", d.channel, d.status,
            d.received_at as "receivedAt", d.due_at as "dueAt", d.finished_at as "finishedAt",
            d.received_day::text as "receivedDay", d.finished_day::text as "finishedDay", d.gone, d.version,
            d.tier, d.sort_day::text as "sortDay", b.is_made as made,
            exists (select 1 from procedure_period f where f.procedure_id = d.procedure_id and ${knownThen('f', '$6')}
                     and f.valid @> x.day) as "inForce",
            (select e.level from eligible_listed e join indicator_definition i on i.id = $2 and e.list_id = i.list_id
              where e.procedure_id = d.procedure_id and e.tier = d.tier and ${isFor('d.unit_id')} and e.valid @> x.day limit 1) as level
       from (select * from candidate
              where ${countedAsCondition(filter.countedAs)}
                and ($8::date is null or (sort_day, id) > ($8::date, $9::bigint))
              order by sort_day, id limit $10) d
       join ingest_batch b on b.id = d.batch_id
      cross join lateral (select (case $11::text when 'RECEIVED' then d.received_day when 'RESOLVED' then d.finished_day
                                   else $5::date end) as day) x
      order by d.sort_day, d.id`,
    [
      provinceId,
      indicator.definitionId,
      filter.units,
      filter.from,
      filter.to,
      filter.knownAt,
      filter.procedureId,
      page.after?.[0] ?? null,
      page.after?.[1] ?? null,
      page.first + 1,
      indicator.eligibilityDate,
    ],
  );
}

/** How many dossiers there are, counted without listing them. */
export async function countDossiers(
  sql: Sql,
  provinceId: number,
  indicator: IndicatorRow,
  filter: DossierFilter,
): Promise<number> {
  const row = await sql.row<{ n: number }>(
    `${candidates()} select count(*)::int as n from candidate where ${countedAsCondition(filter.countedAs)}`,
    [provinceId, indicator.definitionId, filter.units, filter.from, filter.to, filter.knownAt, filter.procedureId],
  );
  return row?.n ?? 0;
}

/** The codes of all of them, as known at the instant of the filter; one more than the most that are wanted where there are more. */
export async function codesOfDossiers(
  sql: Sql,
  provinceId: number,
  indicator: IndicatorRow,
  filter: DossierFilter,
  most: number,
): Promise<string[]> {
  const { units, from, to, knownAt, countedAs, procedureId } = filter;
  const rows = await sql.rows<{ code: string }>(
    `${candidates()} select code from candidate where ${countedAsCondition(countedAs)} limit $8`,
    [provinceId, indicator.definitionId, units, from, to, knownAt, procedureId, most + 1],
  );
  return rows.map(({ code }) => code);
}
