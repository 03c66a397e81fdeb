import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { PlanEvent } from '../plans.types.ts';
import { numbersOfEvent } from './events.service.ts';
import { PlanEventNumbers } from './events.types.ts';

@Resolver(() => PlanEvent)
export class PlanEventResolver {
  @FieldResolver(() => PlanEventNumbers, {
    nullable: true,
    description: 'What it made of the numbers; null for who may not read drafts of the issuing unit.',
  })
  numbers(@Root() event: PlanEvent, @Ctx() ctx: Context): Promise<PlanEventNumbers | null> {
    return numbersOfEvent(ctx, event.eventId, event.planId);
  }
}
