import { monthOf, yearOf, yearStart } from '@chi-tieu/shared/domain/days';
import { monthMarks, MONTHS, type MonthMark } from '@chi-tieu/shared/domain/milestones/marks';
import { seasonYears } from '@chi-tieu/shared/domain/milestones/season-years';
import type { Counts } from '@chi-tieu/shared/domain/rate';
import { rollUp, type Scope, type UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../../app/context.ts';
import { today } from '../../units/units.service.ts';
import { planBasis, planDay } from '../basis.service.ts';
import type { PlanRow, TargetRow } from '../plans.queries.ts';
import { planIndicator, planTargets } from '../plans.service.ts';
import { milestonesOf, seasonCounts, type MilestoneRow, type SeasonCount } from './milestones.queries.ts';

/** The marks of a plan by unit: of every unit that has a target, from the month on in which the plan comes into force. */
export type PlanMarks = ReadonlyMap<number, readonly MonthMark[]>;

/**
 * All marks of a plan. Where they were kept with the plan they are those that were kept; else they follow from its targets,
 * from what was typed, and from the seasons of the last whole years by the tree of the plan's day. This is what is to be kept
 * where a plan is frozen, then from January: `first` is the month in which the plan comes into force unless given.
 */
export function planMarks(ctx: Context, plan: PlanRow, first?: number): Promise<PlanMarks> {
  return ctx.once(`marks:${plan.id}:${plan.version}:${String(first)}`, async () => {
    const [targets, stored] = await Promise.all([planTargets(ctx, plan.id), storedMarks(ctx, plan.id)]);
    const from = first ?? (await firstMonth(ctx, plan));
    // A decision that came with the issue may have put the plan in force later than was known when they were kept.
    const kept = stored.filter(({ month }) => month >= from);
    if (stored.some(({ season }) => season !== 'TYPED')) return keptMarks(targets, kept);
    const seasonOf = await planSeasons(ctx, plan);
    return new Map(
      targets.map(({ unitId, hundredths, scope }) => {
        const typed = stored.filter((mark) => mark.unitId === unitId);
        const [own, issuer] = [seasonOf(unitId, scope), seasonOf(plan.issuerId, 'SUBTREE')];
        return [unitId, monthMarks({ target: hundredths, from, typed, own, issuer })];
      }),
    );
  });
}

/** The first month that a plan has marks of: that in which it comes into force, by what is known of its decision. */
export async function firstMonth(ctx: Context, plan: PlanRow): Promise<number> {
  const isTold = plan.inForceFrom !== null || plan.decisionId !== null;
  return monthOf(isTold ? await planDay(ctx, plan) : yearStart(plan.year));
}

/** The stored marks of a plan; those of a whole page of plans are fetched at once. */
function storedMarks(ctx: Context, planId: string): Promise<MilestoneRow[]> {
  return ctx.loadAll('milestones', { id: planId }, async (plans) => {
    const ids = plans.map(({ id }) => id);
    return (await milestonesOf(ctx.read, ctx.provinceId, ids)).map((row) => ({ ...row, id: row.planId }));
  });
}

function keptMarks(targets: readonly TargetRow[], stored: readonly MilestoneRow[]): PlanMarks {
  return new Map(
    targets.map(({ unitId, hundredths }) => {
      const mine = stored.filter((mark) => mark.unitId === unitId);
      return [unitId, mine.map((mark) => ({ ...mark, stale: mark.season === 'TYPED' && mark.target !== hundredths }))];
    }),
  );
}

type SeasonOf = (unitId: number, scope: Scope) => readonly Counts[];

/** The seasons of a plan's units. An indicator whose eligibility goes by the period's end has no months, so nobody a season. */
async function planSeasons(ctx: Context, plan: PlanRow): Promise<SeasonOf> {
  const [indicator, { tree }] = await Promise.all([planIndicator(ctx, plan), planBasis(ctx, plan)]);
  if (indicator.eligibilityDate === 'PERIOD_END') return () => [];
  const { first, last } = seasonYears(plan.year, yearOf(today(ctx)));
  const { definitionId } = indicator;
  const question = { id: `${definitionId}@${first}@${last}`, definitionId, first, last };
  const counted = await ctx.loadAll('seasons', question, (asked) => seasonCounts(ctx.read, ctx.provinceId, asked));
  const months = { OWN: seasonsBy(tree, counted, 'OWN'), SUBTREE: seasonsBy(tree, counted, 'SUBTREE') };
  return (unitId, scope) => months[scope].map((month) => month.get(unitId) ?? { numerator: 0, denominator: 0 });
}

function seasonsBy(tree: UnitTree, counted: readonly SeasonCount[], scope: Scope): Map<number, Counts>[] {
  return Array.from({ length: MONTHS }, (_value, index) => {
    const ofMonth = counted.filter(({ month }) => month === index + 1);
    return rollUp(tree, new Map(ofMonth.map((row) => [row.unitId, row])), scope);
  });
}
