import type { CopiedTarget } from '@chi-tieu/shared/domain/copied-targets';
import type { Context } from '../../../app/context.ts';
import { badInput, conflict } from '../../../app/errors.ts';
import { planBasis } from '../basis.service.ts';
import { carryOver, type CarriedOver } from '../carry-over.service.ts';
import { emptyInput, putInputs, type UnitInput } from '../inputs.queries.ts';
import { inputsOfPlan } from '../plan-inputs.service.ts';
import { authorsOf, type PlanRow } from '../plans.queries.ts';
import { draftToChange, existingPlan, planById, planTargets } from '../plans.service.ts';
import { showPlan } from '../plans.types.ts';
import { auditInputs, choicesOf, knownOf } from '../set-inputs.service.ts';
import { storeTargets } from '../set-targets.service.ts';
import type { TargetsCopied } from './copy.types.ts';
import { named, showCopied, showLeft, showLimits } from './show-copied.service.ts';

interface Asked {
  /** Also over what stands there already. */
  overwrite: boolean;
  /** With floors and ceilings; false: without locks too; null: with locks alone. */
  limits: boolean | null;
  expectedVersion: number | null;
  /** Say what it would do and write nothing. */
  preview: boolean;
}

/** Limits that are written of a unit; null where there is none. */
type Limits = Pick<UnitInput, 'unitId' | 'floor' | 'ceiling'> & { from: readonly number[] };

/**
 * Copies the targets of another plan of the same issuing unit and indicator into a draft, through successors, with their limits if
 * told; one step. What stands in the draft already stays unless told otherwise.
 */
export async function copyTargets(ctx: Context, id: string, fromId: string, asked: Asked): Promise<TargetsCopied> {
  const plan = await existingPlan(ctx, id, 'plan.draft');
  const from = await planById(ctx, fromId);
  if (!from || from.id === plan.id || from.issuerId !== plan.issuerId || from.indicatorId !== plan.indicatorId)
    throw badInput('from', 'copy.other');
  if (plan.state !== 'DRAFT')
    throw conflict('plan.notDraft', {}, { path: 'plan', facts: { version: plan.version, state: plan.state } });
  const outcome = await outcomeOf(ctx, plan, from);
  const standing = new Set(asked.overwrite ? [] : (await planTargets(ctx, plan.id)).map(({ unitId }) => unitId));
  const wanted = outcome.copied
    .filter(({ unitId }) => !standing.has(unitId))
    .map((target): CopiedTarget => ({ ...target, locked: target.locked && asked.limits !== false }));
  const typed = await inputsOfPlan(ctx, plan.id);
  const limits = asked.limits ? limitsToWrite(outcome, typed, asked.overwrite) : [];
  const kept = outcome.copied.filter(({ unitId }) => standing.has(unitId));
  const shown = {
    targets: await showCopied(ctx, wanted, { plan, from }),
    limits: await showLimits(ctx, limits, { plan, from }),
    kept: await Promise.all(kept.map(({ unitId }) => named(ctx, unitId, plan))),
    left: await showLeft(ctx, outcome.left, from),
  };
  if (asked.preview || wanted.length + limits.length === 0) return { plan: showPlan(plan), ...shown };
  // What is copied was worked out for the draft that was read: another version is refused, also where nobody named one.
  const version = asked.expectedVersion ?? plan.version;
  await ctx.write('copyTargets', async (tx) => {
    const draft = await draftToChange(tx, ctx.provinceId, plan.id, version);
    const targets = wanted.map(({ unitId, hundredths, scope, locked }) => ({ unitId, hundredths, scope, locked }));
    const inputs = withLimits(limits, typed);
    await putInputs(tx, ctx.provinceId, plan.id, inputs);
    // Whoever wrote the numbers is an author of the copy too.
    const contributors = await authorsOf(tx, ctx.provinceId, from.id);
    await storeTargets(tx, ctx.provinceId, draft, targets, 'COPIED', { contributors, inputs });
    if (inputs.length === 0) return;
    const [choices, ids] = [choicesOf(draft), inputs.map(({ unitId }) => unitId)];
    await auditInputs(tx, ctx.provinceId, draft, {
      version: draft.version + 1,
      before: { ...choices, units: knownOf(ids, typed) },
      after: { ...choices, units: inputs },
    });
  });
  return { plan: showPlan(await existingPlan(ctx, id, 'plan.draft')), ...shown };
}

async function outcomeOf(ctx: Context, plan: PlanRow, from: PlanRow): Promise<CarriedOver> {
  const [basis, before] = [await planBasis(ctx, plan), await planBasis(ctx, from)];
  const old = { basis: before, targets: await planTargets(ctx, from.id), inputs: await inputsOfPlan(ctx, from.id) };
  return carryOver(ctx, old, { basis, year: plan.year });
}

/** Limits that are not what stands there: typed ones stay unless told otherwise, and so do those that would cross them. */
function limitsToWrite({ inputs }: CarriedOver, typed: readonly UnitInput[], overwrite: boolean): Limits[] {
  return inputs.flatMap(({ unitId, from, ...copied }) => {
    const now = typed.find((input) => input.unitId === unitId) ?? emptyInput(unitId);
    const take = (field: 'floor' | 'ceiling') =>
      overwrite ? (copied[field] ?? now[field]) : (now[field] ?? copied[field]);
    const [floor, ceiling] = [take('floor'), take('ceiling')];
    const crossed = floor !== null && ceiling !== null && floor > ceiling;
    const isSame = floor === now.floor && ceiling === now.ceiling;
    return crossed || isSame ? [] : [{ unitId, floor, ceiling, from }];
  });
}

function withLimits(limits: readonly Limits[], typed: readonly UnitInput[]): UnitInput[] {
  return limits.map(({ unitId, floor, ceiling }) => {
    const { volume, baseline } = typed.find((input) => input.unitId === unitId) ?? emptyInput(unitId);
    return { unitId, volume, baseline, floor, ceiling };
  });
}
