import type { Context } from '../../../app/context.ts';
import { badInput, conflict, notFound } from '../../../app/errors.ts';
import { keptFileName } from '../../../app/body/file-name.ts';
import { forbidden, reachOfCaller } from '../../accounts/reach.service.ts';
import {
  changeDecision,
  decisionsById,
  filesOfDecisions,
  lockDecision,
  replaceFiles,
  type DecisionFileRow,
} from '../../catalogue/decisions.queries.ts';
import { auditedDecision } from '../../catalogue/decisions.service.ts';
import { knownFiles } from '../../catalogue/files/files.queries.ts';
import { NAMELESS } from '../../catalogue/files/files.service.ts';
import type { PlanRow } from '../plans.queries.ts';
import { planById } from '../plans.service.ts';
import { planToMakeOut } from './documents.service.ts';
import { scansOfPlans } from './scans.queries.ts';

/** What a scan can be: a picture of paper. */
export const SCAN_TYPES: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png']);
const MOST_SCANS = 10;

export interface ScanDraft {
  sha256: string;
  name?: string | null | undefined;
}

/** The plan, where the caller may attach a scan to its decision: it is issued by one of a unit at which they draft or approve. */
export async function planToScan(ctx: Context, id: string): Promise<PlanRow & { decisionId: number }> {
  const plan = await planToMakeOut(ctx, id);
  const { decisionId } = plan;
  if (decisionId === null || (plan.state !== 'ISSUED' && plan.state !== 'SUPERSEDED'))
    throw conflict('scan.notIssued', {}, { path: 'plan', facts: { version: plan.version, state: plan.state } });
  const [decision] = await decisionsById(ctx.read, ctx.provinceId, [decisionId]);
  const issuers = [plan.issuerId, decision?.issuerId ?? 0];
  const reach = await reachOfCaller(ctx);
  // A plan may cite a decision of a higher unit: that is not theirs to add to.
  if (!reach.covers('plan.draft', issuers) && !reach.covers('plan.approve', issuers)) throw forbidden('plan.draft');
  return { ...plan, decisionId };
}

/**
 * The scan of the decision that issues a plan is these files from now on: pictures and PDFs that were sent before. Files that belong to
 * the decision otherwise stay as they are.
 */
export async function attachScan(ctx: Context, id: string, drafts: readonly ScanDraft[]): Promise<PlanRow> {
  const plan = await planToScan(ctx, id);
  if (drafts.length > MOST_SCANS) throw badInput('files', 'input.tooMany', { most: MOST_SCANS });
  const wanted = [...new Map(drafts.map(({ sha256, name }) => [sha256, keptFileName(name, NAMELESS)])).entries()];
  await ctx.write('attachScan', async (tx) => {
    const decision = await lockDecision(tx, ctx.provinceId, plan.decisionId);
    if (!decision) throw notFound('decision.unknown', { id: String(plan.decisionId) });
    const known = new Map(
      (
        await knownFiles(
          tx,
          wanted.map(([sha256]) => sha256),
        )
      ).map((file) => [file.sha256, file]),
    );
    for (const [at, [sha256]] of wanted.entries()) {
      const file = known.get(sha256);
      if (!file) throw badInput(`files.${at}.sha256`, 'file.unknown');
      if (!SCAN_TYPES.has(file.mediaType)) throw badInput(`files.${at}.sha256`, 'scan.type');
    }
    const before = await filesOfDecisions(tx, [decision.id]);
    const others = before.filter(({ planId }) => planId !== plan.id);
    const scans = wanted
      .filter(([sha256]) => !others.some((other) => other.sha256 === sha256))
      .map(([sha256, name]) => ({ sha256, name: name ?? decision.number, planId: plan.id }));
    const after = [...others, ...scans];
    if (textOf(before) === textOf(after)) return;
    await changeDecision(tx, tx.moment, decision.id, decision);
    await replaceFiles(tx, ctx.provinceId, tx.moment, decision.id, after);
    tx.audit({
      what: 'DECISION_CHANGED',
      about: { kind: 'DECISION', id: decision.id },
      unitId: plan.issuerId,
      before: { ...auditedDecision(decision), version: decision.version, files: before.length },
      after: { ...auditedDecision(decision), version: decision.version + 1, files: after.length },
    });
  });
  return (await planById(ctx, id)) ?? plan;
}

function textOf(files: readonly Pick<DecisionFileRow, 'sha256' | 'name' | 'planId'>[]): string {
  return JSON.stringify(files.map(({ sha256, name, planId }) => [sha256, name, planId]));
}

/** The scans of a plan's decision, in their order; those of a page of plans are fetched at once. */
export function scansOf(ctx: Context, planId: string): Promise<DecisionFileRow[]> {
  return ctx.loadAll('scans', { id: planId }, async (plans) => {
    const rows = await scansOfPlans(
      ctx.read,
      plans.map(({ id }) => id),
    );
    return rows.map((row) => ({ ...row, id: row.planId ?? '' }));
  });
}
