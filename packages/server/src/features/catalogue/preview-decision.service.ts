import type { Context } from '../../app/context.ts';
import { effectOf, type EffectQuestion } from '../rates/effect.service.ts';
import type { Effect } from '../rates/effect.types.ts';
import { checkPeriod, indicatorByCode } from '../rates/rates.service.ts';
import type { DecisionPreview } from './decision-entry.types.ts';
import { effectOfDifference } from './difference.service.ts';
import { checkEntry, enter, type DecisionEntryDraft } from './enter-decision.service.ts';
import { bookedBy, periodsBy, type ForceOutcome } from './force-preview.service.ts';
import { showForceOutcome } from './show-force-outcome.ts';
import { previewAmendment } from './preview-amendment.service.ts';

/**
 * What `enterDecision` would do with the same input, and what that would do to the figures: the same checks and refusals, and nothing
 * is stored. Lines about the list alone are tried without a lock; with others all lines are entered, looked at, and rolled back.
 */
export async function previewDecision(ctx: Context, draft: DecisionEntryDraft): Promise<DecisionPreview> {
  const tried = draft.force.length > 0 ? await tryEntry(ctx, draft) : null;
  const { list, name, decision, about, changes } = draft;
  const amendment = list ? await previewAmendment(ctx, { list, name, decision, about, changes }) : null;
  const shown = tried ? await showForceOutcome(ctx, tried) : { procedures: [], figures: [] };
  return { amendment, ...shown, deltas: tried?.deltas ?? null };
}

/** What a decision that is only tried would do to the figures of a period; null where that is not worked out before it is done. */
export async function effectOfPreview(
  ctx: Context,
  { amendment, deltas }: DecisionPreview,
  question: EffectQuestion,
): Promise<Effect | null> {
  checkPeriod(question.from, question.to);
  if (deltas === null)
    return amendment ? effectOfDifference(ctx, amendment.difference, question) : effectOf(ctx, question, [], 'BEFORE');
  const { id, eligibilityDate } = await indicatorByCode(ctx, question.indicator);
  if (eligibilityDate === 'PERIOD_END') return null;
  const mine = deltas.filter(({ indicatorId }) => indicatorId === id);
  return effectOf(ctx, question, mine, 'BEFORE');
}

async function tryEntry(ctx: Context, draft: DecisionEntryDraft): Promise<ForceOutcome> {
  const ready = await checkEntry(ctx, draft);
  return ctx.write(
    'previewDecision',
    async (tx) => {
      let ids: number[] = [];
      let before: Awaited<ReturnType<typeof periodsBy>> = new Map();
      await enter(tx, ctx.provinceId, ready, async (procedureIds) => {
        ids = procedureIds;
        before = await periodsBy(tx, ids);
      });
      const after = await periodsBy(tx, ids);
      const procedures = ids.map((procedureId) => {
        return { procedureId, before: before.get(procedureId) ?? [], after: after.get(procedureId) ?? [] };
      });
      return { procedures, deltas: await bookedBy(tx, tx.moment) };
    },
    { books: true, dryRun: true },
  );
}
