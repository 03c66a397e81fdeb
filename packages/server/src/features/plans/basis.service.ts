import { monthEnd, monthOf, nextDay, yearEnd, yearOf, yearStart, type Day } from '@chi-tieu/shared/domain/days';
import { basisPoints, type Counts } from '@chi-tieu/shared/domain/rate';
import { rollUp, type UnitTree, type UnitVersionRow } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../app/context.ts';
import { decisionMap } from '../catalogue/lists.service.ts';
import { countsByUnit } from '../rates/totals.queries.ts';
import { today, unitRegister, unitTree } from '../units/units.service.ts';
import { countsOfPeriods, lastMonthsOfDossiers, lastMonthsWithDossiers, type LastMonth } from './basis.queries.ts';
import type { UnitInput } from './inputs.queries.ts';
import { inputsOfPlan } from './plan-inputs.service.ts';
import type { PlanRow } from './plans.queries.ts';
import { planIndicator } from './plans.service.ts';
import { targetsInForceOnDays } from './targets.queries.ts';

/**
 * A unit that a plan is about with what the last period says of it, and what the planner knows better. Baselines in
 * hundredths of a percent. `volume` and `baseline` are those that everything goes by: the typed ones before the counted.
 */
export interface PlanUnit {
  version: UnitVersionRow;
  isIssuer: boolean;
  volume: number;
  baseline: number | null;
  counted: { volume: number; baseline: number | null };
  /** What is typed of it in the plan; null where nothing is. */
  input: UnitInput | null;
}

/** What a plan is built on. */
export interface PlanBasis {
  /** The hierarchy of the plan's day. */
  tree: UnitTree;
  day: Day;
  from: Day;
  to: Day;
  /** The children that can get a target, in the order of the codes. */
  children: PlanUnit[];
  /** The issuing unit's own dossiers. */
  issuer: PlanUnit | null;
  /** The target that the issuing unit received itself, in hundredths; null where nobody assigned it one. */
  received: number | null;
  /** What is to be reached: what was received, else what is typed; null for neither. */
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
    const received = await requiredOf(ctx, plan);
    const inputs = new Map((await inputsOfPlan(ctx, plan.id)).map((input) => [input.unitId, input]));
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
      children: children.map((version) => planUnit(version, subtree.get(version.unitId), { isIssuer: false, inputs })),
      issuer: issuer ? planUnit(issuer, rollUp(tree, own, 'OWN').get(plan.issuerId), { isIssuer: true, inputs }) : null,
      received,
      required: received ?? plan.requiredTyped,
    };
  });
}

function planUnit(
  version: UnitVersionRow,
  counts = { numerator: 0, denominator: 0 },
  { isIssuer, inputs }: { isIssuer: boolean; inputs: ReadonlyMap<number, UnitInput> },
): PlanUnit {
  const counted = { volume: counts.denominator, baseline: basisPoints(counts) };
  const input = inputs.get(version.unitId) ?? null;
  const [volume, baseline] = [input?.volume ?? counted.volume, input?.baseline ?? counted.baseline];
  return { version, isIssuer, volume, baseline, counted, input };
}

/**
 * The day whose hierarchy a plan is read by: that from which it is in force, or will be by its decision. A draft without
 * a decision goes by today, or by the end of its year that is nearer: units that changed meanwhile bear their new names.
 */
export async function planDay(ctx: Context, plan: PlanRow): Promise<Day> {
  if (plan.inForceFrom !== null) return plan.inForceFrom;
  const decision = plan.decisionId === null ? null : (await decisionMap(ctx)).get(plan.decisionId);
  if (decision) return dayInForce(plan, decision.effectiveOn);
  const [now, first, last] = [today(ctx), yearStart(plan.year), yearEnd(plan.year)];
  return now < first ? first : now > last ? last : now;
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
  const before = yearStart(plan.year);
  const receiving = new Set([plan.issuerId, ...tree.below(plan.issuerId)].flatMap((id) => tree.receivedBy(id)));
  const months = (await lastMonths(ctx, plan, before)).filter(({ unitId }) => receiving.has(unitId));
  const last = months
    .map(({ month }) => month)
    .sort()
    .at(-1);
  if (last !== undefined) return twelveMonthsTo(last);
  const now = today(ctx);
  return { from: before, to: now < before || now > yearEnd(plan.year) ? yearEnd(plan.year) : now };
}

/** The last month with dossiers of each receiving unit before a day. */
async function lastMonths(ctx: Context, plan: PlanRow, before: Day): Promise<LastMonth[]> {
  const indicator = await planIndicator(ctx, plan);
  const question = { id: `${indicator.id}@${before}`, indicatorId: indicator.id, before };
  return indicator.eligibilityDate === 'PERIOD_END'
    ? ctx.once(`last months:${question.id}`, () => lastMonthsOfDossiers(ctx.figures, ctx.provinceId, question))
    : ctx.loadAll('last months', question, (asked) => lastMonthsWithDossiers(ctx.read, ctx.provinceId, asked));
}

/** The twelve months that end with the month of a day; fewer where there is no year before it. */
export function twelveMonthsTo(day: Day): { from: Day; to: Day } {
  const [year, to] = [yearOf(day), monthEnd(day)];
  if (year === 1 || monthOf(day) === 12) return { from: yearStart(year), to };
  return { from: nextDay(monthEnd(yearStart(year - 1).slice(0, 5) + day.slice(5))), to };
}

/** What each receiving unit counted in a period of whole months, as for the basis period. */
export async function basisCounts(ctx: Context, plan: PlanRow, from: Day, to: Day): Promise<Map<number, Counts>> {
  const indicator = await planIndicator(ctx, plan);
  const question = { id: `${indicator.id}@${from}@${to}`, indicatorId: indicator.id, from, to };
  const counted =
    indicator.eligibilityDate === 'PERIOD_END'
      ? await ctx.once(`counts:${question.id}`, () =>
          countsByUnit(ctx.figures, ctx.provinceId, indicator, { from, to, knownAt: null }),
        )
      : await ctx.loadAll('basis counts', question, (asked) => countsOfPeriods(ctx.read, ctx.provinceId, asked));
  return new Map(counted.map((row) => [row.unitId, row]));
}
