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

/** What stood on the list within the period without any dossier received then by a unit for which it holds. */
export function listedWithoutDossier(
  sql: Sql,
  provinceId: number,
  { listId, from, to }: Asked,
): Promise<CoverageFacts[]> {
  return sql.rows<CoverageFacts>(
    `with ${LISTED},
     received as materialized (
       select procedure_id, unit_id from dossier
        where province_id = $1 and received_day between $3 and $4 group by procedure_id, unit_id)
     select distinct on (e.procedure_id, e.tier, e.unit_id) ${ENTRY}
       from service_list_entry e join procedure p on p.id = e.procedure_id
      where e.province_id = $1 and e.list_id = $2 and e.superseded_by is null and e.valid && daterange($3, $4, '[]')
        and not exists (select from received r join unit u on u.id = r.unit_id
                         where r.procedure_id = e.procedure_id and e.unit_id is null and u.tier = e.tier)
        and not exists (select from received r join listed_below b on b.unit_id = r.unit_id
                         where r.procedure_id = e.procedure_id and b.named_id = e.unit_id)
      order by e.procedure_id, e.tier, e.unit_id, lower(e.valid) desc`,
    [provinceId, listId, from, to],
  );
}

/** Dossiers received within the period whose procedure was on no list for the unit that day, by procedure and tier. */
export function dossiersNotListed(sql: Sql, provinceId: number, { from, to }: Asked): Promise<CoverageFacts[]> {
  return sql.rows<CoverageFacts>(
    `with ${LISTED},
     received as materialized (
       select d.procedure_id, d.unit_id, u.tier, d.received_day, count(*) as dossiers
         from dossier d join unit u on u.id = d.unit_id
        where d.province_id = $1 and d.received_day between $2 and $3 group by 1, 2, 3, 4)
     select p.id as "procedureId", p.code, d.tier, null::int as "unitId", null as level, sum(d.dossiers)::int as dossiers
       from received d join procedure p on p.id = d.procedure_id
      where not exists (select from listed e
                         where e.procedure_id = d.procedure_id and e.tier = d.tier and ${isFor('d.unit_id')}
                           and e.valid @> d.received_day)
      group by p.id, p.code, d.tier`,
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
