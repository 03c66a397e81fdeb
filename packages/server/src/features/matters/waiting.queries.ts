import type { Day } from '@chi-tieu/shared/domain/days';
import type { TaskState } from '@chi-tieu/shared/domain/matters/tasks';
import type { Sql } from '../../app/sql.ts';

/** Guidance that a receiver within sight did not take note of. */
export function unacknowledged(
  sql: Sql,
  provinceId: number,
): Promise<{ id: string; unitId: number; title: string; dueOn: Day; givenOn: Day }[]> {
  return sql.rows(
    `select g.id::text, u.unit_id as "unitId", e.title, e.acknowledge_by::text as "dueOn", e.dated::text as "givenOn"
       from guidance g join guidance_edition e on e.guidance_id = g.id and e.edition = g.edition
       join guidance_unit u on u.guidance_id = g.id
      where g.province_id = $1 and g.withdrawn_on is null and u.edition < g.edition order by e.acknowledge_by, g.id`,
    [provinceId],
  );
}

/** Questions within sight that nobody answered. */
export function unanswered(
  sql: Sql,
  provinceId: number,
): Promise<{ id: string; leadUnitId: number; unitId: number; start: string; askedOn: Day }[]> {
  return sql.rows(
    `select g.id::text, g.lead_unit_id as "leadUnitId", q.unit_id as "unitId", left(q.body, 120) as start, q.asked_on::text as "askedOn"
       from guidance_question q join guidance g on g.id = q.guidance_id
      where q.province_id = $1 and q.answer is null and g.withdrawn_on is null order by q.id`,
    [provinceId],
  );
}

/** Measures within sight that are still to be done though their deadline has come. */
export function measuresDue(
  sql: Sql,
  provinceId: number,
  day: Day,
): Promise<{ id: string; unitId: number; title: string; dueOn: Day; ownerAccountId: number | null }[]> {
  return sql.rows(
    `select id::text, unit_id as "unitId", title, due_on::text as "dueOn", owner_account_id as "ownerAccountId" from measure
      where province_id = $1 and state in ('PLANNED', 'UNDER_WAY') and due_on <= $2 order by due_on, id`,
    [provinceId, day],
  );
}

/** Tasks within sight that wait for their unit, or for who follows directions. */
export function tasksOpen(
  sql: Sql,
  provinceId: number,
): Promise<
  {
    directionId: string;
    unitId: number;
    state: TaskState;
    start: string;
    dueOn: Day;
    doneOn: Day | null;
    givenOn: Day;
  }[]
> {
  return sql.rows(
    `select t.direction_id::text as "directionId", t.unit_id as "unitId", t.state, left(d.body, 120) as start, t.due_on::text as "dueOn",
            t.done_on::text as "doneOn", d.given_on::text as "givenOn"
       from direction_task t join direction d on d.id = t.direction_id
      where t.province_id = $1 and t.state in ('GIVEN', 'NOTED', 'DONE') order by t.due_on, t.id`,
    [provinceId],
  );
}
