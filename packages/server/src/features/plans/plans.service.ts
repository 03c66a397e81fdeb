import { randomUUID } from 'node:crypto';
import type { ReachedUnits } from '@chi-tieu/shared/domain/access/reach';
import type { Right } from '@chi-tieu/shared/domain/access/rights';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { badInput, conflict, notFound } from '../../app/errors.ts';
import type { ErrorText } from '../../app/error-texts.ts';
import { need, needAnywhere, reached } from '../accounts/reach.service.ts';
import { auditedDecision, checkDecision, recordDecision, type DecisionDraft } from '../catalogue/decisions.service.ts';
import { allIndicators, indicatorByCode } from '../rates/rates.service.ts';
import type { IndicatorRow } from '../rates/indicators.queries.ts';
import { unitByCode, unitInInput, unitTree } from '../units/units.service.ts';
import { auditPlan } from './audit-plan.service.ts';
import { copyInputs } from './inputs.queries.ts';
import { copyTyped } from './milestones/milestones.queries.ts';
import { TargetEntity, TargetPlanEntity } from './plan.entities.ts';
import {
  insertPlanEvent,
  listPlans,
  lockPlan,
  planEvents,
  plansById,
  targetsOf,
  type PlanEventRow,
  type PlanRow,
  type TargetRow,
} from './plans.queries.ts';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A plan by id; those of a whole page are fetched at once. Null where there is none that the caller may read. */
export async function planById(ctx: Context, id: string): Promise<PlanRow | null> {
  const reach = await reached(ctx, 'plan.read');
  const plan = await anyPlan(ctx, id);
  return plan && isReadable(plan, reach) ? plan : null;
}

/** A plan by id, whoever asks: who uses it decides what of it is told. */
export function anyPlan(ctx: Context, id: string): Promise<PlanRow | null> {
  if (!UUID.test(id)) return Promise.resolve(null);
  return ctx.load<string, PlanRow>('plan', id.toLowerCase(), (ids) => plansById(ctx.read, ctx.provinceId, ids));
}

/** Everybody reads what is or was in force; what is not issued yet only who may at its issuer. */
export function isReadable(plan: PlanRow, reach: ReachedUnits): boolean {
  return plan.state === 'ISSUED' || plan.state === 'SUPERSEDED' || reach === 'ALL' || reach.has(plan.issuerId);
}

/** The plan that a call is about: FORBIDDEN without the right at its issuer, NOT_FOUND where there is none. */
export async function existingPlan(ctx: Context, id: string, right: Right): Promise<PlanRow> {
  await needAnywhere(ctx, right);
  const plan = await anyPlan(ctx, id);
  if (!plan) throw notFound('plan.unknown');
  await need(ctx, right, [plan.issuerId]);
  return plan;
}

/** The years that a plan can be of. */
export function isPlanYear(year: number): boolean {
  return year >= 2000 && year <= 2100;
}

/**
 * Plans of a year, issuer and indicator that the caller may read; what is not given does not narrow. None of a year that no
 * plan can be of.
 */
export async function findPlans(
  ctx: Context,
  asked: { year: number | null; issuer: string | null; indicator: string | null },
): Promise<PlanRow[]> {
  const reach = await reached(ctx, 'plan.read');
  if (asked.year !== null && !isPlanYear(asked.year)) return [];
  const issuer =
    asked.issuer === null ? null : await unitByCode(ctx, asked.issuer, asked.year === null ? {} : { year: asked.year });
  const indicator = asked.indicator === null ? null : await indicatorByCode(ctx, asked.indicator);
  const plans = await listPlans(ctx.read, ctx.provinceId, {
    year: asked.year,
    issuerId: issuer?.version.unitId ?? null,
    indicatorId: indicator?.id ?? null,
  });
  return plans.filter((plan) => isReadable(plan, reach));
}

/** The targets of a plan; those of a whole page of plans are fetched at once. */
export function planTargets(ctx: Context, planId: string): Promise<TargetRow[]> {
  return ctx.loadAll('targets', { id: planId }, async (plans) => {
    const rows = await targetsOf(
      ctx.read,
      ctx.provinceId,
      plans.map(({ id }) => id),
    );
    return rows.map((row) => ({ ...row, id: row.planId }));
  });
}

/** What happened to a plan, oldest first; the events of a whole page of plans are fetched at once. */
export function eventsOfPlan(ctx: Context, planId: string): Promise<PlanEventRow[]> {
  return ctx.loadAll('events', { id: planId }, async (plans) => {
    const rows = await planEvents(
      ctx.read,
      ctx.provinceId,
      plans.map(({ id }) => id),
    );
    return rows.map((row) => ({ ...row, id: row.planId }));
  });
}

