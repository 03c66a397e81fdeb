import { randomUUID } from 'node:crypto';
import { yearEnd, yearStart, type Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { badInput, conflict } from '../../app/errors.ts';
import { need, needAnywhere } from '../accounts/reach.service.ts';
import {
  auditedDecision,
  checkDecision,
  recordDecision,
  type CheckedDecision,
  type DecisionDraft,
} from '../catalogue/decisions.service.ts';
import { allIndicators, needAdditive } from '../rates/rates.service.ts';
import { today, unitInInput, unitTree, type UnitOnDay } from '../units/units.service.ts';
import { auditPlan } from './audit-plan.service.ts';
import { checkDay, dayChange, storeDay } from './change-day.service.ts';
import { copyInputs } from './inputs.queries.ts';
import { copyTyped } from './milestones/milestones.queries.ts';
import { TargetEntity, TargetPlanEntity } from './plan.entities.ts';
import { insertPlanEvent, listPlans, targetsOf, type PlanRow } from './plans.queries.ts';
import { existingPlan, isPlanYear } from './plans.service.ts';
import { checkSaidIfAny } from './talk/said.service.ts';

export interface PlanDraft {
  issuer: string;
  indicator: string;
  year: number;
  decision?: DecisionDraft | null | undefined;
  amends?: string | null | undefined;
  /** From when it is meant to be in force; its units are those of that day. */
  effectiveOn?: Day | null | undefined;
  /** Why it is begun. */
  reason?: string | null | undefined;
}

/**
 * Begins a plan; an amending one begins with the targets and inputs of the plan that it amends. Where no day is told it begins with
 * those of the units that are still below the issuing one today (or on its decision's day) or at the end of the year.
 */
export async function createTargetPlan(ctx: Context, draft: PlanDraft): Promise<PlanRow> {
  const { year } = draft;
  await needAnywhere(ctx, 'plan.draft');
  if (!isPlanYear(year)) throw badInput('input.year', 'plan.year');
  const issuer = await unitInInput(ctx, 'input.issuer', draft.issuer, { year });
  await need(ctx, 'plan.draft', [issuer.version.unitId]);
  const indicator = (await allIndicators(ctx)).find((known) => known.code === draft.indicator);
  if (!indicator) throw badInput('input.indicator', 'indicator.unknown', { code: draft.indicator });
  needAdditive(indicator, 'input.indicator');
  await refuseChildless(ctx, issuer, draft);
  const decision = draft.decision
    ? await checkDecision(ctx, 'input.decision', draft.decision, issuer.version.unitId)
    : null;
  const key = { issuerId: issuer.version.unitId, indicatorId: indicator.id, year };
  const amended = await checkAmended(ctx, draft.amends ?? null, key);
  const day = draft.effectiveOn ? checkDay('input.effectiveOn', draft.effectiveOn, year, amended) : null;
  const reason = checkSaidIfAny('input.reason', draft.reason);
  const change = amended && day !== null ? await dayChange(ctx, amended, day) : null;
  const there = day === null ? await childrenWithin(ctx, key, decision?.effectiveOn ?? today(ctx)) : null;
  const id = randomUUID();
  await ctx.write('createTargetPlan', async (tx) => {
    const decisionId = decision
      ? await recordDecision(tx, ctx.provinceId, 'input.decision', decision, key.issuerId)
      : null;
    await tx.entities.insert(TargetPlanEntity, {
      id,
      provinceId: ctx.provinceId,
      ...key,
      state: 'DRAFT',
      version: 1,
      decisionId,
      amendsId: amended?.id ?? null,
      assignBy: amended?.assignBy ?? null,
      acknowledgeBy: amended?.acknowledgeBy ?? null,
      effectiveOn: day,
      recordedBy: tx.moment,
    });
    if (amended) await takeOver(tx, ctx.provinceId, amended.id, id, there);
    const passed = change && (await storeDay(tx, ctx.provinceId, { id, issuerId: key.issuerId }, change));
    await insertPlanEvent(tx, ctx.provinceId, {
      planId: id,
      version: 1,
      what: amended ? 'AMENDMENT_BEGUN' : 'CREATED',
      to: 'DRAFT',
      reason,
      detail: { ...(day !== null && { day: { before: null, after: day } }), ...passed },
    });
    auditBegun(tx, { id, indicator: indicator.code, year }, issuer.version, { amends: amended?.id, day, decision });
  });
  return existingPlan(ctx, id, 'plan.draft');
}

function auditBegun(
  tx: Writer,
  { id, indicator, year }: { id: string; indicator: string; year: number },
  { unitId, code, name }: UnitOnDay['version'],
  { amends, day, decision }: { amends: string | undefined; day: Day | null; decision: CheckedDecision | null },
): void {
  const told = { amends, day: day ?? undefined, decision: decision ? auditedDecision(decision) : undefined };
  auditPlan(
    tx,
    { id, issuerId: unitId },
    {
      what: amends === undefined ? 'PLAN_CREATED' : 'PLAN_AMENDMENT_BEGUN',
      after: { issuer: code, name, indicator, year, state: 'DRAFT', ...told },
    },
  );
}

/** A unit with nobody below it, neither now nor at the end of the year, has nobody to assign to. */
async function refuseChildless(ctx: Context, { version, tree }: UnitOnDay, { issuer, year }: PlanDraft): Promise<void> {
  const atEnd = await unitTree(ctx, yearEnd(year));
  const hasChildren = [tree, atEnd].some((one) => one.children(version.unitId).length > 0);
  if (!hasChildren) throw badInput('input.issuer', 'plan.noChildren', { code: issuer });
}

/** A second plan is a CONFLICT unless it amends the issued one of the same issuer, indicator and year. */
async function checkAmended(
  ctx: Context,
  amends: string | null,
  key: { issuerId: number; indicatorId: number; year: number },
): Promise<PlanRow | null> {
  const others = await listPlans(ctx.read, ctx.provinceId, key);
  if (amends === null) {
    const there = others.find((plan) => plan.state !== 'SUPERSEDED');
    if (there)
      throw conflict('plan.exists', {}, { path: 'input.year', facts: { version: there.version, state: there.state } });
    return null;
  }
  const amended = others.find((plan) => plan.id === amends.toLowerCase() && plan.state === 'ISSUED');
  if (!amended) throw badInput('input.amends', 'plan.amends');
  return amended;
}

/** The units below an issuing one on a day within a year, or at the end of that year. */
async function childrenWithin(
  ctx: Context,
  { issuerId, year }: { issuerId: number; year: number },
  day: Day,
): Promise<ReadonlySet<number>> {
  const [first, last] = [yearStart(year), yearEnd(year)];
  const days = [day < first || day > last ? first : day, last];
  const trees = await Promise.all(days.map((one) => unitTree(ctx, one)));
  return new Set(trees.flatMap((tree) => tree.children(issuerId)).map(({ unitId }) => unitId));
}

/** Has a new plan begin with what is typed in another one: its inputs and marks, and its targets, of some units where they are told. */
async function takeOver(
  tx: Writer,
  provinceId: number,
  from: string,
  to: string,
  units: ReadonlySet<number> | null,
): Promise<void> {
  const rows = (await targetsOf(tx, provinceId, [from])).filter(({ unitId }) => units?.has(unitId) ?? true);
  if (rows.length > 0)
    await tx.entities.insert(
      TargetEntity,
      rows.map((row) => ({ ...row, planId: to, provinceId })),
    );
  await copyInputs(tx, provinceId, from, to);
  await copyTyped(tx, provinceId, from, to);
}
