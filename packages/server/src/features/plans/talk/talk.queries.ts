import type { Day } from '@chi-tieu/shared/domain/days';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';
import type { CommentSide, CounterState } from './talk.enums.ts';

export interface CommentRow {
  id: string;
  planId: string;
  unitId: number | null;
  answers: string | null;
  side: CommentSide;
  body: string | null;
  accountId: number | null;
  by: string | null;
  at: Date;
  resolvedAt: Date | null;
  withdrawnAt: Date | null;
}

const COMMENTS = `select c.id, c.plan_id as "planId", c.unit_id as "unitId", c.answers, c.side, c.body, c.account_id as "accountId",
    account_name(c.account_id) as by, m.at, r.at as "resolvedAt", w.at as "withdrawnAt"
  from plan_comment c join moment m on m.id = c.recorded_by
    left join moment r on r.id = c.resolved_by left join moment w on w.id = c.withdrawn_by`;

/** What is said about several plans, oldest first. */
export function commentsOf(sql: Sql, provinceId: number, planIds: string[]): Promise<CommentRow[]> {
  return sql.rows<CommentRow>(
    `${COMMENTS} where c.province_id = $1 and c.plan_id = any ($2::uuid[]) order by c.recorded_by, c.id`,
    [provinceId, planIds],
  );
}

/** One of them by its id, if it is within sight. */
export function commentById(sql: Sql, provinceId: number, id: string): Promise<CommentRow | null> {
  return sql.row<CommentRow>(`${COMMENTS} where c.province_id = $1 and c.id = $2::uuid`, [provinceId, id]);
}

/** The same, held until the transaction ends. */
export async function lockComment(tx: Writer, provinceId: number, id: string): Promise<CommentRow | null> {
  await tx.row('select 1 from plan_comment where province_id = $1 and id = $2::uuid for update', [provinceId, id]);
  return commentById(tx, provinceId, id);
}

/** How much was said about a plan. */
export async function countComments(tx: Writer, provinceId: number, planId: string): Promise<number> {
  const row = await tx.row<{ n: number }>(
    'select count(*)::int as n from plan_comment where province_id = $1 and plan_id = $2',
    [provinceId, planId],
  );
  return row?.n ?? 0;
}

/** Says something. */
export async function insertComment(
  tx: Writer,
  provinceId: number,
  comment: Pick<CommentRow, 'id' | 'planId' | 'unitId' | 'answers' | 'side' | 'body'>,
): Promise<void> {
  const { id, planId, unitId, answers, side, body } = comment;
  await tx.run(
    `insert into plan_comment (id, province_id, plan_id, unit_id, answers, side, body, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, provinceId, planId, unitId, answers, side, body, tx.accountId, tx.moment],
  );
}

/** Settles a thread, or opens it again. */
export async function settleComment(tx: Writer, id: string, resolved: boolean): Promise<void> {
  await tx.run('update plan_comment set resolved_by = $2 where id = $1', [id, resolved ? tx.moment : null]);
}

/** Takes a text back: it is gone from the table. */
export async function blankComment(tx: Writer, id: string): Promise<void> {
  await tx.run('update plan_comment set body = null, withdrawn_by = $2 where id = $1', [id, tx.moment]);
}

export interface CounterRow {
  id: string;
  planId: string;
  unitId: number;
  hundredths: number;
  insteadOf: number;
  grounds: string | null;
  state: CounterState;
  accountId: number | null;
  by: string | null;
  at: Date;
  answer: string | null;
  answeredBy: string | null;
  endedAt: Date | null;
}

const COUNTERS = `select c.id, c.plan_id as "planId", c.unit_id as "unitId", c.hundredths, c.instead_of as "insteadOf", c.grounds, c.state,
    c.account_id as "accountId", account_name(c.account_id) as by, m.at, c.answer, account_name(c.answered_by_account) as "answeredBy",
    e.at as "endedAt"
  from counter_proposal c join moment m on m.id = c.recorded_by left join moment e on e.id = c.ended_by`;

/** What units propose in several plans, oldest first. */
export function countersOf(sql: Sql, provinceId: number, planIds: string[]): Promise<CounterRow[]> {
  return sql.rows<CounterRow>(
    `${COUNTERS} where c.province_id = $1 and c.plan_id = any ($2::uuid[]) order by c.recorded_by, c.id`,
    [provinceId, planIds],
  );
}

/** One of them by its id, if it is within sight. */
export function counterById(sql: Sql, provinceId: number, id: string): Promise<CounterRow | null> {
  return sql.row<CounterRow>(`${COUNTERS} where c.province_id = $1 and c.id = $2::uuid`, [provinceId, id]);
}

/** The same, held until the transaction ends. */
export async function lockCounter(tx: Writer, provinceId: number, id: string): Promise<CounterRow | null> {
  await tx.row('select 1 from counter_proposal where province_id = $1 and id = $2::uuid for update', [provinceId, id]);
  return counterById(tx, provinceId, id);
}

/** Proposes another number. */
export async function insertCounter(
  tx: Writer,
  provinceId: number,
  counter: Pick<CounterRow, 'id' | 'planId' | 'unitId' | 'hundredths' | 'insteadOf' | 'grounds'>,
): Promise<void> {
  const { id, planId, unitId, hundredths, insteadOf, grounds } = counter;
  await tx.run(
    `insert into counter_proposal (id, province_id, plan_id, unit_id, hundredths, instead_of, grounds, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, provinceId, planId, unitId, hundredths, insteadOf, grounds, tx.accountId, tx.moment],
  );
}

