import type { Role } from '@chi-tieu/shared/domain/access/rights';
import type { Day } from '@chi-tieu/shared/domain/days';
import type { Stage } from '../../app/enums.ts';
import { prepared, type Sql } from '../../app/sql.ts';

export interface SessionAccount {
  id: number;
  username: string;
  name: string;
  sessionId: string;
  stage: Stage;
}

/** What a session begins with. */
export interface NewSession {
  tokenHash: Buffer;
  accountId: number;
  address: string;
  userAgent: string;
  /** TOTP: the code is awaited. */
  stage: 'FULL' | 'TOTP';
  method: 'PASSWORD' | 'OIDC';
}

/** A session ends so long after it began, and before that when nobody used it for so long. */
const ENDS = `s.expires_at > now() and s.last_seen_at > now() - interval '30 minutes'`;
const LONGEST = `interval '12 hours'`;
/** So long may somebody look for the code. */
const LONGEST_WITHOUT_CODE = `interval '10 minutes'`;

/** Stores a session by the hash of its token, and with the account that it was signed in. */
export async function insertSession(sql: Sql, session: NewSession): Promise<void> {
  await sql.run(
    `insert into session (token_hash, account_id, address, user_agent, stage, method, expires_at)
     values ($1, $2, $3, $4, $5, $6, now() + case $5 when 'TOTP' then ${LONGEST_WITHOUT_CODE} else ${LONGEST} end)`,
    [session.tokenHash, session.accountId, session.address, session.userAgent, session.stage, session.method],
  );
  if (session.stage === 'FULL') await sql.run('select note_sign_in($1)', [session.accountId]);
}

/** Opens a session that awaited a code, under a new token and from now on; whether it still did. */
export async function completeSession(sql: Sql, old: Buffer, next: Buffer): Promise<boolean> {
  const completed = await sql.run(
    `with completed as (
       update session s set token_hash = $2, stage = 'FULL', created_at = now(), last_seen_at = now(), expires_at = now() + ${LONGEST}
        where s.token_hash = $1 and s.stage = 'TOTP' and ${ENDS} returning s.account_id)
     select note_sign_in(account_id) from completed`,
    [old, next],
  );
  return completed === 1;
}

/** Gives a session of an account another token; the old one opens nothing any more. */
export async function renewSession(sql: Sql, accountId: number, id: string, next: Buffer): Promise<void> {
  await sql.run('update session set token_hash = $3 where account_id = $1 and id = $2', [accountId, id, next]);
}

const SESSION_ACCOUNT = prepared(
  'session account',
  `with opened as (
       select a.id, a.username, a.name, s.id::text as "sessionId",
              case when s.stage = 'TOTP' then 'TOTP' when a.must_change then 'CHANGE'
                when cardinality($2::text[]) > 0 and s.method = 'PASSWORD'
                 and not exists (select from second_factor f where f.account_id = a.id and f.confirmed_at is not null)
                 and exists (select from grants_held_by(a.id) g where g.account_id = a.id and g.role = any ($2)
                   and g.valid @> $3::date) then 'ENROL'
                else 'FULL' end as stage
         from session s cross join account_of(s.account_id) a
        where s.token_hash = $1 and s.source_id is null and ${ENDS} and a.active
     ), seen as (
       update session set last_seen_at = now()
        where $4 and token_hash = $1 and last_seen_at < now() - interval '1 minute' and exists (select 1 from opened)
     )
     select id, username, name, "sessionId", stage from opened`,
);

/**
 * The active account of a session that is not over, or null, and how far it has come; notes, at most once a minute, that it was
 * used, unless what asks does so by itself. Who holds one of the roles today by a password alone has to set up a second factor.
 */
export function sessionAccount(
  sql: Sql,
  tokenHash: Buffer,
  { roles, day, renews }: { roles: readonly Role[]; day: Day; renews: boolean },
): Promise<SessionAccount | null> {
  return sql.row<SessionAccount>(SESSION_ACCOUNT, [tokenHash, roles, day, renews]);
}

export interface SessionRow {
  id: string;
  address: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
  endsAt: Date;
}

/** The sessions of accounts that are not over and await no code, the one used last first. */
export function sessionsOf(sql: Sql, accountIds: number[]): Promise<(SessionRow & { accountId: number })[]> {
  return sql.rows<SessionRow & { accountId: number }>(
    `select s.id::text, s.account_id as "accountId", s.address, s.user_agent as "userAgent", s.created_at as "createdAt",
            s.last_seen_at as "lastSeenAt", least(s.expires_at, s.last_seen_at + interval '30 minutes') as "endsAt"
       from session s where s.account_id = any ($1) and s.stage = 'FULL' and ${ENDS} order by s.last_seen_at desc, s.id desc`,
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
