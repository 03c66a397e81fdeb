import type { Day } from '@chi-tieu/shared/domain/days';
import type { TaskStanding, TaskState } from '@chi-tieu/shared/domain/matters/tasks';
import type { Page } from '../../../app/connection.ts';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';

/** What was decided on a report. */
export interface DirectionText {
  reportId: string;
  place: string | null;
  quote: string | null;
  number: string | null;
  body: string;
  givenOn: Day;
}

/** The same as it is stored, with the report that it was decided on. */
export interface DirectionRow extends DirectionText {
  id: string;
  unitIds: number[];
  reportFrom: Day;
  reportTo: Day;
  reportNumber: string | null;
  by: string | null;
  at: Date;
}

const DIRECTION = `select d.id::text, d.report_id as "reportId", d.place, d.quote, d.number, d.body, d.given_on::text as "givenOn",
    d.unit_ids as "unitIds", r.from_day::text as "reportFrom", r.to_day::text as "reportTo", r.number as "reportNumber",
    account_name(d.account_id) as by, m.at
  from direction d join report r on r.id = d.report_id join moment m on m.id = d.recorded_by`;

export function directionsById(sql: Sql, provinceId: number, ids: readonly string[]): Promise<DirectionRow[]> {
  return sql.rows<DirectionRow>(`${DIRECTION} where d.province_id = $1 and d.id = any ($2::bigint[])`, [
    provinceId,
    ids,
  ]);
}

/** A published report that stands in the place of another one. */
export interface ReplacementRow {
  replaced: string;
  id: string;
  number: string | null;
  from: Day;
  to: Day;
}

/** The published ones that replace some reports directly. */
export function replacedBy(sql: Sql, provinceId: number, ids: readonly string[]): Promise<ReplacementRow[]> {
  return sql.rows<ReplacementRow>(
    `select n.replaces_id as replaced, n.id, n.number, n.from_day::text as "from", n.to_day::text as "to" from report n
      where n.province_id = $1 and n.replaces_id = any ($2::uuid[]) and n.state = 'PUBLISHED'`,
    [provinceId, ids],
  );
}

/** Adds a direction with a task for each of its units; gives its id, and those of the tasks. */
export async function insertDirection(
  tx: Writer,
  provinceId: number,
  { reportId, place, quote, number, body, givenOn }: DirectionText,
  { unitIds, dueOn }: { unitIds: readonly number[]; dueOn: Day },
): Promise<{ id: string; tasks: { id: string; unitId: number }[] }> {
  const row = await tx.row<{ id: string }>(
    `insert into direction (province_id, report_id, place, quote, number, body, given_on, unit_ids, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id::text`,
    [provinceId, reportId, place, quote, number, body, givenOn, unitIds, tx.accountId, tx.moment],
  );
  if (!row) throw new Error('The database gave no direction.');
  const tasks = await tx.rows<{ id: string; unitId: number }>(
    `insert into direction_task (province_id, direction_id, unit_id, due_on, recorded_by)
     select $1, $2, u, $4, $5 from unnest($3::int[]) as u returning id::text, unit_id as "unitId"`,
    [provinceId, row.id, unitIds, dueOn, tx.moment],
  );
  return { id: row.id, tasks };
}

/** What one unit has to do. */
export interface TaskRow extends TaskStanding {
  id: string;
  directionId: string;
  unitId: number;
  version: number;
}

const TASK = `select t.id::text, t.direction_id::text as "directionId", t.unit_id as "unitId", t.due_on::text as "dueOn", t.state, t.returned,
    t.extended, t.done_on::text as "doneOn", t.settled_on::text as "settledOn", t.version
  from direction_task t join direction d on d.id = t.direction_id`;

/** Which tasks are looked at; null: whichever. */
export interface TaskFilter {
  units: readonly number[] | null;
  state: TaskState | null;
  reportId: string | null;
  /** Those alone that wait for their unit though their deadline lies before this day. */
  overdueOn: Day | null;
}

const FILTERED = `t.province_id = $1 and ($2::int[] is null or t.unit_id = any ($2)) and ($3::text is null or t.state = $3)
  and ($4::uuid is null or d.report_id = $4) and ($5::date is null or (t.state in ('GIVEN', 'NOTED') and t.due_on < $5))`;
