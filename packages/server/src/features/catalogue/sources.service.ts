import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { lockDossiers } from '../../app/moments.ts';
import { checkDecision, recordDecision, type CheckedDecision, type DecisionDraft } from './decisions.service.ts';
import type { ProcedureDraft } from './procedure-draft.ts';

/** A procedure as a caller sends it: the decision that says its text by its header. */
export interface DraftWithDecision extends Omit<ProcedureDraft, 'decisionId'> {
  decision?: DecisionDraft | null | undefined;
}

/** Checks the decisions that drafts name, in their order; undefined where nothing is told, null where there is none. */
export async function checkSources(
  ctx: Context,
  drafts: readonly DraftWithDecision[],
): Promise<(CheckedDecision | null | undefined)[]> {
  const checked: (CheckedDecision | null | undefined)[] = [];
  for (const [index, { decision }] of drafts.entries())
    checked.push(decision ? await checkDecision(ctx, `input.${index}.decision`, decision) : decision);
  return checked;
}

/** Records the decisions that drafts name, in the transaction that stores them. */
export async function recordSources(
  tx: Writer,
  provinceId: number,
  drafts: readonly DraftWithDecision[],
  sources: readonly (CheckedDecision | null | undefined)[],
): Promise<ProcedureDraft[]> {
  await lockDossiers(tx);
  const stored: ProcedureDraft[] = [];
  for (const [index, { decision: _told, ...draft }] of drafts.entries()) {
    const source = sources[index];
    const path = `input.${index}.decision`;
    stored.push({ ...draft, decisionId: source ? await recordDecision(tx, provinceId, path, source) : source });
  }
  return stored;
}
