import { countStatuses, type StatusCounts } from '@chi-tieu/shared/domain/import/check-rows';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { AppError, conflict, notFound } from '../../../app/errors.ts';
import { lockDossiers } from '../../../app/moments.ts';
import type { BookedChange } from './booked.queries.ts';
import { openRecord } from './change-import.service.ts';
import { takeRowsIn } from './import-step.service.ts';
import { importById, saveApplied, saveTried, type ImportRecord } from './imports.queries.ts';
import { judgeImport, type JudgedRow } from './judge-import.service.ts';

/** What an import would do: how many rows become what, and what that does to the figures. */
export interface Tried {
  counts: StatusCounts;
  effect: BookedChange[];
}

const MOST_LOST_TOLD = 100;

function requireMapped(record: ImportRecord): void {
  if (record.state !== 'MAPPED') throw conflict('import.notMapped');
}

/**
 * Tries an import without keeping anything of it, and notes which version of each procedure was shown: whoever changes one afterwards
 * is noticed when the import is applied.
 */
export async function previewImport(ctx: Context, id: string): Promise<Tried> {
  const found = await importById(ctx.read, ctx.provinceId, id);
  if (!found) throw notFound('import.unknown', { id });
  requireMapped(found);
  const tried = await ctx.write(
    'previewImport',
    async (tx) => {
      const record = await openRecord(tx, ctx.provinceId, id, null);
      const { rows, counts, effect } = await takeIn(tx, ctx.provinceId, record);
      const seen = rows.map(({ row, storedVersion }) => ({ row, version: storedVersion }));
      return { record, seen, counts, effect };
    },
    { dryRun: true, books: true },
  );
  const { record, seen, counts, effect } = tried;
  await ctx.write('previewImport', async (tx) => {
    await openRecord(tx, ctx.provinceId, id, record.version);
    await saveTried(tx, record, seen, { counts, effect });
  });
  return { counts, effect };
}

/** Judges and takes in, in the caller's transaction. The catalogue stays as it is judged until the transaction ends. */
async function takeIn(tx: Writer, provinceId: number, record: ImportRecord): Promise<Tried & { rows: JudgedRow[] }> {
  await lockDossiers(tx);
  const rows = await judgeImport(tx, provinceId, record);
  const procedures = rows.flatMap(({ procedure, status }) => (procedure && status !== 'UNCHANGED' ? [procedure] : []));
  const { effect } = await takeRowsIn(tx, provinceId, procedures);
  return { rows, counts: countStatuses(rows), effect };
}

/**
 * Takes an import into the catalogue as one step, all or nothing. CONFLICT where the import is at another version than the
 * caller saw, or where procedures that it would change were changed since it was tried: each is named by its row.
 */
export async function applyImport(ctx: Context, id: string, expectedVersion: number | null): Promise<void> {
  await ctx.write(
    'applyImport',
    async (tx) => {
      const record = await openRecord(tx, ctx.provinceId, id, expectedVersion);
      await applyRecord(tx, ctx.provinceId, record);
    },
    { books: true },
  );
}

/** The same in a transaction of somebody else's, for an import that it holds. */
export async function applyRecord(tx: Writer, provinceId: number, record: ImportRecord): Promise<StatusCounts> {
  requireMapped(record);
  const { rows, counts } = await takeIn(tx, provinceId, record);
  refuseLostRaces(rows);
  const outcomes = rows.map(({ row, status }) => ({ row, outcome: status }));
  await saveApplied(tx, record, outcomes, counts, tx.moment);
  const { NEW: created, CHANGED: updated, UNCHANGED: unchanged, REJECTED: rejected } = counts;
  tx.audit({
    what: 'IMPORT_APPLIED',
    about: { kind: 'IMPORT', id: record.id },
    unitId: provinceId,
    after: { received: rows.length, created, updated, unchanged, rejected },
  });
  return counts;
}

function refuseLostRaces(rows: readonly JudgedRow[]): void {
  const lost = rows.filter(
    ({ status, problems }) => status === 'CHANGED' && problems.some(({ code }) => code === 'CHANGED_MEANWHILE'),
  );
  if (lost.length === 0) return;
  throw new AppError(
    'CONFLICT',
    'import.lostRace',
    { count: lost.length },
    {
      fields: lost.slice(0, MOST_LOST_TOLD).map(({ row, code, storedVersion }) => ({
        path: `rows.${row}`,
        text: 'import.lostRow',
        params: { code: code ?? '', version: storedVersion },
      })),
    },
  );
}
