import { randomUUID } from 'node:crypto';
import { nextDay, type Day } from '@chi-tieu/shared/domain/days';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import { placeNews, type Digest, type News, type Placed } from '@chi-tieu/shared/domain/urging/digests';
import type { Sql } from '../../../app/sql.ts';
import { insertMessage, type MessageChannel } from './outbox.queries.ts';

/** Somebody who receives what a unit is told: an address, or the gateway for a unit. */
export interface Receiver {
  key: string;
  channel: MessageChannel;
  unitId: number;
  contactId: number | null;
}

/** Takes the next news that nobody was told of; nobody else takes them meanwhile. Of reminders that are put off they wait. */
export function takeNews(
  sql: Sql,
  provinceId: number,
  today: Day,
  most: number,
): Promise<{ step: string; unitId: number }[]> {
  return sql.rows<{ step: string; unitId: number }>(
    `delete from reminder_news where step_id in (select n.step_id from reminder_news n join reminder_step s on s.id = n.step_id
          join reminder r on r.id = s.reminder_id
         where n.province_id = $1 and (r.snoozed_until is null or r.snoozed_until < $2 or r.state = 'CLOSED') order by n.step_id limit $3
           for update of n skip locked) returning step_id as step, unit_id as "unitId"`,
    [provinceId, today, most],
  );
}

/** The digests of receivers that wait, are of these days, or tell these steps. */
async function digestsOf(
  sql: Sql,
  provinceId: number,
  { receivers, steps, today }: { receivers: readonly Receiver[]; steps: readonly string[]; today: Day },
): Promise<Digest[]> {
  const contacts = receivers.flatMap(({ contactId }) => contactId ?? []);
  const units = receivers.filter(({ channel }) => channel === 'WEBHOOK').map(({ unitId }) => unitId);
  return sql.rows<Digest>(
    `select o.id, case when o.contact_id is null then 'gateway ' || o.unit_id else 'contact ' || o.contact_id end as receiver,
            o.day::text, o.state = 'QUEUED' and o.tries = 0 and o.day <= $6 as "isOpen",
            array(select n.step_id::text from outbox_news n where n.outbox_id = o.id and n.told is distinct from false) as steps
       from outbox o
      where o.province_id = $1 and o.kind = 'DIGEST' and (o.contact_id = any ($2::int[]) or (o.contact_id is null and o.unit_id = any ($3::int[])))
        and (o.day >= $4 or o.state in ('QUEUED', 'HELD')
          or exists (select from outbox_news n where n.outbox_id = o.id and n.step_id = any ($5::bigint[])))
        for update of o`,
    [provinceId, contacts, units, today, steps, nextDay(today)],
  );
}

/** Puts news into the digests of those who receive them. */
export async function placeForReceivers(
  sql: Sql,
  provinceId: number,
  news: readonly { step: string; receiver: Receiver }[],
  { today, firstAt }: { today: Day; firstAt: (day: Day) => Date },
): Promise<Placed[]> {
  const byKey = new Map(news.map(({ receiver }) => [receiver.key, receiver]));
  const wanted: News[] = news.map(({ step, receiver }) => ({ step, receiver: receiver.key }));
  const steps = wanted.map(({ step }) => step);
  const known = await digestsOf(sql, provinceId, { receivers: [...byKey.values()], steps, today });
  const placed = placeNews(wanted, known, today);
  for (const { receiver: key, into, day, steps: told } of placed) {
    const receiver = byKey.get(key);
    if (!receiver) continue;
    const { unitId, channel, contactId } = receiver;
    const id = into ?? randomUUID();
    if (into === null)
      await insertMessage(sql, provinceId, {
        ...{ id, unitId, channel, contactId, kind: 'DIGEST', day, nextTryAt: firstAt(day) },
      });
    await sql.run(
      'insert into outbox_news (province_id, outbox_id, step_id) select $1, $2, unnest($3::bigint[]) on conflict do nothing',
      [provinceId, id, told],
    );
  }
  return placed;
}

/** Confirmed addresses by their units. */
export async function confirmedContacts(
  sql: Sql,
  provinceId: number,
): Promise<Map<number, { id: number; unitId: number }[]>> {
  const rows = await sql.rows<{ id: number; unitId: number }>(
    `select id, unit_id as "unitId" from contact
      where province_id = $1 and confirmed_at is not null and removed_at is null order by id`,
    [provinceId],
  );
  return groupBy(rows, ({ unitId }) => unitId);
}
