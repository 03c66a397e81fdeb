import type { Context } from '../../../app/context.ts';
import { spokenFor } from '../../accounts/reach.service.ts';
import { today, unitTree } from '../../units/units.service.ts';

/** Whether the caller speaks for a unit, or for the one that took over from it: never from above, never a program. */
export async function mayAnswerFor(ctx: Context, unitId: number): Promise<boolean> {
  if (ctx.isProcess || !ctx.account) return false;
  const units = await spokenFor(ctx);
  if (units === 'ALL' || units.has(unitId)) return true;
  const live = (await unitTree(ctx, today(ctx))).liveUnitOf(unitId);
  return live !== null && units.has(live);
}
