import type { Day } from '@chi-tieu/shared/domain/days';
import type { Gone } from '@chi-tieu/shared/domain/eligibility';
import type { Tier } from '@chi-tieu/shared/domain/tier';
import type { Channel, ServiceLevel } from '../../../app/enums.ts';
import type { Sql } from '../../../app/sql.ts';
import { dossiersKnown, eligibleCte, isFor } from '../../rates/classified.queries.ts';
import type { IndicatorRow } from '../../rates/indicators.queries.ts';
import { knownThen } from '../../units/units.queries.ts';

/** A dossier with all that the rules of an indicator look at, and the decisions behind it. */
export interface DossierToExplain {
  code: string;
  unitId: number;
  procedureId: number;
  status: number;
  channel: Channel;
  receivedDay: Day;
  finishedDay: Day | null;
  finishedAt: Date | null;
  dueAt: Date | null;
  gone: Gone | null;
  tier: Tier;
  inForce: boolean;
  level: ServiceLevel | null;
  forceDecision: string | null;
  listDecision: string | null;
}

const numberOf = (decision: string) =>
  `(select v.number from decision_version v where v.decision_id = ${decision} and ${knownThen('v', '$3')} limit 1)`;

/** The entries that say something for the dossier: of its tier, or of a named unit whose line it may stand in. */
const MINE = `s.list_id = i.list_id and s.procedure_id = d.procedure_id and s.tier = u.tier and ${knownThen('s', '$3')}`;

/** The dossier with a code as known at an instant (null: now), where the caller sees it. */
export function dossierToExplain(
  sql: Sql,
  provinceId: number,
  indicator: IndicatorRow,
  { codeKey, knownAt, periodEnd }: { codeKey: string; knownAt: Date | null; periodEnd: Day },
): Promise<DossierToExplain | null> {
  return sql.row<DossierToExplain>(
    `with ${eligibleCte('i.id = $2', '$3')}
     select d.code, d.unit_id as "unitId", d.procedure_id as "procedureId", d.status, d.channel, d.received_day::text as "receivedDay",
            d.finished_day::text as "finishedDay", d.finished_at as "finishedAt", d.due_at as "dueAt", d.gone, u.tier, f.id is not null as "inForce", l.level,
            ${numberOf(`coalesce(f.opened_by, case when f.id is null then p.closed_by end)`)} as "forceDecision",
            ${numberOf('e.decision_id')} as "listDecision"
       from ${dossiersKnown('$3', 'd.province_id = $1 and d.code_key = $4')}
       join unit u on u.id = d.unit_id
       join indicator_definition i on i.id = $2
      cross join lateral (select (case i.eligibility_date when 'RECEIVED' then d.received_day when 'RESOLVED' then d.finished_day
                                   else $5::date end) as day) x
       left join lateral (select f.id, f.opened_by from procedure_period f
                           where f.procedure_id = d.procedure_id and ${knownThen('f', '$3')} and f.valid @> x.day limit 1) f on true
       left join lateral (select f.closed_by from procedure_period f
                           where f.procedure_id = d.procedure_id and ${knownThen('f', '$3')} and upper(f.valid) <= x.day
                           order by upper(f.valid) desc limit 1) p on true
       left join lateral (select e.level from eligible_listed e where e.list_id = i.list_id and e.procedure_id = d.procedure_id
                             and e.tier = u.tier and ${isFor('d.unit_id')} and e.valid @> x.day limit 1) l on true
       left join lateral (
         select case when l.level is null then s.closed_by else s.opened_by end as decision_id from service_list_entry s
          where ${MINE} and (case when l.level is null then upper(s.valid) <= x.day else s.valid @> x.day and s.level = l.level end)
          order by s.unit_id is null, upper(s.valid) desc limit 1) e on true`,
    [provinceId, indicator.definitionId, knownAt, codeKey, periodEnd],
  );
}
