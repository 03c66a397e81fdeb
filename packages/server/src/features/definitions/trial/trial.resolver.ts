import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { DateScalar } from '../../../app/scalars.ts';
import { tryDefinition } from './trial.service.ts';
import { DefinitionTrial } from './trial.types.ts';

@Resolver(() => DefinitionTrial)
export class TrialResolver {
  @Query(() => DefinitionTrial, {
    description:
      'Counts the dossiers of a period by two definitions side by side: how many would change sides, and which.',
  })
  tryDefinition(
    @Arg('left', () => ID, { description: 'A definition, say the one that answers now.' }) left: string,
    @Arg('right', () => ID, { description: 'Another one, a draft or not.' }) right: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Arg('unit', () => ID, { nullable: true, description: 'With all below it; the province unless given.' })
    unit: string | null,
    @Arg('every', () => Int, { nullable: true, description: 'Look at one dossier of so many; all unless given.' })
    every: number | null,
    @Ctx() ctx: Context,
  ): Promise<DefinitionTrial> {
    return tryDefinition(ctx, { left, right, from, to, unit: unit ?? null, every: every ?? 1 });
  }
}
