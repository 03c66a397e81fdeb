import type { OutageKind, OutageSpan } from '@chi-tieu/shared/domain/connected/availability';
import type { CheckOutcome } from '@chi-tieu/shared/domain/connected/checks';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';

/** A time at which a system was down, or is. */
export interface OutageRow {
  id: string;
  systemId: number;
  version: number;
  kind: OutageKind;
  begunAt: Date;
  endedAt: Date | null;
  outcome: CheckOutcome | null;
  reason: string | null;
  by: string | null;
}

const SELECT = `select o.id::text, o.system_id as "systemId", o.version, o.kind, o.begun_at as "begunAt", o.ended_at as "endedAt", o.outcome,
    o.reason, account_name(o.account_id) as by
  from system_outage o where o.province_id = $1 and o.withdrawn_at is null`;

/** Those of some systems that touch a time, newest first. */
export function outagesWithin(
  sql: Sql,
  provinceId: number,
  ids: readonly number[],
  { from, to }: { from: Date | null; to: Date | null },
): Promise<OutageRow[]> {
  return sql.rows<OutageRow>(
    `${SELECT} and o.system_id = any ($2::int[]) and ($3::timestamptz is null or o.ended_at is null or o.ended_at > $3)
       and ($4::timestamptz is null or o.begun_at < $4) order by o.system_id, o.begun_at desc, o.id desc`,
    [provinceId, ids, from, to],
  );
}

/** The same, as their part in the availability is reckoned. */
export function spansWithin(
  sql: Sql,
  provinceId: number,
  ids: readonly number[],
  { from, to }: { from: Date; to: Date },
): Promise<(OutageSpan & { systemId: number })[]> {
  return sql.rows(
    `select o.system_id as "systemId", o.kind, o.begun_at as "begunAt", o.ended_at as "endedAt", m.at as "saidAt"
       from system_outage o left join moment m on m.id = o.recorded_by
      where o.province_id = $1 and o.withdrawn_at is null and o.system_id = any ($2::int[])
        and (o.ended_at is null or o.ended_at > $3) and o.begun_at < $4`,
    [provinceId, ids, from, to],
  );
}

/** When those began that a system is down in at a time. */
export async function downAt(sql: Sql, provinceId: number, systemId: number, at: Date): Promise<Date[]> {
  const rows = await sql.rows<{ at: Date }>(
    `select begun_at as at from system_outage where province_id = $1 and system_id = $2 and withdrawn_at is null
        and begun_at <= $3 and (ended_at is null or ended_at > $3) order by begun_at, id`,
    [provinceId, systemId, at],
  );
  return rows.map((row) => row.at);
}

export async function systemIdOfOutage(sql: Sql, provinceId: number, id: string): Promise<number | null> {
  const row = await sql.row<{ id: number }>(
    'select system_id as id from system_outage where province_id = $1 and id = $2 and withdrawn_at is null',
    [provinceId, id],
  );
  return row?.id ?? null;
}

/** One within sight, held until the transaction ends. */
export async function lockOutage(tx: Writer, provinceId: number, id: string): Promise<OutageRow | null> {
  await tx.row('select 1 from system_outage where province_id = $1 and id = $2 for update', [provinceId, id]);
  return tx.row<OutageRow>(`${SELECT} and o.id = $2`, [provinceId, id]);
}

export interface NewOutage {
  systemId: number;
  kind: OutageKind;
  begunAt: Date;
  endedAt: Date | null;
  reason: string;
}

export async function insertOutage(tx: Writer, provinceId: number, outage: NewOutage): Promise<string> {
  const { systemId, kind, begunAt, endedAt, reason } = outage;
  const row = await tx.row<{ id: string }>(
    `insert into system_outage (province_id, system_id, kind, begun_at, ended_at, reason, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id::text`,
    [provinceId, systemId, kind, begunAt, endedAt, reason, tx.accountId, tx.moment],
  );
  if (!row) throw new Error('The database gave no outage.');
  return row.id;
}

export async function storeOutage(
  tx: Writer,
  id: string,
  { endedAt, reason, withdrawnAt }: { endedAt: Date | null; reason: string | null; withdrawnAt: Date | null },
): Promise<void> {
  await tx.run(
    'update system_outage set ended_at = $2, reason = $3, withdrawn_at = $4, version = version + 1 where id = $1',
    [id, endedAt, reason, withdrawnAt],
  );
}

/** Since when an outage lasts that the checks of a system have found; null where none does. */
export async function foundDownSince(sql: Sql, provinceId: number, systemId: number): Promise<Date | null> {
  const row = await sql.row<{ at: Date }>(
    `select begun_at as at from system_outage where province_id = $1 and system_id = $2 and kind = 'CHECKED' and ended_at is null`,
    [provinceId, systemId],
  );
  return row?.at ?? null;
}

/** Whether a system is planned to be down at a time. */
export async function isPlannedAt(sql: Sql, provinceId: number, systemId: number, at: Date): Promise<boolean> {
  const row = await sql.row(
    `select 1 from system_outage where province_id = $1 and system_id = $2 and kind = 'MAINTENANCE' and withdrawn_at is null
        and begun_at <= $3 and ended_at > $3 limit 1`,
    [provinceId, systemId, at],
  );
  return row !== null;
}

export async function beginFound(
  sql: Sql,
  provinceId: number,
  systemId: number,
  begunAt: Date,
  outcome: CheckOutcome,
): Promise<void> {
  await sql.run(
    `insert into system_outage (province_id, system_id, kind, begun_at, outcome) values ($1, $2, 'CHECKED', $3, $4)
     on conflict do nothing`,
    [provinceId, systemId, begunAt, outcome],
  );
}

/** Ends the outage that the checks of a system have found. */
export async function endFound(sql: Sql, provinceId: number, systemId: number, at: Date): Promise<void> {
  await sql.run(
    `update system_outage set ended_at = greatest($3, begun_at), version = version + 1
      where province_id = $1 and system_id = $2 and kind = 'CHECKED' and ended_at is null`,
    [provinceId, systemId, at],
  );
}
