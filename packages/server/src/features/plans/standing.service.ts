import { yearEnd, type Day } from '@chi-tieu/shared/domain/days';
import { percentOf } from '@chi-tieu/shared/domain/percent';
import type { Context } from '../../app/context.ts';
import type { Sql } from '../../app/sql.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { unitRegister, unitTree } from '../units/units.service.ts';
import type { Unit } from '../units/units.types.ts';
import { planBasis, receivedItem } from './basis.service.ts';
import type { ReceivedItem } from './frozen-basis.ts';
import type { PlanRow } from './plans.queries.ts';
import { planById, planTargets } from './plans.service.ts';
import { showPlan } from './plans.types.ts';
import { rollUpPlan } from './roll-up.service.ts';
import type { PlanStanding } from './standing.types.ts';
import { lastDaysHeld } from './targets.queries.ts';

interface Asked {
  /** The day on which the item is looked at: the last of the plan's year unless told. */
  on: Day | null;
  knownAt: Date | null;
}

/** How a plan stands to what its issuing unit received. Nothing of it is stored: it can neither be missed nor go stale. */
export async function standingOf(ctx: Context, plan: PlanRow, { on, knownAt }: Asked): Promise<PlanStanding> {
  const asked = { on: on ?? yearEnd(plan.year), knownAt };
  const [basis, now, madeFor] = [
    await planBasis(ctx, plan),
    await receivedItem(ctx, plan, asked),
    await itemMadeFor(ctx, plan),
  ];
  const end = await endOfIssuer(ctx, plan, knownAt);
  const byPlan = now && (await planById(ctx, now.planId));
  const { rolled } = rollUpPlan(plan, { ...basis, required: now?.hundredths ?? null }, await planTargets(ctx, plan.id));
  return {
    required: now && percentOf(now.hundredths),
    byPlan: byPlan && showPlan(byPlan),
    since: byPlan?.inForceFrom ?? null,
    madeFor: madeFor && percentOf(madeFor.hundredths),
    changed: now?.hundredths !== madeFor?.hundredths,
    addsUp: end ? null : rolled.feasible,
    residualPoints: end ? 0 : percentOf(rolled.residualPoints),
    residualDossiers: end ? 0 : rolled.residualDossiers,
    issuerEndedOn: end?.on ?? null,
    successor: end?.successor ?? null,
  };
}

/** The item that a plan was made for: as kept; without that as known when it was issued, or last changed. */
async function itemMadeFor(ctx: Context, plan: PlanRow): Promise<ReceivedItem | null> {
  if (plan.isFrozen) return (await planBasis(ctx, plan)).received;
  const made = await ctx.load('plans made', plan.id, (ids: string[]) => madeAt(ctx.read, ctx.provinceId, ids));
  return receivedItem(ctx, plan, { knownAt: made?.at ?? null });
}

/** When the numbers of plans were written: at their issue, else at the last change of their targets. */
function madeAt(sql: Sql, provinceId: number, planIds: string[]): Promise<{ id: string; at: Date }[]> {
  return sql.rows<{ id: string; at: Date }>(
    `select p.id, coalesce(i.at, max(m.at)) as at
       from target_plan p left join moment i on i.id = p.issued_by
       join plan_event e on e.plan_id = p.id and e.what <> 'MOVED' join moment m on m.id = e.recorded_by
      where p.province_id = $1 and p.id = any ($2::uuid[]) group by p.id, i.at`,
    [provinceId, planIds],
  );
}

/** The issuing unit's last day and its main successor, where it ends before the plan's year does. */
async function endOfIssuer(
  ctx: Context,
  plan: PlanRow,
  knownAt: Date | null,
): Promise<{ on: Day; successor: Unit | null } | null> {
  const last = yearEnd(plan.year);
  const tree = await unitTree(ctx, last, knownAt);
  if (tree.byId(plan.issuerId)) return null;
  const { versions } = await unitRegister(ctx, knownAt);
  const ends = versions.flatMap(({ unitId, to }) => (unitId === plan.issuerId && to !== null && to < last ? [to] : []));
  const on = ends.sort().at(-1);
  if (on === undefined) return null;
  const successor = tree.liveUnitOf(plan.issuerId);
  return { on, successor: successor === null ? null : await unitAsKnown(ctx, successor, last) };
}

/** From when to when an issued plan holds; null for what is not issued. */
export async function heldDays(
  ctx: Context,
  plan: PlanRow,
  knownAt: Date | null,
): Promise<{ until: Day | null; replacedFrom: Day | null } | null> {
  if (plan.inForceFrom === null) return null;
  return ctx.load(`held@${knownAt?.toISOString() ?? 'now'}`, plan.id, (ids: string[]) =>
    lastDaysHeld(ctx.read, ctx.provinceId, ids, knownAt),
  );
}
