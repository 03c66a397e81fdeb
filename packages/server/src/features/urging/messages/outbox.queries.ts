import type { Day } from '@chi-tieu/shared/domain/days';
import type { ReminderState } from '@chi-tieu/shared/domain/urging/reminder-state';
import type { Page } from '../../../app/connection.ts';
import type { Sql } from '../../../app/sql.ts';

export type MessageChannel = 'EMAIL' | 'WEBHOOK';
export type MessageState = 'QUEUED' | 'SENT' | 'REFUSED' | 'UNCERTAIN' | 'DROPPED' | 'HELD';

/** A message to be put into the outbox. */
export interface NewMessage {
  id: string;
  unitId: number;
  channel: MessageChannel;
  kind: 'DIGEST' | 'CODE';
  contactId: number | null;
  day: Day;
  nextTryAt: Date;
}

export async function insertMessage(sql: Sql, provinceId: number, message: NewMessage): Promise<void> {
  const { id, unitId, channel, kind, contactId, day, nextTryAt } = message;
  await sql.run(
    `insert into outbox (id, province_id, unit_id, channel, kind, contact_id, day, state, next_try_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'QUEUED', $8)`,
    [id, provinceId, unitId, channel, kind, contactId, day, nextTryAt],
  );
}

/** A message that was claimed: nobody else sends it until its lease is over. */
export interface ClaimedMessage {
  id: string;
  unitId: number;
  channel: MessageChannel;
  kind: 'DIGEST' | 'CODE';
  contactId: number | null;
  tries: number;
  mayHaveArrived: boolean;
}

/**
 * Claims the next messages that are due, for as long as the lease. One whose lease ran out was being sent by a server that ended: it
 * may have arrived.
 */
export function claimMessages(
  sql: Sql,
  provinceId: number,
  { lease, until, now, most }: { lease: string; until: Date; now: Date; most: number },
): Promise<ClaimedMessage[]> {
  return sql.rows<ClaimedMessage>(
    `update outbox o set tries = o.tries + 1, may_have_arrived = o.may_have_arrived or o.lease is not null, lease = $2, lease_until = $3
       from (select id from outbox where province_id = $1 and state = 'QUEUED' and next_try_at <= $4
                and (lease_until is null or lease_until < $4) order by next_try_at, id limit $5 for update skip locked) due
      where o.id = due.id
      returning o.id, o.unit_id as "unitId", o.channel, o.kind, o.contact_id as "contactId", o.tries,
                o.may_have_arrived as "mayHaveArrived"`,
    [provinceId, lease, until, now, most],
  );
}

/** What came of a try. */
export interface MessageOutcome {
  state: MessageState;
  /** When it is tried again; null where it is not. */
  nextTryAt: Date | null;
  mayHaveArrived: boolean;
  failure: string | null;
  address: string | null;
  subject: string | null;
  body: string | null;
  /** It was not tried at all: that counts for nothing. */
  isUntried?: boolean;
}

/** Sets what came of it, where the lease is still one's own. */
export async function settleMessage(
  sql: Sql,
  { id, lease }: { id: string; lease: string },
  outcome: MessageOutcome,
  now: Date,
): Promise<boolean> {
  const { state, nextTryAt, mayHaveArrived, failure, address, subject, body, isUntried = false } = outcome;
  const count = await sql.run(
    `update outbox set state = $3, next_try_at = coalesce($4, next_try_at), may_have_arrived = $5, failure = $6, address = coalesce($7, address),
            subject = coalesce($8, subject), body = coalesce($9, body), lease = null, lease_until = null,
            tries = tries - case when $10 then 1 else 0 end, ended_at = case when $3 = 'QUEUED' then null else $11::timestamptz end
      where id = $1 and lease = $2 and state = 'QUEUED'`,
    [id, lease, state, nextTryAt, mayHaveArrived, failure, address, subject, body, isUntried, now],
  );
  return count > 0;
}

/** A step that a message tells, with what holds of its reminder now. */
export interface ToldStep {
  step: string;
  kind: string;
  note: string | null;
  subject: string;
  body: string;
  figure: string | null;
  reminderId: string;
  unitId: number;
  state: ReminderState;
  snoozedUntil: Day | null;
}

