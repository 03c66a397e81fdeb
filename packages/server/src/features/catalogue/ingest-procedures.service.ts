import { randomUUID } from 'node:crypto';
import {
  readProcedureRow,
  type BadProcedureRow,
  type ProcedureFields,
  type ProcedureRow as ReadRow,
} from '@chi-tieu/shared/domain/procedure-row';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import { write, type Writer } from '../../app/database.ts';
import { badInput } from '../../app/errors.ts';
import { lockDossiers } from '../../app/moments.ts';
import { EVERYTHING } from '../../app/wall.ts';
import { insertBatch } from '../dossiers/ingest/batches.queries.ts';
import type { IngestOptions, Receipt } from '../dossiers/ingest/ingest.service.ts';
import type { Outcome } from '../dossiers/ingest/merge.queries.ts';
import type { RawRow } from '../../app/body/read-rows.ts';
import { closeReplaced, insertBadRows } from './bad-procedures.queries.ts';
import { proceduresByCode, type ProcedureRow } from './catalogue.queries.ts';
import type { ProcedureDraft } from './procedure-draft.ts';
import { storeProcedures } from './store-procedures.service.ts';

interface ReadAt {
  row: number;
  result: ReadRow;
}

/**
 * Takes procedures in as one batch: replies of the national database or CSV. What a row does not tell stays as it is
 * stored. `notes` report tiers that are none of a province's. The rows are held: the caller sees to it that they are not too many.
 */
export async function ingestProcedures(
  options: IngestOptions,
  rows: AsyncIterable<RawRow[]>,
): Promise<Receipt & { notes: string[] }> {
  const read: ReadAt[] = [];
  for await (const some of rows) read.push(...some.map((row) => ({ row: row.row, result: readRow(row) })));
  const notes = read.flatMap(({ row, result }) =>
    result.ok && result.procedure.droppedTiers.length > 0
      ? [`${row}: ${result.procedure.code}: ${result.procedure.droppedTiers.join(', ')}`]
      : [],
  );
  const lastRows = lastRowsOf(read);
  const { db, provinceId, accountId, actor, kind, dryRun = false, signal } = options;
  const about = { purpose: 'ingest PROCEDURES', accountId, dryRun, ...(actor && { actor }), ...(signal && { signal }) };
  return write(db, { ...about, sight: EVERYTHING }, async (tx) => {
    const good = read.flatMap(({ result }) => (result.ok ? [result.procedure] : []));
    const bad = read.flatMap(({ row, result }) =>
      result.ok ? [] : [{ row, ...result, replaced: row < (lastRows.get(result.codeKey ?? '') ?? 0) }],
    );
    await lockDossiers(tx);
    await options.askAgain?.();
    const counts = await storeRows(tx, provinceId, good);
    const outcome: Outcome = { received: read.length, ...counts, rejected: bad.length };
    const batch = randomUUID();
    const { name, mediaType } = options;
    await insertBatch(
      tx,
      provinceId,
      { id: batch, kind, name, mediaType, bytes: options.bytes?.() ?? 0, made: options.made ?? false, sentFor: null },
      outcome,
    );
    await closeReplaced(tx, provinceId, [...lastRows.keys()]);
    await insertBadRows(tx, provinceId, batch, bad);
    return {
      batch,
      ...outcome,
      notes,
      problems: bad.map(({ row, code, field, problem }) => ({ row, code, field, problem })).slice(0, 1_000),
    };
  });
}

/** By national code, the last row that has it, good or bad. */
function lastRowsOf(read: ReadAt[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const { row, result } of read) {
    const code = result.ok ? result.procedure.code : result.codeKey;
    if (code !== null) last.set(code, row);
  }
  return last;
}

function readRow(row: RawRow): ReadRow {
  if ('raw' in row) return readProcedureRow(row.raw);
  if ('unreadable' in row) return bad('UNREADABLE_LINE', null, null);
  if ('tooLarge' in row) return bad('ROW_TOO_LARGE', null, null);
  const codeKey = nationalCode(row.key ?? '');
  return bad('OTHER_COLUMNS', codeKey === null ? null : row.key, codeKey);
}

function bad(problem: BadProcedureRow['problem'], code: string | null, codeKey: string | null): BadProcedureRow {
  return { ok: false, code, codeKey, field: '', problem, kept: {} };
}

/**
 * Stores rows in their order; a code that stands twice is stored twice, so the last one counts. What they do not tell is filled in
 * under the dossier lock: from what whoever came before has stored.
 */
export async function storeRows(
  tx: Writer,
  provinceId: number,
  rows: ProcedureFields[],
): Promise<Omit<Outcome, 'received' | 'rejected'>> {
  await lockDossiers(tx);
  const known = new Map(
    (
      await proceduresByCode(
        tx,
        provinceId,
        rows.map((row) => row.code),
      )
    ).map((row) => [row.code, row]),
  );
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const drafts = new Map<string, ProcedureDraft>();
  for (const row of rows) {
    const before = drafts.get(row.code) ?? known.get(row.code);
    const draft = mergeRow(row, before);
    refuseBackwards(draft);
    if (!before) counts.created += 1;
    else if (sameDraft(draft, before)) counts.unchanged += 1;
    else counts.updated += 1;
    drafts.set(row.code, draft);
  }
  await storeProcedures(tx, provinceId, [...drafts.values()], { kind: 'IMPORTED' });
  return counts;
}

/** One day alone may be told, and not fit the other that is known. */
function refuseBackwards({ code, inForceFrom: from, inForceTo: to }: ProcedureDraft): void {
  if (from && to && to < from) throw badInput('inForceTo', 'procedure.backwards', { code, from, to });
}

function mergeRow(row: ProcedureFields, before: ProcedureDraft | ProcedureRow | undefined): ProcedureDraft {
  return {
    code: row.code,
    name: row.name,
    field: row.field === undefined ? before?.field : row.field,
    tiers: row.tiers ?? before?.tiers ?? [],
    inForceFrom: row.inForceFrom === undefined ? before?.inForceFrom : row.inForceFrom,
    inForceTo: row.inForceTo === undefined ? before?.inForceTo : row.inForceTo,
    authority: row.authority === undefined ? before?.authority : row.authority,
    processingDays: row.processingDays === undefined ? before?.processingDays : row.processingDays,
    legalBases: row.legalBases ?? before?.legalBases,
    fees: row.fees === undefined ? before?.fees : row.fees,
    conditions: row.conditions === undefined ? before?.conditions : row.conditions,
  };
}

function sameDraft(a: ProcedureDraft, b: ProcedureDraft): boolean {
  const shape = (draft: ProcedureDraft) =>
    JSON.stringify([
      draft.name,
      draft.field ?? null,
      [...draft.tiers].sort(),
      draft.inForceFrom ?? null,
      draft.inForceTo ?? null,
      draft.authority ?? null,
      draft.processingDays ?? null,
      draft.legalBases ?? [],
      draft.fees ?? null,
      draft.conditions ?? null,
    ]);
  return shape(a) === shape(b);
}
