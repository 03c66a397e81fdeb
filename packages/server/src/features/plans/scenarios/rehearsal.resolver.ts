import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { TargetPlan } from '../plans.types.ts';
import { rehearse } from './rehearsal.service.ts';
import { Rehearsal } from './rehearsal.types.ts';

@Resolver(() => TargetPlan)
export class RehearsalResolver {
  @FieldResolver(() => Rehearsal, { description: 'Who would have met the targets with the dossiers of a year.' })
  rehearsal(
    @Root() plan: TargetPlan,
    @Arg('year', () => Int, { description: '2000 to 2100.' }) year: number,
    @Arg('scenario', () => ID, { nullable: true, description: 'A scenario of the plan instead of the plan itself.' })
    scenario: string | null,
    @Ctx() ctx: Context,
  ): Promise<Rehearsal> {
    return rehearse(ctx, plan.row, { year, scenario: scenario ?? null });
  }
}
