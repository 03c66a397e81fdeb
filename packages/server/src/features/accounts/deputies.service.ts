import { compareDays, type Day } from '@chi-tieu/shared/domain/days';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../app/context.ts';
import { AppError, badInput, conflict } from '../../app/errors.ts';
import { readSearchWords, wordsOf } from '../../app/search-words.ts';
import { today, unitTree } from '../units/units.service.ts';
import { rowNumber } from './account-input.ts';
import { accountToJudge, activePeople, lockAccounts, type AccountRow } from './accounts.queries.ts';
import { auditGrant } from './audit-account.ts';
import { grantById, insertGrant, type GivenGrant, type GrantRow } from './grants.queries.ts';
import { checkPeriod } from './grants.service.ts';

/** So many are shown: one finds a colleague by name, one does not read the list of a province. */
const MOST_DEPUTIES = 10;

/**
 * The first people by user name, of those at home where one of the caller's own grants holds, whose names have every word of a
 * search. None for an empty search, for grants of others and for what was delegated.
 */
export async function findDeputies(ctx: Context, grant: string, search: string): Promise<AccountRow[]> {
  const { query, words } = readSearchWords(search);
  const number = rowNumber(grant);
  const own = number === null ? null : await grantById(ctx.read, number);
  if (query === '' || words.length === 0 || !own || !isOwn(own, ctx)) return [];
  const tree = await unitTree(ctx, today(ctx));
  const found = (await activePeople(ctx.read)).filter((person) => {
    const said = wordsOf(`${person.username} ${person.name}`).words.join(' ');
    return words.every((word) => said.includes(word)) && mayStandIn(person, own, tree);
  });
  return found.slice(0, MOST_DEPUTIES);
}

/**
 * Hands one of one's own grants to a deputy for some days: somebody who is at home where the grant holds. What was delegated
 * is not delegated again. FORBIDDEN alike for grants of others, deputies elsewhere and what does not exist.
 */
export async function delegate(
  ctx: Context,
  { grant, account, from, to }: { grant: string; account: string; from: Day; to: Day },
): Promise<GivenGrant> {
  checkPeriod(from, to);
  if (compareDays(to, today(ctx)) < 0) throw badInput('to', 'grant.over');
  const { id: caller, name: grantedBy } = ctx.signedIn();
  const tree = await unitTree(ctx, today(ctx));
  return ctx.write('delegate', async (tx) => {
    await lockAccounts(tx);
    const number = rowNumber(grant);
    const own = number === null ? null : await grantById(tx, number);
    const deputyId = rowNumber(account);
    const deputy = deputyId === null ? null : await accountToJudge(tx, deputyId);
    if (!own || !isOwn(own, ctx) || !deputy || !mayStandIn(deputy, own, tree))
      throw new AppError('FORBIDDEN', 'auth.forbidden');
    const { role, unitId } = own;
    const made = { accountId: deputy.id, role, unitId, from, to, delegatedFrom: own.id, source: 'HAND' as const };
    const id = await insertGrant(tx, { ...made, grantedBy: caller });
    if (id === null) throw conflict('grant.exists');
    auditGrant(tx, 'GRANT_DELEGATED', { ...made, id });
    return { ...made, id, grantedBy, grantedAt: ctx.app.now() };
  });
}

function mayStandIn(deputy: AccountRow, own: GrantRow, tree: UnitTree): boolean {
  if (deputy.id === own.accountId || deputy.isProgram || !deputy.active || deputy.unitId === null) return false;
  const home = tree.liveUnitOf(deputy.unitId);
  return home !== null && tree.isWithin(home, own.unitId);
}

/** One's own and not handed to oneself by somebody else. */
function isOwn(grant: GrantRow, ctx: Context): boolean {
  return grant.accountId === ctx.signedIn().id && grant.delegatedFrom === null;
}