/** The indicator of a plan. */
export async function planIndicator(ctx: Context, plan: PlanRow): Promise<IndicatorRow> {
  const found = (await allIndicators(ctx)).find((indicator) => indicator.id === plan.indicatorId);
  if (!found) throw new Error(`plan ${plan.id} has no indicator`);
  return found;
}

export interface PlanDraft {
  issuer: string;
  indicator: string;
  year: number;
  decision?: DecisionDraft | null | undefined;
  amends?: string | null | undefined;
}

/** Begins a plan; an amending one begins with the targets and inputs of the plan that it amends. */
export async function createTargetPlan(ctx: Context, draft: PlanDraft): Promise<PlanRow> {
  const { year } = draft;
  await needAnywhere(ctx, 'plan.draft');
  if (!isPlanYear(year)) throw badInput('input.year', 'plan.year');
  const issuer = await unitInInput(ctx, 'input.issuer', draft.issuer, { year });
  await need(ctx, 'plan.draft', [issuer.version.unitId]);
  const indicator = (await allIndicators(ctx)).find((known) => known.code === draft.indicator);
  if (!indicator) throw badInput('input.indicator', 'indicator.unknown', { code: draft.indicator });
  const tree = await unitTree(ctx, `${year}-12-31`);
  const hasChildren =
    tree.children(issuer.version.unitId).length > 0 || issuer.tree.children(issuer.version.unitId).length > 0;
  if (!hasChildren) throw badInput('input.issuer', 'plan.noChildren', { code: draft.issuer });
  const decision = draft.decision
    ? await checkDecision(ctx, 'input.decision', draft.decision, issuer.version.unitId)
    : null;
  const key = { issuerId: issuer.version.unitId, indicatorId: indicator.id, year };
  const amended = await checkAmended(ctx, draft.amends ?? null, key);
  const id = randomUUID();
  await ctx.write('createTargetPlan', async (tx) => {
    const decisionId = decision ? await recordDecision(tx, ctx.provinceId, 'input.decision', decision) : null;
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
      recordedBy: tx.moment,
    });
    if (amended) await copyTargets(tx, ctx.provinceId, amended.id, id);
    if (amended) await copyInputs(tx, ctx.provinceId, amended.id, id);
    if (amended) await copyTyped(tx, ctx.provinceId, amended.id, id);
    await insertPlanEvent(tx, ctx.provinceId, {
      planId: id,
      version: 1,
      what: amended ? 'AMENDMENT_BEGUN' : 'CREATED',
      to: 'DRAFT',
    });
    const { code, name } = issuer.version;
    const told = { amends: amended?.id, decision: decision ? auditedDecision(decision) : undefined };
    auditPlan(
      tx,
      { id, issuerId: key.issuerId },
      {
        what: amended ? 'PLAN_AMENDMENT_BEGUN' : 'PLAN_CREATED',
        after: { issuer: code, name, indicator: indicator.code, year, state: 'DRAFT', ...told },
      },
    );
  });
  return existingPlan(ctx, id, 'plan.draft');
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

async function copyTargets(tx: Writer, provinceId: number, from: string, to: string): Promise<void> {
  const rows = await targetsOf(tx, provinceId, [from]);
  if (rows.length > 0)
    await tx.entities.insert(
      TargetEntity,
      rows.map((row) => ({ ...row, planId: to, provinceId })),
    );
}

/** A plan locked for a change by this transaction, checked against the version that the caller saw. */
export async function planToChange(
  tx: Writer,
  provinceId: number,
  id: string,
  expectedVersion: number | null,
): Promise<PlanRow> {
  const plan = UUID.test(id) ? await lockPlan(tx, provinceId, id) : null;
  if (!plan) throw notFound('plan.unknown');
  const facts = { version: plan.version };
  const refuse = (text: ErrorText, path: string) => conflict(text, facts, { path, facts });
  if (expectedVersion !== null && expectedVersion !== plan.version) throw refuse('plan.version', 'expectedVersion');
  return plan;
}

/** The same, for a change of its targets: only a draft allows that. */
export async function draftToChange(
  tx: Writer,
  provinceId: number,
  id: string,
  expectedVersion: number | null,
): Promise<PlanRow> {
  const plan = await planToChange(tx, provinceId, id, expectedVersion);
  if (plan.state !== 'DRAFT')
    throw conflict('plan.notDraft', {}, { path: 'plan', facts: { version: plan.version, state: plan.state } });
  return plan;
}

/** Counts an accepted change; returns the new version. */
export async function nextVersion(tx: Writer, plan: PlanRow): Promise<number> {
  await tx.entities.update(TargetPlanEntity, { id: plan.id }, { version: plan.version + 1 });
  return plan.version + 1;
}
