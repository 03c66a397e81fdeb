import { addDays, monthEnd, yearEnd, yearStart, type Day } from '@chi-tieu/shared/domain/days';
import { basisPoints, type Counts } from '@chi-tieu/shared/domain/rate';
import { rollUp, type UnitTree, type UnitVersionRow } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../app/context.ts';
import { decisionMap } from '../catalogue/lists.service.ts';
import { countsByUnit } from '../rates/totals.queries.ts';
import { today, unitRegister, unitTree } from '../units/units.service.ts';
import { countsOfPeriods, lastMonthsWithDossiers } from './basis.queries.ts';
import type { PlanRow } from './plans.queries.ts';
import { planIndicator } from './plans.service.ts';
import { targetsInForceOnDays } from './targets.queries.ts';

/** A unit that a plan is about with what the last period says of it. Baselines in hundredths of a percent. */
export interface PlanUnit {
  version: UnitVersionRow;
  isIssuer: boolean;
  volume: number;
  baseline: number | null;
}

/** What a plan is built on. */
export interface PlanBasis {
  /** The hierarchy of the day from which the plan is (or will be) in force. */
  tree: UnitTree;
  day: Day;
  from: Day;
  to: Day;
  /** The children that can get a target, in the order of the codes. */
  children: PlanUnit[];
  /** The issuing unit's own dossiers. */
  issuer: PlanUnit | null;
  /** The target that the issuing unit received itself, in hundredths; null where nobody assigned it one. */
  required: number | null;
}

/**
 * The basis of a plan, asked once a request; what several plans need is asked for all of them together. `effectiveOn` is
 * the day of a decision by which it is about to be issued.
 */
export function planBasis(ctx: Context, plan: PlanRow, effectiveOn: Day | null = null): Promise<PlanBasis> {
  return ctx.once(`basis:${plan.id}:${plan.version}:${effectiveOn ?? ''}`, async () => {
    // Shared by all plans and asked first, so that all of them ask their own questions side by side.
    await Promise.all([decisionMap(ctx), unitRegister(ctx), planIndicator(ctx, plan)]);
    const day = effectiveOn === null ? await planDay(ctx, plan) : dayInForce(plan, effectiveOn);
    const tree = await unitTree(ctx, day);
    const required = await requiredOf(ctx, plan);
    const { from, to } = await basisPeriod(ctx, plan, tree);
    const own = await basisCounts(ctx, plan, from, to);
    const subtree = rollUp(tree, own, 'SUBTREE');
    const issuer = tree.byId(plan.issuerId);
    const children = tree.children(plan.issuerId);
    return {
      tree,
      day,
      from,
      to,
      children: children.map((version) => planUnit(version, subtree.get(version.unitId), false)),
      issuer: issuer ? planUnit(issuer, rollUp(tree, own, 'OWN').get(plan.issuerId), true) : null,
      required,
    };
  });
}

function planUnit(version: UnitVersionRow, counts = { numerator: 0, denominator: 0 }, isIssuer: boolean): PlanUnit {
  return { version, isIssuer, volume: counts.denominator, baseline: basisPoints(counts) };
}

/** The day from which a plan is in force: its decision's effective day within its year, else 1 January. */
export async function planDay(ctx: Context, plan: PlanRow): Promise<Day> {
  if (plan.inForceFrom !== null) return plan.inForceFrom;
  const decision = plan.decisionId === null ? null : (await decisionMap(ctx)).get(plan.decisionId);
  return dayInForce(plan, decision?.effectiveOn ?? null);
}

function dayInForce(plan: PlanRow, effectiveOn: Day | null): Day {
  const first = yearStart(plan.year);
  return effectiveOn === null || effectiveOn < first || effectiveOn > yearEnd(plan.year) ? first : effectiveOn;
}

/** The target that the issuing unit itself received, in hundredths; null where nobody assigned it one. */
async function requiredOf(ctx: Context, plan: PlanRow): Promise<number | null> {
  const [indicatorId, day] = [plan.indicatorId, yearEnd(plan.year)];
  const question = { id: `${indicatorId}@${day}`, indicatorId, day };
  const targets = await ctx.loadAll('targets in force', question, (asked) =>
    targetsInForceOnDays(ctx.read, ctx.provinceId, asked, null),
  );
  const received = targets.find((target) => target.unitId === plan.issuerId && target.scope === 'SUBTREE');
  return received?.hundredths ?? null;
}

/** The latest twelve months with dossiers before the plan's year, else the year itself so far (domain rule). */
async function basisPeriod(ctx: Context, plan: PlanRow, tree: UnitTree): Promise<{ from: Day; to: Day }> {
  const [indicatorId, before] = [plan.indicatorId, yearStart(plan.year)];
  const question = { id: `${indicatorId}@${before}`, indicatorId, before };
  const lastMonths = await ctx.loadAll('last months', question, (asked) =>
    lastMonthsWithDossiers(ctx.read, ctx.provinceId, asked),
  );
  const receiving = new Set([plan.issuerId, ...tree.below(plan.issuerId)].flatMap((id) => tree.receivedBy(id)));
  const months = lastMonths.filter(({ unitId }) => receiving.has(unitId)).map(({ month }) => month);
  const last = months.sort().at(-1);
  if (last !== undefined) {
    const to = monthEnd(last);
    const from = addDays(monthEnd(`${Number(last.slice(0, 4)) - 1}${last.slice(4)}`), 1);
    return { from, to };
  }
  const now = today(ctx);
  return { from: before, to: now < before || now > yearEnd(plan.year) ? yearEnd(plan.year) : now };
}

/** What each receiving unit counted in the basis period. */
async function basisCounts(ctx: Context, plan: PlanRow, from: Day, to: Day): Promise<Map<number, Counts>> {
  const indicator = await planIndicator(ctx, plan);
  const question = { id: `${indicator.id}@${from}@${to}`, indicatorId: indicator.id, from, to };
  const counted =
    indicator.eligibilityDate === 'PERIOD_END'
      ? await ctx.once(`counts:${question.id}`, () =>
          countsByUnit(ctx.read, ctx.provinceId, indicator, { from, to, knownAt: null }),
        )
      : await ctx.loadAll('basis counts', question, (asked) => countsOfPeriods(ctx.read, ctx.provinceId, asked));
  return new Map(counted.map((row) => [row.unitId, row]));
}
