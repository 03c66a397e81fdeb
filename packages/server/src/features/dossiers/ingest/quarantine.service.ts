import { connect, type Connection, type Page } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput, notFound } from '../../../app/errors.ts';
import { lockDossiers } from '../../../app/moments.ts';
import { Turnstile } from '../../../app/turnstile.ts';
import { closeOutdated } from '../../catalogue/bad-procedures.queries.ts';
import { retakeProcedures } from '../../catalogue/retake-procedures.service.ts';
import { batchById } from './batches.service.ts';
import { retakeDossiers, type BatchOptions } from './ingest.service.ts';
import type { Merged } from './merge.queries.ts';
import {
  countOpenRows,
  openRow,
  openRows,
  retryGroups,
  rowsToRetry,
  type QuarantineRow,
  type RetryGroup,
} from './quarantine.queries.ts';
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

/** One at a time, and without a connection while they wait: each holds the dossier lock from its beginning. */
const triesAgain = new Turnstile(1);

const MOST_NOTES = 1_000;

const NOTHING: Merged = { received: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, loose: [] };

function sumOf(a: Merged, b: Merged): Merged {
  return {
    received: a.received + b.received,
    created: a.created + b.created,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    rejected: a.rejected + b.rejected,
    loose: [...a.loose, ...b.loose].slice(0, MOST_NOTES),
  };
}

/**
 * Tries open rows again, after an alias or a procedure was added: those of the catalogue first, dossiers may wait for them. Rows
 * made for demonstration stay so, in batches of their own.
 */
export async function retryQuarantined(ctx: Context, batch: string | null): Promise<Merged> {
  if (batch !== null) await checkBatch(ctx, batch);
  await ctx.close();
  return triesAgain.pass(async () => {
    let sum = NOTHING;
    for (const group of await retryGroups(ctx.read, ctx.provinceId, batch))
      sum = sumOf(sum, await ctx.write('retryQuarantined', (tx) => retryGroup(tx, ctx.provinceId, batch, group)));
    await ctx.close();
    return sum;
  });
}

async function retryGroup(tx: Writer, provinceId: number, batch: string | null, group: RetryGroup): Promise<Merged> {
  await lockDossiers(tx);
  if (group.isProcedure) await closeOutdated(tx, provinceId);
  const rows = rowsToRetry(tx, provinceId, batch, group);
  return group.isProcedure
    ? { loose: [], ...(await retakeProcedures(tx, provinceId, group.made, rows)) }
    : retakeDossiers(tx, batchOptions(provinceId, 'RETRY', group.made), numbered(rows));
}

/** Rows of several files: the lines that they were there would not tell them apart. */
async function* numbered(pages: AsyncIterable<QuarantineRow[]>): AsyncGenerator<StagedRow[]> {
  let count = 0;
  for await (const rows of pages)
    yield rows.map(({ id, fields }) => ({ row: (count += 1), raw: fields, quarantineId: id }));
}

/** Mends one open row with the field names of the body and takes it again. */
export async function mendQuarantined(ctx: Context, id: string, fields: unknown): Promise<Merged> {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    throw badInput('fields', 'quarantine.fields');
  await ctx.close();
  return triesAgain.pass(() =>
    ctx.write('mendQuarantined', (tx) => mendRow(tx, ctx.provinceId, id, fields as Record<string, unknown>)),
  );
}

/** The fields are read under the lock: what somebody else mended of the row meanwhile stays mended. */
async function mendRow(tx: Writer, provinceId: number, id: string, fields: Record<string, unknown>): Promise<Merged> {
  await lockDossiers(tx);
  const isId = /^\d{1,18}$/.test(id);
  if (isId) await closeOutdated(tx, provinceId, id);
  const row = isId ? await openRow(tx, provinceId, id) : null;
  if (!row) throw notFound('quarantine.unknown', { id: id.slice(0, 30) });
  const mended = { ...row.fields, ...fields };
  return row.isProcedure
    ? { loose: [], ...(await retakeProcedures(tx, provinceId, row.made, once([{ id: row.id, fields: mended }]))) }
    : retakeDossiers(
        tx,
        batchOptions(provinceId, 'MEND', row.made),
        once([{ row: 1, raw: mended, quarantineId: row.id }]),
      );
}

async function* once<T>(rows: T[]): AsyncGenerator<T[]> {
  yield rows;
}

function batchOptions(provinceId: number, kind: 'RETRY' | 'MEND', made: boolean): BatchOptions {
  return { provinceId, kind, name: null, mediaType: null, made };
}
