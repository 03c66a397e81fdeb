import { daysBetween, yearEnd, type Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../../app/context.ts';
import { reached } from '../../accounts/reach.service.ts';
import { indicatorByCode } from '../../rates/rates.service.ts';
import { today, unitByCode, unitTree } from '../../units/units.service.ts';
import { planBasis } from '../basis.service.ts';
import type { PlanRow } from '../plans.queries.ts';
import { findPlans, isPlanYear, planById, planTargets } from '../plans.service.ts';
import { showPlan, type Target } from '../plans.types.ts';
import { showTargets } from '../show-plan.service.ts';
import { plansHolding } from '../targets.queries.ts';
import { acknowledgementsIn } from './acknowledgements.service.ts';
import type { Assignment } from './duties.types.ts';
import { mayAnswerFor } from './may-answer.service.ts';

interface Asked {
  indicator: string;
  year: number;
  /** The unit that assigned; the province unless told. */
  under: string | null;
  /** The day that dates are measured by; today in Vietnam unless told, or the last of the year once that is over. */
  on: Day | null;
}

/**
 * Each unit that another one gave a target for a year, with what it has to do about it and what it did. Of the plan that holds
 * at the end of the year: what was replaced until then is no longer asked of anybody. Worked out from what stands in the
 * plans; nothing is stored that could disagree with them.
 */
export async function assignments(ctx: Context, { indicator, year, under, on }: Asked): Promise<Assignment[]> {
  // Whose drafts the caller sees is decided by the same right as everywhere.
  await reached(ctx, 'plan.read');
  if (!isPlanYear(year)) return [];
  const issuer = under === null ? ctx.provinceId : (await unitByCode(ctx, under, { year })).version.unitId;
  const indicatorId = (await indicatorByCode(ctx, indicator)).id;
  const plans = await findPlans(ctx, { year, issuer: null, indicator });
  const question = { id: 'held', indicatorId, issuerId: issuer, day: yearEnd(year) };
  const [held] = await plansHolding(ctx.read, ctx.provinceId, [question], null);
  const plan = held ? await planById(ctx, held.planId) : null;
  if (!plan) return [];
  const children = new Set((await planBasis(ctx, plan)).children.map(({ version }) => version.unitId));
  // Who was gone already on the day from which the plan holds has nothing to do about it.
  const targets = (await showTargets(ctx, plan)).filter(({ unit }) => children.has(unit.unitId));
  const own = ownPlans(plans);
  const day = on ?? (today(ctx) > yearEnd(year) ? yearEnd(year) : today(ctx));
  return Promise.all(
    targets.map((target) => assignmentOf(ctx, plan, target, { own: own.get(target.unit.unitId) ?? null, day })),
  );
}

/** Of each unit its issued plan, else the one that it works on. */
function ownPlans(plans: readonly PlanRow[]): Map<number, PlanRow> {
  const byIssuer = new Map<number, PlanRow>();
  for (const plan of plans) {
    const known = byIssuer.get(plan.issuerId);
    if (plan.state === 'ISSUED' || (plan.state !== 'SUPERSEDED' && known?.state !== 'ISSUED'))
      byIssuer.set(plan.issuerId, plan);
  }
  return byIssuer;
}

async function assignmentOf(
  ctx: Context,
  plan: PlanRow,
  target: Target,
  { own, day }: { own: PlanRow | null; day: Day },
): Promise<Assignment> {
  const { unit } = target;
  const { unitId } = unit;
  const tree = await unitTree(ctx, yearEnd(plan.year));
  const mustAssign = tree.children(unitId).length > 0 || (own?.inForceFrom ?? null) !== null;
  const hasAssigned = own?.state === 'ISSUED';
  const took = (await acknowledgementsIn(ctx, plan.id)).some((row) => row.unitId === unitId);
  return {
    unit,
    target,
    byPlan: showPlan(plan),
    mustAssign,
    plan: own && showPlan(own),
    hasAssigned,
    assignDaysLeft: !mustAssign || hasAssigned ? null : daysLeft(day, plan.assignBy),
    acknowledgeDaysLeft: took ? null : daysLeft(day, plan.acknowledgeBy),
    ...(await countsOf(ctx, own, tree.children(unitId).length)),
    mayAcknowledge: !took && plan.state === 'ISSUED' && (await mayAnswerFor(ctx, unitId)),
  };
}

const daysLeft = (from: Day, to: Day | null): number | null => (to === null ? null : daysBetween(from, to));

/** How many units a plan is about, how many of them it gives a target, and how many of these took note. */
async function countsOf(ctx: Context, own: PlanRow | null, below: number) {
  if (!own) return { children: below, assigned: 0, acknowledged: 0 };
  const { children } = await planBasis(ctx, own);
  const ids = new Set(children.map(({ version }) => version.unitId));
  const assigned = (await planTargets(ctx, own.id)).filter(({ unitId }) => ids.has(unitId)).map(({ unitId }) => unitId);
  const took = own.state === 'ISSUED' ? await acknowledgementsIn(ctx, own.id) : [];
  const acknowledged = took.filter(({ unitId }) => assigned.includes(unitId)).length;
  return { children: children.length, assigned: assigned.length, acknowledged };
}
