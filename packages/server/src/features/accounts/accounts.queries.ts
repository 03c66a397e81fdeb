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
  lastSignInAt: Date | null;
}

const COLUMNS = `a.id, a.username, a.name, a.active, a.kind = 'PROGRAM' as "isProgram", a.must_change as "mustChange",
  a.unit_id as "unitId", a.last_sign_in_at as "lastSignInAt",
  exists (select from second_factor f where f.account_id = a.id and f.confirmed_at is not null) as "hasSecondFactor"`;

/** Lets one change of accounts at a time go on; until the end of the transaction. */
export async function lockAccounts(sql: Sql): Promise<void> {
  await sql.run('select pg_advisory_xact_lock($1)', [ACCOUNTS_LOCK]);
}

/** Accounts by their numbers, programs too. */
export function accountsById(sql: Sql, ids: number[]): Promise<AccountRow[]> {
  return sql.rows<AccountRow>(`select ${COLUMNS} from account a where a.id = any ($1)`, [ids]);
}

/** One account by its number, whoever's it is: to decide about it, not to show it. Null where there is none. */
export function accountToJudge(sql: Sql, id: number): Promise<AccountRow | null> {
  return sql.row<AccountRow>(`select ${COLUMNS} from account_of($1) a`, [id]);
}

/** Whoever says a user name at the door, program or not, with the hash of the password. */
export function accountAtDoor(
  sql: Sql,
  username: string,
): Promise<(AccountRow & { passwordHash: string | null }) | null> {
  return sql.row(`select ${COLUMNS}, a.password_hash as "passwordHash" from account_called($1) a`, [username]);
}

/**
 * Holds an account until the end of the transaction; what opens it now, or null where there is none. Whoever opens a session, and
 * whoever changes what opens one, holds it first: else a session could come that nobody ends.
 */
export function holdAccount(sql: Sql, id: number): Promise<{ active: boolean; passwordHash: string | null } | null> {
  return sql.row(`select active, password_hash as "passwordHash" from account_held($1)`, [id]);
}

/**
 * All people who can sign in, in the order of their user names. To choose from, not to show: they are seen past the second wall.
 */
export function activePeople(sql: Sql): Promise<AccountRow[]> {
  return sql.rows<AccountRow>(`select ${COLUMNS} from active_people() a order by a.username, a.id`);
}

/** Somebody by their user name as it is compared, no program; null where nobody bears it. */
export function personByUsername(sql: Sql, username: string): Promise<AccountRow | null> {
  return sql.row<AccountRow>(`select ${COLUMNS} from account a where a.kind = 'PERSON' and a.username = $1`, [
    username,
  ]);
}

/**
 * The people (with `programs` the programs too) whose home and all of whose grants, but for those that are over, lie within some
 * units (null: anywhere), in the order of their user names; with an id only that one.
 */
export function accountsWithin(
  sql: Sql,
  query: { units: number[] | null; day: Day; id?: number | null; programs?: boolean },
): Promise<AccountRow[]> {
  const { units, day, id = null, programs = false } = query;
  return sql.rows<AccountRow>(
    `select ${COLUMNS} from account a
      where (a.kind = 'PERSON' or $4) and ($3::int is null or a.id = $3)
        and ($1::int[] is null or (a.unit_id = any ($1) and not exists (
          select from account_grant g where g.account_id = a.id and g.revoked_at is null
             and (upper_inf(g.valid) or upper(g.valid) > $2::date) and not g.unit_id = any ($1))))
      order by a.username, a.id`,
    [units, day, id, programs],
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
  const row = await sql.row<{ hash: string | null }>('select password_hash as hash from account_of($1)', [id]);
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

/** Whether somebody did something to an account within the last 24 hours. */
export async function didWithinADay(
  sql: Sql,
  { actor, act, account }: { actor: number; act: 'PASSWORD_RESET' | 'SECOND_FACTOR_REMOVED'; account: number },
): Promise<boolean> {
  const row = await sql.row<{ done: boolean }>(
    `select did_to_account($1, $2, $3, now() - interval '24 hours') as done`,
    [actor, act, account],
  );
  return row?.done ?? false;
}

/** How many active people administer the whole province today, by grants of their own without an end that people gave. */
export async function standingAdministrators(sql: Sql, provinceId: number, day: Day): Promise<number> {
  const row = await sql.row<{ count: number }>('select standing_administrators($1, $2::date) as count', [
    provinceId,
    day,
  ]);
  return row?.count ?? 0;
}
