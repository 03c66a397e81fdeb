import type { Sql } from '../../app/sql.ts';

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

/** The active account of a session that is not over, or null. */
export function sessionAccount(sql: Sql, tokenHash: Buffer): Promise<SessionAccount | null> {
  return sql.row<SessionAccount>(
    `select a.id, a.username, a.name from session s join account a on a.id = s.account_id
      where s.token_hash = $1 and s.expires_at > now() and a.active`,
    [tokenHash],
  );
}

export async function deleteSession(sql: Sql, tokenHash: Buffer): Promise<void> {
  await sql.run('delete from session where token_hash = $1', [tokenHash]);
}

export interface Failures {
  byName: number;
  byAddress: number;
}

/** How many sign-ins failed within the last minute. */
export async function recentFailures(sql: Sql, nameKey: string, address: string): Promise<Failures> {
  const row = await sql.row<Failures>(
    `select (select count(*)::int from sign_in_failure where name_key = $1 and at > now() - interval '1 minute') as "byName",
            (select count(*)::int from sign_in_failure where address = $2 and at > now() - interval '1 minute') as "byAddress"`,
    [nameKey, address],
  );
  return row ?? { byName: 0, byAddress: 0 };
}

/** Remembers a failed sign-in, and forgets those of an hour ago. */
export async function insertFailure(sql: Sql, nameKey: string, address: string): Promise<void> {
  await sql.run(`delete from sign_in_failure where at < now() - interval '1 hour'`);
  await sql.run('insert into sign_in_failure (name_key, address) values ($1, $2)', [nameKey, address]);
}

export interface GrantRow {
  accountId: number;
  role: string;
  unitId: number;
}

/** What accounts may do, and where. */
export function grantsOf(sql: Sql, accountIds: number[]): Promise<GrantRow[]> {
  return sql.rows<GrantRow>(
    'select account_id as "accountId", role, unit_id as "unitId" from account_grant where account_id = any ($1) order by role, unit_id',
    [accountIds],
  );
}
