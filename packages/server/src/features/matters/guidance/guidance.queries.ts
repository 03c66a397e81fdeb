import type { Day } from '@chi-tieu/shared/domain/days';
import type { Page } from '../../../app/connection.ts';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';

/** What an edition of guidance says. */
export interface EditionText {
  number: string | null;
  dated: Day;
  title: string;
  body: string;
  acknowledgeBy: Day;
}

/** Guidance with its latest edition. */
export interface GuidanceRow extends EditionText {
  id: string;
  leadUnitId: number;
  edition: number;
  unitIds: number[];
  procedureIds: number[];
  withdrawnOn: Day | null;
  version: number;
  by: string | null;
  at: Date;
}

const SELECT = `select g.id::text, g.lead_unit_id as "leadUnitId", g.edition, g.unit_ids as "unitIds", g.procedure_ids as "procedureIds",
    g.withdrawn_on::text as "withdrawnOn", g.version, e.number, e.dated::text as dated, e.title, e.body,
    e.acknowledge_by::text as "acknowledgeBy", account_name(e.account_id) as by, m.at
  from guidance g join guidance_edition e on e.guidance_id = g.id and e.edition = g.edition join moment m on m.id = e.recorded_by`;

/** Which guidance is looked at; null: whichever. */
export interface GuidanceFilter {
  units: readonly number[] | null;
  procedureId: number | null;
  inForce: boolean | null;
  /**
   * That alone of which somebody within sight has not taken note though the day of it lies before this one: of units that are asked for one
   * of these, or whoever it is where one of these gives it.
   */
  overdueOn: Day | null;
}

const FILTERED = `g.province_id = $1 and ($2::int[] is null or g.lead_unit_id = any ($2)
    or exists (select from guidance_unit r where r.guidance_id = g.id and r.unit_id = any ($2)))
  and ($3::int is null or $3 = any (g.procedure_ids)) and ($4::boolean is null or $4 = (g.withdrawn_on is null))
  and ($5::date is null or (g.withdrawn_on is null and e.acknowledge_by < $5
    and exists (select from guidance_unit u where u.guidance_id = g.id and u.edition < g.edition
      and ($2::int[] is null or g.lead_unit_id = any ($2) or u.unit_id = any ($2)))))`;
const given = (provinceId: number, { units, procedureId, inForce, overdueOn }: GuidanceFilter): unknown[] => [
  ...[provinceId, units, procedureId, inForce, overdueOn],
];

/** Guidance within sight, newest first, one more than asked for. */
export function listGuidance(
  sql: Sql,
  provinceId: number,
  filter: GuidanceFilter,
  page: Page<string>,
): Promise<GuidanceRow[]> {
  return sql.rows<GuidanceRow>(
    `${SELECT} where ${FILTERED} and ($6::bigint is null or g.id < $6) order by g.id desc limit $7`,
    [...given(provinceId, filter), page.after, page.first + 1],
  );
}

export async function countGuidance(sql: Sql, provinceId: number, filter: GuidanceFilter): Promise<number> {
  const row = await sql.row<{ count: number }>(
    `select count(*)::int as count from guidance g join guidance_edition e on e.guidance_id = g.id and e.edition = g.edition where ${FILTERED}`,
    given(provinceId, filter),
  );
  return row?.count ?? 0;
}

export function guidanceById(sql: Sql, provinceId: number, ids: readonly string[]): Promise<GuidanceRow[]> {
  return sql.rows<GuidanceRow>(`${SELECT} where g.province_id = $1 and g.id = any ($2::bigint[])`, [provinceId, ids]);
}

/** One by its id, held until the transaction ends. */
export async function lockGuidance(tx: Writer, provinceId: number, id: string): Promise<GuidanceRow | null> {
  await tx.row('select 1 from guidance where province_id = $1 and id = $2 for update', [provinceId, id]);
  return (await guidanceById(tx, provinceId, [id]))[0] ?? null;
}

export interface NewGuidance {
  leadUnitId: number;
  unitIds: number[];
  procedureIds: number[];
}

