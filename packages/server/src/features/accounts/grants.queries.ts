import type { HeldGrant } from '@chi-tieu/shared/domain/access/reach';
import type { Role } from '@chi-tieu/shared/domain/access/rights';
import type { Day } from '@chi-tieu/shared/domain/days';
import type { GrantSource } from '../../app/enums.ts';
import type { Sql } from '../../app/sql.ts';

/** A grant that was not taken back, whatever its days. */
export interface GrantRow {
  id: number;
  accountId: number;
  role: Role;
  unitId: number;
  from: Day | null;
  to: Day | null;
  delegatedFrom: number | null;
  source: GrantSource;
}

/** The same with who gave it, and when. */
export interface GivenGrant extends GrantRow {
  grantedBy: string | null;
  grantedAt: Date;
}

const COLUMNS = `g.id, g.account_id as "accountId", g.role, g.unit_id as "unitId", lower(g.valid)::text as "from",
  (upper(g.valid) - 1)::text as "to", g.delegated_from as "delegatedFrom", g.source`;

const GIVEN = `${COLUMNS}, account_name(g.granted_by) as "grantedBy", g.granted_at as "grantedAt"`;

/** The grants of accounts, in the order of roles and units. */
export function grantsOf(sql: Sql, accountIds: number[]): Promise<GivenGrant[]> {
  return sql.rows<GivenGrant>(
    `select ${GIVEN} from account_grant g where g.account_id = any ($1) and g.revoked_at is null
      order by g.role, g.unit_id, g.id`,
    [accountIds],
  );
}

/**
 * What an active account holds, each delegated grant with what it hangs on; origins of inactive accounts are gone. Nothing
 * where the password has to be changed first.
 */
export async function heldGrants(sql: Sql, accountId: number): Promise<HeldGrant[]> {
  const rows = await sql.rows<HeldRow>(
    `select ${COLUMNS}, a.kind = 'PROGRAM' as "isProgram" from grants_held_by($1) g cross join account_of(g.account_id) a`,
    [accountId],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return rows.filter((row) => row.accountId === accountId).flatMap((row) => chain(row, byId) ?? []);
}

type HeldRow = GrantRow & { isProgram: boolean };

/** Null where an origin was taken back. Who delegates to themselves gains nothing: each step leads to an earlier grant. */
function chain(row: HeldRow, byId: ReadonlyMap<number, HeldRow>): HeldGrant | null {
  const { role, unitId, from, to, source, isProgram } = row;
  const held = { role, unitId, from, to, source, isProgram };
  if (row.delegatedFrom === null) return { ...held, via: null };
  const origin = byId.get(row.delegatedFrom);
  const via = origin && origin.id < row.id ? chain(origin, byId) : null;
  return via && { ...held, via };
}

/** One grant that was not taken back, and whether a program holds it; null where there is none. */
export function grantById(sql: Sql, id: number): Promise<(GrantRow & { isProgram: boolean }) | null> {
  return sql.row<GrantRow & { isProgram: boolean }>(
    `select ${COLUMNS}, a.kind = 'PROGRAM' as "isProgram" from account_grant g cross join account_of(g.account_id) a
      where g.id = $1 and g.revoked_at is null`,
    [id],
  );
}

/** A grant that was made from one of an account, with who holds it. */
export interface DelegatedGrant extends GivenGrant {
  delegator: number;
  holder: string;
}

/** The grants that were made from those of accounts and not taken back. */
export function delegationsOf(sql: Sql, accountIds: number[]): Promise<DelegatedGrant[]> {
  return sql.rows<DelegatedGrant>(
    `select ${GIVEN}, account_name(g.account_id) as holder, o.account_id as delegator
       from account_grant o join account_grant g on g.delegated_from = o.id
      where o.account_id = any ($1) and g.revoked_at is null order by g.id`,
    [accountIds],
  );
}

/** The grants at some units that held on a day, of active accounts, whoever's they are; delegated ones while what they hang on did too. */
export function grantsHeldAt(sql: Sql, unitIds: number[], day: Day): Promise<GivenGrant[]> {
  return sql.rows<GivenGrant>(
    `select ${GIVEN} from grants_held_at($1, $2) g order by g.role, account_name(g.account_id), g.id`,
    [unitIds, day],
  );
}

/** Those of some accounts that hold one of some roles at one of some units, whatever its days: who cannot reach there at all is none of them. */
export async function holdersAmong(
  sql: Sql,
  accountIds: readonly number[],
  { roles, unitIds }: { roles: readonly Role[]; unitIds: readonly number[] },
): Promise<Set<number>> {
  const rows = await sql.rows<{ id: number }>(
    `select a.id from unnest($1::int[]) as a (id)
      where exists (select from grants_held_by(a.id) g where g.account_id = a.id and g.role = any ($2) and g.unit_id = any ($3))`,
    [accountIds, roles, unitIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Those of some units at which somebody who can sign in holds one of some roles on a day. To count by: who it is is not told. */
export async function unitsHeld(
  sql: Sql,
  unitIds: readonly number[],
  { roles, day }: { roles: readonly Role[]; day: Day },
): Promise<Set<number>> {
  const rows = await sql.rows<{ unitId: number }>(
    `select distinct g.unit_id as "unitId" from active_people() a cross join lateral grants_held_by(a.id) g
      where g.account_id = a.id and g.role = any ($2) and g.unit_id = any ($1) and g.valid @> $3::date`,
    [unitIds, roles, day],
  );
  return new Set(rows.map(({ unitId }) => unitId));
}

export type NewGrant = Omit<GrantRow, 'id'> & { grantedBy: number | null };

/** Makes a grant and gives its number; null where the account holds the same one on one of its days. */
export async function insertGrant(sql: Sql, grant: NewGrant): Promise<number | null> {
  const row = await sql.row<{ id: number }>(
    `insert into account_grant (account_id, role, unit_id, valid, delegated_from, granted_by, source)
     select $1::int, $2, $3::int, daterange($4::date, $5::date, '[]'), $6::int, $7::int, $8
      where not exists (select from account_grant g where g.account_id = $1 and g.role = $2 and g.unit_id = $3
        and g.delegated_from is not distinct from $6::int and g.revoked_at is null
        and g.valid && daterange($4::date, $5::date, '[]'))
     returning id`,
    [
      grant.accountId,
      grant.role,
      grant.unitId,
      grant.from,
      grant.to,
      grant.delegatedFrom,
      grant.grantedBy,
      grant.source,
    ],
  );
  return row?.id ?? null;
}

/** Takes a grant back; it stays with when and by whom: null for the claims of a single sign-on. */
export async function endGrant(sql: Sql, id: number, by: number | null): Promise<void> {
  await sql.run('update account_grant set revoked_at = now(), revoked_by = $2 where id = $1', [id, by]);
}
