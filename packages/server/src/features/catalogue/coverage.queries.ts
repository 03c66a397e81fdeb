import type { Day } from '@chi-tieu/shared/domain/days';
import type { ServiceLevel, UnitKind } from '../../app/enums.ts';
import type { Sql } from '../../app/sql.ts';
import { isFor, listedCtes, storedEntries } from '../rates/classified.queries.ts';

/** Where list and dossiers do not meet. */
export interface CoverageFacts {
  procedureId: number;
  code: string;
  tier: UnitKind;
  unitId: number | null;
  level: ServiceLevel | null;
  dossiers: number;
}

interface Asked {
  listId: number;
  from: Day;
  to: Day;
}

const LISTED = listedCtes('listed', storedEntries('null'), 'null');
const ENTRY = `p.id as "procedureId", p.code, e.tier, e.unit_id as "unitId", e.level, 0 as dossiers`;

/**
 * What stood on the list within the period without any dossier received then by a unit for which it holds. Each entry looks up its
 * first dossier in the index: most have one nearby, and those without have none to pass by.
 */
export function listedWithoutDossier(
  sql: Sql,
  provinceId: number,
  { listId, from, to }: Asked,
): Promise<CoverageFacts[]> {
  const first = (source: string, holds: string) => `(select true from ${source}
      where d.province_id = $1 and d.procedure_id = e.procedure_id and d.received_day between $3 and $4 and d.gone is null and ${holds} limit 1)`;
  return sql.rows<CoverageFacts>(
    `with ${LISTED}
     select distinct on (e.procedure_id, e.tier, e.unit_id) ${ENTRY}
       from service_list_entry e join procedure p on p.id = e.procedure_id
      where e.province_id = $1 and e.list_id = $2 and e.superseded_by is null and e.valid && daterange($3, $4, '[]')
        and (case when e.unit_id is null then ${first('dossier d join unit u on u.id = d.unit_id', 'u.tier = e.tier')}
             else ${first('dossier d', 'd.unit_id in (select b.unit_id from listed_below b where b.named_id = e.unit_id)')} end) is null
      order by e.procedure_id, e.tier, e.unit_id, lower(e.valid) desc`,
    [provinceId, listId, from, to],
  );
}

/** Dossiers received in the period, by the index alone; those that are gone are taken away again, for it does not know them. */
const STANDING = `
  select procedure_id, unit_id, received_day, 1 as n from dossier where province_id = $1 and received_day between $2 and $3
  union all
  select procedure_id, unit_id, received_day, -1 from dossier
   where province_id = $1 and received_day between $2 and $3 and gone is not null`;

/**
 * Dossiers received within the period whose procedure was on no list for the unit that day, by procedure and tier. Most are of a
 * procedure that stood on some list on all days of the period for all units of the tier (`always`): those are passed by first, and
 * only what is left is asked for its day and its unit.
 */
export function dossiersNotListed(sql: Sql, provinceId: number, { from, to }: Asked): Promise<CoverageFacts[]> {
  return sql.rows<CoverageFacts>(
    `with ${LISTED},
     always as materialized (
       select e.procedure_id, e.tier from listed e
        where e.unit_id is null and e.but is null and e.valid && daterange($2, $3, '[]')
        group by 1, 2 having range_agg(e.valid) @> daterange($2, $3, '[]')),
     missed as (
       select d.procedure_id, d.tier, sum(d.n)::int as dossiers
         from (select d.procedure_id, d.unit_id, d.received_day, u.tier, d.n
                 from (${STANDING}) d join unit u on u.id = d.unit_id
                where not exists (select from always a where a.procedure_id = d.procedure_id and a.tier = u.tier)
               offset 0) d
        where not exists (select from listed e
                           where e.procedure_id = d.procedure_id and e.tier = d.tier and ${isFor('d.unit_id')}
                             and e.valid @> d.received_day)
        group by 1, 2 having sum(d.n) > 0)
     select p.id as "procedureId", p.code, m.tier, null::int as "unitId", null as level, m.dossiers
       from missed m join procedure p on p.id = m.procedure_id`,
    [provinceId, from, to],
  );
}

/** What stands on the list on the last day although its procedure is not in force then. */
export function listedNotInForce(sql: Sql, provinceId: number, { listId, to }: Asked): Promise<CoverageFacts[]> {
  return sql.rows<CoverageFacts>(
    `select ${ENTRY}
       from service_list_entry e join procedure p on p.id = e.procedure_id
      where e.province_id = $1 and e.list_id = $2 and e.superseded_by is null and e.valid @> $3::date
        and not exists (select from procedure_period f
                         where f.procedure_id = e.procedure_id and f.superseded_by is null and f.valid @> $3::date)`,
    [provinceId, listId, to],
  );
}