/** Ends a proposal: what is withdrawn loses its grounds. */
export async function endCounter(
  tx: Writer,
  id: string,
  state: Exclude<CounterState, 'OPEN'>,
  answer: string | null = null,
): Promise<void> {
  await tx.run(
    `update counter_proposal set state = $2, answer = $3, ended_by = $4, answered_by_account = case when $5 then $6::int end,
            grounds = case when $2 = 'WITHDRAWN' then null else grounds end
      where id = $1`,
    [id, state, answer, tx.moment, ['ACCEPTED', 'REFUSED', 'NOTED'].includes(state), tx.accountId],
  );
}

/** Sets until when units are asked. */
export async function setConsultedUntil(tx: Writer, planId: string, until: Day | null): Promise<void> {
  await tx.run('update target_plan set consulted_until = $2, consulted_version = consulted_version + 1 where id = $1', [
    planId,
    until,
  ]);
}

/**
 * The plans that may ask something of some units: those that have a date or, since a day, were issued, with the units of them to
 * which they assign a target.
 */
export function plansAsking(
  sql: Sql,
  provinceId: number,
  unitIds: number[],
  sinceYear: number,
): Promise<{ planId: string; unitId: number }[]> {
  return sql.rows<{ planId: string; unitId: number }>(
    `select t.plan_id as "planId", t.unit_id as "unitId" from target t join target_plan p on p.id = t.plan_id
      where t.province_id = $1 and t.unit_id = any ($2)
        and ((p.state in ('DRAFT', 'SUBMITTED') and p.consulted_until is not null) or (p.state = 'ISSUED' and p.year >= $3))
      order by p.year desc, p.recorded_by desc, t.unit_id`,
    [provinceId, unitIds, sinceYear],
  );
}

/** What changes whenever something is said, settled, proposed or answered about a plan: a page that saw another one asks again. */
export async function lastSaid(sql: Sql, planId: string): Promise<string | null> {
  const row = await sql.row<{ last: string | null }>(
    `select max(x.moment)::text as last from (
       select greatest(recorded_by, resolved_by, withdrawn_by) as moment from plan_comment where plan_id = $1
       union all select greatest(recorded_by, ended_by) from counter_proposal where plan_id = $1) x`,
    [planId],
  );
  return row?.last ?? null;
}
