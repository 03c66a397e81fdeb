import type { Role } from '@chi-tieu/shared/domain/access/rights';
import type { Day } from '@chi-tieu/shared/domain/days';
import type { Sql } from '../../app/sql.ts';

/** A token that was not revoked, with the first grant of its program; a source of dossiers may have several. */
export interface TokenRow {
  id: number;
  accountId: number;
  name: string;
  role: Role;
  unitId: number;
  hint: string;
  createdOn: Day;
  expiresOn: Day;
  lastUsedOn: Day | null;
}

/** The tokens of programs whose home and grants lie within some units (null: anywhere), by name; with an id only that one. */
export function tokensWithin(sql: Sql, units: number[] | null, id: number | null = null): Promise<TokenRow[]> {
  return sql.rows<TokenRow>(
    `select t.id, t.account_id as "accountId", a.name, g.role, g.unit_id as "unitId", t.hint,
            t.created_on::text as "createdOn", t.expires_on::text as "expiresOn", t.last_used_on::text as "lastUsedOn"
       from access_token t join account a on a.id = t.account_id
       join lateral (select h.role, h.unit_id from account_grant h where h.account_id = a.id and h.revoked_at is null
                      order by h.id limit 1) g on true
      where t.revoked_at is null and ($2::int is null or t.id = $2)
        and ($1::int[] is null or (a.unit_id = any ($1) and not exists (
          select from account_grant h where h.account_id = a.id and h.revoked_at is null and not h.unit_id = any ($1))))
      order by a.name, t.id`,
    [units, id],
  );
}

/** Those among some programs one of whose tokens can be used on a day, active or not. */
export function programsWithToken(sql: Sql, ids: number[], day: Day): Promise<{ id: number }[]> {
  return sql.rows<{ id: number }>(
    `select distinct account_id as id from access_token
      where account_id = any ($1) and revoked_at is null and expires_on >= $2::date`,
    [ids, day],
  );
}

/** Makes the account of a program with its role; gives the number of the account. */
export async function insertProgram(
  sql: Sql,
  program: { username: string; name: string; role: Role; unitId: number; createdBy: number },
): Promise<number> {
  const row = await sql.row<{ id: number }>(
    `with made as (
       insert into account (username, name, kind, unit_id, created_by) values ($1, $2, 'PROGRAM', $4, $5) returning id
     ), granted as (
       insert into account_grant (account_id, role, unit_id, granted_by) select id, $3, $4, $5 from made
     )
     select id from made`,
    [program.username, program.name, program.role, program.unitId, program.createdBy],
  );
  return row?.id ?? 0;
}

/** Stores a token by its hash; gives its number. */
export async function insertToken(
  sql: Sql,
  token: { accountId: number; hash: Buffer; hint: string; createdOn: Day; expiresOn: Day; createdBy: number },
): Promise<number> {
  const row = await sql.row<{ id: number }>(
    `insert into access_token (account_id, token_hash, hint, created_on, expires_on, created_by)
     values ($1, $2, $3, $4::date, $5::date, $6) returning id`,
    [token.accountId, token.hash, token.hint, token.createdOn, token.expiresOn, token.createdBy],
  );
  return row?.id ?? 0;
}

/** Lets a token end on a day, unless it ends before. */
export async function endTokenBy(sql: Sql, id: number, day: Day): Promise<void> {
  await sql.run('update access_token set expires_on = least(expires_on, $2::date) where id = $1', [id, day]);
}

/** Takes a token back at once. */
export async function endToken(sql: Sql, id: number, by: number): Promise<void> {
  await sql.run('update access_token set revoked_at = now(), revoked_by = $2 where id = $1', [id, by]);
  // What a source opened with it ends too.
  await sql.run(
    'delete from session where source_id is not null and account_id = (select account_id from access_token where id = $1)',
    [id],
  );
}

export interface TokenAccount {
  id: number;
  username: string;
  name: string;
  kind: 'PROGRAM';
}

/** The active program of a token that holds on a day, or null; notes, at most once a day, that it was used. */
export function tokenAccount(sql: Sql, hash: Buffer, day: Day): Promise<TokenAccount | null> {
  return sql.row<TokenAccount>(
    `with opened as (
       select t.id as token_id, a.id, a.username, a.name, a.kind from access_token t cross join account_of(t.account_id) a
        where t.token_hash = $1 and t.revoked_at is null and t.expires_on >= $2::date and a.active
     ), used as (
       update access_token set last_used_on = $2::date
        where id in (select token_id from opened) and (last_used_on is null or last_used_on < $2::date)
     )
     select id, username, name, kind from opened`,
    [hash, day],
  );
}
