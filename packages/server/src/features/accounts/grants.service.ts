import { isProvinceOnly, type Role } from '@chi-tieu/shared/domain/access/rights';
import { compareDays, type Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import { AppError, badInput, conflict } from '../../app/errors.ts';
import { rowNumber } from './account-input.ts';
import { lockAccounts, type AccountRow } from './accounts.queries.ts';
import { auditGrant } from './audit-account.ts';
import {
  delegationsOf,
  endGrant,
  grantById,
  grantsOf,
  insertGrant,
  type DelegatedGrant,
  type GivenGrant,
} from './grants.queries.ts';
import {
  beyondReach,
  changeAccount,
  keepingAdministrators,
  managedAccount,
  unitOfToday,
} from './managed-accounts.service.ts';
import { managing } from './managing.service.ts';
import { endsOf, need } from './reach.service.ts';

/** The grants of one of many accounts that were not taken back. */
export async function grantsOfAccount(ctx: Context, accountId: number): Promise<GivenGrant[]> {
  const found = await ctx.loadAll('grants', { id: String(accountId) }, async (questions) => {
    const rows = await grantsOf(
      ctx.read,
      questions.map(({ id }) => Number(id)),
    );
    return rows.map((grant) => ({ id: String(grant.accountId), grant }));
  });
  return found.map(({ grant }) => grant);
}

/** What one of many accounts has handed to deputies, each with who holds it. */
export async function delegationsOfAccount(ctx: Context, accountId: number): Promise<DelegatedGrant[]> {
  const found = await ctx.loadAll('delegations', { id: String(accountId) }, async (questions) => {
    const rows = await delegationsOf(
      ctx.read,
      questions.map(({ id }) => Number(id)),
    );
    return rows.map((grant) => ({ id: String(grant.delegator), grant }));
  });
  return found.map(({ grant }) => grant);
}

/** A role for a unit by its code and all below it; without days it has no beginning or no end. */
export interface GrantFacts {
  role: Role;
  unit: string;
  from: Day | null;
  to: Day | null;
}

/**
 * Gives a role to an account that the caller manages, for a unit that they manage accounts of. CONFLICT where the account has
 * it on one of the days; BAD_USER_INPUT for a role of the province elsewhere, and for days beyond those on which the caller may
 * give it. FORBIDDEN to oneself.
 */
export async function grantRole(ctx: Context, account: string, facts: GrantFacts): Promise<AccountRow> {
  const { role, from, to } = facts;
  const unitId = await placeOfRole(ctx, facts);
  await need(ctx, 'account.manage', [unitId]);
  checkPeriod(from, to);
  const last = (await endsOf(ctx, 'account.manage'))(unitId);
  if (last !== null && (to === null || compareDays(to, last) > 0))
    throw badInput('to', 'grant.beyondOwn', { day: last });
  const grantedBy = ctx.signedIn().id;
  return changeAccount(ctx, account, 'grantRole', async (tx, { id }) => {
    if (id === grantedBy) throw new AppError('FORBIDDEN', 'grant.own');
    const grant = { accountId: id, role, unitId, from, to, delegatedFrom: null, source: 'HAND' as const };
    const made = await insertGrant(tx, { ...grant, grantedBy });
    if (made === null) throw conflict('grant.exists');
    auditGrant(tx, 'GRANT_GIVEN', { ...grant, id: made });
  });
}

/** The unit that a role is to be held for; BAD_USER_INPUT where the role means nothing there. */
export async function placeOfRole(
  ctx: Context,
  { role, unit }: { role: Role; unit: string },
  at = '',
): Promise<number> {
  const unitId = await unitOfToday(ctx, `${at}unit`, unit);
  if (isProvinceOnly(role) && unitId !== ctx.provinceId) throw badInput(`${at}role`, 'grant.provinceOnly');
  return unitId;
}

/** Takes a grant back: who manages its account may, and who delegated it. */
export async function revokeGrant(ctx: Context, id: string): Promise<boolean> {
  const by = await managing(ctx);
  const caller = ctx.signedIn().id;
  await ctx.write('revokeGrant', async (tx) => {
    await lockAccounts(tx);
    const number = rowNumber(id);
    const grant = number === null ? null : await grantById(tx, number);
    if (!grant || grant.isProgram) throw beyondReach('account.manage', by.units, 'grant.unknown');
    const origin = grant.delegatedFrom === null ? null : await grantById(tx, grant.delegatedFrom);
    if (origin?.accountId !== caller) await managedAccount(tx, ctx, String(grant.accountId), by, 'grant.unknown');
    await keepingAdministrators(tx, ctx, () => endGrant(tx, grant.id, caller));
    auditGrant(tx, 'GRANT_REVOKED', grant);
  });
  return true;
}

/** BAD_USER_INPUT for days that run backwards. */
export function checkPeriod(from: Day | null, to: Day | null): void {
  if (from !== null && to !== null && compareDays(to, from) < 0) throw badInput('to', 'period.backwards', { from, to });
}