const given = (provinceId: number, { units, state, reportId, overdueOn }: TaskFilter): unknown[] => [
  ...[provinceId, units, state, reportId, overdueOn],
];

/** Tasks within sight, those of the newest direction first, one more than asked for. */
export function listTasks(sql: Sql, provinceId: number, filter: TaskFilter, page: Page<string>): Promise<TaskRow[]> {
  return sql.rows<TaskRow>(
    `${TASK} where ${FILTERED} and ($6::bigint is null or t.id < $6) order by t.id desc limit $7`,
    [...given(provinceId, filter), page.after, page.first + 1],
  );
}

/** How many of them there are, by state. */
export function countTasks(
  sql: Sql,
  provinceId: number,
  filter: TaskFilter,
): Promise<{ state: TaskState; count: number }[]> {
  return sql.rows(
    `select t.state, count(*)::int as count from direction_task t join direction d on d.id = t.direction_id where ${FILTERED} group by 1`,
    given(provinceId, filter),
  );
}

/** The tasks within sight of some directions, in their order. */
export function tasksOfDirections(sql: Sql, provinceId: number, ids: readonly string[]): Promise<TaskRow[]> {
  return sql.rows<TaskRow>(
    `${TASK} where t.province_id = $1 and t.direction_id = any ($2::bigint[]) order by t.direction_id, t.id`,
    [provinceId, ids],
  );
}

export function taskById(sql: Sql, provinceId: number, id: string): Promise<TaskRow | null> {
  return sql.row<TaskRow>(`${TASK} where t.province_id = $1 and t.id = $2`, [provinceId, id]);
}

/** The same, held until the transaction ends. */
export async function lockTask(tx: Writer, provinceId: number, id: string): Promise<TaskRow | null> {
  await tx.row('select 1 from direction_task where province_id = $1 and id = $2 for update', [provinceId, id]);
  return taskById(tx, provinceId, id);
}

/** Stores how a task stands after a step; its version grows. */
export async function storeTask(
  tx: Writer,
  id: string,
  { state, dueOn, returned, extended, doneOn, settledOn }: TaskStanding,
): Promise<void> {
  await tx.run(
    `update direction_task set state = $2, due_on = $3, returned = $4, extended = $5, done_on = $6, settled_on = $7, version = version + 1
      where id = $1`,
    [id, state, dueOn, returned, extended, doneOn, settledOn],
  );
}

/** A task with the direction that it belongs to, as a report tells it. */
export interface TaskToTell extends TaskRow {
  body: string;
  givenOn: Day;
  number: string | null;
  reportFrom: Day;
  reportTo: Day;
}

/**
 * What a report has to answer: the tasks decided on published reports of its kind and indicator of earlier periods, but for those whose end an
 * earlier one has told already.
 */
export function tasksToTell(
  sql: Sql,
  provinceId: number,
  { kind, indicatorId, from }: { kind: string; indicatorId: number; from: Day },
): Promise<TaskToTell[]> {
  return sql.rows<TaskToTell>(
    `with told as (
       select (told->>'task') as task from report r, jsonb_array_elements(coalesce(r.facts->'directions', '[]')) as told
        where r.province_id = $1 and r.kind = $2 and r.indicator_id = $3 and r.to_day < $4 and r.state = 'PUBLISHED'
          and told->>'state' in ('CONFIRMED', 'CALLED_OFF')
     )
     select t.id::text, t.direction_id::text as "directionId", t.unit_id as "unitId", t.due_on::text as "dueOn", t.state, t.returned, t.extended,
            t.done_on::text as "doneOn", t.settled_on::text as "settledOn", t.version, d.body, d.given_on::text as "givenOn", d.number,
            r.from_day::text as "reportFrom", r.to_day::text as "reportTo"
       from direction_task t join direction d on d.id = t.direction_id join report r on r.id = d.report_id
      where t.province_id = $1 and r.kind = $2 and r.indicator_id = $3 and r.to_day < $4 and not t.id::text in (select task from told)
      order by d.id, t.id`,
    [provinceId, kind, indicatorId, from],
  );
}
