import type { Day } from '@chi-tieu/shared/domain/days';
import type { ServiceForUnits, ServicesOfUnit } from '@chi-tieu/shared/domain/service-counts';
import type { Sql } from '../../../app/sql.ts';
import { knownThen } from '../../units/units.queries.ts';
import { COUNTING_DAY, dossiersKnown, eligibleCte, IN_NUMERATOR, isOfTier, LOOKED_AT } from '../classified.queries.ts';
import type { DefinitionId } from '../indicators.queries.ts';
import { wholeMonths, type PeriodAsked } from '../totals.queries.ts';

/** Which services a definition lists on a day (in force where it asks for that), for whom, as known at an instant (null: now). */
export function servicesListed(
  sql: Sql,
  definitionId: DefinitionId,
  day: Day,
  knownAt: Date | null,
): Promise<ServiceForUnits[]> {
  return sql.rows<ServiceForUnits>(
    `with ${eligibleCte('i.id = $1', '$3', { ofServices: true })}
     select distinct e.procedure_id as "procedureId", e.tier, e.unit_id as "unitId", e.but from eligible e where e.during @> $2::date`,
    [definitionId, day, knownAt],
  );
}

/**
 * All services of a day by the tiers at which their text says they are carried out (all tiers, where it names none), in force where
 * the definition asks for that.
 */
export function servicesThere(
  sql: Sql,
  provinceId: number,
  definitionId: DefinitionId,
  day: Day,
  knownAt: Date | null,
): Promise<ServiceForUnits[]> {
  return sql.rows<ServiceForUnits>(
    `select p.id as "procedureId", t.tier, null::int as "unitId", null::int[] as but
       from indicator_definition i
       join procedure p on p.province_id = i.province_id
       join procedure_text x on x.procedure_id = p.id and x.valid @> $3::date and ${knownThen('x', '$4')}
      cross join lateral unnest(case when cardinality(x.tiers) = 0 then enum_range(null::tier) else x.tiers end) as t (tier)
      where i.id = $2 and i.province_id = $1 and ${isOfTier('t.tier')}
        and (not i.in_force_required or exists (
          select from procedure_period f where f.procedure_id = p.id and f.valid @> $3::date and ${knownThen('f', '$4')}))`,
    [provinceId, definitionId, day, knownAt],
  );
}

/** Which services each receiving unit had a dossier of the numerator's kind of in a period; whole months by their totals. */
export async function servicesUsed(
  { totals, dossiers }: { totals: Sql; dossiers: Sql },
  provinceId: number,
  definitionId: DefinitionId,
  period: PeriodAsked,
): Promise<ServicesOfUnit[]> {
  const [first, last] = wholeMonths(period.from, period.to);
  const byMonths =
    first <= last ? await usedInMonths(totals, provinceId, definitionId, { ...period, from: first, to: last }) : [];
  if (first === period.from && last === period.to) return byMonths;
  return [...byMonths, ...(await usedOutside(dossiers, provinceId, definitionId, period, [first, last]))];
}

function usedInMonths(
  sql: Sql,
  provinceId: number,
  definitionId: DefinitionId,
  { from, to, knownAt }: PeriodAsked,
): Promise<ServicesOfUnit[]> {
  const source =
    knownAt === null
      ? `select s.unit_id, s.procedure_id from service_total s
          where s.province_id = $1 and s.definition_id = $2 and s.month between $3 and $4 and s.numerator > 0 and $5::timestamptz is null`
      : `select s.unit_id, s.procedure_id from service_ledger s join moment m on m.id = s.moment_id and m.at <= $5
          where s.province_id = $1 and s.definition_id = $2 and s.month between $3 and $4
          group by 1, 2 having sum(s.numerator) > 0`;
  return sql.rows<ServicesOfUnit>(
    `select unit_id as "unitId", array_agg(distinct procedure_id) as "procedureIds" from (${source}) u group by 1`,
    [provinceId, definitionId, from, to, knownAt],
  );
}

function usedOutside(
  sql: Sql,
  provinceId: number,
  definitionId: DefinitionId,
  { from, to, knownAt }: PeriodAsked,
  [first, last]: [Day, Day],
): Promise<ServicesOfUnit[]> {
  const near = 'd.province_id = $1 and (d.finished_day between $3 and $4 or d.received_day between $3 and $4)';
  return sql.rows<ServicesOfUnit>(
    `select d.unit_id as "unitId", array_agg(distinct d.procedure_id) as "procedureIds"
       from ${dossiersKnown('$5', near)}
       join unit u on u.id = d.unit_id
       join indicator_definition e on e.id = $2 and ${LOOKED_AT} and ${isOfTier('u.tier', 'e')}
      where ${COUNTING_DAY} between $3 and $4 and ${COUNTING_DAY} not between $6 and $7 and ${IN_NUMERATOR}
      group by 1`,
    [provinceId, definitionId, from, to, knownAt, first, last],
  );
}
