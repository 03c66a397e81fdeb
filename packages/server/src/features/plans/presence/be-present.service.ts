import type { App, Context } from '../../../app/context.ts';
import type { PlanRow } from '../plans.queries.ts';
import { existingPlan } from '../plans.service.ts';
import { Presence, type Present } from './presence.ts';

const presences = new WeakMap<App, Presence>();

/** Longer is no unit's code and no column's name. */
const LONGEST_PLACE = 40;

/** Notes that the caller is on a plan, and tells who else is. Programs look on and are nobody. */
export async function bePresent(
  ctx: Context,
  planId: string,
  place: { unit: string | null; field: string | null },
): Promise<{ plan: PlanRow; people: Present[] }> {
  const plan = await existingPlan(ctx, planId, 'plan.read');
  const { id: accountId, name, kind } = ctx.signedIn();
  const presence = presences.get(ctx.app) ?? new Presence();
  presences.set(ctx.app, presence);
  const now = ctx.app.now();
  if (kind === 'PROGRAM') return { plan, people: presence.others(plan.id, accountId, now) };
  const [unit, field] = [cut(place.unit), cut(place.field)];
  return { plan, people: presence.note(plan.id, { accountId, name, unit, field }, now) };
}

function cut(text: string | null): string | null {
  return text === null || text === '' ? null : text.slice(0, LONGEST_PLACE);
}
