import { unitMay, type UnitMay } from '@chi-tieu/shared/domain/consultation';
import type { Right } from '@chi-tieu/shared/domain/access/rights';
import { yearEnd } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../../app/context.ts';
import { badInput, notFound, type AppError } from '../../../app/errors.ts';
import type { ErrorText } from '../../../app/error-texts.ts';
import { forbidden, reachOfCaller, spokenFor } from '../../accounts/reach.service.ts';
import { findUnit, today, unitTree } from '../../units/units.service.ts';
import { planBasis } from '../basis.service.ts';
import type { PlanRow } from '../plans.queries.ts';
import { anyPlan } from '../plans.service.ts';
import type { CommentSide } from './talk.enums.ts';

export const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Rights by which one is of the issuer's people: they read what is said. Who drafts or approves says something too. */
const READING: readonly Right[] = ['plan.read', 'plan.draft', 'plan.approve'];
const SAYING: readonly Right[] = ['plan.draft', 'plan.approve'];

/** Whether the caller is of the issuer's people, to read what is said there, or to say something. */
export async function isOfIssuer(ctx: Context, plan: PlanRow, toDo: 'read' | 'say' = 'read'): Promise<boolean> {
  const reach = await reachOfCaller(ctx);
  return (toDo === 'read' ? READING : SAYING).some((right) => reach.covers(right, [plan.issuerId]));
}

/** Whether the caller speaks for a unit. */
export async function speaksFor(ctx: Context, unitId: number | null): Promise<boolean> {
  const units = await spokenFor(ctx);
  return unitId !== null && (units === 'ALL' || units.has(unitId));
}

/** What a plan lets the people of its units do today. */
export function unitMayToday(ctx: Context, plan: Pick<PlanRow, 'state' | 'consultedUntil'>): UnitMay {
  return unitMay(plan, today(ctx));
}

/**
 * As whom the caller speaks about a plan, or about a unit's target in it: of the issuer's people, else for the unit while that may.
 * FORBIDDEN for everybody else, who thus does not learn whether somebody is asked.
 */
export async function sideOf(
  ctx: Context,
  plan: PlanRow,
  unitId: number | null,
  what: 'say' | 'propose',
): Promise<CommentSide> {
  const speaks = await speaksFor(ctx, unitId);
  if (what === 'say' && (await isOfIssuer(ctx, plan, 'say'))) return 'ISSUER';
  if (speaks && unitMayToday(ctx, plan)[what]) return 'UNIT';
  throw forbidden('plan.answer');
}

/** The plan that something is said about: NOT_FOUND where there is none. Who may say something there is asked next. */
export async function planSpokenOf(ctx: Context, id: string): Promise<PlanRow> {
  const reach = await reachOfCaller(ctx);
  await spokenFor(ctx);
  if (!['plan.answer' as const, ...READING].some((right) => reach.holds(right))) throw forbidden('plan.answer');
  const plan = await anyPlan(ctx, id);
  if (!plan) throw notFound('plan.unknown');
  return plan;
}

/** The id of a unit that a plan can assign a target to, by its code. */
export async function childOf(ctx: Context, plan: PlanRow, code: string): Promise<number> {
  const unit = await findUnit(ctx, code, { year: plan.year });
  if (!unit) throw badInput('unit', 'unit.unknown', { code });
  const { unitId } = unit.version;
  const trees = [(await planBasis(ctx, plan)).tree, await unitTree(ctx, yearEnd(plan.year))];
  const isChild = trees.some((tree) => tree.children(plan.issuerId).some((child) => child.unitId === unitId));
  if (!isChild) throw badInput('unit', 'target.notChild', { code });
  return unitId;
}

/** Why something is not given that is not within sight: FORBIDDEN whether or not it exists; who sees all plans is told that it does not. */
export async function unseen(ctx: Context, text: ErrorText): Promise<AppError> {
  const reach = await reachOfCaller(ctx);
  return reach.unitsOf('plan.read') === 'ALL' ? notFound(text) : forbidden('plan.answer');
}
