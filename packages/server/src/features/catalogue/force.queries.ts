import type { Day } from '@chi-tieu/shared/domain/days';
import type { ForceAction, ForceChange, ForcePeriod } from '@chi-tieu/shared/domain/force';
import { prepared, type Sql } from '../../app/sql.ts';

/** A line about a procedure's being in force, with the versions of the procedure in which it was said and taken back. */
export interface ForceChangeRow extends ForceChange {
  procedureId: number;
  replacedBy: number | null;
  locator: string | null;
  since: number;
  /** Null while it counts. */
  until: number | null;
}

/** The lines about procedures, those that count (or all that were ever said), in the order in which they were said. */
export function forceChanges(sql: Sql, procedureIds: number[], which: 'CURRENT' | 'ALL'): Promise<ForceChangeRow[]> {
  return sql.rows<ForceChangeRow>(
    `select c.procedure_id as "procedureId", c.sequence::float8 as sequence, c.action, c."from"::text as "from", c."to"::text as "to",
            c.replaced_by as "replacedBy", c.decision_id as "decisionId", d.issued_on::text as "issuedOn", c.locator,
            came.version as since, went.version as until
       from procedure_force_change c
       left join decision d on d.id = c.decision_id
       join procedure_revision came on came.procedure_id = c.procedure_id and came.moment_id = c.recorded_by
       left join procedure_revision went on went.procedure_id = c.procedure_id and went.moment_id = c.withdrawn_by
      where c.procedure_id = any ($1) and ($2 or c.withdrawn_by is null)
      order by c.procedure_id, c.sequence`,
    [procedureIds, which === 'ALL'],
  );
}

/** The procedures that others are replaced by, and those that they replace: by living lines. */
export function replacements(
  sql: Sql,
  procedureIds: number[],
): Promise<{ procedureId: number; otherId: number; isSuccessor: boolean; from: Day }[]> {
  return sql.rows<{ procedureId: number; otherId: number; isSuccessor: boolean; from: Day }>(
    `select procedure_id as "procedureId", replaced_by as "otherId", true as "isSuccessor", "from"::text as "from"
       from procedure_force_change where procedure_id = any ($1) and replaced_by is not null and withdrawn_by is null
     union all
     select replaced_by, procedure_id, false, "from"::text
       from procedure_force_change where replaced_by = any ($1) and withdrawn_by is null
      order by 4, 2`,
    [procedureIds],
  );
}

export interface NewForceChange {
  procedureId: number;
  action: ForceAction;
  from: Day | null;
  to: Day | null;
  replacedBy: number | null;
  decisionId: number | null;
  locator: string | null;
  /** The place of a line that is said again; a new line comes last. */
  sequence?: number;
}

/** Records lines in their order. */
export async function insertForceChanges(
  sql: Sql,
  provinceId: number,
  moment: string,
  changes: NewForceChange[],
): Promise<void> {
  await sql.run(
    `insert into procedure_force_change (province_id, procedure_id, sequence, action, "from", "to", replaced_by, decision_id, locator, recorded_by)
     select $1, x."procedureId", coalesce(x.sequence, nextval('said_order')), x.action, x."from", x."to", x."replacedBy", x."decisionId", x.locator, $2
       from rows from (jsonb_to_recordset($3::jsonb) as ("procedureId" int, sequence bigint, action text, "from" date, "to" date,
              "replacedBy" int, "decisionId" int, locator text))
              with ordinality as x ("procedureId", sequence, action, "from", "to", "replacedBy", "decisionId", locator, n)
      order by x.n`,
    [provinceId, moment, JSON.stringify(changes)],
  );
}

/** Takes lines back. */
export async function withdrawForceChanges(sql: Sql, moment: string, sequences: number[]): Promise<void> {
  await sql.run(
    'update procedure_force_change set withdrawn_by = $1 where sequence = any ($2::bigint[]) and withdrawn_by is null',
    [moment, sequences],
  );
}

