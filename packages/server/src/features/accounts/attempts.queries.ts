import { createHash } from 'node:crypto';
import { callerNetwork } from '../../app/http/caller-network.ts';
import type { Sql } from '../../app/sql.ts';

/** Held while a try at signing in is counted. */
const ATTEMPT_LOCK = 793_003;

/** Failed tries a minute after which one has to wait: for a name or a known browser, for an address. */
const MOST_BY_NAME = 10;
const MOST_BY_ADDRESS = 30;

/** A try at a password: for a name, from an address or, where the account signed in there before, from a browser. */
export interface Attempt {
  nameKey: string;
  address: string;
  deviceId: string | null;
}

/**
 * Counts a try at signing in and gives its number; null when the last minute has seen as many failed or undecided ones
 * as the name or the address may have. Tries from a browser that is known for the account are counted by themselves, so that
 * whoever tries from elsewhere does not keep its owner out. Addresses of IPv6 count by their network. Tries of an hour ago are forgotten. Of the name only a hash is kept: it
 * may be a password that slipped into the wrong field.
 */
export async function countAttempt(sql: Sql, { nameKey, address, deviceId }: Attempt): Promise<string | null> {
  await sql.run(`delete from sign_in_failure where at < now() - interval '1 hour'`);
  // One after the other: two that count at the same time would not see each other.
  await sql.run('select pg_advisory_lock($1)', [ATTEMPT_LOCK]);
  try {
    const row = await sql.row<{ id: string }>(
      `with recent as (select * from sign_in_failure where at > now() - interval '1 minute')
       insert into sign_in_failure (name_key, address, device_id)
       select $1, $2, $3::bigint
        where case when $3::bigint is not null
          then (select count(*) from recent where device_id = $3::bigint) < $4
          else (select count(*) from recent where device_id is null and name_key = $1) < $4
           and (select count(*) from recent where device_id is null and address = $2) < $5 end
       returning id::text`,
      [
        createHash('sha256').update(nameKey).digest('hex'),
        callerNetwork(address),
        deviceId,
        MOST_BY_NAME,
        MOST_BY_ADDRESS,
      ],
    );
    return row?.id ?? null;
  } finally {
    await sql.run('select pg_advisory_unlock($1)', [ATTEMPT_LOCK]);
  }
}

/** Takes back a try that turned out to be right. */
export async function forgetAttempt(sql: Sql, id: string): Promise<void> {
  await sql.run('delete from sign_in_failure where id = $1', [id]);
}

/** The number under which a browser is known for the account of a name, or null. */
export async function knownDevice(sql: Sql, tokenHash: Buffer, nameKey: string): Promise<string | null> {
  const row = await sql.row<{ id: string }>(
    `select d.id::text from sign_in_device d join account_called($2) a on a.id = d.account_id
      where d.token_hash = $1 and d.expires_at > now()`,
    [tokenHash, nameKey],
  );
  return row?.id ?? null;
}

/**
 * Knows a browser for an account for 90 days more, under a new token: what it was known for under its old one moves along, so
 * that a token that somebody planted in a browser is worth nothing once it was used.
 */
export async function keepDevice(
  sql: Sql,
  { old, next, accountId }: { old: Buffer | null; next: Buffer; accountId: number },
): Promise<void> {
  await sql.run('delete from sign_in_device where expires_at <= now()');
  if (old) await sql.run('update sign_in_device set token_hash = $1 where token_hash = $2', [next, old]);
  await sql.run(
    `insert into sign_in_device (token_hash, account_id, expires_at) values ($1, $2, now() + interval '90 days')
     on conflict on constraint sign_in_device_is_known_once do update set expires_at = excluded.expires_at`,
    [next, accountId],
  );
}

/** Forgets every browser of an account. */
export async function forgetDevices(sql: Sql, accountId: number): Promise<void> {
  await sql.run('delete from sign_in_device where account_id = $1', [accountId]);
}
