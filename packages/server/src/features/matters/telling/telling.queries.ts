import type { Day } from '@chi-tieu/shared/domain/days';
import type { TaskStanding } from '@chi-tieu/shared/domain/matters/tasks';
import type { Sql } from '../../../app/sql.ts';

/** What a paper bears, and since when its deadline is known. */
interface Told {
  id: string;
  unitId: number;
  unit: string | null;
  number: string | null;
  since: Day;
}

/** What a unit is called on a day, or was called at last. */
const nameOf = (unit: string): string =>
  `(select v.name from unit_version v where v.unit_id = ${unit} and v.superseded_by is null and lower(v.valid) <= $2::date order by lower(v.valid) desc limit 1)`;
/** The day on which the deadline that holds was set. */
const sinceOf = (matter: string): string =>
  `(select max(s.day)::text from matter_step s where ${matter} and s.due_on is not null)`;

export interface GuidanceToTell extends Told {
  from: string | null;
  edition: number;
  acknowledged: number;
  acknowledgeBy: Day;
  withdrawnOn: Day | null;
  dated: Day;
  title: string;
  body: string;
}

/** Guidance that receivers did not take note of, each with each. */
export function guidanceToTell(sql: Sql, provinceId: number, today: Day): Promise<GuidanceToTell[]> {
  return sql.rows<GuidanceToTell>(
    `select g.id::text, u.unit_id as "unitId", ${nameOf('u.unit_id')} as unit, ${nameOf('g.lead_unit_id')} as "from", g.edition,
            u.edition as acknowledged, e.acknowledge_by::text as "acknowledgeBy", g.withdrawn_on::text as "withdrawnOn", e.number,
            e.dated::text as dated, e.title, e.body, ${sinceOf('s.guidance_id = g.id')} as since
       from guidance g join guidance_edition e on e.guidance_id = g.id and e.edition = g.edition
       join guidance_unit u on u.guidance_id = g.id
      where g.province_id = $1 and g.withdrawn_on is null and u.edition < g.edition order by g.id, u.unit_id`,
    [provinceId, today],
  );
}

export interface TaskToTellNow extends Told, Pick<TaskStanding, 'state' | 'dueOn' | 'returned' | 'extended'> {
  directionId: string;
  givenOn: Day;
  body: string;
}

/** Tasks that wait for their unit. */
export function openTasks(sql: Sql, provinceId: number, today: Day): Promise<TaskToTellNow[]> {
  return sql.rows<TaskToTellNow>(
    `select t.id::text, t.direction_id::text as "directionId", t.unit_id as "unitId", ${nameOf('t.unit_id')} as unit, d.number, d.body,
            d.given_on::text as "givenOn", t.due_on::text as "dueOn", t.state, t.returned, t.extended,
            ${sinceOf('s.task_id = t.id')} as since
       from direction_task t join direction d on d.id = t.direction_id
      where t.province_id = $1 and t.state in ('GIVEN', 'NOTED') order by t.id`,
    [provinceId, today],
  );
}
