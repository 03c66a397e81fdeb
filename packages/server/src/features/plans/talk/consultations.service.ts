import { percentOf } from '@chi-tieu/shared/domain/percent';
import { yearOf } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../../app/context.ts';
import { spokenFor } from '../../accounts/reach.service.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { today } from '../../units/units.service.ts';
import { planBasis } from '../basis.service.ts';
import { anyPlan, planIndicator, planTargets } from '../plans.service.ts';
import { unitMayToday } from './speakers.service.ts';
import { plansAsking } from './talk.queries.ts';
import type { Consultation } from './talk.types.ts';

/**
 * What is asked of the units that the caller speaks for: plans that ask them today, and those that were issued for this year or a
 * later one. Of each the unit's own target, the volume and baseline that the plan goes by, and nothing else of the plan.
 */
export async function consultations(ctx: Context): Promise<Consultation[]> {
  const units = await spokenFor(ctx);
  if (units === 'ALL' || units.size === 0) return [];
  const asking = await plansAsking(ctx.read, ctx.provinceId, [...units], yearOf(today(ctx)));
  const found = await Promise.all(asking.map(({ planId, unitId }) => consultationOf(ctx, planId, unitId)));
  return found.filter((one) => one !== null);
}

async function consultationOf(ctx: Context, planId: string, unitId: number): Promise<Consultation | null> {
  const plan = await anyPlan(ctx, planId);
  if (!plan || !unitMayToday(ctx, plan).read) return null;
  const may = unitMayToday(ctx, plan);
  const day = `${plan.year}-12-31`;
  const [unit, issuer, basis] = await Promise.all([
    unitAsKnown(ctx, unitId, day),
    unitAsKnown(ctx, plan.issuerId, day),
    planBasis(ctx, plan),
  ]);
  const target = (await planTargets(ctx, plan.id)).find((row) => row.unitId === unitId);
  if (!unit || !target) return null;
  const known = basis.children.find(({ version }) => version.unitId === unitId);
  const { year, state, consultedUntil } = plan;
  return {
    ...{ plan: planId, year, state, consultedUntil, unit, issuer, row: plan, unitId },
    maySay: may.say,
    mayPropose: may.propose && !target.locked,
    indicator: await planIndicator(ctx, plan),
    percent: percentOf(target.hundredths),
    scope: target.scope,
    locked: target.locked,
    volume: known?.volume ?? null,
    volumeTyped: known?.input?.volume != null,
    baseline: known?.baseline == null ? null : percentOf(known.baseline),
    baselineTyped: known?.input?.baseline != null,
  };
}
