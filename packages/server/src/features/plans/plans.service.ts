import type { ReachedUnits } from '@chi-tieu/shared/domain/access/reach';
import type { Right } from '@chi-tieu/shared/domain/access/rights';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { conflict, notFound } from '../../app/errors.ts';
import type { ErrorText } from '../../app/error-texts.ts';
import { need, needAnywhere, reached } from '../accounts/reach.service.ts';
import { allIndicators, indicatorByCode } from '../rates/rates.service.ts';
import type { IndicatorRow } from '../rates/indicators.queries.ts';
import { unitByCode } from '../units/units.service.ts';
import { TargetPlanEntity } from './plan.entities.ts';
import {
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
