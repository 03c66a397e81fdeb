import { attainmentStatus, missingToTarget, type Counts } from '@chi-tieu/shared/domain/rate';
import { yearEnd, yearStart } from '@chi-tieu/shared/domain/days';
import { percentOf } from '@chi-tieu/shared/domain/percent';
import { rollUp, type UnitVersionRow } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../../app/context.ts';
import type { Scope } from '../../../app/enums.ts';
import { badInput, notFound } from '../../../app/errors.ts';
import { showUnit } from '../../units/units.types.ts';
import { basisCounts, planBasis } from '../basis.service.ts';
import type { PlanRow } from '../plans.queries.ts';
import { isPlanYear, planTargets } from '../plans.service.ts';
import type { Rehearsal, RehearsalRow } from './rehearsal.types.ts';
import { scenariosOfPlan } from './scenarios.service.ts';

interface Held {
  required: number | null;
  targets: readonly { unitId: number; hundredths: number; scope: Scope }[];
}

/**
 * Holds the targets of a plan, or of one of its scenarios, against what a year counted: by the units of the plan's day, each with
 * what those counted that it succeeded. Decided on whole numbers as attainments are.
 */
export async function rehearse(
  ctx: Context,
  plan: PlanRow,
  { year, scenario }: { year: number; scenario: string | null },
): Promise<Rehearsal> {
  if (!isPlanYear(year)) throw badInput('year', 'rehearsal.year');
  const [from, to] = [yearStart(year), yearEnd(year)];
  const basis = await planBasis(ctx, plan);
  const held = await heldBy(ctx, plan, scenario);
  const own = await basisCounts(ctx, plan, from, to);
  const counts = { OWN: rollUp(basis.tree, own, 'OWN'), SUBTREE: rollUp(basis.tree, own, 'SUBTREE') };
  const row = (version: UnitVersionRow, scope: Scope, target: number | null): RehearsalRow => {
    const unit = showUnit({ version, tree: basis.tree, on: basis.day });
    return { unit, scope, ...judged(counts[scope].get(version.unitId), target) };
  };
  const rows = basis.children.map(({ version }) => {
    const target = held.targets.find(({ unitId }) => unitId === version.unitId);
    return row(version, target?.scope ?? 'SUBTREE', target?.hundredths ?? null);
  });
  const issuer = basis.tree.byId(plan.issuerId);
  const whole = issuer ? row(issuer, 'SUBTREE', basis.received?.hundredths ?? held.required) : null;
  return { from, to, rows, whole };
}

async function heldBy(ctx: Context, plan: PlanRow, id: string | null): Promise<Held> {
  if (id === null) return { required: plan.requiredTyped, targets: await planTargets(ctx, plan.id) };
  const found = (await scenariosOfPlan(ctx, plan)).find((scenario) => scenario.id === id.toLowerCase());
  if (!found) throw notFound('scenario.unknown');
  return { required: found.inputs.requiredTyped, targets: found.targets };
}

function judged(
  counts: Counts = { numerator: 0, denominator: 0 },
  target: number | null,
): Omit<RehearsalRow, 'unit' | 'scope'> {
  const { numerator, denominator } = counts;
  const status = attainmentStatus(counts, target);
  const missing = target === null || denominator === 0 ? 0 : missingToTarget(counts, target);
  return { numerator, denominator, target: target === null ? null : percentOf(target), status, missing };
}
