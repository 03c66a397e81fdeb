import type { Sql } from '../../app/sql.ts';

export interface SessionAccount {
  id: number;
  username: string;
  name: string;
  sessionId: string;
  mustChange: boolean;
}

/** What a session begins with. */
export interface NewSession {
  tokenHash: Buffer;
  accountId: number;
  address: string;
  userAgent: string;
}

/** A session ends so long after it began, and before that when nobody used it for so long. */
const ENDS = `s.expires_at > now() and s.last_seen_at > now() - interval '30 minutes'`;
const LONGEST = `interval '12 hours'`;

/** Stores a session by the hash of its token, and with the account that it was signed in. */
export async function insertSession(sql: Sql, session: NewSession): Promise<void> {
  await sql.run(
    `with signed_in as (update account set last_sign_in_at = now() where id = $2)
     insert into session (token_hash, account_id, address, user_agent, expires_at) values ($1, $2, $3, $4, now() + ${LONGEST})`,
    [session.tokenHash, session.accountId, session.address, session.userAgent],
  );
}

/** The active account of a session that is not over, or null; notes, at most once a minute, that it was used. */
export function sessionAccount(sql: Sql, tokenHash: Buffer): Promise<SessionAccount | null> {
  return sql.row<SessionAccount>(
    `with opened as (
       select a.id, a.username, a.name, s.id::text as "sessionId", a.must_change as "mustChange"
         from session s cross join account_of(s.account_id) a
        where s.token_hash = $1 and ${ENDS} and a.active
     ), seen as (
       update session set last_seen_at = now()
        where token_hash = $1 and last_seen_at < now() - interval '1 minute' and exists (select 1 from opened)
     )
     select id, username, name, "sessionId", "mustChange" from opened`,
    [tokenHash],
  );
}

export interface SessionRow {
  id: string;
  address: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
  endsAt: Date;
}

/** The sessions of accounts that are not over, the one used last first. */
export function sessionsOf(sql: Sql, accountIds: number[]): Promise<(SessionRow & { accountId: number })[]> {
  return sql.rows<SessionRow & { accountId: number }>(
    `select s.id::text, s.account_id as "accountId", s.address, s.user_agent as "userAgent", s.created_at as "createdAt",
            s.last_seen_at as "lastSeenAt", least(s.expires_at, s.last_seen_at + interval '30 minutes') as "endsAt"
       from session s where s.account_id = any ($1) and ${ENDS} order by s.last_seen_at desc, s.id desc`,
    [accountIds],
  );
}

/** Deletes the sessions of everybody that are over, but for those that somebody else is deleting right now. */
export async function deleteExpiredSessions(sql: Sql): Promise<void> {
  await sql.run(
    `delete from session where token_hash in
       (select s.token_hash from session s where not (${ENDS}) for update skip locked)`,
  );
}

/** Deletes a session by the hash of its token; whose it was, or null. */
export function deleteSession(
  sql: Sql,
  tokenHash: Buffer,
): Promise<{ id: number; name: string; unitId: number | null } | null> {
  return sql.row(
    `with ended as (delete from session where token_hash = $1 returning account_id)
     select a.id, a.name, a.unit_id as "unitId" from ended e cross join account_of(e.account_id) a`,
    [tokenHash],
  );
}

/** Deletes one session of an account by its number; how many there were. */
export function deleteSessionOf(sql: Sql, accountId: number, id: string): Promise<number> {
  return sql.run('delete from session where account_id = $1 and id = $2', [accountId, id]);
}

/** Deletes the sessions of an account, but for one where it is told; how many there were. */
export function deleteSessionsOf(sql: Sql, accountId: number, but: string | null = null): Promise<number> {
  return sql.run('delete from session where account_id = $1 and id is distinct from $2::bigint', [accountId, but]);
}
