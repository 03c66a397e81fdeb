import type { Day } from '@chi-tieu/shared/domain/days';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';
import type { MessageChannel, MessageState } from './outbox.queries.ts';

/** What a notice says. */
export interface NoticeSaid {
  subject: string;
  body: string;
}

/** Puts a notice into the outbox; 0 where the receiver has one of that matter. */
export function insertNotice(
  tx: Writer,
  provinceId: number,
  {
    id,
    unitId,
    channel,
    contactId,
    about,
    said,
    day,
    nextTryAt,
  }: {
    id: string;
    unitId: number;
    channel: MessageChannel;
    contactId: number | null;
    about: string;
    said: NoticeSaid;
    day: Day;
    nextTryAt: Date;
  },
): Promise<number> {
  return tx.run(
    `insert into outbox (id, province_id, unit_id, channel, kind, contact_id, day, state, next_try_at, about, said)
     values ($1, $2, $3, $4, 'NOTICE', $5, $6, 'QUEUED', $7, $8, $9) on conflict do nothing`,
    [id, provinceId, unitId, channel, contactId, day, nextTryAt, about, JSON.stringify(said)],
  );
}

/** What a notice says. */
export async function noticeSaid(sql: Sql, id: string): Promise<NoticeSaid | null> {
  return (await sql.row<{ said: NoticeSaid }>('select said from outbox where id = $1', [id]))?.said ?? null;
}

/** Drops those of some matters that wait, or are held; one that is on its way goes. */
export function dropNotices(tx: Writer, provinceId: number, about: readonly string[], now: Date): Promise<number> {
  return tx.run(
    `update outbox set state = 'DROPPED', lease = null, lease_until = null, ended_at = $3
      where province_id = $1 and kind = 'NOTICE' and about = any ($2) and state in ('QUEUED', 'HELD') and lease is null`,
    [provinceId, about, now],
  );
}

/** How many messages of some matters are in which state, as far as they are seen. */
export function noticeCounts(
  sql: Sql,
  provinceId: number,
  about: readonly string[],
): Promise<{ about: string; state: MessageState; count: number }[]> {
  return sql.rows(
    `select about, state, count(*)::int as count from outbox where province_id = $1 and kind = 'NOTICE' and about = any ($2) group by 1, 2`,
    [provinceId, about],
  );
}
