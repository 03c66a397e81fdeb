import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isNumberKey, readPage, type Connection } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { Unit } from '../../units/units.types.ts';
import { IngestBatch } from '../dossiers.types.ts';
import { batchOfRow } from '../ingest/batches.service.ts';
import { discardBatch, jumpRules, listHeldBatches, releaseBatch, setJumpRules, showHeld } from './held.service.ts';
import { BatchJump, HeldBatch, HeldBatchConnection, JumpRules, JumpRulesInput } from './held.types.ts';

const BATCH = "The import's id.";
const REASON = 'Why: at most 2,000 characters, without numbers of citizens and codes of dossiers.';

@Resolver(() => HeldBatch)
export class HeldBatchResolver {
  @Query(() => HeldBatchConnection, {
    description: 'Imports that are held until somebody has looked at them, newest first.',
  })
  async heldBatches(
    @Arg('settled', () => Boolean, {
      defaultValue: false,
      description: 'Those that were released or discarded instead.',
    })
    settled: boolean,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<HeldBatch>> {
    const found = await listHeldBatches(ctx, settled, readPage(first, after, isNumberKey));
    const edges = found.edges.map(({ cursor, node }) => ({ cursor, node: showHeld(node) }));
    return { ...found, edges, nodes: edges.map(({ node }) => node) };
  }

  @Query(() => JumpRules, { description: 'When imports are held.' })
  jumpRules(@Ctx() ctx: Context): Promise<JumpRules> {
    return jumpRules(ctx);
  }

  @FieldResolver(() => IngestBatch, { description: 'Its receipt: five zeros, for it counts nowhere.' })
  batch(@Root() held: HeldBatch, @Ctx() ctx: Context): Promise<IngestBatch | null> {
    return batchOfRow(ctx, held.id);
  }

  @Mutation(() => HeldBatch, {
    description: 'Takes the rows of a held import, but those whose code came again since, as an import of their own.',
  })
  async releaseBatch(
    @Arg('batch', () => ID, { description: BATCH }) batch: string,
    @Arg('reason', () => String, { description: REASON }) reason: string,
    @Ctx() ctx: Context,
  ): Promise<HeldBatch> {
    return showHeld(await releaseBatch(ctx, batch, reason));
  }

  @Mutation(() => HeldBatch, { description: 'Puts a held import aside for good.' })
  async discardBatch(
    @Arg('batch', () => ID, { description: BATCH }) batch: string,
    @Arg('reason', () => String, { description: REASON }) reason: string,
    @Ctx() ctx: Context,
  ): Promise<HeldBatch> {
    return showHeld(await discardBatch(ctx, batch, reason));
  }

  @Mutation(() => JumpRules, { description: 'Says when imports are held from now on.' })
  setJumpRules(
    @Arg('input', () => JumpRulesInput, { description: 'What holds from now on.' }) input: JumpRulesInput,
    @Ctx() ctx: Context,
  ): Promise<JumpRules> {
    return setJumpRules(ctx, input);
  }
}

@Resolver(() => BatchJump)
export class BatchJumpResolver {
  @FieldResolver(() => Unit, { nullable: true, description: 'The unit, of MONTH.' })
  unit(@Root() { unitId, month }: BatchJump, @Ctx() ctx: Context): Promise<Unit | null> | null {
    return unitId === null || month === null ? null : unitAsKnown(ctx, unitId, month);
  }
}
