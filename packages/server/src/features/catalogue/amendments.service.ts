import type { Context } from '../../app/context.ts';
import type { ServiceListAmendment } from './catalogue.types.ts';
import { listChanges, type ChangeRow } from './lists.queries.ts';
import { decisionMap } from './lists.service.ts';

/** What every decision changed about a list, in the order in which they take effect; all lists are asked at once. */
export async function listAmendments(ctx: Context, listId: number): Promise<ServiceListAmendment[]> {
  const all = await ctx.once('changes', () => listChanges(ctx.read, ctx.provinceId, {}));
  const changes = all.filter((change) => change.listId === listId);
  const decisions = await decisionMap(ctx);
  const byDecision = new Map<number, ChangeRow[]>();
  for (const change of changes)
    byDecision.set(change.decisionId, [...(byDecision.get(change.decisionId) ?? []), change]);
  return [...byDecision].flatMap(([decisionId, mine]) => {
    const decision = decisions.get(decisionId);
    if (!decision) return [];
    const count = (action: ChangeRow['action']) => mine.filter((change) => change.action === action).length;
    return [{ decision, added: count('ADD'), removed: count('REMOVE'), changed: count('CHANGE_LEVEL'), changes: mine }];
  });
}