/** Adds guidance with its first edition; gives its id. */
export async function insertGuidance(
  tx: Writer,
  provinceId: number,
  { leadUnitId, unitIds, procedureIds }: NewGuidance,
  text: EditionText,
): Promise<string> {
  const row = await tx.row<{ id: string }>(
    `insert into guidance (province_id, lead_unit_id, unit_ids, procedure_ids, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6) returning id::text`,
    [provinceId, leadUnitId, unitIds, procedureIds, tx.accountId, tx.moment],
  );
  if (!row) throw new Error('The database gave no guidance.');
  await insertEdition(tx, provinceId, row.id, { ...text, edition: 1, reason: null });
  await addReceivers(tx, provinceId, row.id, unitIds);
  return row.id;
}

async function insertEdition(
  tx: Writer,
  provinceId: number,
  id: string,
  {
    edition,
    number,
    dated,
    title,
    body,
    acknowledgeBy,
    reason,
  }: EditionText & { edition: number; reason: string | null },
): Promise<void> {
  await tx.run(
    `insert into guidance_edition (province_id, guidance_id, edition, number, dated, title, body, acknowledge_by, reason, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [provinceId, id, edition, number, dated, title, body, acknowledgeBy, reason, tx.accountId, tx.moment],
  );
}

async function addReceivers(tx: Writer, provinceId: number, id: string, unitIds: readonly number[]): Promise<void> {
  await tx.run(
    `insert into guidance_unit (province_id, guidance_id, unit_id) select $1, $2, u from unnest($3::int[]) as u on conflict do nothing`,
    [provinceId, id, unitIds],
  );
}

/** Another edition, told to those that were told and to others: whoever took note of an earlier one has this one before them. */
export async function reissueGuidance(
  tx: Writer,
  provinceId: number,
  { id, edition }: Pick<GuidanceRow, 'id' | 'edition'>,
  { unitIds, procedureIds }: Omit<NewGuidance, 'leadUnitId'>,
  text: EditionText & { reason: string },
): Promise<void> {
  await tx.run(
    'update guidance set edition = $2, unit_ids = $3, procedure_ids = $4, version = version + 1 where id = $1',
    [id, edition + 1, unitIds, procedureIds],
  );
  await insertEdition(tx, provinceId, id, { ...text, edition: edition + 1 });
  await addReceivers(tx, provinceId, id, unitIds);
}

export async function withdrawStored(tx: Writer, id: string, day: Day): Promise<void> {
  await tx.run('update guidance set withdrawn_on = $2, version = version + 1 where id = $1', [id, day]);
}

/** A receiver, with the last edition that it took note of. */
export interface ReceiverRow {
  guidanceId: string;
  unitId: number;
  edition: number;
  acknowledgedOn: Day | null;
  by: string | null;
}

/** The receivers within sight of some guidance. */
export function receiversWithin(sql: Sql, provinceId: number, ids: readonly string[]): Promise<ReceiverRow[]> {
  return sql.rows<ReceiverRow>(
    `select u.guidance_id::text as "guidanceId", u.unit_id as "unitId", u.edition, u.acknowledged_on::text as "acknowledgedOn",
            account_name(u.account_id) as by
       from guidance_unit u where u.province_id = $1 and u.guidance_id = any ($2::bigint[]) order by u.guidance_id, u.unit_id`,
    [provinceId, ids],
  );
}

/** A receiver takes note of an edition; false where it did before. */
export async function storeAcknowledged(
  tx: Writer,
  { id, unitId, edition, day }: { id: string; unitId: number; edition: number; day: Day },
): Promise<boolean> {
  const rows = await tx.rows(
    `update guidance_unit set edition = $3, acknowledged_on = $4, account_id = $5
      where guidance_id = $1 and unit_id = $2 and edition < $3 returning 1`,
    [id, unitId, edition, day, tx.accountId],
  );
  return rows.length > 0;
}

/** An edition, of which it may be the latest. */
export interface EditionRow extends EditionText {
  guidanceId: string;
  edition: number;
  reason: string | null;
  by: string | null;
  at: Date;
}

/** All editions of some guidance, the latest first. */
export function editionsOf(sql: Sql, provinceId: number, ids: readonly string[]): Promise<EditionRow[]> {
  return sql.rows<EditionRow>(
    `select e.guidance_id::text as "guidanceId", e.edition, e.number, e.dated::text as dated, e.title, e.body, e.reason,
            e.acknowledge_by::text as "acknowledgeBy", account_name(e.account_id) as by, m.at
       from guidance_edition e join moment m on m.id = e.recorded_by
      where e.province_id = $1 and e.guidance_id = any ($2::bigint[]) order by e.guidance_id, e.edition desc`,
    [provinceId, ids],
  );
}

/** A question about guidance. */
export interface QuestionRow {
  id: string;
  guidanceId: string;
  unitId: number;
  body: string;
  askedOn: Day;
  answer: string | null;
  answeredOn: Day | null;
  isPublic: boolean;
  version: number;
}

const QUESTION = `select q.id::text, q.guidance_id::text as "guidanceId", q.unit_id as "unitId", q.body, q.asked_on::text as "askedOn", q.answer,
    q.answered_on::text as "answeredOn", q.is_public as "isPublic", q.version from guidance_question q`;

/** The questions within sight of some guidance, in their order. */
export function questionsOf(sql: Sql, provinceId: number, ids: readonly string[]): Promise<QuestionRow[]> {
  return sql.rows<QuestionRow>(
    `${QUESTION} where q.province_id = $1 and q.guidance_id = any ($2::bigint[]) order by q.guidance_id, q.id`,
    [provinceId, ids],
  );
}

export function questionById(sql: Sql, provinceId: number, id: string): Promise<QuestionRow | null> {
  return sql.row<QuestionRow>(`${QUESTION} where q.province_id = $1 and q.id = $2`, [provinceId, id]);
}

/** The same, held until the transaction ends. */
export async function lockQuestion(tx: Writer, provinceId: number, id: string): Promise<QuestionRow | null> {
  await tx.row('select 1 from guidance_question where province_id = $1 and id = $2 for update', [provinceId, id]);
  return questionById(tx, provinceId, id);
}

/** How many questions of a receiver nobody answered. */
export async function openQuestions(
  tx: Writer,
  provinceId: number,
  { guidanceId, unitId }: Pick<QuestionRow, 'guidanceId' | 'unitId'>,
): Promise<number> {
  const row = await tx.row<{ count: number }>(
    `select count(*)::int as count from guidance_question
      where province_id = $1 and guidance_id = $2 and unit_id = $3 and answer is null`,
    [provinceId, guidanceId, unitId],
  );
  return row?.count ?? 0;
}

/** Adds a question; gives its id. */
export async function insertQuestion(
  tx: Writer,
  provinceId: number,
  { guidanceId, unitId, body, askedOn }: Pick<QuestionRow, 'guidanceId' | 'unitId' | 'body' | 'askedOn'>,
): Promise<string> {
  const row = await tx.row<{ id: string }>(
    `insert into guidance_question (province_id, guidance_id, unit_id, body, asked_on, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7) returning id::text`,
    [provinceId, guidanceId, unitId, body, askedOn, tx.accountId, tx.moment],
  );
  if (!row) throw new Error('The database gave no question.');
  return row.id;
}

/** An answer that another one replaced. */
export interface EarlierAnswerRow {
  question: string;
  edition: number;
  body: string;
  answeredOn: Day;
  isPublic: boolean;
}

/** The answers within sight to questions about some guidance that others replaced, the latest first. */
export function earlierAnswers(
  sql: Sql,
  provinceId: number,
  ids: readonly string[],
): Promise<(EarlierAnswerRow & { guidanceId: string })[]> {
  return sql.rows(
    `select q.guidance_id::text as "guidanceId", a.question_id::text as question, a.edition, a.body, a.answered_on::text as "answeredOn",
            a.is_public as "isPublic"
       from guidance_answer a join guidance_question q on q.id = a.question_id
      where a.province_id = $1 and q.guidance_id = any ($2::bigint[]) order by q.guidance_id, q.id, a.edition desc`,
    [provinceId, ids],
  );
}

/** Stores an answer; what was answered before is kept beside it. */
export async function storeAnswer(
  tx: Writer,
  { id, answer, day, isPublic }: { id: string; answer: string; day: Day; isPublic: boolean },
): Promise<void> {
  await tx.run(
    `insert into guidance_answer (province_id, question_id, edition, body, answered_on, is_public, recorded_by)
     select province_id, id, version - 1, answer, answered_on, is_public, $2 from guidance_question where id = $1 and answer is not null`,
    [id, tx.moment],
  );
  await tx.run(
    'update guidance_question set answer = $2, answered_on = $3, is_public = $4, version = version + 1 where id = $1',
    [id, answer, day, isPublic],
  );
}
