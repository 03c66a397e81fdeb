import { countStatuses, type StatusCounts } from '@chi-tieu/shared/domain/import/check-rows';
import type { ProcedureFields } from '@chi-tieu/shared/domain/procedure-row';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { AppError, conflict, notFound } from '../../../app/errors.ts';
import { lockDossiers } from '../../../app/moments.ts';
import { watchFigures } from '../../rates/foreseen.service.ts';
import type { YearDelta } from '../../rates/foreseen.queries.ts';
import { identities } from '../identities.queries.ts';
import { storeRows } from '../ingest-procedures.service.ts';
import { openRecord } from './change-import.service.ts';
import { importById, saveApplied, saveTried, type ImportRecord } from './imports.queries.ts';
import { judgeImport, type JudgedRow } from './judge-import.service.ts';

/** What an import would do: how many rows become what, and what that does to the figures. */
export interface Tried {
  counts: StatusCounts;
  deltas: YearDelta[];
}

const MOST_LOST_TOLD = 100;

function requireMapped(record: ImportRecord): void {
  if (record.state !== 'MAPPED') throw conflict('import.notMapped');
}

/**
 * Tries an import without keeping anything of it, and notes which version of each procedure was shown: whoever changes one afterwards
 * is noticed when the import is applied.
 */
export async function previewImport(ctx: Context, id: string): Promise<void> {
  const found = await importById(ctx.read, ctx.provinceId, id);
  if (!found) throw notFound('import.unknown', { id });
  requireMapped(found);
  const tried = await ctx.write(
    'previewImport',
    async (tx) => {
      const record = await openRecord(tx, ctx.provinceId, id, null);
      const rows = await judge(tx, ctx.provinceId, record);
      const deltas = await foresee(tx, ctx.provinceId, rows);
      const seen = rows.map(({ row, storedVersion }) => ({ row, version: storedVersion }));
      return { record, seen, told: { counts: countStatuses(rows), deltas } };
    },
    { dryRun: true, books: true },
  );
  const { record, seen, told } = tried;
  await ctx.write('previewImport', async (tx) => {
    await openRecord(tx, ctx.provinceId, id, record.version);
    await saveTried(tx, record, seen, told);
  });
}

/** Judges in the caller's transaction. The catalogue stays as it is judged until that ends. */
async function judge(tx: Writer, provinceId: number, record: ImportRecord): Promise<JudgedRow[]> {
  await lockDossiers(tx);
  return judgeImport(tx, provinceId, record);
}

/** What of an import is taken in. */
function takenOf(rows: readonly JudgedRow[]): ProcedureFields[] {
  return rows.flatMap(({ procedure, status }) => (procedure && status !== 'UNCHANGED' ? [procedure] : []));
}

/** Takes the rows in, and tells what that does to the figures. */
async function foresee(tx: Writer, provinceId: number, rows: readonly JudgedRow[]): Promise<YearDelta[]> {
  const taken = takenOf(rows);
  const codes = taken.map(({ code }) => code);
  const named = await identities(tx, provinceId, codes);
  const ids = named.map(({ id }) => id);
  const watched = await watchFigures(tx, provinceId, ids);
  await storeRows(tx, provinceId, taken);
  return watched();
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
  const rows = await judge(tx, provinceId, record);
  refuseLostRaces(rows);
  const counts = countStatuses(rows);
  await storeRows(tx, provinceId, takenOf(rows));
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
