import type { CopyOutcome } from '@chi-tieu/shared/domain/copied-targets';
import { yearEnd } from '@chi-tieu/shared/domain/days';
import { percentOf } from '@chi-tieu/shared/domain/percent';
import type { Context } from '../../../app/context.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import type { Unit } from '../../units/units.types.ts';
import { isItself } from '../carry-over.service.ts';
import type { PlanRow } from '../plans.queries.ts';
import type { CopiedLimits, CopiedTarget, LeftTarget } from './copy.types.ts';

/** The plan that numbers go to, and that they are of. */
interface Way {
  plan: PlanRow;
  from: PlanRow;
}

/** Targets that are carried over, by names in the order of the codes. */
export async function showCopied(ctx: Context, copied: CopyOutcome['copied'], way: Way): Promise<CopiedTarget[]> {
  const shown = await Promise.all(
    copied.map(async (row) => ({
      ...(await unitAndSources(ctx, row, way)),
      percent: percentOf(row.hundredths),
      scope: row.scope,
      locked: row.locked,
    })),
  );
  return byCode(shown);
}

/** The same of limits. */
export async function showLimits(
  ctx: Context,
  limits: readonly { unitId: number; floor: number | null; ceiling: number | null; from: readonly number[] }[],
  way: Way,
): Promise<CopiedLimits[]> {
  const shown = await Promise.all(
    limits.map(async (row) => ({
      ...(await unitAndSources(ctx, row, way)),
      floor: row.floor === null ? null : percentOf(row.floor),
      ceiling: row.ceiling === null ? null : percentOf(row.ceiling),
    })),
  );
  return byCode(shown);
}

/** Targets that go nowhere, by names. */
export function showLeft(ctx: Context, left: CopyOutcome['left'], from: PlanRow): Promise<LeftTarget[]> {
  return Promise.all(
    left.map(async ({ target, why }) => ({
      unit: await named(ctx, target.unitId, from),
      percent: percentOf(target.hundredths),
      why,
    })),
  );
}

async function unitAndSources(
  ctx: Context,
  row: { unitId: number; from: readonly number[] },
  { plan, from }: Way,
): Promise<{ unit: Unit; mergedFrom: Unit[] }> {
  return {
    unit: await named(ctx, row.unitId, plan),
    mergedFrom: isItself(row) ? [] : await Promise.all(row.from.map((unitId) => named(ctx, unitId, from))),
  };
}

const byCode = <Row extends { unit: Unit }>(rows: Row[]): Row[] =>
  rows.sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1));

/** A unit as it was called in the year of a plan. */
export async function named(ctx: Context, unitId: number, plan: PlanRow): Promise<Unit> {
  const unit = await unitAsKnown(ctx, unitId, yearEnd(plan.year));
  if (!unit) throw new Error(`unit ${String(unitId)} was never there`);
  return unit;
}
