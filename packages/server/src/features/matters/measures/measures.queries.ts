import type { Day } from '@chi-tieu/shared/domain/days';
import type { EffectKind, MeasureStanding, MeasureState } from '@chi-tieu/shared/domain/matters/measures';
import type { Page } from '../../../app/connection.ts';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';

/** What is planned of a measure. */
export interface MeasurePlan {
  unitId: number;
  title: string;
  body: string | null;
  ownerPost: string | null;
  ownerAccountId: number | null;
  beginOn: Day;
  dueOn: Day;
  indicatorId: number;
  effect: EffectKind;
  expected: number;
  procedureId: number | null;
  difficultyId: string | null;
}

/** A measure as it is stored. */
export interface MeasureRow extends MeasurePlan, MeasureStanding {
  id: string;
  version: number;
  ownerName: string | null;
  by: string | null;
  at: Date;
}

const SELECT = `select s.id::text, s.version, s.unit_id as "unitId", s.title, s.body, s.owner_post as "ownerPost",
    s.owner_account_id as "ownerAccountId", account_name(s.owner_account_id) as "ownerName", s.begin_on::text as "beginOn", s.due_on::text as "dueOn",
    s.indicator_id as "indicatorId", s.effect_kind as effect, s.expected, s.procedure_id as "procedureId", s.difficulty_id::text as "difficultyId",
    s.state, s.begun_on::text as "begunOn", s.ended_on::text as "endedOn", account_name(s.account_id) as by, m.at
  from measure s join moment m on m.id = s.recorded_by`;

/** Which measures are looked at; null: whichever. */
export interface MeasureFilter {
  units: readonly number[] | null;
  state: MeasureState | null;
  difficultyId: string | null;
  /** Those alone that are still to be done though their deadline lies before this day. */
  overdueOn: Day | null;
}

const FILTERED = `s.province_id = $1 and ($2::int[] is null or s.unit_id = any ($2)) and ($3::text is null or s.state = $3)
  and ($4::bigint is null or s.difficulty_id = $4) and ($5::date is null or (s.state in ('PLANNED', 'UNDER_WAY') and s.due_on < $5))`;
const given = (provinceId: number, { units, state, difficultyId, overdueOn }: MeasureFilter): unknown[] => [
  ...[provinceId, units, state, difficultyId, overdueOn],
];

/** Measures within sight, newest first, one more than asked for. */
export function listMeasures(
  sql: Sql,
  provinceId: number,
  filter: MeasureFilter,
  page: Page<string>,
): Promise<MeasureRow[]> {
  return sql.rows<MeasureRow>(
    `${SELECT} where ${FILTERED} and ($6::bigint is null or s.id < $6) order by s.id desc limit $7`,
    [...given(provinceId, filter), page.after, page.first + 1],
  );
}

/** How many of them there are, by state. */
export function countMeasures(
  sql: Sql,
  provinceId: number,
  filter: MeasureFilter,
): Promise<{ state: MeasureState; count: number }[]> {
  return sql.rows(
    `select s.state, count(*)::int as count from measure s where ${FILTERED} group by 1`,
    given(provinceId, filter),
  );
}

export function measuresById(sql: Sql, provinceId: number, ids: readonly string[]): Promise<MeasureRow[]> {
  return sql.rows<MeasureRow>(`${SELECT} where s.province_id = $1 and s.id = any ($2::bigint[])`, [provinceId, ids]);
}

/** One by its id, held until the transaction ends. */
export async function lockMeasure(tx: Writer, provinceId: number, id: string): Promise<MeasureRow | null> {
  await tx.row('select 1 from measure where province_id = $1 and id = $2 for update', [provinceId, id]);
  return (await measuresById(tx, provinceId, [id]))[0] ?? null;
}

const COLUMNS = `unit_id, title, body, owner_post, owner_account_id, begin_on, due_on, indicator_id, effect_kind, expected, procedure_id,
  difficulty_id`;
