import type { HeldGrant } from '@chi-tieu/shared/domain/access/reach';
import type { Role } from '@chi-tieu/shared/domain/access/rights';
import type { Day } from '@chi-tieu/shared/domain/days';
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
}

const COLUMNS = `g.id, g.account_id as "accountId", g.role, g.unit_id as "unitId", lower(g.valid)::text as "from",
  (upper(g.valid) - 1)::text as "to", g.delegated_from as "delegatedFrom"`;

/** The grants of accounts, in the order of roles and units. */
export function grantsOf(sql: Sql, accountIds: number[]): Promise<GrantRow[]> {
  return sql.rows<GrantRow>(
    `select ${COLUMNS} from account_grant g where g.account_id = any ($1) and g.revoked_at is null
      order by g.role, g.unit_id, g.id`,
    [accountIds],
  );
}

/** What an active account holds, each delegated grant with what it hangs on; origins of inactive accounts are gone. */
export async function heldGrants(sql: Sql, accountId: number): Promise<HeldGrant[]> {
  const rows = await sql.rows<GrantRow>(
    `with recursive held as (
       select ${COLUMNS} from account_grant g where g.account_id = $1 and g.revoked_at is null
       union
       select ${COLUMNS} from held h join account_grant g on g.id = h."delegatedFrom" and g.revoked_at is null
         join account a on a.id = g.account_id and a.active
     )
     select * from held`,
    [accountId],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return rows.filter((row) => row.accountId === accountId).flatMap((row) => chain(row, byId) ?? []);
}

/** Null where an origin was taken back. Who delegates to themselves gains nothing: each step leads to an earlier grant. */
function chain(row: GrantRow, byId: ReadonlyMap<number, GrantRow>): HeldGrant | null {
  const { role, unitId, from, to } = row;
  if (row.delegatedFrom === null) return { role, unitId, from, to, via: null };
  const origin = byId.get(row.delegatedFrom);
  const via = origin && origin.id < row.id ? chain(origin, byId) : null;
  return via && { role, unitId, from, to, via };
}
