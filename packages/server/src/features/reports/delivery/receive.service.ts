import type { Context } from '../../../app/context.ts';
import { notFound } from '../../../app/errors.ts';
import { isNumberKey } from '../../../app/connection.ts';
import { needProvince, needToSpeakFor, spokenFor } from '../../accounts/reach.service.ts';
import { today, unitTree } from '../../units/units.service.ts';
import { noticeCounts } from '../../urging/messages/notices.queries.ts';
import type { ReportHeadRow } from '../reports.queries.ts';
import { aboutDelivery } from './deliver.service.ts';
import {
  deliveriesOf,
  deliveryWithId,
  lockDelivery,
  storeReceipt,
  unreceived,
  type DeliveryRow,
  type UnreceivedRow,
} from './deliveries.queries.ts';

/** A delivery as somebody sees it: with its messages as far as they are seen, and whether it is theirs to take note of. */
export interface DeliverySeen extends DeliveryRow {
  messages: Awaited<ReturnType<typeof noticeCounts>>;
  isMine: boolean;
}

/** Who got a report: all of it for who works on reports, for everybody else what their own units got. */
export async function deliveriesSeen(ctx: Context, { id }: Pick<ReportHeadRow, 'id'>): Promise<DeliverySeen[]> {
  const mine = await ownOnes(ctx);
  const rows = await deliveriesOf(ctx.read, ctx.provinceId, id);
  return withMessages(ctx, rows, mine);
}

async function withMessages(
  ctx: Context,
  rows: readonly DeliveryRow[],
  mine: (unitId: number) => boolean,
): Promise<DeliverySeen[]> {
  const abouts = rows.map((row) => aboutDelivery(row.id));
  const counts = rows.length === 0 ? [] : await noticeCounts(ctx.read, ctx.provinceId, abouts);
  return rows.map((row) => ({
    ...row,
    messages: counts.filter(({ about }) => about === aboutDelivery(row.id)),
    isMine: mine(row.unitId),
  }));
}

/** Whether the caller speaks for a unit, or for the one that took over from it; whoever speaks for all speaks for none of them by name. */
async function ownOnes(ctx: Context): Promise<(unitId: number) => boolean> {
  const speaks = await spokenFor(ctx);
  const tree = await unitTree(ctx, today(ctx));
  return (unitId) => speaks !== 'ALL' && (speaks.has(unitId) || speaks.has(tree.liveUnitOf(unitId) ?? unitId));
}

/** Takes note of what a unit got, for who speaks for it; a second time it is as it was. */
export async function receiveReport(ctx: Context, id: string): Promise<DeliverySeen> {
  const found = await existingDelivery(ctx, id);
  const live = (await unitTree(ctx, today(ctx))).liveUnitOf(found.unitId) ?? found.unitId;
  await needToSpeakFor(ctx, live);
  const [own] = found.content.rows;
  await ctx.write('receiveReport', async (tx) => {
    const row = await lockDelivery(tx, ctx.provinceId, id);
    // Of two who take note at once the second finds that it was done.
    if (!row || !(await storeReceipt(tx, id))) return;
    tx.audit({
      what: 'REPORT_RECEIVED',
      about: { kind: 'REPORT', id: row.reportId },
      unitId: row.unitId,
      after: { unit: own?.code ?? String(row.unitId), sha256: row.sha256 },
    });
  });
  const [seen] = await withMessages(ctx, [await existingDelivery(ctx, id)], await ownOnes(ctx));
  if (!seen) throw notFound('report.unknownDelivery');
  return seen;
}

async function existingDelivery(ctx: Context, id: string): Promise<DeliveryRow> {
  await spokenFor(ctx);
  const found = isNumberKey(id) ? await deliveryWithId(ctx.read, ctx.provinceId, id) : null;
  // Whoever sees none is not told that there is none.
  if (!found) await needProvince(ctx, 'plan.answer');
  if (!found) throw notFound('report.unknownDelivery');
  return found;
}

/** What the caller's own units got and nobody took note of. */
export async function waitingDeliveries(ctx: Context): Promise<UnreceivedRow[]> {
  const mine = await ownOnes(ctx);
  return (await unreceived(ctx.read, ctx.provinceId)).filter(({ unitId }) => mine(unitId));
}