/** Whether a step said anything about being in force, or took it back. */
export async function isAboutForce(sql: Sql, stepId: string): Promise<boolean> {
  const some = await sql.row('select from procedure_force_change where recorded_by = $1 or withdrawn_by = $1 limit 1', [
    stepId,
  ]);
  return some !== null;
}

export type PeriodRow = ForcePeriod & { id: number; procedureId: number };

const PERIODS = prepared(
  'periods of procedures',
  `select f.id, f.procedure_id as "procedureId", lower(f.valid)::text as "from", (upper(f.valid) - 1)::text as "to",
            f.opened_by as "openedBy", f.closed_by as "closedBy"
       from procedure_period f where f.procedure_id = any ($1) and f.superseded_by is null
      order by f.procedure_id, lower(f.valid) nulls first`,
);

/** The periods in which procedures are in force, oldest first. */
export function periodsOf(sql: Sql, procedureIds: number[]): Promise<PeriodRow[]> {
  return sql.rows<PeriodRow>(PERIODS, [procedureIds]);
}

/** Replaces periods by others. */
export async function replacePeriods(
  sql: Sql,
  provinceId: number,
  moment: string,
  { closed, opened }: { closed: number[]; opened: (ForcePeriod & { procedureId: number })[] },
): Promise<void> {
  await sql.run('update procedure_period set superseded_by = $1 where id = any ($2)', [moment, closed]);
  await sql.run(
    `insert into procedure_period (province_id, procedure_id, valid, opened_by, closed_by, recorded_by)
     select $1, x."procedureId", daterange(x."from", x."to", '[]'), x."openedBy", x."closedBy", $2
       from jsonb_to_recordset($3::jsonb) as x ("procedureId" int, "from" date, "to" date, "openedBy" int, "closedBy" int)`,
    [provinceId, moment, JSON.stringify(opened)],
  );
}

/** How many living lines of decisions say what of procedures' being in force; decisions without such lines are left out. */
export function forceCounts(
  sql: Sql,
  ids: number[],
): Promise<{ id: string; enforced: number; amended: number; replaced: number; repealed: number }[]> {
  const count = (action: ForceAction, name: string) => `(count(*) filter (where action = '${action}'))::int as ${name}`;
  return sql.rows<{ id: string; enforced: number; amended: number; replaced: number; repealed: number }>(
    `select decision_id::text as id, ${count('ENFORCED', 'enforced')}, ${count('AMENDED', 'amended')},
            ${count('REPLACED', 'replaced')}, ${count('REPEALED', 'repealed')}
       from procedure_force_change where decision_id = any ($1) and withdrawn_by is null group by decision_id`,
    [ids],
  );
}

/** What decisions say of procedures' being in force, in the order in which it was entered. */
export function forceOfDecisions(
  sql: Sql,
  ids: number[],
): Promise<
  {
    id: string;
    procedureId: number;
    action: Exclude<ForceAction, 'STATED'>;
    from: Day;
    replacedBy: number | null;
    locator: string | null;
  }[]
> {
  return sql.rows(
    `select decision_id::text as id, procedure_id as "procedureId", action, "from"::text as "from", replaced_by as "replacedBy", locator
       from procedure_force_change where decision_id = any ($1) and withdrawn_by is null order by sequence`,
    [ids],
  );
}

/** Whether a decision says lines from a day on that were entered only after a step; what is said again keeps its place, and is none. */
export async function hasLaterLines(
  sql: Sql,
  decisionId: number,
  { stepId, from }: { stepId: string; from: Day },
): Promise<boolean> {
  const row = await sql.row(
    `select from procedure_force_change c
      where c.decision_id = $1 and c."from" = $3 and c.withdrawn_by is null
        and not exists (select from procedure_force_change e
                         where e.decision_id = c.decision_id and e.sequence = c.sequence and e.recorded_by <= $2)
      limit 1`,
    [decisionId, stepId, from],
  );
  return row !== null;
}
