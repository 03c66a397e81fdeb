import type { Day } from '@chi-tieu/shared/domain/days';
import type { LogStep } from '@chi-tieu/shared/domain/difficulties/log';
import type { DifficultyAct, DifficultyCause, DifficultyState } from '@chi-tieu/shared/domain/difficulties/states';
import type { Page } from '../../app/connection.ts';
import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';

/** A difficulty as it is stored. */
export interface DifficultyRow {
  id: string;
  version: number;
  state: DifficultyState;
  body: string;
  cause: DifficultyCause;
  unitId: number;
  procedureId: number | null;
  indicatorId: number | null;
  sourceId: number | null;
  ownerId: number | null;
  joinedTo: string | null;
  headId: string;
  /** Others follow it, whoever may see them. */
  isFollowed: boolean;
  reopened: number;
  reportedOn: Day;
  closedOn: Day | null;
  by: string | null;
  at: Date;
}

const SELECT = `select d.id::text, d.version, d.state, d.body, d.cause, d.unit_id as "unitId", d.procedure_id as "procedureId",
    d.indicator_id as "indicatorId", d.source_id as "sourceId", d.owner_unit_id as "ownerId", d.joined_to::text as "joinedTo",
    d.head_id::text as "headId", difficulty_is_followed(d.id) as "isFollowed", d.reopened, d.reported_on::text as "reportedOn", d.closed_on::text as "closedOn",
    account_name(d.account_id) as by, m.at
  from difficulty d join moment m on m.id = d.recorded_by`;

/** Which difficulties are looked at; null: whichever. */
export interface DifficultyFilter {
  /** Of these units, or owned by them. */
  units: readonly number[] | null;
  procedureId: number | null;
  states: readonly DifficultyState[] | null;
  cause: DifficultyCause | null;
  /** Reported on this day at the latest. */
  reportedUntil: Day | null;
  /** Those alone that are joined to none. */
  headsOnly: boolean;
}

const FILTERED = `d.province_id = $1 and ($2::int[] is null or d.unit_id = any ($2) or d.owner_unit_id = any ($2))
  and ($3::int is null or d.procedure_id = $3) and ($4::text[] is null or d.state = any ($4)) and ($5::text is null or d.cause = $5)
  and ($6::date is null or d.reported_on <= $6) and (not $7 or d.joined_to is null)`;

function given(provinceId: number, filter: DifficultyFilter): unknown[] {
  const { units, procedureId, states, cause, reportedUntil, headsOnly } = filter;
  return [provinceId, units, procedureId, states, cause, reportedUntil, headsOnly];
}

/** Difficulties within sight, newest first, one more than asked for. */
export function listDifficulties(
  sql: Sql,
  provinceId: number,
  filter: DifficultyFilter,
  page: Page<string>,
): Promise<DifficultyRow[]> {
  return sql.rows<DifficultyRow>(
    `${SELECT} where ${FILTERED} and ($8::bigint is null or d.id < $8) order by d.id desc limit $9`,
    [...given(provinceId, filter), page.after, page.first + 1],
  );
}

/** How many of them there are, by state. */
export function countDifficulties(
  sql: Sql,
  provinceId: number,
  filter: DifficultyFilter,
): Promise<{ state: DifficultyState; count: number }[]> {
  return sql.rows(
    `select d.state, count(*)::int as count from difficulty d where ${FILTERED} group by 1`,
    given(provinceId, filter),
  );
}

/** Some of them by their ids, those within sight. */
export function difficultiesById(sql: Sql, provinceId: number, ids: readonly string[]): Promise<DifficultyRow[]> {
  return sql.rows<DifficultyRow>(`${SELECT} where d.province_id = $1 and d.id = any ($2::bigint[])`, [provinceId, ids]);
}

/** Those within sight that follow some heads, themselves left out, oldest first. */
export function followersWithin(sql: Sql, provinceId: number, heads: readonly string[]): Promise<DifficultyRow[]> {
  return sql.rows<DifficultyRow>(
    `${SELECT} where d.province_id = $1 and d.head_id = any ($2::bigint[]) and d.id <> d.head_id order by d.id`,
    [provinceId, heads],
  );
}

