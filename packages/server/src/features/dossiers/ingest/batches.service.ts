import type { Page } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import type { BatchKind } from '../../../app/enums.ts';
import { batchesById, countBatches, listBatches, type BatchRow } from './batches.queries.ts';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether a text can be the id of a batch at all. */
export function isBatchId(text: string): boolean {
  return UUID.test(text);
}

/** One receipt; those of a whole page are fetched at once. */
export function batchById(ctx: Context, id: string): Promise<BatchRow | null> {
  if (!isBatchId(id)) return Promise.resolve(null);
  return ctx.load<string, BatchRow>('batch', id.toLowerCase(), (ids) => batchesById(ctx.read, ctx.provinceId, ids));
}

/** Receipts, newest first, one more than asked for. */
export async function listReceipts(
  ctx: Context,
  kind: BatchKind | null,
  page: Page<string>,
): Promise<{ rows: BatchRow[]; count: () => Promise<number> }> {
  const rows = await listBatches(ctx.read, ctx.provinceId, kind, page);
  return { rows, count: () => countBatches(ctx.read, ctx.provinceId, kind) };
}
