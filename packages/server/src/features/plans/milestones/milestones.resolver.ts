import { percentOf } from '@chi-tieu/shared/domain/percent';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { showPlan, Target, TargetPlan } from '../plans.types.ts';
import { planMarks } from './marks.service.ts';
import { Milestone, MilestoneInput } from './milestones.types.ts';
import { setMilestones } from './set-milestones.service.ts';

/** The marks of the months within a plan. */
@Resolver(() => Target)
export class MilestonesResolver {
  @FieldResolver(() => [Milestone], {
    description: 'What it should have reached by the end of each month, from the month the plan comes into force in.',
  })
  async milestones(@Root() target: Target, @Ctx() ctx: Context): Promise<Milestone[]> {
    const marks = (await planMarks(ctx, target.plan)).get(target.unit.unitId) ?? [];
    return marks.map(({ month, hundredths, season, stale }) => {
      return { month, percent: percentOf(hundredths), typed: season === 'TYPED', season, stale };
    });
  }

  @Mutation(() => TargetPlan, {
    description: 'Types the marks of some months into a draft, or drops what was typed; the others stay as they are.',
  })
  async setMilestones(
    @Arg('plan', () => ID) plan: string,
    @Arg('marks', () => [MilestoneInput]) marks: MilestoneInput[],
    @Arg('expectedVersion', () => Int, {
      nullable: true,
      description: 'The version that the caller saw; another one is a CONFLICT.',
    })
    expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<TargetPlan> {
    return showPlan(await setMilestones(ctx, plan, marks, expectedVersion ?? null));
  }
}
