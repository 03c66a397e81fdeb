import { groupBy } from '@chi-tieu/shared/domain/group-by';
import type { Context } from '../../app/context.ts';
import type { Sql } from '../../app/sql.ts';
import type { YearDelta } from '../rates/foreseen.queries.ts';
import { effectsByYear, watchFigures } from '../rates/foreseen.service.ts';
import { today } from '../units/units.service.ts';
import { proceduresById, type ProcedureRow } from './catalogue.queries.ts';
import type { DecisionPreview } from './decision-entry.types.ts';
import { checkEntry, enter, type DecisionEntryDraft } from './enter-decision.service.ts';
import type { ForcePreviewLine } from './force-preview.types.ts';
import { periodsOf, type PeriodRow } from './force.queries.ts';
import { showPeriod } from './periods-of.ts';
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
  const procedures = await show(ctx, tried);
  return { amendment, procedures, effects: await effectsByYear(ctx, tried.deltas, 'BEFORE') };
}

/** What all lines together would do, with the periods in force before and after. */
interface Tried {
  procedures: { procedureId: number; before: PeriodRow[]; after: PeriodRow[] }[];
  deltas: YearDelta[];
  /** The procedures that would come with it, as they would read on its day. */
  made: ProcedureRow[];
}

async function tryEntry(ctx: Context, draft: DecisionEntryDraft): Promise<Tried> {
  const ready = await checkEntry(ctx, draft);
  return ctx.write(
    'previewDecision',
    async (tx) => {
      let ids: number[] = [];
      let before = new Map<number, PeriodRow[]>();
      let watched = (): Promise<YearDelta[]> => Promise.resolve([]);
      const entered = await enter(tx, ctx.provinceId, ready, async ({ forced, all }) => {
        ids = forced;
        before = await periodsBy(tx, ids);
        watched = await watchFigures(tx, ctx.provinceId, all);
      });
      const after = await periodsBy(tx, ids);
      const procedures = ids.map((procedureId) => {
        return { procedureId, before: before.get(procedureId) ?? [], after: after.get(procedureId) ?? [] };
      });
      const made = await proceduresById(tx, ctx.provinceId, entered.made, { on: ready.decision.effectiveOn });
      return { procedures, deltas: await watched(), made };
    },
    { books: true, dryRun: true },
  );
}

async function periodsBy(sql: Sql, procedureIds: number[]): Promise<Map<number, PeriodRow[]>> {
  return groupBy(await periodsOf(sql, procedureIds), ({ procedureId }) => procedureId);
}

async function show(ctx: Context, { procedures, made }: Tried): Promise<ForcePreviewLine[]> {
  const ids = procedures.map(({ procedureId }) => procedureId);
  const rows = await proceduresById(ctx.read, ctx.provinceId, ids, { on: today(ctx) });
  const isNew = new Set(made.map(({ id }) => id));
  const byId = new Map([...rows, ...made].map((row) => [row.id, row]));
  return procedures.map(({ procedureId, before, after }) => ({
    code: byId.get(procedureId)?.code ?? '',
    name: byId.get(procedureId)?.name ?? '',
    isNew: isNew.has(procedureId),
    before: before.map(showPeriod),
    after: after.map(showPeriod),
  }));
}
