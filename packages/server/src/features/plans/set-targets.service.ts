import { isDeepStrictEqual } from 'node:util';
import { MAX_CHILDREN } from '@chi-tieu/shared/domain/cascade/problem';
import { hundredthsOf } from '@chi-tieu/shared/domain/percent';
import { yearEnd } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import type { CascadeMethod, Scope } from '../../app/enums.ts';
import { badInput, badInputs, type FieldProblem } from '../../app/errors.ts';
import { findUnit, unitTree } from '../units/units.service.ts';
import { auditTargets } from './audit-plan.service.ts';
import { planBasis } from './basis.service.ts';
import { proposalBy } from './events/events.service.ts';
import { insertPlanEvent, targetsOf, type PlanRow, type TargetRow } from './plans.queries.ts';
import { draftToChange, existingPlan, nextVersion, planTargets } from './plans.service.ts';

/** How many units one call may type inputs or marks of. */
export const MOST_UNITS = 1_000;

export interface TargetDraft {
  unit: string;
  percent: number;
  scope?: Scope | null | undefined;
  locked?: boolean | null | undefined;
}

export type NewTarget = Omit<TargetRow, 'planId'>;

/** Sets the targets of some units in a draft, with the method that proposed them where one did; the others stay as they are. Scope is SUBTREE and locked false unless given. */
export async function setTargets(
  ctx: Context,
  id: string,
  drafts: TargetDraft[],
  { expectedVersion, proposedBy }: { expectedVersion: number | null; proposedBy: CascadeMethod | null },
): Promise<PlanRow> {
  const plan = await existingPlan(ctx, id, 'plan.draft');
  const wanted = await checkTargets(ctx, plan, drafts);
  const required = proposedBy && (await planBasis(ctx, plan)).required;
  await ctx.write('setTargets', async (tx) => {
    const locked = await draftToChange(tx, ctx.provinceId, id, expectedVersion);
    const detail = proposedBy ? { proposedBy: proposalBy(proposedBy, locked, required) } : {};
    await storeTargets(tx, ctx.provinceId, locked, wanted, 'TARGETS_SET', detail);
  });
  return existingPlan(ctx, id, 'plan.draft');
}

/** Takes the targets of some units out of a draft. */
export async function clearTargets(
  ctx: Context,
  id: string,
  units: string[],
  expectedVersion: number | null,
): Promise<PlanRow> {
  const plan = await existingPlan(ctx, id, 'plan.draft');
  // What is gone meanwhile is no longer a child, but its target can still be taken out.
  const there = (await planTargets(ctx, plan.id)).map(({ unitId }) => unitId);
  const ids = await planUnitIds(ctx, plan, units, { list: 'units', withIssuer: false, also: there });
  await ctx.write('clearTargets', async (tx) => {
    const locked = await draftToChange(tx, ctx.provinceId, id, expectedVersion);
    const before = (await targetsOf(tx, ctx.provinceId, [locked.id])).filter((target) => ids.includes(target.unitId));
    await tx.run('delete from target where province_id = $1 and plan_id = $2 and unit_id = any ($3)', [
      ctx.provinceId,
      locked.id,
      ids,
    ]);
    if (before.length === 0) return;
    const version = await nextVersion(tx, locked);
    await insertPlanEvent(tx, ctx.provinceId, {
      planId: locked.id,
      version,
      what: 'TARGETS_CLEARED',
      detail: { before },
    });
    await auditTargets(tx, ctx.provinceId, locked, { what: 'TARGETS_CLEARED', version, before, after: [] });
  });
  return existingPlan(ctx, id, 'plan.draft');
}

/** Targets as callers give them, checked; every problem is told with its path. */
export async function checkTargets(ctx: Context, plan: PlanRow, drafts: TargetDraft[]): Promise<NewTarget[]> {
  const ids = await childIds(
    ctx,
    plan,
    drafts.map((draft) => draft.unit),
    'targets',
    'unit',
  );
  const problems: FieldProblem[] = [];
  const targets = drafts.map((draft, index): NewTarget => {
    const hundredths = hundredthsOf(draft.percent);
    if (hundredths === null) problems.push({ path: `targets.${index}.percent`, text: 'target.percent', params: {} });
    return {
      unitId: ids[index] ?? 0,
      hundredths: hundredths ?? 0,
      scope: draft.scope ?? 'SUBTREE',
      locked: draft.locked ?? false,
    };
  });
  if (problems.length > 0) throw badInputs(problems);
  return targets;
}

