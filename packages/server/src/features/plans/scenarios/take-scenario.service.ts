import { yearEnd } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../../app/context.ts';
import { unitTree } from '../../units/units.service.ts';
import { auditPlan, shownTargets } from '../audit-plan.service.ts';
import { planBasis } from '../basis.service.ts';
import { emptyInput, inputsOf, putChoices, putInputs, type PlanInputSet } from '../inputs.queries.ts';
import { insertPlanEvent, targetsOf, type PlanRow } from '../plans.queries.ts';
import { draftToChange, existingPlan, nextVersion } from '../plans.service.ts';
import { auditedInputs, choicesOf } from '../set-inputs.service.ts';
import { putTargets } from '../set-targets.service.ts';
import { existingScenario } from './scenarios.service.ts';
import { scenarioById, type ScenarioRow, type ScenarioTarget } from './scenarios.queries.ts';
import { notFound } from '../../../app/errors.ts';

/**
 * Has a draft read as a scenario does, inputs and targets in one step. Units that are no children any more are left out.
 * The event names everybody who edited the scenario: they are authors of what the plan is from now on.
 */
export async function takeScenario(ctx: Context, id: string, expectedVersion: number | null): Promise<PlanRow> {
  const { plan } = await existingScenario(ctx, id);
  const known = await unitsOfPlan(ctx, plan);
  await ctx.write('takeScenario', async (tx) => {
    const locked = await draftToChange(tx, ctx.provinceId, plan.id, expectedVersion);
    const stored = await scenarioById(tx, ctx.provinceId, id);
    if (!stored) throw notFound('scenario.unknown');
    const taken = within(stored, plan, known);
    const [targets, units] = [
      await targetsOf(tx, ctx.provinceId, [plan.id]),
      await inputsOf(tx, ctx.provinceId, [plan.id]),
    ];
    const before = { ...choicesOf(locked), units: units.map(({ planId: _plan, ...input }) => input) };
    const dropped = before.units.filter(({ unitId }) => !taken.inputs.units.some((one) => one.unitId === unitId));
    await putInputs(tx, ctx.provinceId, plan.id, [
      ...taken.inputs.units,
      ...dropped.map(({ unitId }) => emptyInput(unitId)),
    ]);
    await putChoices(tx, plan.id, taken.inputs);
    await tx.run('delete from target where province_id = $1 and plan_id = $2', [ctx.provinceId, plan.id]);
    await putTargets(tx, ctx.provinceId, plan.id, taken.targets);
    const version = await nextVersion(tx, locked);
    await insertPlanEvent(tx, ctx.provinceId, {
      planId: plan.id,
      version,
      what: 'SCENARIO_TAKEN',
      detail: { scenario: id, contributors: stored.contributors, before: { targets, inputs: before }, after: taken },
    });
    const said = async (inputs: PlanInputSet, rows: ScenarioTarget[]) => ({
      ...(await auditedInputs(tx, ctx.provinceId, plan, inputs)),
      targets: await shownTargets(tx, ctx.provinceId, plan, rows),
    });
    auditPlan(tx, locked, {
      what: 'SCENARIO_TAKEN',
      before: { version: locked.version, ...(await said(before, targets)) },
      after: { version, scenario: id, ...(await said(taken.inputs, taken.targets)) },
    });
  });
  return existingPlan(ctx, plan.id, 'plan.draft');
}

/** The units that can have a target in a plan: its children on its day or at the end of its year. */
async function unitsOfPlan(ctx: Context, plan: PlanRow): Promise<Set<number>> {
  const { tree } = await planBasis(ctx, plan);
  const atEnd = await unitTree(ctx, yearEnd(plan.year));
  return new Set([...tree.children(plan.issuerId), ...atEnd.children(plan.issuerId)].map(({ unitId }) => unitId));
}

function within(
  { inputs, targets }: ScenarioRow,
  plan: PlanRow,
  known: ReadonlySet<number>,
): { inputs: PlanInputSet; targets: ScenarioTarget[] } {
  return {
    inputs: { ...inputs, units: inputs.units.filter(({ unitId }) => unitId === plan.issuerId || known.has(unitId)) },
    targets: targets.filter(({ unitId }) => known.has(unitId)),
  };
}
