import { connect, type Connection, type Page } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { badInput, notFound } from '../../../app/errors.ts';
import { batchById } from './batches.service.ts';
import { ingestRows, type Receipt } from './ingest.service.ts';
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

/** Tries open rows again, after an alias or a procedure was added. */
export async function retryQuarantined(ctx: Context, batch: string | null): Promise<Receipt> {
  if (batch !== null) await checkBatch(ctx, batch);
  const receipt = await ingestRows(ingestOptions(ctx, 'RETRY'), openRowsAgain(ctx, batch));
  await ctx.close();
  return receipt;
}

async function* openRowsAgain(ctx: Context, batch: string | null): AsyncGenerator<StagedRow[]> {
  let after: string | null = null;
  for (;;) {
    const rows: QuarantineRow[] = await openRows(ctx.read, ctx.provinceId, batch, { first: ROWS_AT_ONCE - 1, after });
    if (rows.length === 0) return;
    yield rows.filter((row) => !KEPT_IN_PART.has(row.problem)).map((row) => staged(row, row.fields));
    after = rows.at(-1)?.id ?? null;
  }
}

function staged(row: QuarantineRow, fields: Record<string, unknown>): StagedRow {
  return { row: row.rowNumber, raw: fields, quarantineId: row.id };
}

/** Mends one row with the field names of the body and takes it again. */
export async function mendQuarantined(ctx: Context, id: string, fields: unknown): Promise<Receipt> {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    throw badInput('fields', 'quarantine.fields');
  const rows = /^\d{1,18}$/.test(id)
    ? await openRows(ctx.read, ctx.provinceId, null, { first: 0, after: String(BigInt(id) - 1n) })
    : [];
  const row = rows.find((open) => open.id === id);
  if (!row) throw notFound('quarantine.unknown', { id: id.slice(0, 30) });
  async function* mended(open: QuarantineRow): AsyncGenerator<StagedRow[]> {
    yield [staged(open, { ...open.fields, ...(fields as Record<string, unknown>) })];
  }
  const receipt = await ingestRows(ingestOptions(ctx, 'MEND'), mended(row));
  await ctx.close();
  return receipt;
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
