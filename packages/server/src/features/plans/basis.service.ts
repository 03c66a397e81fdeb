import { addDays, monthEnd, yearEnd, yearStart, type Day } from '@chi-tieu/shared/domain/days';
import { basisPoints } from '@chi-tieu/shared/domain/rate';
import { rollUp, type UnitTree, type UnitVersionRow } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../app/context.ts';
import { decisionMap } from '../catalogue/lists.service.ts';
import { countsByUnit } from '../rates/totals.queries.ts';
import { today, unitTree } from '../units/units.service.ts';
import { lastMonthWithDossiers, type PlanRow } from './plans.queries.ts';
import { planIndicator } from './plans.service.ts';
import { targetsInForce } from './targets.queries.ts';

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

/** The basis of a plan, asked once a request. */
export function planBasis(ctx: Context, plan: PlanRow): Promise<PlanBasis> {
  return ctx.once(`basis:${plan.id}:${plan.version}`, async () => {
    const day = await planDay(ctx, plan);
    const tree = await unitTree(ctx, day);
    const indicator = await planIndicator(ctx, plan);
    const receiving = [plan.issuerId, ...tree.below(plan.issuerId)].flatMap((id) => tree.receivedBy(id));
    const { from, to } = await basisPeriod(ctx, plan, receiving);
    const counted = await countsByUnit(ctx.read, ctx.provinceId, indicator, { from, to, knownAt: null });
    const own = new Map(counted.map((row) => [row.unitId, row]));
    const subtree = rollUp(tree, own, 'SUBTREE');
    const issuersOwn = rollUp(tree, own, 'OWN').get(plan.issuerId) ?? { numerator: 0, denominator: 0 };
    const issuer = tree.byId(plan.issuerId);
    const targets = await targetsInForce(ctx.read, ctx.provinceId, indicator.id, yearEnd(plan.year), null);
    const received = targets.find((target) => target.unitId === plan.issuerId && target.scope === 'SUBTREE');
    return {
      tree,
      day,
      from,
      to,
      children: tree.children(plan.issuerId).map((version) => planUnit(version, subtree.get(version.unitId), false)),
      issuer: issuer ? planUnit(issuer, issuersOwn, true) : null,
      required: received?.hundredths ?? null,
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
  const first = yearStart(plan.year);
  const effective = decision?.effectiveOn ?? first;
  return effective < first || effective > yearEnd(plan.year) ? first : effective;
}

/** The latest twelve months with dossiers before the plan's year, else the year itself so far (domain rule). */
async function basisPeriod(ctx: Context, plan: PlanRow, units: number[]): Promise<{ from: Day; to: Day }> {
  const first = yearStart(plan.year);
  const last = await lastMonthWithDossiers(ctx.read, ctx.provinceId, plan.indicatorId, units, first);
  if (last !== null) {
    const to = monthEnd(last);
    const from = addDays(monthEnd(`${Number(last.slice(0, 4)) - 1}${last.slice(4)}`), 1);
    return { from, to };
  }
  const now = today(ctx);
  const to = now < first || now > yearEnd(plan.year) ? yearEnd(plan.year) : now;
  return { from: first, to };
}
