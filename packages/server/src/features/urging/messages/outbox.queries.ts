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
  /** Who asked for it: codes alone. */
  accountId?: number | null;
}

export async function insertMessage(sql: Sql, provinceId: number, message: NewMessage): Promise<void> {
  const { id, unitId, channel, kind, contactId, day, nextTryAt, accountId = null } = message;
  await sql.run(
    `insert into outbox (id, province_id, unit_id, channel, kind, contact_id, day, state, next_try_at, account_id)
     values ($1, $2, $3, $4, $5, $6, $7, 'QUEUED', $8, $9)`,
    [id, provinceId, unitId, channel, kind, contactId, day, nextTryAt, accountId],
  );
}

/** A message that was claimed: nobody else sends it until its lease is over. */
export interface ClaimedMessage {
  id: string;
  unitId: number;
  channel: MessageChannel;
  kind: 'DIGEST' | 'CODE' | 'NOTICE' | 'BUNDLE';
  contactId: number | null;
  tries: number;
  mayHaveArrived: boolean;
}

/**
 * Claims the next message of a channel that is due, for as long as the lease: that is its next try. One whose lease ran out was being
 * sent by a server that ended: it may have arrived.
 */
export function claimMessage(
  sql: Sql,
  provinceId: number,
  { channel, lease, until, now }: { channel: MessageChannel; lease: string; until: Date; now: Date },
): Promise<ClaimedMessage | null> {
  return sql.row<ClaimedMessage>(
    `update outbox o set tries = o.tries + 1, may_have_arrived = o.may_have_arrived or o.lease is not null, lease = $2, lease_until = $3
       from (select id from outbox where province_id = $1 and state = 'QUEUED' and channel = $5 and next_try_at <= $4
                and (lease_until is null or lease_until < $4) order by next_try_at, id limit 1 for update skip locked) due
      where o.id = due.id
      returning o.id, o.unit_id as "unitId", o.channel, o.kind, o.contact_id as "contactId", o.tries,
                o.may_have_arrived as "mayHaveArrived"`,
    [provinceId, lease, until, now, channel],
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
  /** Which of its steps it told; all others fell out of it. */
  told?: readonly string[];
  /** Steps that are to be told another time, or to somebody else, with the unit whose receivers they are for. */
  again?: readonly Pick<ToldStep, 'step' | 'toUnitId'>[];
}

/** Sets what came of it, where the lease is still one's own. */
export async function settleMessage(
  sql: Sql,
  provinceId: number,
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
  if (count === 0) return false;
  const { told, again = [] } = outcome;
  if (told)
    await sql.run('update outbox_news set told = step_id = any ($2::bigint[]) where outbox_id = $1', [id, told]);
  for (const { step, toUnitId } of again)
    await sql.run(
      'insert into reminder_news (step_id, province_id, unit_id) values ($1, $2, $3) on conflict (step_id) do nothing',
      [step, provinceId, toUnitId],
    );
  return true;
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
  /** Whose receivers are told: the unit's own, or those of the one that it was raised to. */
  toUnitId: number;
  state: ReminderState;
  snoozedUntil: Day | null;
}

export function stepsToTell(sql: Sql, outboxId: string): Promise<ToldStep[]> {
  return sql.rows<ToldStep>(
    `select s.id as step, s.kind, s.note, s.subject, s.body, s.figure, r.id as "reminderId", r.unit_id as "unitId",
            coalesce(s.to_unit_id, s.unit_id) as "toUnitId", r.state,
            r.snoozed_until::text as "snoozedUntil"
       from outbox_news n join reminder_step s on s.id = n.step_id join reminder r on r.id = s.reminder_id
      where n.outbox_id = $1 and n.told is distinct from false order by s.id`,
    [outboxId],
  );
}

/** What units are called on a day, or were called at last. */
export function unitNames(
  sql: Sql,
  provinceId: number,
  ids: readonly number[],
  on: Day,
): Promise<{ id: number; code: string; name: string }[]> {
  return sql.rows(
    `select distinct on (unit_id) unit_id as id, code, name from unit_version
      where province_id = $1 and unit_id = any ($2::int[]) and superseded_by is null and lower(valid) <= $3
      order by unit_id, lower(valid) desc`,
    [provinceId, ids, on],
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

/** What it told, or is to tell; what fell out of it is no part of it. Of one that was dropped whole, what it was to tell. */
const TELLS = `n.outbox_id = o.id and (n.told is distinct from false or o.state = 'DROPPED')`;
const SHOWN = `select o.id, o.unit_id as "unitId", o.channel, o.state, coalesce(o.address, c.email) as address, c.name, o.day::text, o.tries, o.failure,
    o.subject, o.body, o.made_at as "madeAt", o.ended_at as "endedAt",
    (extract(epoch from o.made_at) * 1000000)::bigint::text || ' ' || o.id as position,
    array(select distinct s.figure from outbox_news n join reminder_step s on s.id = n.step_id where ${TELLS}
           and s.figure is not null order by 1) as figures,
    array(select distinct s.reminder_id::text from outbox_news n join reminder_step s on s.id = n.step_id where ${TELLS}
           order by 1) as reminders
  from outbox o left join contact c on c.id = o.contact_id`;

export interface MessageFilter {
  states: readonly MessageState[] | null;
  units: readonly number[] | null;
  reminderId: string | null;
}

const FITS = `o.province_id = $1 and o.kind <> 'CODE' and ($2::text[] is null or o.state = any ($2)) and ($3::int[] is null or o.unit_id = any ($3))
  and ($4::uuid is null or exists (select from outbox_news n join reminder_step s on s.id = n.step_id
        where ${TELLS} and s.reminder_id = $4))`;

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
    `select state, count(*)::int as count from outbox where province_id = $1 and kind <> 'CODE' group by state`,
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

/** Has all that was refused sent again, as if it had not been tried; gives how many there were. */
export function requeueRefused(sql: Sql, provinceId: number, now: Date): Promise<number> {
  return sql.run(
    `update outbox set state = 'QUEUED', tries = 0, next_try_at = $2, failure = null, lease = null, lease_until = null, ended_at = null
      where province_id = $1 and state = 'REFUSED' and kind <> 'CODE'`,
    [provinceId, now],
  );
}
