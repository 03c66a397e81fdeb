import { yearEnd, yearStart, type Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { badInput } from '../../app/errors.ts';
import { auditPlan, shownTargets } from './audit-plan.service.ts';
import { planBasis, planDay, type PlanBasis, type PlanUnit } from './basis.service.ts';
import { carryOver, isItself, type CarriedOver } from './carry-over.service.ts';
import { inputsOf, putInputs, emptyInput, type UnitInput } from './inputs.queries.ts';
import { TargetPlanEntity } from './plan.entities.ts';
import { insertPlanEvent, targetsOf, type PlanRow, type TargetRow } from './plans.queries.ts';
import { anyPlan, draftToChange, existingPlan, nextVersion, planTargets } from './plans.service.ts';
import { inputsOfPlan } from './plan-inputs.service.ts';
import { putTargets, type NewTarget } from './set-targets.service.ts';

/** What another day makes of a plan's units, and of their numbers. */
export interface DayChange {
  day: Day;
  came: PlanUnit[];
  gone: PlanUnit[];
  carried: CarriedOver;
}

/** Which units are in one basis and not in the other. */
export function unitsBetween(before: PlanBasis, after: PlanBasis): { came: PlanUnit[]; gone: PlanUnit[] } {
  const lacking = (of: PlanBasis, from: PlanBasis): PlanUnit[] => {
    const there = new Set(from.children.map(({ version }) => version.unitId));
    return of.children.filter(({ version }) => !there.has(version.unitId));
  };
  return { came: lacking(after, before), gone: lacking(before, after) };
}

/** A day within the plan's year, and not before that of the plan that it amends; else BAD_USER_INPUT at the path. */
export function checkDay(path: string, day: Day, year: number, amended: { inForceFrom: Day | null } | null): Day {
  if (day < yearStart(year) || day > yearEnd(year)) throw badInput(path, 'plan.effectiveYear', { year });
  const first = amended?.inForceFrom ?? null;
  if (first !== null && day < first) throw badInput(path, 'plan.amendsEarlier', { day: first });
  return day;
}

/** What drafting a plan for another day would change; nothing is written. */
export async function dayChange(ctx: Context, plan: PlanRow, day: Day): Promise<DayChange> {
  const [before, after] = [await planBasis(ctx, plan), await planBasis(ctx, plan, day)];
  const [targets, inputs] = [await planTargets(ctx, plan.id), await inputsOfPlan(ctx, plan.id)];
  const old = { basis: before, targets: withoutForeseen(before, after, targets), inputs };
  return { day, ...unitsBetween(before, after), carried: await carryOver(ctx, old, { basis: after, year: plan.year }) };
}

/** Without those of units that go to one that only comes within the year and was given a target already: that was meant. */
function withoutForeseen(before: PlanBasis, after: PlanBasis, targets: readonly TargetRow[]): TargetRow[] {
  const later = new Set(before.children.filter(({ on }) => on !== before.day).map(({ version }) => version.unitId));
  const foreseen = new Set(targets.map(({ unitId }) => unitId).filter((unitId) => later.has(unitId)));
  return targets.filter(({ unitId }) => {
    const to = after.tree.liveUnitOf(unitId);
    return to === null || to === unitId || !foreseen.has(to);
  });
}

/** Drafts a plan for another day: its units are those of that day, the numbers of those that went pass to who succeeded them. */
export async function setEffectiveDay(
  ctx: Context,
  id: string,
  effectiveOn: Day,
  expectedVersion: number | null,
): Promise<PlanRow> {
  const plan = await existingPlan(ctx, id, 'plan.draft');
  const amended = await amendedOf(ctx, plan);
  const day = checkDay('effectiveOn', effectiveOn, plan.year, amended);
  if (plan.state === 'DRAFT' && plan.effectiveOn === day) return plan;
  const change = await dayChange(ctx, plan, day);
  await ctx.write('setEffectiveDay', async (tx) => {
    // What passes on was worked out for the draft that was read.
    const draft = await draftToChange(tx, ctx.provinceId, plan.id, expectedVersion ?? plan.version);
    const before = await planDay(ctx, plan);
    const numbers = await storeDay(tx, ctx.provinceId, draft, change);
    const version = await nextVersion(tx, draft);
    const detail = { day: { before, after: day }, ...numbers };
    await insertPlanEvent(tx, ctx.provinceId, { planId: plan.id, version, what: 'DAY_SET', detail });
    auditPlan(tx, draft, {
      what: 'PLAN_DAY_SET',
      before: {
        version: draft.version,
        day: before,
        targets: await shownTargets(tx, ctx.provinceId, draft, numbers.before),
      },
      after: { version, day, targets: await shownTargets(tx, ctx.provinceId, draft, numbers.after) },
    });
  });
  return existingPlan(ctx, id, 'plan.draft');
}

/** The plan that one amends; null of one that amends none. */
export function amendedOf(ctx: Context, plan: PlanRow): Promise<PlanRow | null> {
  return plan.amendsId === null ? Promise.resolve(null) : anyPlan(ctx, plan.amendsId);
}

/** Writes the day of a locked plan and what passes on with it; returns the targets that changed. */
export async function storeDay(
  tx: Writer,
  provinceId: number,
  plan: Pick<PlanRow, 'id' | 'issuerId'>,
  { day, carried }: DayChange,
): Promise<{ before: TargetRow[]; after: NewTarget[] }> {
  const kept = new Map(carried.copied.map((target) => [target.unitId, target]));
  const changed = carried.copied.filter((target) => !isItself(target));
  const touched = new Set(changed.map(({ unitId }) => unitId));
  const before = (await targetsOf(tx, provinceId, [plan.id])).filter(
    ({ unitId }) => !kept.has(unitId) || touched.has(unitId),
  );
  const dropped = before.map(({ unitId }) => unitId).filter((unitId) => !kept.has(unitId));
  await tx.run('delete from target where province_id = $1 and plan_id = $2 and unit_id = any ($3)', [
    provinceId,
    plan.id,
    dropped,
  ]);
  const after = changed.map(({ unitId, hundredths, scope, locked }) => ({ unitId, hundredths, scope, locked }));
  await putTargets(tx, provinceId, plan.id, after);
  await passInputs(tx, provinceId, plan, carried);
  await tx.entities.update(TargetPlanEntity, { id: plan.id }, { effectiveOn: day });
  return { before, after };
}

async function passInputs(
  tx: Writer,
  provinceId: number,
  plan: Pick<PlanRow, 'id' | 'issuerId'>,
  { inputs }: CarriedOver,
): Promise<void> {
  const stored = await inputsOf(tx, provinceId, [plan.id]);
  const kept = new Set([plan.issuerId, ...inputs.map(({ unitId }) => unitId)]);
  const dropped = stored.filter(({ unitId }) => !kept.has(unitId)).map(({ unitId }) => emptyInput(unitId));
  const passed = inputs
    .filter((input) => !isItself(input))
    .map(({ unitId, volume, baseline, floor, ceiling }): UnitInput => ({ unitId, volume, baseline, floor, ceiling }));
  await putInputs(tx, provinceId, plan.id, [...dropped, ...passed]);
}
