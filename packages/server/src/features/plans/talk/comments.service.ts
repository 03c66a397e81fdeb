import { randomUUID } from 'node:crypto';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput, conflict } from '../../../app/errors.ts';
import { forbidden, spokenFor } from '../../accounts/reach.service.ts';
import { planToChange } from '../plans.service.ts';
import type { PlanRow } from '../plans.queries.ts';
import { auditTalk } from './audit-talk.service.ts';
import { checkSaid } from './said.service.ts';
import {
  childOf,
  isOfIssuer,
  planSpokenOf,
  sideOf,
  speaksFor,
  unitMayToday,
  unseen,
  UUID,
} from './speakers.service.ts';
import {
  blankComment,
  commentById,
  commentsOf,
  countComments,
  insertComment,
  lockComment,
  settleComment,
  type CommentRow,
} from './talk.queries.ts';

/** So much may be said about one plan: more than anybody reads. */
const MOST_COMMENTS = 2_000;

/**
 * What is said about a plan, oldest first: all of it to the issuer's people, to others what is said about the units that they speak
 * for, while they may read it.
 */
export async function commentsFor(ctx: Context, plan: PlanRow): Promise<CommentRow[]> {
  const [isIssuers, units] = [await isOfIssuer(ctx, plan), await spokenFor(ctx)];
  const isAsked = unitMayToday(ctx, plan).read && plan.consultedUntil !== null;
  if (!isIssuers && !isAsked) return [];
  const rows = await ctx.loadAll('plan comments', { id: plan.id }, async (plans) => {
    const all = await commentsOf(
      ctx.read,
      ctx.provinceId,
      plans.map(({ id }) => id),
    );
    return all.map((row) => ({ id: row.planId, row }));
  });
  const said = rows.map(({ row }) => row);
  return isIssuers ? said : said.filter(({ unitId }) => unitId !== null && units !== 'ALL' && units.has(unitId));
}

/** Says something about a plan or one unit's target; an answer goes to the thread of what it answers, and opens it again. */
export async function addComment(
  ctx: Context,
  planId: string,
  said: { unit: string | null; body: string; answers: string | null },
): Promise<CommentRow> {
  const seen = await planSpokenOf(ctx, planId);
  // Whether there is such a unit is nobody's secret; whether it is asked is.
  const unitId = said.unit === null ? null : await childOf(ctx, seen, said.unit);
  const side = await sideOf(ctx, seen, unitId, 'say');
  const body = checkSaid('body', said.body);
  const id = randomUUID();
  await ctx.write('addPlanComment', async (tx) => {
    const plan = await planToChange(tx, ctx.provinceId, seen.id, null);
    if (plan.state === 'SUPERSEDED') throw conflict('comment.superseded', {}, { path: 'plan' });
    if (side === 'UNIT' && !unitMayToday(ctx, plan).say) throw conflict('consultation.over', {}, { path: 'plan' });
    if ((await countComments(tx, ctx.provinceId, plan.id)) >= MOST_COMMENTS)
      throw conflict('comment.many', { most: MOST_COMMENTS }, { path: 'plan' });
    const thread = said.answers === null ? null : await threadOf(tx, ctx, said.answers, { planId: plan.id, unitId });
    await insertComment(tx, ctx.provinceId, { id, planId: plan.id, unitId, answers: thread?.id ?? null, side, body });
    if (thread?.resolvedAt) await settleComment(tx, thread.id, false);
    await auditTalk(tx, ctx.provinceId, plan, { what: 'PLAN_COMMENT_ADDED', unitId, facts: { comment: id } });
  });
  return existingComment(ctx, id);
}

/** The first of the thread that an answer belongs to. */
async function threadOf(
  tx: Writer,
  ctx: Context,
  answers: string,
  about: { planId: string; unitId: number | null },
): Promise<CommentRow> {
  const answered = UUID.test(answers) ? await commentById(tx, ctx.provinceId, answers) : null;
  if (answered?.planId !== about.planId || answered.unitId !== about.unitId)
    throw badInput('answers', 'comment.elsewhere');
  const first = answered.answers === null ? answered.id : answered.answers;
  const thread = await lockComment(tx, ctx.provinceId, first);
  if (!thread) throw badInput('answers', 'comment.elsewhere');
  return thread;
}

/** Settles a thread, or opens it again: the issuer's people, or whoever began it while they may say something. */
export async function resolveComment(ctx: Context, id: string, resolved: boolean): Promise<CommentRow> {
  const { seen, plan } = await commentToChange(ctx, id);
  const isOwn = seen.accountId === ctx.signedIn().id && (await speaksFor(ctx, seen.unitId));
  const mayOwn = isOwn && unitMayToday(ctx, plan).say;
  if (!mayOwn && !(await isOfIssuer(ctx, plan, 'say'))) throw forbidden('plan.answer');
  if (seen.answers !== null) throw badInput('id', 'comment.answer');
  await ctx.write('resolvePlanComment', async (tx) => {
    const comment = await lockComment(tx, ctx.provinceId, seen.id);
    if (!comment || (comment.resolvedAt !== null) === resolved) return;
    await settleComment(tx, seen.id, resolved);
    const what = resolved ? 'PLAN_COMMENT_RESOLVED' : 'PLAN_COMMENT_REOPENED';
    await auditTalk(tx, ctx.provinceId, plan, { what, unitId: seen.unitId, facts: { comment: seen.id } });
  });
  return existingComment(ctx, seen.id);
}

/** Takes back what one said oneself: who said something and when stays, the text is gone for good. */
export async function withdrawComment(ctx: Context, id: string): Promise<CommentRow> {
  const { seen, plan } = await commentToChange(ctx, id);
  if (seen.accountId !== ctx.signedIn().id) throw forbidden('plan.answer');
  await ctx.write('withdrawPlanComment', async (tx) => {
    const comment = await lockComment(tx, ctx.provinceId, seen.id);
    if (!comment || comment.withdrawnAt !== null) return;
    await blankComment(tx, seen.id);
    const about = { unitId: seen.unitId, facts: { comment: seen.id } };
    await auditTalk(tx, ctx.provinceId, plan, { what: 'PLAN_COMMENT_WITHDRAWN', ...about });
  });
  return existingComment(ctx, seen.id);
}

async function commentToChange(ctx: Context, id: string): Promise<{ seen: CommentRow; plan: PlanRow }> {
  await spokenFor(ctx);
  const seen = await existingComment(ctx, id);
  return { seen, plan: await planSpokenOf(ctx, seen.planId) };
}

async function existingComment(ctx: Context, id: string): Promise<CommentRow> {
  const found = UUID.test(id) ? await commentById(ctx.read, ctx.provinceId, id) : null;
  if (!found) throw await unseen(ctx, 'comment.unknown');
  return found;
}
