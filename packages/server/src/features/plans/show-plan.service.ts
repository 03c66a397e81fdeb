import { percentOf } from '@chi-tieu/shared/domain/percent';
import type { Context } from '../../app/context.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { showUnit, type Unit } from '../units/units.types.ts';
import { planBasis, type PlanBasis } from './basis.service.ts';
import type { PlanRow, TargetRow } from './plans.queries.ts';
import { planTargets } from './plans.service.ts';
import type { PlanChild, PlanRollUp, Target } from './plans.types.ts';
import { rollUpPlan } from './roll-up.service.ts';

/** The targets of a plan in the order of the codes. */
export async function showTargets(ctx: Context, plan: PlanRow): Promise<Target[]> {
  const basis = await planBasis(ctx, plan);
  const shown = await Promise.all(
    (await planTargets(ctx, plan.id)).map((target) => showTarget(ctx, basis, plan, target)),
  );
  return shown.filter((target) => target !== null).sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1));
}

async function showTarget(
  ctx: Context,
  { tree, day }: PlanBasis,
  plan: PlanRow,
  target: TargetRow,
): Promise<Target | null> {
  const version = tree.byId(target.unitId);
  const unit: Unit | null = version
    ? showUnit({ version, tree, on: day })
    : await unitAsKnown(ctx, target.unitId, `${plan.year}-12-31`);
  return unit && { unit, percent: percentOf(target.hundredths), scope: target.scope, locked: target.locked, plan };
}

/** Every child of the issuing unit with its figures and target, and the issuing unit's own dossiers where it has any. */
export async function showChildren(ctx: Context, plan: PlanRow): Promise<PlanChild[]> {
  const basis = await planBasis(ctx, plan);
  const targets = await showTargets(ctx, plan);
  const units = basis.issuer && basis.issuer.volume > 0 ? [...basis.children, basis.issuer] : basis.children;
  return units.map(({ version, isIssuer, volume, baseline }) => {
    const unit = showUnit({ version, tree: basis.tree, on: basis.day });
    const target = targets.find((row) => row.unit.unitId === version.unitId) ?? null;
    return { unit, isIssuer, volume, baseline: baseline === null ? null : percentOf(baseline), target };
  });
}

/** What the targets of a plan add up to. */
export async function showRollUp(ctx: Context, plan: PlanRow): Promise<PlanRollUp> {
  const basis = await planBasis(ctx, plan);
  const { rolled, missing } = rollUpPlan(basis, await planTargets(ctx, plan.id));
  return {
    required: basis.required === null ? null : percentOf(basis.required),
    achieved: rolled.achieved === null ? null : percentOf(rolled.achieved),
    residualPoints: percentOf(rolled.residualPoints),
    residualDossiers: rolled.residualDossiers,
    feasible: rolled.feasible,
    missingUnits: missing.map(({ version }) => showUnit({ version, tree: basis.tree, on: basis.day })),
  };
}
