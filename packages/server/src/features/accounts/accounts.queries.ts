import type { Day } from '@chi-tieu/shared/domain/days';
import type { Sql } from '../../app/sql.ts';

/** Held while accounts, grants and tokens are changed: each change sees what the last one left. */
const ACCOUNTS_LOCK = 793_008;

export interface AccountRow {
  id: number;
  username: string;
  name: string;
  active: boolean;
  isProgram: boolean;
  mustChange: boolean;
  /** Signing in by the password asks for a code too. */
  hasSecondFactor: boolean;
  /** Its home; null: managed by who reaches the whole province. */
  unitId: number | null;
}

const COLUMNS = `a.id, a.username, a.name, a.active, a.kind = 'PROGRAM' as "isProgram", a.must_change as "mustChange",
  a.unit_id as "unitId",
  exists (select from second_factor f where f.account_id = a.id and f.confirmed_at is not null) as "hasSecondFactor"`;

/** Lets one change of accounts at a time go on; until the end of the transaction. */
export async function lockAccounts(sql: Sql): Promise<void> {
  await sql.run('select pg_advisory_xact_lock($1)', [ACCOUNTS_LOCK]);
}

/** Accounts by their numbers, programs too. */
export function accountsById(sql: Sql, ids: number[]): Promise<AccountRow[]> {
  return sql.rows<AccountRow>(`select ${COLUMNS} from account a where a.id = any ($1)`, [ids]);
}

/** Somebody by their user name as it is compared, no program; null where nobody bears it. */
export function personByUsername(sql: Sql, username: string): Promise<AccountRow | null> {
  return sql.row<AccountRow>(`select ${COLUMNS} from account a where a.kind = 'PERSON' and a.username = $1`, [
    username,
  ]);
}

/**
 * The people whose home and all of whose grants, but for those that are over, lie within some units (null: anywhere), in the
 * order of their user names; with an id only that one.
 */
export function accountsWithin(
  sql: Sql,
  { units, day, id = null }: { units: number[] | null; day: Day; id?: number | null },
): Promise<AccountRow[]> {
  return sql.rows<AccountRow>(
    `select ${COLUMNS} from account a
      where a.kind = 'PERSON' and ($3::int is null or a.id = $3)
        and ($1::int[] is null or (a.unit_id = any ($1) and not exists (
          select from account_grant g where g.account_id = a.id and g.revoked_at is null
             and (upper_inf(g.valid) or upper(g.valid) > $2::date) and not g.unit_id = any ($1))))
      order by a.username, a.id`,
    [units, day, id],
  );
}

/** Makes an account of somebody who has to change the password; gives its number. */
export async function insertAccount(
  sql: Sql,
  account: { username: string; name: string; passwordHash: string; unitId: number; createdBy: number },
): Promise<number> {
  const row = await sql.row<{ id: number }>(
    `insert into account (username, name, password_hash, unit_id, created_by, must_change) values ($1, $2, $3, $4, $5, true)
     returning id`,
    [account.username, account.name, account.passwordHash, account.unitId, account.createdBy],
  );
  return row?.id ?? 0;
}

/** Lets somebody sign in or not. */
export async function updateActive(sql: Sql, id: number, active: boolean): Promise<void> {
  await sql.run('update account set active = $2 where id = $1', [id, active]);
}

export async function updateName(sql: Sql, id: number, name: string): Promise<void> {
  await sql.run('update account set name = $2 where id = $1', [id, name]);
}

/** Stores a password that somebody else chose: it has to be changed. */
export async function resetPasswordHash(sql: Sql, id: number, hash: string): Promise<void> {
  await sql.run(
    'update account set password_hash = $2, must_change = true, password_changed_at = now() where id = $1',
    [id, hash],
  );
}

/** The hash that is stored now. */
export async function passwordHashOf(sql: Sql, id: number): Promise<string | null> {
  const row = await sql.row<{ hash: string | null }>('select password_hash as hash from account where id = $1', [id]);
  return row?.hash ?? null;
}

/** Stores the password that its owner chose, unless another one was stored meanwhile; whether it was. */
export async function changePasswordHash(sql: Sql, id: number, change: { from: string; to: string }): Promise<boolean> {
  const changed = await sql.run(
    `update account set password_hash = $3, must_change = false, password_changed_at = now()
      where id = $1 and password_hash = $2`,
    [id, change.from, change.to],
  );
  return changed === 1;
}

/** How many active people administer the whole province today, by grants of their own without an end that people gave. */
export async function standingAdministrators(sql: Sql, provinceId: number, day: Day): Promise<number> {
  const row = await sql.row<{ count: number }>(
    `select count(distinct a.id)::int as count from account a join account_grant g on g.account_id = a.id
      where a.active and a.kind = 'PERSON' and g.role = 'ADMINISTRATOR' and g.unit_id = $1 and g.revoked_at is null
        and g.delegated_from is null and g.source = 'HAND' and g.valid @> $2::date and upper_inf(g.valid)`,
    [provinceId, day],
  );
  return row?.count ?? 0;
}
