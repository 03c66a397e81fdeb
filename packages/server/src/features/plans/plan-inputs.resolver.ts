import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { CascadeMethod, CascadePolicy } from '../../app/enums.ts';
import { PercentScalar } from '../../app/scalars.ts';
import { inputSetOf, showInputs } from './plan-inputs.service.ts';
import { EffortBandInput, PlanInputs, UnitInputsInput } from './plan-inputs.types.ts';
import { showPlan, TargetPlan } from './plans.types.ts';
import { setPlanInputs } from './set-inputs.service.ts';

const STAYS = 'Absent: stays; null: dropped.';

@Resolver(() => TargetPlan)
export class PlanInputsResolver {
  @Mutation(() => TargetPlan, {
    description:
      'Sets what a draft rests on besides its targets. What is absent stays as it is, what is null is dropped.',
  })
  async setPlanInputs(
    @Arg('plan', () => ID) plan: string,
    @Arg('units', () => [UnitInputsInput], { nullable: true, description: 'At most 1,000; the others stay.' })
    units: UnitInputsInput[] | null | undefined,
    @Arg('policy', () => CascadePolicy, { nullable: true, description: STAYS })
    policy: CascadePolicy | null | undefined,
    @Arg('step', () => PercentScalar, { nullable: true, description: STAYS }) step: number | null | undefined,
    @Arg('method', () => CascadeMethod, { nullable: true, description: STAYS })
    method: CascadeMethod | null | undefined,
    @Arg('required', () => PercentScalar, { nullable: true, description: STAYS }) required: number | null | undefined,
    @Arg('effort', () => [EffortBandInput], { nullable: true, description: STAYS })
    effort: EffortBandInput[] | null | undefined,
    @Arg('expectedVersion', () => Int, { nullable: true }) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<TargetPlan> {
    const asked = { units, policy, step, method, required, effort };
    return showPlan(await setPlanInputs(ctx, plan, asked, expectedVersion ?? null));
  }

  @FieldResolver(() => PlanInputs, { description: 'What is typed besides targets and decides what comes out.' })
  async inputs(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<PlanInputs> {
    return showInputs(ctx, plan.row, await inputSetOf(ctx, plan.row));
  }
}
