import type { Page } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import type { BatchKind } from '../../../app/enums.ts';
import { reached } from '../../accounts/reach.service.ts';
import {
  batchesById,
  batchesOfSource,
  countBatches,
  listBatches,
  readableBatches,
  type BatchReader,
  type BatchRow,
} from './batches.queries.ts';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether a text can be the id of a batch at all. */
export function isBatchId(text: string): boolean {
  return UUID.test(text);
}

/** The receipt that a row within reach came with; those of a whole page are fetched at once. */
export function batchById(ctx: Context, id: string): Promise<BatchRow | null> {
  if (!isBatchId(id)) return Promise.resolve(null);
  return ctx.load<string, BatchRow>('batch', id.toLowerCase(), (ids) => batchesById(ctx.read, ctx.provinceId, ids));
}

/** One receipt by its id; null where there is none that the caller may read. */
export async function receiptById(ctx: Context, id: string): Promise<BatchRow | null> {
  const reader = await readerOf(ctx);
  if (!isBatchId(id)) return null;
  const readable = await readableBatches(ctx.read, ctx.provinceId, reader, [id.toLowerCase()]);
  return readable.length > 0 ? batchById(ctx, id) : null;
}

/**
 * The import that a row within reach came with. Of one whose receipt is beyond reach nothing is told but its kind and moment:
 * its counts are about rows of others too.
 */
export async function batchOfRow(ctx: Context, id: string): Promise<BatchRow | null> {
  const batch = await batchById(ctx, id);
  if (!batch) return null;
  const { units, accountId } = await readerOf(ctx);
  const isWithin =
    units === null || batch.accountId === accountId || (batch.sentFor !== null && units.includes(batch.sentFor));
  if (isWithin) return batch;
  const counts = { received: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, openRows: 0, bytes: 0, waiting: 0 };
  return { ...batch, ...counts, name: null, mediaType: null, by: null, source: null };
}

export async function readerOf(ctx: Context): Promise<BatchReader> {
  const units = await reached(ctx, 'receipt.read');
  return { accountId: ctx.signedIn().id, units: units === 'ALL' ? null : [...units] };
}

/** The last receipts of a source that the caller may read, newest first. */
export async function receiptsOfSource(ctx: Context, sourceId: number, most: number): Promise<BatchRow[]> {
  return batchesOfSource(ctx.read, ctx.provinceId, await readerOf(ctx), sourceId, most);
}

/** Receipts that the caller may read, newest first, one more than asked for. */
export async function listReceipts(
  ctx: Context,
  kind: BatchKind | null,
  page: Page<string>,
): Promise<{ rows: BatchRow[]; count: () => Promise<number> }> {
  const reader = await readerOf(ctx);
  const rows = await listBatches(ctx.read, ctx.provinceId, reader, kind, page);
  return { rows, count: () => countBatches(ctx.read, ctx.provinceId, reader, kind) };
}
