import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { mattersBelow, myWork } from './my-work.service.ts';
import { UnitMatters, WaitingMatter } from './my-work.types.ts';

@Resolver(() => WaitingMatter)
export class MyWorkResolver {
  @Query(() => [WaitingMatter], {
    description: 'What waits for the caller, by kind: what is overdue first. A thing that is done is gone.',
  })
  myWork(@Ctx() ctx: Context): Promise<WaitingMatter[]> {
    return myWork(ctx);
  }

  @Query(() => [UnitMatters], {
    description:
      'Letters and difficulties of the units directly below one, each with all below it; those alone of which the caller sees something, in the order of the codes.',
  })
  unitMatters(
    @Arg('under', () => ID, { description: 'A code.' }) under: string,
    @Ctx() ctx: Context,
  ): Promise<UnitMatters[]> {
    return mattersBelow(ctx, under);
  }
}
