import type { Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import { today, unitByCode } from '../units/units.service.ts';
import { accountsWithin } from './accounts.queries.ts';
import { showAccount, showGrant, type UnitGrants } from './accounts.types.ts';
import { grantsHeldAt } from './grants.queries.ts';
import { asList } from './managed-accounts.service.ts';
import { need, reached } from './reach.service.ts';

/**
 * Who held what for a unit on a day: by a grant there or above it, in the hierarchy of the day, as far as the system knows today.
 * Accounts that the caller may not see are only counted. FORBIDDEN where the caller may not see accounts of the unit itself.
 */
export async function grantsForUnit(ctx: Context, code: string, on: Day): Promise<UnitGrants> {
  const { version, tree } = await unitByCode(ctx, code, { on });
  await need(ctx, 'account.read', [version.unitId]);
  const units = asList(await reached(ctx, 'account.read'));
  const seen = await accountsWithin(ctx.read, { units, day: today(ctx), programs: true });
  const byId = new Map(seen.map((account) => [account.id, account]));
  const held = await grantsHeldAt(ctx.read, [...tree.lineOf(version.unitId)], on);
  const beyond = new Set(held.filter(({ accountId }) => !byId.has(accountId)).map(({ accountId }) => accountId));
  const grants = held.flatMap((grant) => {
    const account = byId.get(grant.accountId);
    return account ? [{ account: showAccount(account), grant: showGrant(grant) }] : [];
  });
  return { grants, beyond: beyond.size };
}
