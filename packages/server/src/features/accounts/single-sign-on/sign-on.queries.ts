import type { Sql } from '../../../app/sql.ts';

/** The account that somebody at a provider has here. */
export function accountOfIdentity(
  sql: Sql,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<{ id: number } | null> {
  return sql.row('select account_id as id from account_identity where issuer = $1 and subject = $2', [issuer, subject]);
}

/** Makes an account without a password for somebody at a provider; gives its number. */
export async function insertExternalAccount(
  sql: Sql,
  account: { username: string; name: string; unitId: number; issuer: string; subject: string },
): Promise<number> {
  const row = await sql.row<{ id: number }>(
    `with made as (insert into account (username, name, unit_id) values ($1, $2, $3) returning id),
          known as (insert into account_identity (issuer, subject, account_id) select $4, $5, id from made)
     select id from made`,
    [account.username, account.name, account.unitId, account.issuer, account.subject],
  );
  return row?.id ?? 0;
}

/** Notes that a browser was sent away, for ten minutes; forgets those that did not come back in time. */
export async function insertJourney(sql: Sql, tokenHash: Buffer, returnTo: string): Promise<void> {
  await sql.run('delete from sign_on_journey where expires_at <= now()');
  await sql.run(
    `insert into sign_on_journey (token_hash, return_to, expires_at) values ($1, $2, now() + interval '10 minutes')`,
    [tokenHash, returnTo],
  );
}

/** Ends a journey, once: where it was to lead to; null where there is none. */
export async function endJourney(sql: Sql, tokenHash: Buffer): Promise<string | null> {
  const row = await sql.row<{ returnTo: string }>(
    `delete from sign_on_journey where token_hash = $1 and expires_at > now() returning return_to as "returnTo"`,
    [tokenHash],
  );
  return row?.returnTo ?? null;
}
