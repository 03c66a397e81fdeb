import { monthEnd, monthOf, nextDay, yearEnd, yearOf, yearStart, type Day } from '@chi-tieu/shared/domain/days';
import { basisPoints, type Counts } from '@chi-tieu/shared/domain/rate';
import { rollUp, type UnitTree, type UnitVersionRow } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../app/context.ts';
import { decisionMap } from '../catalogue/lists.service.ts';
import { countsByUnit } from '../rates/totals.queries.ts';
import { today, unitRegister, unitTree } from '../units/units.service.ts';
import { countsOfPeriods, lastMonthsOfDossiers, lastMonthsWithDossiers, type LastMonth } from './basis.queries.ts';
import { frozenCounts, frozenOf, type FrozenBasis, type ReceivedItem } from './frozen-basis.ts';
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
  /** The day whose hierarchy it is shown by: the plan's, or the last of the year where it only begins within it. */
  on: Day;
  tree: UnitTree;
  /** What was counted of it. */
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
  /** The children that can get a target, those of the day and of the year's end, in the order of the codes. */
  children: PlanUnit[];
  /** The issuing unit's own dossiers. */
  issuer: PlanUnit | null;
  /** What is to be reached: what was received, else what is typed; null for neither. */
  required: number | null;
  /** The target that the issuing unit itself received, with the plan that it stands in; null where nobody assigned it one. */
  received: ReceivedItem | null;
  /** What each receiving unit within the issuing one counted in the period. */
  counts: ReadonlyMap<number, Counts>;
}

/**
 * The basis of a plan, asked once a request; what several plans need is asked for all of them together. Once submitted it is
 * what was kept then; of a draft, and of plans from before anything was kept, what is known now. `effectiveOn` is the day of
 * a decision by which it is about to be issued.
 */
export function planBasis(ctx: Context, plan: PlanRow, effectiveOn: Day | null = null): Promise<PlanBasis> {
  return ctx.once(`basis:${plan.id}:${plan.version}:${effectiveOn ?? ''}`, async () => {
    // Asked first, for plans of either kind together.
    const [inputs, frozen] = await Promise.all([
      inputsByUnit(ctx, plan),
      plan.isFrozen
        ? ctx.load('frozen', plan.id, (ids: string[]) => frozenOf(ctx.read, ctx.provinceId, ids))
        : Promise.resolve(null),
    ]);
    const told = { plan, inputs, effectiveOn };
    return frozen ? frozenBasis(ctx, told, frozen.frozen) : liveBasis(ctx, told);
  });
}

/** A plan with what is typed of its units, and the day of a decision by which it is about to be issued. */
interface Told {
  plan: PlanRow;
  inputs: ReadonlyMap<number, UnitInput>;
  effectiveOn: Day | null;
}

/** What a plan would rest on by what is known now. */
async function liveBasis(ctx: Context, told: Told): Promise<PlanBasis> {
  const { plan, effectiveOn } = told;
  // Shared by all plans and asked first, so that all of them ask their own questions side by side.
  await Promise.all([decisionMap(ctx), unitRegister(ctx), planIndicator(ctx, plan)]);
  const day = effectiveOn === null ? await planDay(ctx, plan) : dayInForce(plan, effectiveOn);
  const tree = await unitTree(ctx, day);
  const received = await receivedItem(ctx, plan);
  const { from, to } = await basisPeriod(ctx, plan, tree);
  const own = await basisCounts(ctx, plan, from, to);
  return basisOn(ctx, told, { day, from, to, received, own });
}

/** What was kept of a plan; by another day than it was kept for, the children of that day with what was counted then. */
async function frozenBasis(ctx: Context, told: Told, frozen: FrozenBasis): Promise<PlanBasis> {
  const { plan, inputs, effectiveOn } = told;
  const { from, to, received } = frozen;
  const day = effectiveOn === null ? frozen.day : dayInForce(plan, effectiveOn);
  const counts = frozenCounts(frozen);
  if (day !== frozen.day) return basisOn(ctx, told, { day, from, to, received, own: counts });
  const units = await Promise.all(
    frozen.units.map(async ({ volume, baseline, ...unit }) => ({
      ...unit,
      tree: await unitTree(ctx, unit.on),
      ...withInput({ volume, baseline }, inputs.get(unit.version.unitId)),
    })),
  );
  return {
    tree: await unitTree(ctx, day),
    day,
    from,
    to,
    children: units.filter(({ isIssuer }) => !isIssuer),
    issuer: units.find(({ isIssuer }) => isIssuer) ?? null,
    required: received?.hundredths ?? plan.requiredTyped,
    received,
    counts,
  };
}

