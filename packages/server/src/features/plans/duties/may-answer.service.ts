import type { Role } from '@chi-tieu/shared/domain/access/rights';
import { isBetween } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../../app/context.ts';
import { heldGrants } from '../../accounts/grants.queries.ts';
import { today, unitTree } from '../../units/units.service.ts';

const SPEAKING: readonly Role[] = ['CLERK', 'PLANNER', 'APPROVER'];

/**
 * Whether the caller speaks for a unit: a person with a grant at the unit itself, at one that it succeeded, or at who took over
 * from it once it is gone. A grant from above never speaks for those below, nor does a program.
 */
export async function mayAnswerFor(ctx: Context, unitId: number): Promise<boolean> {
  if (ctx.isProcess || !ctx.account || ctx.account.kind === 'PROGRAM') return false;
  const { id } = ctx.account;
  const grants = await ctx.once('grants that speak', () => heldGrants(ctx.read, id));
  const day = today(ctx);
  const tree = await unitTree(ctx, day);
  const live = tree.liveUnitOf(unitId);
  return grants.some(
    ({ role, unitId: at, from, to, via, isProgram }) =>
      isProgram !== true &&
      SPEAKING.includes(role) &&
      isBetween(day, from, to) &&
      (via === null || isBetween(day, via.from, via.to)) &&
      live !== null &&
      tree.liveUnitOf(at) === live,
  );
}
