import { connect, type Connection, type Page } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { badInput, notFound } from '../../../app/errors.ts';
import { batchById } from './batches.service.ts';
import { retakeProcedures, type ProcedureAgain } from '../../catalogue/retake-procedures.service.ts';
import { ingestRows } from './ingest.service.ts';
import type { Outcome } from './merge.queries.ts';
import { countOpenRows, openRows, type QuarantineRow } from './quarantine.queries.ts';
import type { StagedRow } from './stage.ts';

/** Open rows of a batch (or all), oldest first. */
export async function listQuarantine(
  ctx: Context,
  batch: string | null,
  page: Page<string>,
): Promise<Connection<QuarantineRow>> {
  if (batch !== null) await checkBatch(ctx, batch);
  const rows = await openRows(ctx.read, ctx.provinceId, batch, page);
  return connect(
    rows,
    page,
    (row) => row.id,
    () => countOpenRows(ctx.read, ctx.provinceId, batch),
  );
}

async function checkBatch(ctx: Context, batch: string): Promise<void> {
  if (!(await batchById(ctx, batch))) throw notFound('batch.unknown', { id: batch.slice(0, 60) });
}

/** What is kept of such rows is cut or cleaned: taken again as it is it could look right. They wait to be mended. */
const KEPT_IN_PART = new Set(['UNREADABLE_LINE', 'HAS_NUL', 'TOO_LONG']);

const ROWS_AT_ONCE = 500;

/** Tries open rows again, after an alias or a procedure was added: those of the catalogue first, dossiers may wait for them. */
export async function retryQuarantined(ctx: Context, batch: string | null): Promise<Outcome> {
  if (batch !== null) await checkBatch(ctx, batch);
  const procedures: ProcedureAgain[] = [];
  for await (const rows of openRowsAgain(ctx, batch, true))
    procedures.push(...rows.map(({ id, fields }) => ({ quarantineId: id, fields })));
  const catalogue = procedures.length > 0 ? await retakeProcedures(ctx, procedures) : NOTHING;
  const dossiers = await ingestRows(ingestOptions(ctx, 'RETRY'), stagedAgain(ctx, batch));
  await ctx.close();
  return sumOf(catalogue, dossiers);
}

const NOTHING: Outcome = { received: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };

function sumOf(a: Outcome, b: Outcome): Outcome {
  return {
    received: a.received + b.received,
    created: a.created + b.created,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    rejected: a.rejected + b.rejected,
  };
}

async function* openRowsAgain(
  ctx: Context,
  batch: string | null,
  procedures: boolean,
): AsyncGenerator<QuarantineRow[]> {
  let after: string | null = null;
  for (;;) {
    const rows: QuarantineRow[] = await openRows(ctx.read, ctx.provinceId, batch, { first: ROWS_AT_ONCE - 1, after });
    if (rows.length === 0) return;
    yield rows.filter((row) => row.isProcedure === procedures && !KEPT_IN_PART.has(row.problem));
    after = rows.at(-1)?.id ?? null;
  }
}

async function* stagedAgain(ctx: Context, batch: string | null): AsyncGenerator<StagedRow[]> {
  // Rows of several files: the lines that they were there would not tell them apart.
  let count = 0;
  for await (const rows of openRowsAgain(ctx, batch, false))
    yield rows.map(({ id, fields }) => ({ row: (count += 1), raw: fields, quarantineId: id }));
}

/** Mends one row with the field names of the body and takes it again. */
export async function mendQuarantined(ctx: Context, id: string, fields: unknown): Promise<Outcome> {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    throw badInput('fields', 'quarantine.fields');
  const rows = /^\d{1,18}$/.test(id)
    ? await openRows(ctx.read, ctx.provinceId, null, { first: 0, after: String(BigInt(id) - 1n) })
    : [];
  const row = rows.find((open) => open.id === id);
  if (!row) throw notFound('quarantine.unknown', { id: id.slice(0, 30) });
  const mended = { ...row.fields, ...(fields as Record<string, unknown>) };
  if (row.isProcedure) return retakeProcedures(ctx, [{ quarantineId: row.id, fields: mended }]);
  const receipt = await ingestRows(ingestOptions(ctx, 'MEND'), once([{ row: 1, raw: mended, quarantineId: row.id }]));
  await ctx.close();
  return receipt;
}

async function* once(rows: StagedRow[]): AsyncGenerator<StagedRow[]> {
  yield rows;
}

function ingestOptions(ctx: Context, kind: 'RETRY' | 'MEND') {
  return {
    db: ctx.app.db,
    provinceId: ctx.provinceId,
    accountId: ctx.account?.id ?? null,
    kind,
    name: null,
    mediaType: null,
  };
}