const planned = (plan: MeasurePlan): unknown[] => [
  ...[plan.unitId, plan.title, plan.body, plan.ownerPost, plan.ownerAccountId, plan.beginOn, plan.dueOn],
  ...[plan.indicatorId, plan.effect, plan.expected, plan.procedureId, plan.difficultyId],
];

/** Adds a measure; gives its id. */
export async function insertMeasure(tx: Writer, provinceId: number, plan: MeasurePlan): Promise<string> {
  const row = await tx.row<{ id: string }>(
    `insert into measure (${COLUMNS}, province_id, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id::text`,
    [...planned(plan), provinceId, tx.accountId, tx.moment],
  );
  if (!row) throw new Error('The database gave no measure.');
  return row.id;
}

/** Stores another plan; its version grows. */
export async function updateMeasure(tx: Writer, id: string, plan: MeasurePlan): Promise<void> {
  await tx.run(
    `update measure set (${COLUMNS}, version)
       = ($1, $2, $3, $4, $5, $6::date, $7::date, $8, $9, $10, $11, $12, version + 1) where id = $13`,
    [...planned(plan), id],
  );
}

/** Stores how a measure stands after a step; its version grows. */
export async function storeStanding(
  tx: Writer,
  id: string,
  { state, begunOn, endedOn }: MeasureStanding,
): Promise<void> {
  await tx.run('update measure set state = $2, begun_on = $3, ended_on = $4, version = version + 1 where id = $1', [
    ...[id, state, begunOn, endedOn],
  ]);
}

/** What came, as it was judged. */
export interface JudgementRow {
  id: string;
  measureId: string;
  before: string;
  after: string;
  effect: EffectKind;
  expected: number;
  /** When the measure had begun, or was to begin, by what was known then. */
  beginOn: Day;
  body: string | null;
  struckOn: Day | null;
  struckReason: string | null;
  by: string | null;
  at: Date;
}

/** The judgements of some measures within sight, the latest first. */
export function judgementsOf(sql: Sql, provinceId: number, ids: readonly string[]): Promise<JudgementRow[]> {
  return sql.rows<JudgementRow>(
    `select j.id::text, j.measure_id::text as "measureId", j.before_figure as before, j.after_figure as after, j.effect_kind as effect, j.expected,
            j.begin_on::text as "beginOn", j.body, k.day::text as "struckOn", k.reason as "struckReason",
            account_name(j.account_id) as by, m.at
       from measure_judgement j join moment m on m.id = j.recorded_by left join measure_strike k on k.judgement_id = j.id
      where j.province_id = $1 and j.measure_id = any ($2::bigint[]) order by j.measure_id, j.id desc`,
    [provinceId, ids],
  );
}

export async function insertJudgement(
  tx: Writer,
  provinceId: number,
  {
    measureId,
    before,
    after,
    effect,
    expected,
    beginOn,
    body,
  }: Omit<JudgementRow, 'id' | 'struckOn' | 'struckReason' | 'by' | 'at'>,
): Promise<void> {
  await tx.run(
    `insert into measure_judgement (province_id, measure_id, before_figure, after_figure, effect_kind, expected, begin_on, body, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [provinceId, measureId, before, after, effect, expected, beginOn, body, tx.accountId, tx.moment],
  );
  await tx.run('update measure set version = version + 1 where id = $1', [measureId]);
}

/** Strikes a judgement out. */
export async function strikeStored(
  tx: Writer,
  provinceId: number,
  { id, measureId, day, reason }: { id: string; measureId: string; day: Day; reason: string },
): Promise<void> {
  await tx.run(
    `insert into measure_strike (province_id, judgement_id, day, reason, account_id, recorded_by) values ($1, $2, $3, $4, $5, $6)`,
    [provinceId, id, day, reason, tx.accountId, tx.moment],
  );
  await tx.run('update measure set version = version + 1 where id = $1', [measureId]);
}