/** The newest within sight of the last year or so, and all that are still open: what a new one is compared with. */
export function candidates(sql: Sql, provinceId: number, since: Day, most: number): Promise<DifficultyRow[]> {
  return sql.rows<DifficultyRow>(
    `${SELECT} where d.province_id = $1 and (d.state <> 'CLOSED' or d.closed_on >= $2) order by d.id desc limit $3`,
    [provinceId, since, most],
  );
}

/** Those within sight that may have stood in a period, newest first: their logs tell. One that was opened again may have stood before it. */
export function standingIn(
  sql: Sql,
  provinceId: number,
  { from, to }: { from: Day; to: Day },
  most: number,
): Promise<DifficultyRow[]> {
  return sql.rows<DifficultyRow>(
    `${SELECT} where d.province_id = $1 and d.reported_on <= $3 and (d.closed_on is null or d.closed_on >= $2 or d.reopened > 0)
      order by d.id desc limit $4`,
    [provinceId, from, to, most],
  );
}

/** One by its id, held until the transaction ends. */
export async function lockDifficulty(tx: Writer, provinceId: number, id: string): Promise<DifficultyRow | null> {
  await tx.row('select 1 from difficulty where province_id = $1 and id = $2 for update', [provinceId, id]);
  return (await difficultiesById(tx, provinceId, [id]))[0] ?? null;
}

/** Nobody else joins or parts difficulties of the province until the transaction ends, and nobody takes a step of some in between. */
export async function lockJoining(tx: Writer, provinceId: number): Promise<void> {
  await tx.run(`select pg_advisory_xact_lock(hashtext('difficulty joining'), $1)`, [provinceId]);
}

/** What is joined to what, in the whole province. */
export async function allLinks(tx: Writer, provinceId: number): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; to: string }>(
    'select id::text, joined_to::text as to from difficulty where province_id = $1 and joined_to is not null',
    [provinceId],
  );
  return new Map(rows.map(({ id, to }) => [id, to] as const));
}

/** What is reported, but what follows from its steps. */
export interface NewDifficulty {
  unitId: number;
  body: string;
  cause: DifficultyCause;
  procedureId: number | null;
  indicatorId: number | null;
  sourceId: number | null;
  reportedOn: Day;
}

/** Adds a difficulty; gives its id. */
export async function insertDifficulty(tx: Writer, provinceId: number, facts: NewDifficulty): Promise<string> {
  const row = await tx.row<{ id: string }>(
    `with n as (select nextval(pg_get_serial_sequence('difficulty', 'id')) as id)
     insert into difficulty (id, head_id, province_id, unit_id, body, cause, procedure_id, indicator_id, source_id, reported_on, account_id,
                             recorded_by)
     overriding system value select n.id, n.id, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 from n returning id::text`,
    [
      ...[provinceId, facts.unitId, facts.body, facts.cause, facts.procedureId, facts.indicatorId, facts.sourceId],
      ...[facts.reportedOn, tx.accountId, tx.moment],
    ],
  );
  if (!row) throw new Error('The database gave no difficulty.');
  return row.id;
}

/** Stores how a difficulty stands after a step; its version grows. */
export async function storeStanding(
  tx: Writer,
  id: string,
  standing: { state: DifficultyState; ownerId: number | null; reopened: number; closedOn: Day | null },
): Promise<void> {
  await tx.run(
    `update difficulty set state = $2, owner_unit_id = $3, reopened = $4, closed_on = $5, version = version + 1 where id = $1`,
    [id, standing.state, standing.ownerId, standing.reopened, standing.closedOn],
  );
}

/** Points a difficulty to another one (null: to none); those that follow it have another head from then on. */
export async function storeLink(
  tx: Writer,
  { id, to, head, followers }: { id: string; to: string | null; head: string; followers: readonly string[] },
): Promise<void> {
  await tx.run(
    `update difficulty set head_id = $2, joined_to = case when id = $1 then $3::bigint else joined_to end where id = any ($4::bigint[])`,
    [id, head, to, followers],
  );
}

