import { groupBy } from '@chi-tieu/shared/domain/group-by';
import type { Context } from '../../app/context.ts';
import type { Sql } from '../../app/sql.ts';
import { effectOf, type EffectQuestion } from '../rates/effect.service.ts';
import type { Effect } from '../rates/effect.types.ts';
import { checkPeriod, indicatorByCode } from '../rates/rates.service.ts';
import { today } from '../units/units.service.ts';
import { deltasOf, type IndicatorDelta } from './booked-deltas.queries.ts';
import { proceduresById } from './catalogue.queries.ts';
import type { DecisionPreview } from './decision-entry.types.ts';
import { effectOfDifference } from './difference.service.ts';
import { checkEntry, enter, type DecisionEntryDraft } from './enter-decision.service.ts';
import type { ForcePreviewLine } from './force-preview.types.ts';
import { periodsOf, type PeriodRow } from './force.queries.ts';
import { showPeriod } from './periods-of.ts';
import { previewAmendment } from './preview-amendment.service.ts';

/**
 * What `enterDecision` would do with the same input, and what that would do to the figures: the same checks and refusals, and nothing
 * is stored. Lines about the list alone are tried without a lock; with others all lines are entered, looked at, and rolled back.
 */
export async function previewDecision(ctx: Context, draft: DecisionEntryDraft): Promise<DecisionPreview> {
  const tried = draft.force.length > 0 ? await tryEntry(ctx, draft) : null;
  const { list, name, decision, about, changes } = draft;
  const amendment = list ? await previewAmendment(ctx, { list, name, decision, about, changes }) : null;
  const procedures = tried ? await show(ctx, tried.procedures) : [];
  return { amendment, procedures, deltas: tried?.deltas ?? null };
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

/** What lines would do, with the periods in force before and after. */
interface Tried {
  procedures: { procedureId: number; before: PeriodRow[]; after: PeriodRow[] }[];
  deltas: IndicatorDelta[];
}

async function tryEntry(ctx: Context, draft: DecisionEntryDraft): Promise<Tried> {
  const ready = await checkEntry(ctx, draft);
  return ctx.write(
    'previewDecision',
    async (tx) => {
      let ids: number[] = [];
      let before = new Map<number, PeriodRow[]>();
      await enter(tx, ctx.provinceId, ready, async (procedureIds) => {
        ids = procedureIds;
        before = await periodsBy(tx, ids);
      });
      const after = await periodsBy(tx, ids);
      const procedures = ids.map((procedureId) => {
        return { procedureId, before: before.get(procedureId) ?? [], after: after.get(procedureId) ?? [] };
      });
      return { procedures, deltas: await deltasOf(tx, tx.moment) };
    },
    { books: true, dryRun: true },
  );
}

async function periodsBy(sql: Sql, procedureIds: number[]): Promise<Map<number, PeriodRow[]>> {
  return groupBy(await periodsOf(sql, procedureIds), ({ procedureId }) => procedureId);
}

async function show(ctx: Context, procedures: Tried['procedures']): Promise<ForcePreviewLine[]> {
  const ids = procedures.map(({ procedureId }) => procedureId);
  const rows = await proceduresById(ctx.read, ctx.provinceId, ids, { on: today(ctx) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return procedures.map(({ procedureId, before, after }) => ({
    code: byId.get(procedureId)?.code ?? '',
    name: byId.get(procedureId)?.name ?? '',
    before: before.map(showPeriod),
    after: after.map(showPeriod),
  }));
}
