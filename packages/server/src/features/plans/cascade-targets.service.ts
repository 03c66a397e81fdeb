import { cascade, type CascadeOutcome } from '@chi-tieu/shared/domain/cascade/cascade';
import { conflictText } from '@chi-tieu/shared/domain/cascade/conflict-text';
import { checkProblem, DEFAULT_STEP, type CascadeProblem } from '@chi-tieu/shared/domain/cascade/problem';
import { reasonText } from '@chi-tieu/shared/domain/cascade/reason-text';
import { hundredthsOf, percentOf } from '@chi-tieu/shared/domain/percent';
import type { Context } from '../../app/context.ts';
import type { CascadeMethod, CascadePolicy } from '../../app/enums.ts';
import { badInput, badInputs, conflict, type FieldProblem } from '../../app/errors.ts';
import { findUnit } from '../units/units.service.ts';
import { showUnit } from '../units/units.types.ts';
import { planBasis, type PlanBasis } from './basis.service.ts';
import { refuseFaults } from './cascade-faults.service.ts';
import { effortBands, type EffortAsked } from './check-inputs.service.ts';
import type { KeptProposal } from './events/events.service.ts';
import type { CascadeResult } from './plans.types.ts';
import type { PlanRow, TargetRow } from './plans.queries.ts';
import { draftToChange, existingPlan, planTargets } from './plans.service.ts';
import { storeTargets, type NewTarget } from './set-targets.service.ts';

/** Percentages as callers give them; what is absent comes from the plan's inputs, else from the last period's figures. */
export interface CascadeAsked {
  policy?: CascadePolicy | null | undefined;
  step?: number | null | undefined;
  floor?: number | null | undefined;
  ceiling?: number | null | undefined;
  required?: number | null | undefined;
  effort?: EffortAsked[] | null | undefined;
  units?: UnitAsked[] | null | undefined;
}

interface UnitAsked {
  unit: string;
  volume?: number | null | undefined;
  baseline?: number | null | undefined;
  floor?: number | null | undefined;
  ceiling?: number | null | undefined;
  locked?: number | null | undefined;
}

/** Proposes targets by a method; without `preview` they are written into the draft. */
export async function cascadeTargets(
  ctx: Context,
  id: string,
  method: CascadeMethod,
  asked: CascadeAsked,
  preview: boolean,
): Promise<CascadeResult> {
  const plan = await existingPlan(ctx, id, 'plan.draft');
  if (!preview && plan.state !== 'DRAFT')
    throw conflict('plan.notDraft', {}, { path: 'plan', facts: { version: plan.version, state: plan.state } });
  const basis = await planBasis(ctx, plan);
  const overrides = await unitOverrides(ctx, plan, basis, asked.units ?? []);
  const current = await planTargets(ctx, plan.id);
  const problem = buildProblem(plan, basis, { current, asked, overrides });
  refuseFaults(checkProblem(problem), {
    child: (at) => overrides.get(basis.children[at]?.version.unitId ?? 0),
    issuer: overrides.get(plan.issuerId),
  });
  const outcome = cascade(problem, method);
  const shown = showOutcome(ctx, outcome, basis);
  if (preview) return shown;
  const { policy, step, required } = problem;
  await takeProposals(ctx, plan, {
    basis,
    outcome,
    current,
    overrides,
    proposedBy: { method, policy, step, required },
  });
  return shown;
}

type Overrides = Map<number, UnitAsked & { index: number }>;

async function unitOverrides(
  ctx: Context,
  plan: PlanRow,
  { children }: PlanBasis,
  asked: UnitAsked[],
): Promise<Overrides> {
  const known = new Set([plan.issuerId, ...children.map((child) => child.version.unitId)]);
  const overrides: Overrides = new Map();
  const problems: FieldProblem[] = [];
  for (const [index, unit] of asked.entries()) {
    const found = (await findUnit(ctx, unit.unit, { year: plan.year }))?.version.unitId;
    const path = `options.units.${index}.unit`;
    if (found === undefined) problems.push({ path, text: 'unit.unknown', params: { code: unit.unit } });
    else if (!known.has(found)) problems.push({ path, text: 'target.notChild', params: { code: unit.unit } });
    else if (overrides.has(found)) problems.push({ path, text: 'target.twice', params: { code: unit.unit } });
    else overrides.set(found, { ...unit, index });
  }
  if (problems.length > 0) throw badInputs(problems);
  return overrides;
}

