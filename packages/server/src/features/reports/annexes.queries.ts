import type { Day } from '@chi-tieu/shared/domain/days';
import type { ReceptionColumn } from '@chi-tieu/shared/domain/report/reception';
import type { Sql } from '../../app/sql.ts';
import { dossiersKnown, storedEntries } from '../rates/classified.queries.ts';
import { knownThen } from '../units/units.queries.ts';

/** How many dossiers of a receiving unit came so and ended so. */
export interface ReceptionCount {
  unitId: number;
  came: ReceptionColumn;
  ended: ReceptionColumn;
  count: number;
}

const DUE_DAY = `(d.due_at at time zone 'Asia/Ho_Chi_Minh')::date`;

/**
 * The rule of domain/report/reception.ts over all dossiers of the province as known at an instant; a property test holds the two together.
 * Looked at are those received in the period, those that are open and those that were ended since it began, each by its index: what came
 * and went before it is not gone through. Ask of `ctx.figures`.
 */
export function receptionCounts(
  sql: Sql,
  provinceId: number,
  { from, to, knownAt }: { from: Day; to: Day; knownAt: Date },
): Promise<ReceptionCount[]> {
  const gone = `(case when d.status in (7, 8, 9, 10) then coalesce(d.finished_day, d.received_day) end)`;
  return sql.rows<ReceptionCount>(
    `select d.unit_id as "unitId",
            case when d.received_day < $2 then 'carriedOver' when d.channel = 'ONLINE' then 'online'
                 when d.channel = 'UNKNOWN' then 'unknownChannel' else 'direct' end as came,
            case when ${gone} <= $3 then
                   case when d.status in (7, 8) then 'left'
                        when d.due_at is null or d.finished_at is null or d.finished_day is null then 'withoutDue'
                        when d.finished_at > d.due_at then 'late'
                        when d.finished_day < ${DUE_DAY} then 'early' else 'onTime' end
                 when ${DUE_DAY} <= $3 then 'openOverdue' else 'openInTime' end as ended,
            count(*)::int as count
       from ${dossiersKnown(
         '$4',
         `d.province_id = $1 and d.unit_id = any ((select array_agg(id) from unit)::int[]) and d.gone is null and d.status not in (1, 3)
            and d.received_day <= $3
            and (d.received_day between $2 and $3 or d.status not in (7, 8, 9, 10) or d.finished_day >= $2)`,
       )}
      group by 1, 2, 3`,
    [provinceId, from, to, knownAt],
  );
}

/** An entry of a list on a day, as known at an instant; those that name a unit of their own are left out. */
export interface ListedRow {
  procedureId: number;
  code: string;
  name: string;
  tier: string;
  level: string;
}

export function listedOn(
  sql: Sql,
  provinceId: number,
  { listId, day, knownAt }: { listId: number; day: Day; knownAt: Date },
): Promise<ListedRow[]> {
  return sql.rows<ListedRow>(
    `select e.procedure_id as "procedureId", p.code, coalesce(t.name, p.code) as name, e.tier, e.level
       from ${storedEntries('$4')} e join procedure p on p.id = e.procedure_id and p.province_id = $1
       left join procedure_text t on t.procedure_id = p.id and t.valid @> $3::date and ${knownThen('t', '$4')}
      where e.list_id = $2 and e.unit_id is null and e.valid @> $3::date order by p.code, e.tier`,
    [provinceId, listId, day, knownAt],
  );
}
