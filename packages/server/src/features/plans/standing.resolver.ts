import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { DateScalar, DateTimeScalar } from '../../app/scalars.ts';
import { TargetPlan } from './plans.types.ts';
import { heldDays, standingOf } from './standing.service.ts';
import { PlanStanding } from './standing.types.ts';

@Resolver(() => TargetPlan)
export class PlanStandingResolver {
  @FieldResolver(() => Boolean, {
    description:
      'Whether what it rests on was kept when it was submitted. False of drafts and of plans from before that rule: they show the numbers of now.',
  })
  basisFrozen(@Root() plan: TargetPlan): boolean {
    return plan.row.isFrozen;
  }

  @FieldResolver(() => PlanStanding, { description: 'How it stands to the item that its issuing unit received.' })
  standing(
    @Root() plan: TargetPlan,
    @Arg('on', () => DateScalar, { nullable: true }) on: string | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<PlanStanding> {
    return standingOf(ctx, plan.row, { on: on ?? null, knownAt: knownAt ?? null });
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      'The last day on which it holds, once issued: the day before another plan takes over, else its own last. Null where one did so from its first day, and where it was not issued yet at that instant.',
  })
  async holdsUntil(
    @Root() plan: TargetPlan,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<string | null> {
    return (await heldDays(ctx, plan.row, knownAt ?? null))?.until ?? null;
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'The day from which another plan holds in its place.',
  })
  async replacedFrom(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<string | null> {
    return (await heldDays(ctx, plan.row, null))?.replacedFrom ?? null;
  }
}
