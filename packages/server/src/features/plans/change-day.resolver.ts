import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { DateScalar } from '../../app/scalars.ts';
import { amendedOf, checkDay, dayChange, setEffectiveDay } from './change-day.service.ts';
import { PlanDayChange } from './change-day.types.ts';
import { showDayChange } from './show-day-change.service.ts';
import { showPlan, TargetPlan } from './plans.types.ts';

@Resolver(() => TargetPlan)
export class PlanDayResolver {
  @Mutation(() => TargetPlan, {
    description:
      'Drafts a plan for another day: its units are those of that day, and targets of units that are gone pass to who succeeded them.',
  })
  async setEffectiveDay(
    @Arg('plan', () => ID) plan: string,
    @Arg('effectiveOn', () => DateScalar, { description: 'Within its year, not before that of the plan it amends.' })
    effectiveOn: string,
    @Arg('expectedVersion', () => Int, { nullable: true }) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<TargetPlan> {
    return showPlan(await setEffectiveDay(ctx, plan, effectiveOn, expectedVersion ?? null));
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'The day that it is drafted for, from which it is meant to be in force; null where nobody said.',
  })
  effectiveOn(@Root() plan: TargetPlan): string | null {
    return plan.row.effectiveOn;
  }

  @FieldResolver(() => PlanDayChange, {
    description: 'What drafting it for another day would change; nothing is written.',
  })
  async changesOn(
    @Root() plan: TargetPlan,
    @Arg('effectiveOn', () => DateScalar, { description: 'Within its year.' }) effectiveOn: string,
    @Ctx() ctx: Context,
  ): Promise<PlanDayChange> {
    const day = checkDay('effectiveOn', effectiveOn, plan.year, await amendedOf(ctx, plan.row));
    return showDayChange(ctx, plan.row, await dayChange(ctx, plan.row, day));
  }
}
