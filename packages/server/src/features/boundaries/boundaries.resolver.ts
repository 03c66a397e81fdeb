import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import type { DrawingRow } from './boundaries.queries.ts';
import { boundaryDrawing, boundaryShapes, removeBoundaries, saveBoundaries } from './boundaries.service.ts';
import { BoundaryDrawing, BoundaryDrawingInput, BoundaryShape } from './boundaries.types.ts';

@Resolver(() => BoundaryDrawing)
export class BoundaryResolver {
  @Query(() => BoundaryDrawing, {
    nullable: true,
    description: 'The province drawn by its boundaries; null while nobody put a drawing there.',
  })
  boundaries(@Ctx() ctx: Context): Promise<DrawingRow | null> {
    return boundaryDrawing(ctx);
  }

  @FieldResolver(() => [BoundaryShape])
  shapes(@Ctx() ctx: Context): Promise<BoundaryShape[]> {
    return boundaryShapes(ctx);
  }

  @Mutation(() => BoundaryDrawing, { description: 'Puts a drawing in the place of the one that there is.' })
  saveBoundaries(
    @Arg('input', () => BoundaryDrawingInput)
    { name, width, height, shapes, expectedVersion = null }: BoundaryDrawingInput,
    @Ctx() ctx: Context,
  ): Promise<DrawingRow> {
    return saveBoundaries(ctx, { name, width, height, shapes, expectedVersion });
  }

  @Mutation(() => Boolean, { description: 'Takes the drawing away; false where there was none.' })
  removeBoundaries(@Arg('expectedVersion', () => Int) expectedVersion: number, @Ctx() ctx: Context): Promise<boolean> {
    return removeBoundaries(ctx, expectedVersion);
  }
}
