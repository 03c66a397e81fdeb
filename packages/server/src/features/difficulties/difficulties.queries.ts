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

/** What somebody types, as it is compared: its words and what it is tied to. */
export interface LikenessAsked {
  words: readonly string[];
  cause: DifficultyCause | null;
  procedureId: number | null;
  indicatorId: number | null;
  sourceId: number | null;
}

/**
 * Those within sight that share most words with what somebody types, with what they are tied to, of those that are open or were closed since a
 * day: the order is that of domain/difficulties/likeness, which judges them.
 */
export function candidates(
  sql: Sql,
  provinceId: number,
  { words, cause, procedureId, indicatorId, sourceId }: LikenessAsked,
  { since, most }: { since: Day; most: number },
): Promise<DifficultyRow[]> {
  return sql.rows<DifficultyRow>(
    `with compared as (
       select d.id, s.shared, cardinality(d.words) as own, cardinality($3::text[]) as said,
              case when d.procedure_id = $4 then 250 else 0 end + case when d.source_id = $5 then 150 else 0 end
                + case when d.cause = $6 then 100 else 0 end + case when d.indicator_id = $7 then 50 else 0 end as ties
         from difficulty d
        cross join lateral (select count(*)::int as shared from unnest(d.words) w (word) where w.word = any ($3)) s
        where d.province_id = $1 and d.words && $3 and (d.state <> 'CLOSED' or d.closed_on >= $2)),
     likest as (
       select id, least(1000, 500 * shared / own + 500 * shared / said + ties) as score from compared
        where shared > 1 or least(own, said) = 1 order by 2 desc, 1 desc limit $8)
     ${SELECT} join likest on likest.id = d.id order by likest.score desc, d.id desc`,
    [provinceId, since, words, procedureId, sourceId, cause, indicatorId, most],
  );
}

/**
 * The act that made a difficulty `d` stand as it did before a day (a placeholder), by its log: the rule of domain/difficulties/log, a property
 * test holds the two together. One that was parted from its head stands as its own steps did.
 */
function lastActBefore(day: string): string {
  const isOwn = `o.difficulty_id = d.id and o.of_head is null and o.act not in ('NOTED', 'JOINED', 'PARTED')`;
  return `(select case when s.act = 'PARTED' and s.of_head is null
                    then (select o.act from difficulty_step o where ${isOwn} and o.id < s.id order by o.id desc limit 1)
                    else s.act end
             from difficulty_step s where s.difficulty_id = d.id and s.act <> 'NOTED' and s.day < ${day}
            order by s.id desc limit 1)`;
}

/** True where a difficulty `d` stood at some time from the day $2 to the day $3. What is closed since before that needs no look at its log. */
const STOOD = `d.province_id = $1 and d.reported_on <= $3::date and (d.closed_on is null or d.closed_on >= $2::date)
  and (exists (select from difficulty_step t where t.difficulty_id = d.id and t.act <> 'NOTED' and t.day between $2::date and $3::date)
    or ${lastActBefore('$2::date')} <> 'CLOSED')`;

/** Those within sight that stood in a period, newest first; of some units where they are told. */
export function standingIn(
  sql: Sql,
  provinceId: number,
  { from, to, units }: { from: Day; to: Day; units: readonly number[] | null },
  most: number,
): Promise<DifficultyRow[]> {
  return sql.rows<DifficultyRow>(
    `${SELECT} where ${STOOD} and ($4::int[] is null or d.unit_id = any ($4)) order by d.id desc limit $5`,
    [provinceId, from, to, units, most],
  );
}

/** How many stood in a period, by the cause of their head and what ties them to dossiers. */
export interface StoodGroup {
  cause: DifficultyCause;
  unitId: number;
  procedureId: number | null;
  sourceId: number | null;
  reports: number;
  /** Those that follow none of them, and how many of these were not closed at its end. */
  entries: number;
  open: number;
}

/** The same in numbers alone, however many there are, as they stood at the end of the period. */
export function countStanding(
  sql: Sql,
  provinceId: number,
  { from, to }: { from: Day; to: Day },
): Promise<StoodGroup[]> {
  return sql.rows<StoodGroup>(
    `with stood as materialized (
       select d.id, d.head_id, d.cause, d.unit_id, d.procedure_id, d.source_id,
              ${lastActBefore('($3::date + 1)')} = 'CLOSED' as is_closed
         from difficulty d where ${STOOD})
     select coalesce(h.cause, s.cause) as cause, s.unit_id as "unitId", s.procedure_id as "procedureId", s.source_id as "sourceId",
            count(*)::int as reports, count(*) filter (where coalesce(h.id, s.id) = s.id)::int as entries,
            count(*) filter (where coalesce(h.id, s.id) = s.id and not s.is_closed)::int as open
       from stood s left join stood h on h.id = s.head_id group by 1, 2, 3, 4`,
    [provinceId, from, to],
  );
}

/** One by its id, held until the transaction ends. */
export async function lockDifficulty(tx: Writer, provinceId: number, id: string): Promise<DifficultyRow | null> {
  await tx.row('select 1 from difficulty where province_id = $1 and id = $2 for update', [provinceId, id]);
  return (await difficultiesById(tx, provinceId, [id]))[0] ?? null;
}

/** Nobody else joins or parts difficulties of the province until the transaction ends; steps are taken meanwhile, under the rows they change. */
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

/** The head of one, held until the transaction ends: a step of the head and the parting of one that follows it wait for each other here. */
export async function lockHeadOf(tx: Writer, provinceId: number, id: string): Promise<void> {
  await tx.row(
    `select 1 from difficulty where province_id = $1
        and id = (select head_id from difficulty where province_id = $1 and id = $2) for update`,
    [provinceId, id],
  );
}

/** Those that follow a head, held until the transaction ends. Who asks holds the head. */
export async function lockFollowers(tx: Writer, provinceId: number, head: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    'select id::text from difficulty where province_id = $1 and head_id = $2 and id <> head_id order by id for update',
    [provinceId, head],
  );
  return rows.map(({ id }) => id);
}

/** Lets some stand as their head does; their versions grow. */
export async function standAsHead(tx: Writer, provinceId: number, head: string, ids: readonly string[]): Promise<void> {
  await tx.run(
    `update difficulty d set state = h.state, owner_unit_id = h.owner_unit_id, closed_on = h.closed_on, version = d.version + 1
       from difficulty h where d.province_id = $1 and h.province_id = $1 and h.id = $2 and d.id = any ($3::bigint[])`,
    [provinceId, head, ids],
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
