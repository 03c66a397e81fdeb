import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import { watchFigures } from '../rates/foreseen.service.ts';
import type { YearDelta } from '../rates/foreseen.queries.ts';
import { periodsOf, type PeriodRow } from './force.queries.ts';
import { checkForce, enterForce, type ForceDraft } from './force.service.ts';

/** What lines about procedures being in force would do. */
export interface ForceOutcome {
  procedures: { procedureId: number; before: PeriodRow[]; after: PeriodRow[] }[];
  deltas: YearDelta[];
}

/** Enters the lines, looks, and rolls back: nothing is stored, and what would be refused is refused here too. */
export async function previewForce(ctx: Context, draft: ForceDraft): Promise<ForceOutcome> {
  const decision = await checkForce(ctx, draft);
  const look = async (tx: Writer): Promise<ForceOutcome> => {
    let ids: number[] = [];
    let before = new Map<number, PeriodRow[]>();
    let watched = (): Promise<YearDelta[]> => Promise.resolve([]);
    await enterForce(tx, ctx.provinceId, draft, decision, async (procedureIds) => {
      ids = procedureIds;
      before = await periodsBy(tx, ids);
      watched = await watchFigures(tx, ctx.provinceId, ids);
    });
    const after = await periodsBy(tx, ids);
    const procedures = ids.map((procedureId) => {
      return { procedureId, before: before.get(procedureId) ?? [], after: after.get(procedureId) ?? [] };
    });
    return { procedures, deltas: await watched() };
  };
  return ctx.write('previewForce', look, { books: true, dryRun: true });
}

async function periodsBy(sql: Sql, procedureIds: number[]): Promise<Map<number, PeriodRow[]>> {
  return groupBy(await periodsOf(sql, procedureIds), ({ procedureId }) => procedureId);
}