/** The ids of units that must be children of the issuing unit and stand once each; every problem is told with its path. */
function childIds(ctx: Context, plan: PlanRow, codes: string[], list: string, field?: string): Promise<number[]> {
  return planUnitIds(ctx, plan, codes, { list, field, withIssuer: false });
}

/**
 * The same; with `withIssuer` it may be the issuing unit itself, or one of `also`. `list` and `field` say where a code stands in
 * the input.
 */
export async function planUnitIds(
  ctx: Context,
  plan: PlanRow,
  codes: string[],
  {
    list,
    field,
    withIssuer,
    also = [],
  }: { list: string; field?: string | undefined; withIssuer: boolean; also?: readonly number[] },
): Promise<number[]> {
  if (codes.length > MAX_CHILDREN) throw badInput(list, 'inputs.many', { most: MAX_CHILDREN });
  const { tree } = await planBasis(ctx, plan);
  const atEnd = await unitTree(ctx, yearEnd(plan.year));
  const children = new Set(
    [...tree.children(plan.issuerId), ...atEnd.children(plan.issuerId)].map((child) => child.unitId).concat(also),
  );
  if (withIssuer) children.add(plan.issuerId);
  const problems: FieldProblem[] = [];
  const ids: number[] = [];
  const seen = new Set<number>();
  for (const [index, code] of codes.entries()) {
    const path = [list, index, field].filter((part) => part !== undefined).join('.');
    const unit = await findUnit(ctx, code, { year: plan.year });
    const unitId = unit?.version.unitId ?? 0;
    if (!unit) problems.push({ path, text: 'unit.unknown', params: { code } });
    else if (!children.has(unitId)) problems.push({ path, text: 'target.notChild', params: { code } });
    else if (seen.has(unitId)) problems.push({ path, text: 'target.twice', params: { code } });
    seen.add(unitId);
    ids.push(unitId);
  }
  if (problems.length > 0) throw badInputs(problems);
  return ids;
}

/**
 * Writes targets into a locked draft and remembers what stood there before; `detail` says what else is to be known of it. Targets
 * that are typed as they stand make neither a version nor an event.
 */
export async function storeTargets(
  tx: Writer,
  provinceId: number,
  plan: PlanRow,
  targets: NewTarget[],
  what: 'TARGETS_SET' | 'CASCADED' | 'COPIED',
  detail: Record<string, unknown> = {},
): Promise<void> {
  const ids = targets.map((target) => target.unitId);
  const before = (await targetsOf(tx, provinceId, [plan.id])).filter((target) => ids.includes(target.unitId));
  if (what === 'TARGETS_SET' && !detail.contributors && isSame(before, targets)) return;
  await putTargets(tx, provinceId, plan.id, targets);
  const version = await nextVersion(tx, plan);
  await insertPlanEvent(tx, provinceId, {
    planId: plan.id,
    version,
    what,
    detail: { before, after: targets, ...detail },
  });
  const act = what === 'TARGETS_SET' ? what : (`TARGETS_${what}` as const);
  await auditTargets(tx, provinceId, plan, { what: act, version, before, after: targets });
}

function isSame(before: readonly TargetRow[], targets: readonly NewTarget[]): boolean {
  const keys = (rows: readonly NewTarget[]): string[] =>
    rows.map(({ unitId, hundredths, scope, locked }) => `${unitId} ${hundredths} ${scope} ${locked}`).sort();
  return isDeepStrictEqual(keys(before), keys(targets));
}

/** Writes targets over those that are there; nothing else. */
export async function putTargets(tx: Writer, provinceId: number, planId: string, targets: NewTarget[]): Promise<void> {
  await tx.run(
    `insert into target (province_id, plan_id, unit_id, hundredths, scope, locked)
     select $1, $2, x."unitId", x.hundredths, x.scope::target_scope, x.locked
       from jsonb_to_recordset($3::jsonb) as x ("unitId" int, hundredths int, scope text, locked boolean)
     on conflict (province_id, plan_id, unit_id) do update
       set hundredths = excluded.hundredths, scope = excluded.scope, locked = excluded.locked`,
    [provinceId, planId, JSON.stringify(targets)],
  );
}
