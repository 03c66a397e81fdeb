import { groupBy } from '@chi-tieu/shared/domain/group-by';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';
import type { YearDelta } from '../rates/foreseen.queries.ts';
import { watchFigures } from '../rates/foreseen.service.ts';
import { today } from '../units/units.service.ts';
import { proceduresById, type ProcedureRow } from './catalogue.queries.ts';
import type { ForcePreviewLine } from './force-preview.types.ts';
import { periodsOf, type PeriodRow } from './force.queries.ts';
import { checkForce, enterForce, type ForceDraft } from './force.service.ts';
import { showPeriod } from './periods-of.ts';

/** When a procedure is in force before and after a step. */
export interface PeriodsChange {
  procedureId: number;
  before: PeriodRow[];
  after: PeriodRow[];
}

/** What a step about procedures being in force would do. */
export interface ForceOutcome {
  procedures: PeriodsChange[];
  deltas: YearDelta[];
}

/**
 * Watches a step that is tried: tells, once it is done, when the `forced` procedures were and are in force, and what it does to the
 * figures of `all` that it touches. To be called before the step writes.
 */
export async function watchForce(
  tx: Writer,
  provinceId: number,
  { forced, all }: { forced: number[]; all: number[] },
): Promise<() => Promise<ForceOutcome>> {
  const before = await periodsBy(tx, forced);
  const figures = await watchFigures(tx, provinceId, all);
  return async () => {
    const after = await periodsBy(tx, forced);
    const procedures = forced.map((procedureId) => {
      return { procedureId, before: before.get(procedureId) ?? [], after: after.get(procedureId) ?? [] };
    });
    return { procedures, deltas: await figures() };
  };
}

/** Enters the lines, looks, and rolls back: nothing is stored, and what would be refused is refused here too. */
export async function previewForce(ctx: Context, draft: ForceDraft): Promise<ForceOutcome> {
  const decision = await checkForce(ctx, draft);
  const look = async (tx: Writer): Promise<ForceOutcome> => {
    let outcome = (): Promise<ForceOutcome> => Promise.resolve({ procedures: [], deltas: [] });
    await enterForce(tx, ctx.provinceId, draft, decision, async (forced) => {
      outcome = await watchForce(tx, ctx.provinceId, { forced, all: forced });
    });
    return outcome();
  };
  return ctx.write('previewForce', look, { books: true, dryRun: true });
}

/** Names what changes; `made` are procedures that the same step would make. */
export async function showPeriodsChanges(
  ctx: Context,
  changes: readonly PeriodsChange[],
  made: readonly ProcedureRow[] = [],
): Promise<ForcePreviewLine[]> {
  const ids = changes.map(({ procedureId }) => procedureId);
  const rows = await proceduresById(ctx.read, ctx.provinceId, ids, { on: today(ctx) });
  const isNew = new Set(made.map(({ id }) => id));
  const byId = new Map([...rows, ...made].map((row) => [row.id, row]));
  return changes.map(({ procedureId, before, after }) => ({
    code: byId.get(procedureId)?.code ?? '',
    name: byId.get(procedureId)?.name ?? '',
    isNew: isNew.has(procedureId),
    before: before.map(showPeriod),
    after: after.map(showPeriod),
  }));
}

async function periodsBy(sql: Sql, procedureIds: number[]): Promise<Map<number, PeriodRow[]>> {
  return groupBy(await periodsOf(sql, procedureIds), ({ procedureId }) => procedureId);
}
