import type { Context } from '../../app/context.ts';
import { effectsByYear } from '../rates/foreseen.service.ts';
import { proceduresById, type ProcedureRow } from './catalogue.queries.ts';
import type { DecisionPreview } from './decision-entry.types.ts';
import { checkEntry, enter, type DecisionEntryDraft } from './enter-decision.service.ts';
import { showPeriodsChanges, watchForce, type ForceOutcome } from './force-preview.service.ts';
import { previewAmendment } from './preview-amendment.service.ts';

/**
 * What `enterDecision` would do with the same input, and what that would do to the figures: all of it is entered, looked at, and
 * rolled back. What would be refused is refused here too.
 */
export async function previewDecision(ctx: Context, draft: DecisionEntryDraft): Promise<DecisionPreview> {
  const tried = await tryEntry(ctx, draft);
  const { list, name, decision, about, changes } = draft;
  const ids = new Map(tried.made.map(({ code, id }) => [code, id]));
  const amendment = list ? await previewAmendment(ctx, { list, name, decision, about, changes }, ids) : null;
  const made = new Map(tried.made.map((row) => [row.id, row]));
  for (const entry of amendment?.difference.added ?? []) {
    const row = made.get(entry.procedureId);
    if (row) entry.made = row;
  }
  const procedures = await showPeriodsChanges(ctx, tried.procedures, tried.made);
  return { amendment, procedures, effects: await effectsByYear(ctx, tried.deltas, 'BEFORE') };
}

/** What all lines together would do. */
interface Tried extends ForceOutcome {
  /** The procedures that would come with it, as they would read on its day. */
  made: ProcedureRow[];
}

async function tryEntry(ctx: Context, draft: DecisionEntryDraft): Promise<Tried> {
  const ready = await checkEntry(ctx, draft);
  return ctx.write(
    'previewDecision',
    async (tx) => {
      let outcome = (): Promise<ForceOutcome> => Promise.resolve({ procedures: [], deltas: [] });
      const entered = await enter(tx, ctx.provinceId, ready, async (touched) => {
        outcome = await watchForce(tx, ctx.provinceId, touched);
      });
      const made = await proceduresById(tx, ctx.provinceId, entered.made, { on: ready.decision.effectiveOn });
      return { ...(await outcome()), made };
    },
    { books: true, dryRun: true },
  );
}