/** A step as it is stored. */
export interface StepRow {
  id: string;
  difficultyId: string;
  act: DifficultyAct;
  body: string | null;
  visibility: 'ALL' | 'HANDLERS';
  sideUnitId: number;
  ownerId: number | null;
  otherId: string | null;
  ofHead: string | null;
  by: string | null;
  at: Date;
}

/** What was done to some difficulties until the end of a day, within sight, in the order of their logs. */
export function logsUntil(
  sql: Sql,
  provinceId: number,
  ids: readonly string[],
  day: Day,
): Promise<(LogStep & { difficultyId: string })[]> {
  return sql.rows(
    `select s.difficulty_id::text as "difficultyId", s.act, s.owner_unit_id as "ownerId", s.of_head is not null as "ofHead",
            s.day::text as day
       from difficulty_step s
      where s.province_id = $1 and s.difficulty_id = any ($2::bigint[]) and s.act <> 'NOTED' and s.day <= $3 order by s.id`,
    [provinceId, ids, day],
  );
}

export type NewStep = Pick<StepRow, 'act' | 'body' | 'visibility' | 'sideUnitId' | 'ownerId' | 'otherId' | 'ofHead'> & {
  day: Day;
};

/**
 * Tells those that follow a head how it stands, by the steps that made it so: who took it, what was answered since it was last opened. At the
 * time at which they hear of it.
 */
export async function tellStanding(
  tx: Writer,
  provinceId: number,
  head: string,
  followers: readonly string[],
  day: Day,
): Promise<void> {
  await tx.run(
    `insert into difficulty_step (province_id, difficulty_id, act, body, visibility, side_unit_id, owner_unit_id, of_head, day, account_id,
                                  recorded_by)
     select s.province_id, f.id, s.act, s.body, 'ALL', s.side_unit_id, s.owner_unit_id, s.difficulty_id, $5, s.account_id, $4
       from unnest($3::bigint[]) as f (id)
      cross join (
        select distinct on (s.act) s.* from difficulty_step s join difficulty d on d.id = s.difficulty_id
         where s.province_id = $1 and s.difficulty_id = $2 and s.of_head is null and s.visibility = 'ALL'
           and (s.act = 'TAKEN' and d.state in ('TAKEN', 'ANSWERED') or s.act = 'ANSWERED' and d.state = 'ANSWERED')
         order by s.act, s.id desc) s
      order by f.id, s.id`,
    [provinceId, head, followers, tx.moment, day],
  );
}

/** Adds one step to the log of some difficulties. */
export async function insertSteps(
  tx: Writer,
  provinceId: number,
  difficulties: readonly string[],
  step: NewStep,
): Promise<void> {
  await tx.run(
    `insert into difficulty_step (province_id, difficulty_id, act, body, visibility, side_unit_id, owner_unit_id, other_id, of_head,
                                  account_id, recorded_by, day)
     select $1, d.id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from unnest($2::bigint[]) as d (id)`,
    [
      ...[provinceId, difficulties, step.act, step.body, step.visibility, step.sideUnitId, step.ownerId],
      ...[step.otherId, step.ofHead, tx.accountId, tx.moment, step.day],
    ],
  );
}

/** The steps within sight of some difficulties, in their order. */
export function stepsOf(sql: Sql, provinceId: number, ids: readonly string[]): Promise<StepRow[]> {
  return sql.rows<StepRow>(
    `select s.id::text, s.difficulty_id::text as "difficultyId", s.act, s.body, s.visibility, s.side_unit_id as "sideUnitId",
            s.owner_unit_id as "ownerId", s.other_id::text as "otherId", s.of_head::text as "ofHead", account_name(s.account_id) as by, m.at
       from difficulty_step s join moment m on m.id = s.recorded_by
      where s.province_id = $1 and s.difficulty_id = any ($2::bigint[]) order by s.difficulty_id, s.id`,
    [provinceId, ids],
  );
}

/** What sources are called, whoever may see the sources themselves. */
export function sourceNames(sql: Sql, ids: readonly number[]): Promise<{ id: number; name: string | null }[]> {
  return sql.rows('select x.id, source_name(x.id) as name from unnest($1::int[]) as x (id)', [ids]);
}
