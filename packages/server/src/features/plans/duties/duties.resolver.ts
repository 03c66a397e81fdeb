import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { DateScalar } from '../../../app/scalars.ts';
import { showPlan, Target, TargetPlan } from '../plans.types.ts';
import { acknowledgementsIn, acknowledgeTarget, readsNote } from './acknowledgements.service.ts';
import { assignments } from './assignments.service.ts';
import { Acknowledgement, Assignment, PlanDatesInput } from './duties.types.ts';
import { setPlanDates } from './plan-dates.service.ts';

@Resolver(() => TargetPlan)
export class PlanDutiesResolver {
  @Query(() => [Assignment], {
    description:
      'Each unit that `under` (the province unless told) gave a target for the year, with what it has to do about it and what it did. Dates are measured by `on`: today in Vietnam unless told, or the last day of the year once that is over.',
  })
  assignments(
    @Arg('indicator', () => ID) indicator: string,
    @Arg('year', () => Int) year: number,
    @Arg('under', () => ID, { nullable: true, description: 'The code of the unit that assigned.' })
    under: string | null,
    @Arg('on', () => DateScalar, { nullable: true }) on: string | null,
    @Ctx() ctx: Context,
  ): Promise<Assignment[]> {
    return assignments(ctx, { indicator, year, under: under ?? null, on: on ?? null });
  }

  @Mutation(() => TargetPlan, {
    description:
      'Says by when the units of a plan have to assign in turn and to take note; makes no new version. Where the dates are not `seen` any more it is a CONFLICT.',
  })
  async setPlanDates(
    @Arg('plan', () => ID) plan: string,
    @Arg('assignBy', () => DateScalar, { nullable: true, description: 'None where it is not given.' })
    assignBy: string | null,
    @Arg('acknowledgeBy', () => DateScalar, { nullable: true, description: 'None where it is not given.' })
    acknowledgeBy: string | null,
    @Arg('seen', () => PlanDatesInput, { description: 'The dates that the caller saw.' }) seen: PlanDatesInput,
    @Ctx() ctx: Context,
  ): Promise<TargetPlan> {
    const wanted = { assignBy: assignBy ?? null, acknowledgeBy: acknowledgeBy ?? null };
    const before = { assignBy: seen.assignBy ?? null, acknowledgeBy: seen.acknowledgeBy ?? null };
    return showPlan(await setPlanDates(ctx, plan, wanted, before));
  }

  @Mutation(() => TargetPlan, {
    description:
      'Takes note of a target, for the unit that has to reach it: by a person with a grant at that very unit. Said twice it stays what it was.',
  })
  async acknowledgeTarget(
    @Arg('plan', () => ID) plan: string,
    @Arg('unit', () => ID) unit: string,
    @Arg('note', () => String, { nullable: true, description: 'What is to be added; nothing of a citizen.' })
    note: string | null,
    @Ctx() ctx: Context,
  ): Promise<TargetPlan> {
    return showPlan(await acknowledgeTarget(ctx, plan, unit, note ?? null));
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: 'By when its units have to assign in turn.' })
  assignBy(@Root() plan: TargetPlan): string | null {
    return plan.row.assignBy;
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: 'By when its units have to take note.' })
  acknowledgeBy(@Root() plan: TargetPlan): string | null {
    return plan.row.acknowledgeBy;
  }
}

@Resolver(() => Target)
export class TargetDutiesResolver {
  @FieldResolver(() => Acknowledgement, {
    nullable: true,
    description: 'That the unit took note of it; null until it did, and of what is not issued.',
  })
  async acknowledgement(@Root() target: Target, @Ctx() ctx: Context): Promise<Acknowledgement | null> {
    const { plan, unit } = target;
    const found = (await acknowledgementsIn(ctx, plan.id)).find((row) => row.unitId === unit.unitId);
    if (!found) return null;
    const { at, by, note, givenTo } = found;
    const mine = await readsNote(ctx, plan, unit.unitId);
    return { at, by, note: mine ? note : null, carriedOver: givenTo !== plan.id };
  }
}
