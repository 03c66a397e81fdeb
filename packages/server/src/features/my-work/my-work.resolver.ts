import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { mattersBelow, myWork } from './my-work.service.ts';
import { NewsItem, UnitMatters, WaitingMatter } from './my-work.types.ts';
import { myNews, readNews } from './news.service.ts';

@Resolver(() => WaitingMatter)
export class MyWorkResolver {
  @Query(() => [WaitingMatter], {
    description: 'What waits for the caller, by kind: what is overdue first. A thing that is done is gone.',
  })
  myWork(@Ctx() ctx: Context): Promise<WaitingMatter[]> {
    return myWork(ctx);
  }

  @Query(() => [NewsItem], {
    description:
      'What others answered to the caller and those for whom they speak, or told them, within thirty days: what they did not read yet, fifty at the most, the newest first.',
  })
  myNews(@Ctx() ctx: Context): Promise<NewsItem[]> {
    return myNews(ctx);
  }

  @Mutation(() => Int, { description: 'Says that the caller read these; gives how many were new to them.' })
  readNews(
    @Arg('ids', () => [ID], { description: 'What was read, 500 at the most.' }) ids: string[],
    @Ctx() ctx: Context,
  ): Promise<number> {
    return readNews(ctx, ids);
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
