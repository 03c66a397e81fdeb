import { isDeepStrictEqual } from 'node:util';
import { percentOf } from '@chi-tieu/shared/domain/percent';
import { yearEnd } from '@chi-tieu/shared/domain/days';
import type { Json } from '../../app/audit/canonical-json.ts';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { unitNames } from '../units/units.queries.ts';
import { auditPlan } from './audit-plan.service.ts';
import { changedInputs, checkInputs, type InputsAsked } from './check-inputs.service.ts';
import {
  emptyInput,
  inputsOf,
  putChoices,
  putInputs,
  type PlanChoices,
  type PlanInputSet,
  type UnitInput,
} from './inputs.queries.ts';
import { insertPlanEvent, type PlanRow } from './plans.queries.ts';
import { draftToChange, existingPlan, nextVersion } from './plans.service.ts';

/**
 * Sets inputs of a draft; those that are not told stay as they are, null drops what was typed. Where nothing changes there is
 * neither a version nor an event.
 */
export async function setPlanInputs(
  ctx: Context,
  id: string,
  asked: InputsAsked,
  expectedVersion: number | null,
): Promise<PlanRow> {
  const plan = await existingPlan(ctx, id, 'plan.draft');
  const change = await checkInputs(ctx, plan, asked);
  await ctx.write('setPlanInputs', async (tx) => {
    const locked = await draftToChange(tx, ctx.provinceId, id, expectedVersion);
    const ids = change.units.map(({ unitId }) => unitId);
    const stored = (await inputsOf(tx, ctx.provinceId, [locked.id])).filter(({ unitId }) => ids.includes(unitId));
    const after = { ...choicesOf(locked), ...change.choices, units: changedInputs(stored, change) };
    const before = { ...choicesOf(locked), units: knownOf(ids, stored) };
    if (isDeepStrictEqual(before, { ...after, units: knownOf(ids, after.units) })) return;
    await putInputs(tx, ctx.provinceId, locked.id, after.units);
    await putChoices(tx, locked.id, after);
    const version = await nextVersion(tx, locked);
    await insertPlanEvent(tx, ctx.provinceId, {
      planId: locked.id,
      version,
      what: 'INPUTS_SET',
      detail: { before, after },
    });
    await auditInputs(tx, ctx.provinceId, locked, { version, before, after });
  });
  return existingPlan(ctx, id, 'plan.draft');
}

/** What is typed of a plan as a whole. */
export function choicesOf({ policy, step, method, requiredTyped, effort }: PlanChoices): PlanChoices {
  return { policy, step, method, requiredTyped, effort };
}

/** What is stored of these units, without the plan that it belongs to; of some nothing. */
export function knownOf(ids: readonly number[], stored: readonly UnitInput[]): UnitInput[] {
  return ids.map((unitId) => {
    const { volume, baseline, floor, ceiling } = stored.find((one) => one.unitId === unitId) ?? emptyInput(unitId);
    return { unitId, volume, baseline, floor, ceiling };
  });
}

/** Inputs as the audit trail keeps them: what is typed alone, units with their names of that year. */
export async function auditedInputs(
  tx: Writer,
  provinceId: number,
  plan: PlanRow,
  { units, policy, step, method, requiredTyped, effort }: PlanInputSet,
): Promise<Record<string, Json>> {
  const ids = units.map(({ unitId }) => unitId);
  const names = new Map(
    (await unitNames(tx, provinceId, ids, yearEnd(plan.year))).map(({ unitId, ...unit }) => [unitId, unit]),
  );
  const lines = units
    .map(({ unitId, volume, baseline, floor, ceiling }) => {
      const { code = '', name = '' } = names.get(unitId) ?? {};
      return {
        unit: code,
        name,
        volume,
        baseline: percent(baseline),
        floor: percent(floor),
        ceiling: percent(ceiling),
      };
    })
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
  const bands = effort?.map(({ points, weight }) => `${points === null ? '…' : percentOf(points)}: ${weight}`) ?? null;
  return {
    policy,
    step: percent(step),
    method,
    required: percent(requiredTyped),
    effort: bands && bands.join('; '),
    inputs: lines,
  };
}

/** Says in the audit trail what becomes of the inputs of a plan. */
export async function auditInputs(
  tx: Writer,
  provinceId: number,
  plan: PlanRow,
  { version, before, after }: { version: number; before: PlanInputSet; after: PlanInputSet },
): Promise<void> {
  auditPlan(tx, plan, {
    what: 'PLAN_INPUTS_SET',
    before: { version: plan.version, ...(await auditedInputs(tx, provinceId, plan, before)) },
    after: { version, ...(await auditedInputs(tx, provinceId, plan, after)) },
  });
}

function percent(hundredths: number | null): number | null {
  return hundredths === null ? null : percentOf(hundredths);
}
