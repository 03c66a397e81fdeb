import { percentOf } from '@chi-tieu/shared/domain/percent';
import { yearEnd } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { showUnit, type Unit } from '../units/units.types.ts';
import { planBasis, type PlanBasis } from './basis.service.ts';
import { inputsOf, type PlanInputSet, type UnitInput } from './inputs.queries.ts';
import type { PlanInputs } from './plan-inputs.types.ts';
import type { PlanRow } from './plans.queries.ts';

/** What is typed of the units of a plan; those of a whole page of plans are fetched at once. */
export function inputsOfPlan(ctx: Context, planId: string): Promise<UnitInput[]> {
  return ctx.loadAll('plan inputs', { id: planId }, async (plans) => {
    const rows = await inputsOf(
      ctx.read,
      ctx.provinceId,
      plans.map(({ id }) => id),
    );
    return rows.map((row) => ({ ...row, id: row.planId }));
  });
}

/** All that is typed of a plan besides its targets. */
export async function inputSetOf(ctx: Context, plan: PlanRow): Promise<PlanInputSet> {
  const { policy, step, method, requiredTyped, effort } = plan;
  const units = (await inputsOfPlan(ctx, plan.id)).map(({ unitId, volume, baseline, floor, ceiling }) => ({
    unitId,
    volume,
    baseline,
    floor,
    ceiling,
  }));
  return { policy, step, method, requiredTyped, effort, units };
}

/** Inputs as GraphQL shows them, units in the order of the codes. */
export async function showInputs(ctx: Context, plan: PlanRow, inputs: PlanInputSet): Promise<PlanInputs> {
  const basis = await planBasis(ctx, plan);
  const units = await Promise.all(
    inputs.units.map(async ({ unitId, volume, ...percents }) => {
      const unit = await unitOfPlan(ctx, plan, basis, unitId);
      return unit && { unit, volume, ...shownPercents(percents) };
    }),
  );
  return {
    policy: inputs.policy,
    method: inputs.method,
    step: shown(inputs.step),
    required: shown(inputs.requiredTyped),
    effort: inputs.effort?.map(({ points, weight }) => ({ points: shown(points), weight })) ?? null,
    units: units.filter((one) => one !== null).sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1)),
  };
}

/** A unit of a plan as it is called on the plan's day; one that is gone by then as it was called last. */
export async function unitOfPlan(
  ctx: Context,
  plan: PlanRow,
  { tree, day }: Pick<PlanBasis, 'tree' | 'day'>,
  unitId: number,
): Promise<Unit | null> {
  const version = tree.byId(unitId);
  return version ? showUnit({ version, tree, on: day }) : unitAsKnown(ctx, unitId, yearEnd(plan.year));
}

function shown(hundredths: number | null): number | null {
  return hundredths === null ? null : percentOf(hundredths);
}

function shownPercents({ baseline, floor, ceiling }: Pick<UnitInput, 'baseline' | 'floor' | 'ceiling'>) {
  return { baseline: shown(baseline), floor: shown(floor), ceiling: shown(ceiling) };
}
