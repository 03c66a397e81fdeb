import type { Sql } from '../../app/sql.ts';

/** Held while a try at signing in is counted. */
const ATTEMPT_LOCK = 793_003;

export interface SessionAccount {
  id: number;
  username: string;
  name: string;
}

/** Stores a session by the hash of its token. */
export async function insertSession(sql: Sql, tokenHash: Buffer, accountId: number, hours: number): Promise<void> {
  await sql.run(
    `insert into session (token_hash, account_id, expires_at) values ($1, $2, now() + make_interval(hours => $3))`,
    [tokenHash, accountId, hours],
  );
}

/** The active account of a session that is not over, or null; notes, at most once a minute, that it was used. */
export function sessionAccount(sql: Sql, tokenHash: Buffer): Promise<SessionAccount | null> {
  return sql.row<SessionAccount>(
    `with opened as (
       select a.id, a.username, a.name from session s join account a on a.id = s.account_id
        where s.token_hash = $1 and s.expires_at > now() and a.active
     ), seen as (
       update session set last_seen_at = now()
        where token_hash = $1 and last_seen_at < now() - interval '1 minute' and exists (select 1 from opened)
     )
     select id, username, name from opened`,
    [tokenHash],
  );
}

/** Deletes the sessions of everybody that are over, but for those that somebody else is deleting right now. */
export async function deleteExpiredSessions(sql: Sql): Promise<void> {
  await sql.run(
    `delete from session where token_hash in
       (select token_hash from session where expires_at <= now() for update skip locked)`,
  );
}

export async function deleteSession(sql: Sql, tokenHash: Buffer): Promise<void> {
  await sql.run('delete from session where token_hash = $1', [tokenHash]);
}

export interface AttemptLimits {
  byName: number;
  byAddress: number;
}

/**
 * Counts a try at signing in and gives its number; null when the last minute has seen as many failed or undecided ones
 * as the name or the address may have. Tries of an hour ago are forgotten.
 */
export async function countAttempt(
  sql: Sql,
  nameKey: string,
  address: string,
  limits: AttemptLimits,
): Promise<string | null> {
  await sql.run(`delete from sign_in_failure where at < now() - interval '1 hour'`);
  // One after the other: two that count at the same time would not see each other.
  await sql.run('select pg_advisory_lock($1)', [ATTEMPT_LOCK]);
  try {
    const row = await sql.row<{ id: string }>(
      `insert into sign_in_failure (name_key, address)
       select $1, $2
        where (select count(*) from sign_in_failure where name_key = $1 and at > now() - interval '1 minute') < $3
          and (select count(*) from sign_in_failure where address = $2 and at > now() - interval '1 minute') < $4
       returning id`,
      [nameKey, address, limits.byName, limits.byAddress],
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
