import { Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { YearEffect } from '../../rates/effect.types.ts';
import { effectsByYear } from '../../rates/foreseen.service.ts';
import { IngestBatch } from '../dossiers.types.ts';
import { readableBatches } from '../ingest/batches.queries.ts';
import { readerOf, receiptById } from '../ingest/batches.service.ts';
import { heldOf } from '../held/held.service.ts';
import { HeldBatch } from '../held/held.types.ts';
import { bookedIn, lastOf } from './booked.queries.ts';
import { receiptFacts, type ReceiptFacts } from './receipts.queries.ts';

/** What a receipt tells beside its counts. Of one beyond the caller's reach nothing is told. */
@Resolver(() => IngestBatch)
export class ReceiptResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'SHA-256 of the body as it came over the wire; null where there was none, or before it was kept.',
  })
  async checksum(@Root() batch: IngestBatch, @Ctx() ctx: Context): Promise<string | null> {
    return (await factsOf(ctx, batch.id))?.checksum ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many rows its sender says that there are; null where nothing was said.',
  })
  async expected(@Root() batch: IngestBatch, @Ctx() ctx: Context): Promise<number | null> {
    return (await factsOf(ctx, batch.id))?.expected ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many rows came beyond what its sender says (missing where negative); null where nothing was said.',
  })
  async controlDifference(@Root() batch: IngestBatch, @Ctx() ctx: Context): Promise<number | null> {
    const facts = await factsOf(ctx, batch.id);
    return facts === null || facts.expected === null ? null : facts.came - facts.expected;
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'The first import of the same sender that was exactly the same body; null: there was none.',
  })
  async sameBodyAs(@Root() batch: IngestBatch, @Ctx() ctx: Context): Promise<string | null> {
    return (await factsOf(ctx, batch.id))?.sameAs ?? null;
  }

  @FieldResolver(() => HeldBatch, {
    nullable: true,
    description: 'Why and until when it is held; null: it is not and never was.',
  })
  held(@Root() batch: IngestBatch, @Ctx() ctx: Context): Promise<HeldBatch | null> {
    return heldOf(ctx, batch.id);
  }

  @FieldResolver(() => [YearEffect], {
    description:
      'What it did to the figures, by indicator and year: as they were known right after it, and as they were without it, whatever came since. Of indicators that book nothing (the period’s end decides, or services) nothing is told.',
  })
  async effects(@Root() batch: IngestBatch, @Ctx() ctx: Context): Promise<YearEffect[]> {
    const receipt = await receiptById(ctx, batch.id);
    if (!receipt) return [];
    const moments = [receipt.recordedBy];
    const after = await lastOf(ctx.read, moments);
    return effectsByYear(ctx, await bookedIn(ctx.read, ctx.provinceId, moments), { after });
  }
}

/** The facts of a receipt that the caller may read; those of a page are fetched at once. */
function factsOf(ctx: Context, id: string): Promise<ReceiptFacts | null> {
  return ctx.load<string, ReceiptFacts>('receipt facts', id, async (ids) => {
    const readable = await readableBatches(ctx.read, ctx.provinceId, await readerOf(ctx), ids);
    return receiptFacts(ctx.read, ctx.provinceId, readable);
  });
}
