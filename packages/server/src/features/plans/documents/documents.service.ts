import { createHash } from 'node:crypto';
import { composeDocument, isDraftPaper } from '@chi-tieu/shared/domain/decision-document/compose';
import type { Context } from '../../../app/context.ts';
import { canonicalJson, type Json } from '../../../app/audit/canonical-json.ts';
import { AppError, conflict } from '../../../app/errors.ts';
import { referenceOf } from '../../../app/reference.ts';
import { forbidden, reached, reachOfCaller } from '../../accounts/reach.service.ts';
import { today } from '../../units/units.service.ts';
import { auditPlan } from '../audit-plan.service.ts';
import { listPlans, type PlanRow } from '../plans.queries.ts';
import { existingPlan, planById, planToChange } from '../plans.service.ts';
import { documentByReference, documentsOfPlans, insertDocument, type DocumentRow } from './documents.queries.ts';
import { documentFacts } from './facts.service.ts';
import { templateOf } from './templates.service.ts';

const REFERENCE = /^[0-9A-Z-]{1,40}$/;

/** The plan, for who may draft or approve it: they make out its papers and attach its scan. */
export async function planToMakeOut(ctx: Context, id: string): Promise<PlanRow> {
  const plan = await existingPlan(ctx, id, 'plan.read');
  const reach = await reachOfCaller(ctx);
  if (!reach.covers('plan.draft', [plan.issuerId]) && !reach.covers('plan.approve', [plan.issuerId]))
    throw forbidden('plan.draft');
  return plan;
}

/** Whether the caller reads plans of the issuer that are not issued yet: their papers, and what these would be made of. */
export async function readsDraftsOf(ctx: Context, plan: Pick<PlanRow, 'issuerId'>): Promise<boolean> {
  const reach = await reached(ctx, 'plan.read');
  return reach === 'ALL' || reach.has(plan.issuerId);
}

/**
 * Makes out the paper of a plan as it is now, and keeps it under a reference that ends in a piece of its content's hash. What
 * was made out already in the same words and numbers is that paper.
 */
export async function makePlanDocument(ctx: Context, id: string, expectedVersion: number | null): Promise<DocumentRow> {
  const plan = await planToMakeOut(ctx, id);
  const facts = await documentFacts(ctx, plan);
  const { unitId, code, kind } = { unitId: plan.issuerId, ...facts.issuer };
  const { words } = await templateOf(ctx, { unitId, code, kind });
  const { document: content } = composeDocument(words, facts);
  const sha256 = createHash('sha256')
    .update(canonicalJson({ plan: plan.id, version: plan.version, content: content as unknown as Json }))
    .digest('hex');
  const reference = referenceOf(code, plan.year, sha256);
  const row = { reference, planId: plan.id, planVersion: plan.version, state: plan.state, content, sha256 };
  await ctx.write('makePlanDocument', async (tx) => {
    const { version, state } = await planToChange(tx, ctx.provinceId, plan.id, expectedVersion);
    if (version !== plan.version)
      throw conflict('plan.version', { version }, { path: 'expectedVersion', facts: { version, state } });
    const isNew = await insertDocument(tx, ctx.provinceId, row);
    const [known] = isNew ? [] : [await documentByReference(tx, ctx.provinceId, reference)];
    if (!isNew && known?.sha256 !== sha256) throw new Error(`two papers want the reference ${reference}`);
    if (isNew) auditPlan(tx, plan, { what: 'PLAN_DOCUMENT_MADE', after: { reference, version, state } });
  });
  const made = await documentByReference(ctx.read, ctx.provinceId, reference);
  if (!made) throw new Error(`the paper ${reference} is not there`);
  return made;
}

/** The paper with a reference, however it was typed; null where there is none that the caller may read. */
export async function planDocument(ctx: Context, typed: string): Promise<DocumentRow | null> {
  const readable = await reached(ctx, 'plan.read');
  const reference = typed.trim().toUpperCase();
  if (!REFERENCE.test(reference)) return null;
  const found = await documentByReference(ctx.read, ctx.provinceId, reference);
  const plan = found && (await planById(ctx, found.planId));
  if (!found || !plan) return null;
  return isDraftPaper(found) && readable !== 'ALL' && !readable.has(plan.issuerId) ? null : found;
}

/** The papers of a plan that the caller may read, the latest first; those of a page of plans are fetched at once. */
export async function documentsOf(ctx: Context, plan: PlanRow): Promise<DocumentRow[]> {
  const found = await ctx.loadAll('plan documents', { id: plan.id }, async (plans) => {
    const rows = await documentsOfPlans(
      ctx.read,
      ctx.provinceId,
      plans.map(({ id }) => id),
    );
    return rows.map((row) => ({ ...row, id: row.planId }));
  });
  return (await readsDraftsOf(ctx, plan)) ? found : found.filter((row) => !isDraftPaper(row));
}

/**
 * What became of a paper since it was made out: CURRENT still says what the plan says; CHANGED: the plan was changed or moved
 * on; REMADE: a later paper of the same state of the plan took its place; AMENDED: another plan replaces this one, from a day.
 */
export type PaperStanding = 'CURRENT' | 'CHANGED' | 'REMADE' | 'AMENDED';

export interface Standing {
  standing: PaperStanding;
  /** Whether one may go by it today: an amended plan holds until the day before its successor. */
  isCurrent: boolean;
  successor: PlanRow | null;
}

/** How a paper stands today. */
export async function standingOf(ctx: Context, row: DocumentRow): Promise<Standing> {
  const plan = await planById(ctx, row.planId);
  if (!plan) throw new AppError('NOT_FOUND', 'plan.unknown');
  if (isDraftPaper(row)) return { ...asDraft(row, plan, await documentsOf(ctx, plan)), successor: null };
  const [latest] = (await documentsOf(ctx, plan)).filter((other) => !isDraftPaper(other));
  if (latest && latest.reference !== row.reference) return { standing: 'REMADE', isCurrent: false, successor: null };
  const successor = plan.state === 'SUPERSEDED' ? await successorOf(ctx, plan) : null;
  if (plan.state !== 'SUPERSEDED') return { standing: 'CURRENT', isCurrent: true, successor };
  return { standing: 'AMENDED', isCurrent: (successor?.inForceFrom ?? '') > today(ctx), successor };
}

function asDraft(row: DocumentRow, plan: PlanRow, papers: DocumentRow[]): Omit<Standing, 'successor'> {
  if (row.planVersion !== plan.version) return { standing: 'CHANGED', isCurrent: false };
  const isLatest = papers[0]?.reference === row.reference;
  return { standing: isLatest ? 'CURRENT' : 'REMADE', isCurrent: isLatest };
}

async function successorOf(ctx: Context, plan: PlanRow): Promise<PlanRow | null> {
  const { issuerId, indicatorId, year } = plan;
  const plans = await listPlans(ctx.read, ctx.provinceId, { issuerId, indicatorId, year });
  return plans.find(({ amendsId, inForceFrom }) => amendsId === plan.id && inForceFrom !== null) ?? null;
}