/** A percentage of the input in hundredths; null and absent alike mean "not given". */
function given(percent: number | null | undefined): number | undefined {
  return percent === null || percent === undefined ? undefined : (hundredthsOf(percent) ?? undefined);
}

interface Asking {
  current: TargetRow[];
  asked: CascadeAsked;
  overrides: Overrides;
}

/** What the caller tells goes first, then what is typed in the plan, then what was counted. */
function buildProblem(plan: PlanRow, basis: PlanBasis, { current, asked, overrides }: Asking): CascadeProblem {
  const required = given(asked.required) ?? basis.required;
  if (required === null) throw badInput('options.required', 'cascade.required');
  const own = basis.issuer && overrides.get(basis.issuer.version.unitId);
  const issuerVolume = own?.volume ?? basis.issuer?.volume ?? 0;
  return {
    required,
    policy: asked.policy ?? plan.policy ?? 'MEAN',
    step: given(asked.step) ?? plan.step ?? DEFAULT_STEP,
    effort: asked.effort ? effortBands(asked.effort) : (plan.effort ?? undefined),
    children: basis.children.map((child) => {
      const target = current.find((row) => row.unitId === child.version.unitId);
      const mine = overrides.get(child.version.unitId);
      return {
        code: child.version.code,
        volume: mine?.volume ?? child.volume,
        baseline: given(mine?.baseline) ?? child.baseline,
        floor: given(mine?.floor) ?? given(asked.floor) ?? child.input?.floor,
        ceiling: given(mine?.ceiling) ?? given(asked.ceiling) ?? child.input?.ceiling,
        locked: given(mine?.locked) ?? (target?.locked ? target.hundredths : undefined),
        current: target?.hundredths,
      };
    }),
    issuer:
      basis.issuer && issuerVolume !== 0
        ? {
            code: basis.issuer.version.code,
            volume: issuerVolume,
            baseline: given(own?.locked) ?? given(own?.baseline) ?? basis.issuer.baseline,
          }
        : null,
  };
}

function showOutcome(ctx: Context, outcome: CascadeOutcome, { tree, day, children }: PlanBasis): CascadeResult {
  const byCode = new Map(children.map((child) => [child.version.code, child.version]));
  const nameOf = (code: string) => byCode.get(code)?.name ?? tree.byCode(code)?.name ?? code;
  return {
    feasible: outcome.feasible,
    required: percentOf(outcome.required),
    achieved: percentOf(outcome.achieved),
    residualPoints: percentOf(outcome.residualPoints),
    residualDossiers: outcome.residualDossiers,
    conflicts: outcome.conflicts.map((found) => conflictText(found, nameOf(found.code), ctx.locale)),
    proposals: outcome.proposals.flatMap(({ code, percent, volume, baseline, reason }) => {
      const version = byCode.get(code);
      if (!version) return [];
      const unit = showUnit({ version, tree, on: day });
      return [
        {
          unit,
          percent: percentOf(percent),
          volume,
          baseline: baseline === null ? null : percentOf(baseline),
          reason: reasonText(reason, ctx.locale),
        },
      ];
    }),
  };
}

interface Taken {
  basis: PlanBasis;
  outcome: CascadeOutcome;
  current: TargetRow[];
  overrides: Overrides;
  proposedBy: KeptProposal;
}

/** Writes the proposals into the draft, unless it changed since they were computed. */
async function takeProposals(
  ctx: Context,
  plan: PlanRow,
  { basis, outcome, current, overrides, proposedBy }: Taken,
): Promise<void> {
  const byCode = new Map(outcome.proposals.map((proposal) => [proposal.code, proposal.percent]));
  const targets = basis.children.map((child): NewTarget => {
    const { unitId, code } = child.version;
    const before = current.find((row) => row.unitId === unitId);
    const locked = (before?.locked ?? false) || given(overrides.get(unitId)?.locked) !== undefined;
    return { unitId, hundredths: byCode.get(code) ?? 0, scope: before?.scope ?? 'SUBTREE', locked };
  });
  await ctx.write('cascadeTargets', async (tx) => {
    const locked = await draftToChange(tx, ctx.provinceId, plan.id, plan.version);
    await storeTargets(tx, ctx.provinceId, locked, targets, 'CASCADED', { proposedBy });
  });
}