/** The units of a plan by the hierarchy of a day, with what was counted. */
async function basisOn(
  ctx: Context,
  { plan, inputs }: Told,
  {
    own,
    ...counted
  }: { day: Day; from: Day; to: Day; received: ReceivedItem | null; own: ReadonlyMap<number, Counts> },
): Promise<PlanBasis> {
  const { day, received } = counted;
  const last = yearEnd(plan.year);
  const [tree, atEnd] = [await unitTree(ctx, day), await unitTree(ctx, last)];
  const subtree = rollUp(tree, own, 'SUBTREE');
  const now = tree.children(plan.issuerId).map((version) => planUnit({ version, on: day, tree }, subtree, inputs));
  // Who only comes within the year: what it takes over is still counted for those who have it on the plan's day.
  const later = atEnd
    .children(plan.issuerId)
    .filter(({ unitId }) => tree.byId(unitId)?.parentId !== plan.issuerId)
    .map((version) => planUnit({ version, on: last, tree: atEnd }, new Map(), inputs));
  const issuer = tree.byId(plan.issuerId);
  const within = new Set(
    [tree, atEnd].flatMap((one) =>
      [plan.issuerId, ...one.below(plan.issuerId)].flatMap((id) => [id, ...one.receivedBy(id)]),
    ),
  );
  return {
    ...counted,
    tree,
    children: [...now, ...later].sort((a, b) => (a.version.code < b.version.code ? -1 : 1)),
    issuer: issuer
      ? { ...planUnit({ version: issuer, on: day, tree }, rollUp(tree, own, 'OWN'), inputs), isIssuer: true }
      : null,
    required: received?.hundredths ?? plan.requiredTyped,
    counts: new Map([...own].filter(([unitId]) => within.has(unitId))),
  };
}

async function inputsByUnit(ctx: Context, plan: PlanRow): Promise<ReadonlyMap<number, UnitInput>> {
  return new Map((await inputsOfPlan(ctx, plan.id)).map((input) => [input.unitId, input]));
}

function planUnit(
  { version, on, tree }: { version: UnitVersionRow; on: Day; tree: UnitTree },
  counts: ReadonlyMap<number, Counts>,
  inputs: ReadonlyMap<number, UnitInput>,
): PlanUnit {
  const found = counts.get(version.unitId) ?? { numerator: 0, denominator: 0 };
  const counted = { volume: found.denominator, baseline: basisPoints(found) };
  return { version, isIssuer: false, on, tree, ...withInput(counted, inputs.get(version.unitId)) };
}

/** What is typed goes before what was counted. */
function withInput(counted: PlanUnit['counted'], input: UnitInput | null = null) {
  const [volume, baseline] = [input?.volume ?? counted.volume, input?.baseline ?? counted.baseline];
  return { volume, baseline, counted, input };
}

/**
 * The day whose hierarchy a plan is read by: that from which it is in force, is meant to be, or will be by its decision. A draft
 * of which nobody said goes by today, or by the end of its year that is nearer: units that changed meanwhile bear their new names.
 */
export async function planDay(ctx: Context, plan: PlanRow): Promise<Day> {
  if (plan.inForceFrom !== null) return plan.inForceFrom;
  if (plan.effectiveOn !== null) return plan.effectiveOn;
  const decision = plan.decisionId === null ? null : (await decisionMap(ctx)).get(plan.decisionId);
  if (decision) return dayInForce(plan, decision.effectiveOn);
  const [now, first, last] = [today(ctx), yearStart(plan.year), yearEnd(plan.year)];
  return now < first ? first : now > last ? last : now;
}

function dayInForce(plan: PlanRow, effectiveOn: Day | null): Day {
  const first = yearStart(plan.year);
  return effectiveOn === null || effectiveOn < first || effectiveOn > yearEnd(plan.year) ? first : effectiveOn;
}

/**
 * The item that the issuing unit itself received and the plan that it stands in, by what is in force on a day (the last of
 * the year unless told) as known at an instant; null where nobody assigned it one.
 */
export async function receivedItem(
  ctx: Context,
  plan: Pick<PlanRow, 'indicatorId' | 'issuerId' | 'year'>,
  { on, knownAt = null }: { on?: Day; knownAt?: Date | null } = {},
): Promise<ReceivedItem | null> {
  const [indicatorId, day] = [plan.indicatorId, on ?? yearEnd(plan.year)];
  const question = { id: `${indicatorId}@${day}`, indicatorId, day };
  const targets = await ctx.loadAll(`targets in force@${knownAt?.toISOString() ?? 'now'}`, question, (asked) =>
    targetsInForceOnDays(ctx.read, ctx.provinceId, asked, knownAt),
  );
  const received = targets.find((target) => target.unitId === plan.issuerId && target.scope === 'SUBTREE');
  return received ? { hundredths: received.hundredths, planId: received.planId } : null;
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
  const { definitionId } = indicator;
  const question = { id: `${definitionId}@${before}`, definitionId, before };
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
  const { definitionId } = indicator;
  const question = { id: `${definitionId}@${from}@${to}`, definitionId, from, to };
  const counted =
    indicator.eligibilityDate === 'PERIOD_END'
      ? await ctx.once(`counts:${question.id}`, () =>
          countsByUnit(ctx.figures, ctx.provinceId, indicator, { from, to, knownAt: null }),
        )
      : await ctx.loadAll('basis counts', question, (asked) => countsOfPeriods(ctx.read, ctx.provinceId, asked));
  return new Map(counted.map((row) => [row.unitId, row]));
}
