import type { Context } from '../../app/context.ts';
import type { ServiceListAmendment } from './catalogue.types.ts';
import { amendmentCounts, changesOfAmendments, type AmendmentCounts, type ChangeRow } from './lists.queries.ts';
import { decisionMap } from './lists.service.ts';

/** How many lines each decision has about each list, in the order in which decisions take effect; asked once a request. */
function allCounts(ctx: Context): Promise<AmendmentCounts[]> {
  return ctx.once('amendments', () => amendmentCounts(ctx.read, ctx.provinceId));
}

/** What every decision changed about a list, in the order in which they take effect. */
export async function listAmendments(ctx: Context, listId: number): Promise<ServiceListAmendment[]> {
  return show(
    ctx,
    (await allCounts(ctx)).filter((counts) => counts.listId === listId),
  );
}

/** What one decision changed, list by list. */
export async function amendmentsOfDecision(ctx: Context, decisionId: number): Promise<ServiceListAmendment[]> {
  return show(
    ctx,
    (await allCounts(ctx)).filter((counts) => counts.decisionId === decisionId),
  );
}

/** Every line of an amendment as it was entered; those of many amendments are asked at once. */
export function linesOfAmendment(
  ctx: Context,
  { listId, decision }: Pick<ServiceListAmendment, 'listId' | 'decision'>,
): Promise<ChangeRow[]> {
  const question = { id: `${listId}|${decision.id}`, listId, decisionId: Number(decision.id) };
  return ctx.loadAll('lines', question, async (questions) => {
    const rows = await changesOfAmendments(ctx.read, ctx.provinceId, questions);
    return rows.map((row) => ({ ...row, id: `${row.listId}|${row.decisionId}` }));
  });
}

async function show(ctx: Context, counts: AmendmentCounts[]): Promise<ServiceListAmendment[]> {
  const decisions = await decisionMap(ctx);
  return counts.flatMap(({ listId, decisionId, added, removed, changed }) => {
    const decision = decisions.get(decisionId);
    return decision ? [{ listId, decision, added, removed, changed }] : [];
  });
}