export function stepsToTell(sql: Sql, outboxId: string): Promise<ToldStep[]> {
  return sql.rows<ToldStep>(
    `select s.id as step, s.kind, s.note, s.subject, s.body, s.figure, r.id as "reminderId", r.unit_id as "unitId", r.state,
            r.snoozed_until::text as "snoozedUntil"
       from outbox_news n join reminder_step s on s.id = n.step_id join reminder r on r.id = s.reminder_id
      where n.outbox_id = $1 order by s.id`,
    [outboxId],
  );
}

/** A message as it is shown. */
export interface MessageRow {
  id: string;
  unitId: number;
  channel: MessageChannel;
  state: MessageState;
  address: string | null;
  name: string | null;
  day: Day;
  tries: number;
  failure: string | null;
  subject: string | null;
  body: string | null;
  figures: string[];
  reminders: string[];
  madeAt: Date;
  endedAt: Date | null;
  position: string;
}

const SHOWN = `select o.id, o.unit_id as "unitId", o.channel, o.state, coalesce(o.address, c.email) as address, c.name, o.day::text, o.tries, o.failure,
    o.subject, o.body, o.made_at as "madeAt", o.ended_at as "endedAt",
    (extract(epoch from o.made_at) * 1000000)::bigint::text || ' ' || o.id as position,
    array(select distinct s.figure from outbox_news n join reminder_step s on s.id = n.step_id where n.outbox_id = o.id
           and s.figure is not null order by 1) as figures,
    array(select distinct s.reminder_id::text from outbox_news n join reminder_step s on s.id = n.step_id where n.outbox_id = o.id
           order by 1) as reminders
  from outbox o left join contact c on c.id = o.contact_id`;

export interface MessageFilter {
  states: readonly MessageState[] | null;
  units: readonly number[] | null;
  reminderId: string | null;
}

const FITS = `o.province_id = $1 and o.kind = 'DIGEST' and ($2::text[] is null or o.state = any ($2)) and ($3::int[] is null or o.unit_id = any ($3))
  and ($4::uuid is null or exists (select from outbox_news n join reminder_step s on s.id = n.step_id
        where n.outbox_id = o.id and s.reminder_id = $4))`;

/** What was told to whom, and waits to be, newest first; one more than asked for. */
export function listMessages(
  sql: Sql,
  provinceId: number,
  { states, units, reminderId }: MessageFilter,
  page: Page<string>,
): Promise<MessageRow[]> {
  const [made = null, id = null] = page.after?.split(' ') ?? [];
  return sql.rows<MessageRow>(
    `${SHOWN} where ${FITS} and ($5::bigint is null
        or ((extract(epoch from o.made_at) * 1000000)::bigint, o.id) < ($5::bigint, $6::uuid))
      order by o.made_at desc, o.id desc limit $7`,
    [provinceId, states, units, reminderId, made, id, page.first + 1],
  );
}

export async function countMessages(sql: Sql, provinceId: number, filter: MessageFilter): Promise<number> {
  const { states, units, reminderId } = filter;
  const found = await sql.row<{ n: number }>(`select count(*)::int as n from outbox o where ${FITS}`, [
    ...[provinceId, states, units, reminderId],
  ]);
  return found?.n ?? 0;
}

/** How many messages of each state are seen. */
export function messageCounts(sql: Sql, provinceId: number): Promise<{ state: MessageState; count: number }[]> {
  return sql.rows(
    `select state, count(*)::int as count from outbox where province_id = $1 and kind = 'DIGEST' group by state`,
    [provinceId],
  );
}

/** Lets go what a restored database had unsent, or drops it; gives how many there were. */
export function releaseHeld(sql: Sql, provinceId: number, state: 'QUEUED' | 'DROPPED', now: Date): Promise<number> {
  return sql.run(
    `update outbox set state = $2, next_try_at = $3, lease = null, lease_until = null,
            ended_at = case when $2 = 'DROPPED' then $3::timestamptz end
      where province_id = $1 and state = 'HELD'`,
    [provinceId, state, now],
  );
}
