import { copiedTargets, type CopyOutcome } from '@chi-tieu/shared/domain/copied-targets';
import { yearEnd } from '@chi-tieu/shared/domain/days';
import { percentOf } from '@chi-tieu/shared/domain/percent';
import type { Context } from '../../../app/context.ts';
import { badInput, conflict } from '../../../app/errors.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { unitTree } from '../../units/units.service.ts';
import type { Unit } from '../../units/units.types.ts';
import { planBasis } from '../basis.service.ts';
import { authorsOf, type PlanRow } from '../plans.queries.ts';
import { draftToChange, existingPlan, planById, planTargets } from '../plans.service.ts';
import { showPlan } from '../plans.types.ts';
import { storeTargets } from '../set-targets.service.ts';
import type { TargetsCopied } from './copy.types.ts';

/** Means are multiples of half a point, as proposals are unless one says otherwise. */
const STEP = 50;

interface Asked {
  /** Also over what stands there already. */
  overwrite: boolean;
  expectedVersion: number | null;
  /** Say what it would do and write nothing. */
  preview: boolean;
}

/**
 * Copies the targets of another plan of the same issuing unit and indicator into a draft, through successors; one step. What
 * stands in the draft already stays unless told otherwise.
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
  const shown = await show(ctx, outcome, { plan, from, standing });
  const wanted = outcome.copied.filter(({ unitId }) => !standing.has(unitId));
  if (asked.preview || wanted.length === 0) return { plan: showPlan(plan), ...shown };
  // What is copied was worked out for the draft that was read: another version is refused, also where nobody named one.
  const version = asked.expectedVersion ?? plan.version;
  await ctx.write('copyTargets', async (tx) => {
    const draft = await draftToChange(tx, ctx.provinceId, plan.id, version);
    const targets = wanted.map(({ unitId, hundredths, scope, locked }) => ({ unitId, hundredths, scope, locked }));
    // Whoever wrote the numbers is an author of the copy too.
    const contributors = await authorsOf(tx, ctx.provinceId, from.id);
    await storeTargets(tx, ctx.provinceId, draft, targets, 'COPIED', { contributors });
  });
  return { plan: showPlan(await existingPlan(ctx, id, 'plan.draft')), ...shown };
}

/** What is written, what stays and what goes nowhere, by names. */
async function show(
  ctx: Context,
  { copied, left }: CopyOutcome,
  { plan, from, standing }: { plan: PlanRow; from: PlanRow; standing: ReadonlySet<number> },
): Promise<Omit<TargetsCopied, 'plan'>> {
  const all = <Row, Shown>(rows: readonly Row[], one: (row: Row) => Promise<Shown>) => Promise.all(rows.map(one));
  const targets = await all(
    copied.filter(({ unitId }) => !standing.has(unitId)),
    async (row) => ({
      unit: await named(ctx, row.unitId, plan),
      percent: percentOf(row.hundredths),
      scope: row.scope,
      locked: row.locked,
      mergedFrom: isItself(row) ? [] : await all(row.from, (unitId) => named(ctx, unitId, from)),
    }),
  );
  const kept = copied.filter((row) => standing.has(row.unitId));
  return {
    targets: targets.sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1)),
    kept: await all(kept, ({ unitId }) => named(ctx, unitId, plan)),
    left: await all(left, async ({ target, why }) => ({
      unit: await named(ctx, target.unitId, from),
      percent: percentOf(target.hundredths),
      why,
    })),
  };
}

const isItself = ({ unitId, from }: { unitId: number; from: readonly number[] }): boolean =>
  from.length === 1 && from[0] === unitId;

async function outcomeOf(ctx: Context, plan: PlanRow, from: PlanRow): Promise<CopyOutcome> {
  const [basis, before] = [await planBasis(ctx, plan), await planBasis(ctx, from)];
  const volumes = new Map(before.children.map(({ version, volume }) => [version.unitId, volume]));
  const children = new Set(basis.children.map(({ version }) => version.unitId));
  const atEnd = await unitTree(ctx, yearEnd(plan.year));
  return copiedTargets({
    targets: (await planTargets(ctx, from.id)).map(({ unitId, hundredths, scope, locked }) => ({
      unitId,
      hundredths,
      scope,
      locked,
      volume: volumes.get(unitId) ?? 0,
    })),
    answersFor: (unitId) =>
      children.has(unitId) ? unitId : (basis.tree.liveUnitOf(unitId) ?? atEnd.liveUnitOf(unitId)),
    isChild: (unitId) => children.has(unitId),
    step: STEP,
  });
}

async function named(ctx: Context, unitId: number, plan: PlanRow): Promise<Unit> {
  const unit = await unitAsKnown(ctx, unitId, yearEnd(plan.year));
  if (!unit) throw new Error(`unit ${String(unitId)} was never there`);
  return unit;
}
