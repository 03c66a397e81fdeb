import { randomUUID } from 'node:crypto';
import { nextDay, type Day } from '@chi-tieu/shared/domain/days';
import { placeNews, type Digest } from '@chi-tieu/shared/domain/urging/digests';
import type { Sql } from '../../../app/sql.ts';
import type { Receiver } from './news.queries.ts';
import type { NoticeSaid } from './notices.queries.ts';
import type { MessageState } from './outbox.queries.ts';

/** A piece of news for a unit: of which matter, and what of it; a receiver is told of one once. */
export interface PartSaid extends NoticeSaid {
  unitId: number;
  matter: string;
  about: string;
}

interface Placing {
  source: string;
  today: Day;
  firstAt: (day: Day) => Date;
}

/** Bundles are placed by one process at a time: until the transaction ends. */
export async function lockBundles(sql: Sql, provinceId: number): Promise<void> {
  await sql.run(`select pg_advisory_xact_lock(hashtext('bundles'), $1)`, [provinceId]);
}

/** The bundles of receivers that wait, are of these days, or hold these news. */
function bundlesOf(
  sql: Sql,
  provinceId: number,
  {
    receivers,
    abouts,
    source,
    today,
  }: { receivers: readonly string[]; abouts: readonly string[] } & Omit<Placing, 'firstAt'>,
): Promise<Digest[]> {
  return sql.rows<Digest>(
    `select o.id, o.receiver, o.day::text, o.state = 'QUEUED' and o.tries = 0 and o.day <= $6 as "isOpen",
            array(select p.about from outbox_part p where p.outbox_id = o.id and p.source = $3 and p.dropped_at is null) as steps
       from (select *, case when contact_id is null then 'gateway ' || unit_id else 'contact ' || contact_id end as receiver
               from outbox where province_id = $1 and kind = 'BUNDLE') o
      where o.receiver = any ($2) and (o.day >= $5 or o.state in ('QUEUED', 'HELD')
          or exists (select from outbox_part p where p.outbox_id = o.id and p.source = $3 and p.about = any ($4) and p.dropped_at is null))`,
    [provinceId, receivers, source, abouts, today, nextDay(today)],
  );
}

/** Puts news into the bundles of those who receive them; gives how many are new. */
export async function placeParts(
  sql: Sql,
  provinceId: number,
  news: readonly { part: PartSaid; receiver: Receiver }[],
  { source, today, firstAt }: Placing,
): Promise<number> {
  const byKey = new Map(news.map(({ receiver }) => [receiver.key, receiver]));
  const byAbout = new Map(news.map(({ part }) => [part.about, part]));
  const asked = { receivers: [...byKey.keys()], abouts: [...byAbout.keys()], source, today };
  const known = await bundlesOf(sql, provinceId, asked);
  const wanted = news.map(({ part, receiver }) => ({ step: part.about, receiver: receiver.key }));
  let count = 0;
  for (const { receiver: key, into, day, steps } of placeNews(wanted, known, today)) {
    const receiver = byKey.get(key);
    if (!receiver) continue;
    const id = into ?? randomUUID();
    if (into === null) await insertBundle(sql, provinceId, { id, receiver, day, nextTryAt: firstAt(day) });
    for (const about of steps) {
      const part = byAbout.get(about);
      if (part) count += await insertPart(sql, provinceId, { ...part, source, outboxId: id, receiver: key });
    }
  }
  return count;
}

async function insertBundle(
  sql: Sql,
  provinceId: number,
  { id, receiver, day, nextTryAt }: { id: string; receiver: Receiver; day: Day; nextTryAt: Date },
): Promise<void> {
  const { unitId, channel, contactId } = receiver;
  await sql.run(
    `insert into outbox (id, province_id, unit_id, channel, kind, contact_id, day, state, next_try_at)
     values ($1, $2, $3, $4, 'BUNDLE', $5, $6, 'QUEUED', $7)`,
    [id, provinceId, unitId, channel, contactId, day, nextTryAt],
  );
}

/** What was dropped before it was told, and holds again, is placed anew. */
function insertPart(
  sql: Sql,
  provinceId: number,
  part: PartSaid & { source: string; outboxId: string; receiver: string },
): Promise<number> {
  const { outboxId, receiver, unitId, source, matter, about, subject, body } = part;
  return sql.run(
    `insert into outbox_part (province_id, outbox_id, receiver, unit_id, source, matter, about, subject, body)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict on constraint outbox_part_is_told_once do update
       set outbox_id = excluded.outbox_id, subject = excluded.subject, body = excluded.body, dropped_at = null
     where outbox_part.dropped_at is not null`,
    [provinceId, outboxId, receiver, unitId, source, matter, about, subject, body],
  );
}

/** Not sent yet, and not on its way. */
const UNSENT = `p.province_id = $1 and p.source = $2 and p.dropped_at is null
  and exists (select from outbox o where o.id = p.outbox_id and o.state in ('QUEUED', 'HELD') and o.lease is null)`;

/** Drops the unsent news of a matter; of one unit, or of all. */
export function dropPartsOf(
  sql: Sql,
  provinceId: number,
  { source, matter, unitId, now }: { source: string; matter: string; unitId: number | null; now: Date },
): Promise<number> {
  return sql.run(
    `update outbox_part p set dropped_at = $5 where ${UNSENT} and p.matter = $3 and ($4::int is null or p.unit_id = $4)`,
    [provinceId, source, matter, unitId, now],
  );
}

/** Drops the unsent news that hold no longer. */
export function dropAllBut(
  sql: Sql,
  provinceId: number,
  { source, abouts, now }: { source: string; abouts: readonly string[]; now: Date },
): Promise<number> {
  return sql.run(`update outbox_part p set dropped_at = $4 where ${UNSENT} and p.about <> all ($3)`, [
    ...[provinceId, source, abouts, now],
  ]);
}

/** What a bundle tells, in the order in which it came. */
export function partsOf(sql: Sql, outboxId: string): Promise<NoticeSaid[]> {
  return sql.rows<NoticeSaid>(
    'select subject, body from outbox_part where outbox_id = $1 and dropped_at is null order by id',
    [outboxId],
  );
}

/** How many messages told of some matters, or are to, by where they stand; as far as they are seen. */
export function partCounts(
  sql: Sql,
  provinceId: number,
  { source, matters }: { source: string; matters: readonly string[] },
): Promise<{ matter: string; unitId: number; state: MessageState; count: number }[]> {
  return sql.rows(
    `select p.matter, p.unit_id as "unitId", o.state, count(distinct o.id)::int as count
       from outbox_part p join outbox o on o.id = p.outbox_id
      where p.province_id = $1 and p.source = $2 and p.matter = any ($3) and p.dropped_at is null group by 1, 2, 3 order by 1, 2, 3`,
    [provinceId, source, matters],
  );
}
