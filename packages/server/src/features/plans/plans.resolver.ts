import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { percentOf } from '@chi-tieu/shared/domain/percent';
import type { Context } from '../../app/context.ts';
import { CascadeMethod, PlanState } from '../../app/enums.ts';
import { DateScalar, PercentScalar } from '../../app/scalars.ts';
import { Decision, DecisionInput } from '../catalogue/catalogue.types.ts';
import { decisionMap } from '../catalogue/lists.service.ts';
import { Indicator } from '../rates/rates.types.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { Unit } from '../units/units.types.ts';
import { planBasis } from './basis.service.ts';
import { cascadeTargets } from './cascade-targets.service.ts';
import { createTargetPlan } from './create-plan.service.ts';
import { movePlan } from './move-plan.service.ts';
import { eventsOfPlan, findPlans, planById, planIndicator } from './plans.service.ts';
import {
  CascadeOptions,
  CascadeResult,
  PlanChild,
  PlanEvent,
  PlanRollUp,
  showPlan,
  Target,
  TargetInput,
  TargetPlan,
  TargetPlanInput,
} from './plans.types.ts';
import { clearTargets, setTargets } from './set-targets.service.ts';
import { showChildren, showRollUp, showTargets } from './show-plan.service.ts';

@Resolver(() => TargetPlan)
export class TargetPlanResolver {
  @Query(() => [TargetPlan], { description: 'Plans of a year, issuer and indicator; superseded ones too.' })
  async targetPlans(
    @Arg('year', () => Int, { nullable: true }) year: number | null,
    @Arg('issuer', () => ID, { nullable: true }) issuer: string | null,
    @Arg('indicator', () => ID, { nullable: true }) indicator: string | null,
    @Ctx() ctx: Context,
  ): Promise<TargetPlan[]> {
    const asked = { year: year ?? null, issuer: issuer ?? null, indicator: indicator ?? null };
    return (await findPlans(ctx, asked)).map(showPlan);
  }

  @Query(() => TargetPlan, { nullable: true, description: 'By its id; null when there is none.' })
  async targetPlan(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<TargetPlan | null> {
    const plan = await planById(ctx, id);
    return plan && showPlan(plan);
  }

  @Mutation(() => TargetPlan, {
    description: 'Begins a draft; an amending plan begins with the targets of the plan it amends.',
  })
  async createTargetPlan(
    @Arg('input', () => TargetPlanInput) input: TargetPlanInput,
    @Ctx() ctx: Context,
  ): Promise<TargetPlan> {
    return showPlan(await createTargetPlan(ctx, input));
  }

  @Mutation(() => TargetPlan, {
    description: 'Sets the targets of some units in a draft; the others stay as they are.',
  })
  async setTargets(
    @Arg('plan', () => ID) plan: string,
    @Arg('targets', () => [TargetInput]) targets: TargetInput[],
    @Arg('expectedVersion', () => Int, {
      nullable: true,
      description: 'The version that the caller saw; another one is a CONFLICT.',
    })
    expectedVersion: number | null,
    @Arg('proposedBy', () => CascadeMethod, {
      nullable: true,
      description:
        'The method that proposed all of them, where one did: the plan remembers it with what is typed for it.',
    })
    proposedBy: CascadeMethod | null,
    @Ctx() ctx: Context,
  ): Promise<TargetPlan> {
    const seen = { expectedVersion: expectedVersion ?? null, proposedBy: proposedBy ?? null };
    return showPlan(await setTargets(ctx, plan, targets, seen));
  }

  @Mutation(() => TargetPlan, { description: 'Takes the targets of some units out of a draft.' })
  async clearTargets(
    @Arg('plan', () => ID) plan: string,
    @Arg('units', () => [ID]) units: string[],
    @Arg('expectedVersion', () => Int, { nullable: true }) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<TargetPlan> {
    return showPlan(await clearTargets(ctx, plan, units, expectedVersion ?? null));
  }

  @Mutation(() => CascadeResult, {
    description: 'Spreads the target over the children; with preview nothing is written.',
  })
  cascadeTargets(
    @Arg('plan', () => ID) plan: string,
    @Arg('method', () => CascadeMethod) method: CascadeMethod,
    @Arg('options', () => CascadeOptions, { nullable: true }) options: CascadeOptions | null,
    @Arg('preview', () => Boolean, { nullable: true }) preview: boolean | null,
    @Ctx() ctx: Context,
  ): Promise<CascadeResult> {
    return cascadeTargets(ctx, plan, method, options ?? {}, preview ?? false);
  }

  @Mutation(() => TargetPlan, {
    description: 'DRAFT to SUBMITTED to APPROVED to ISSUED, or back to DRAFT with a reason.',
  })
  async movePlan(
    @Arg('plan', () => ID) plan: string,
    @Arg('to', () => PlanState) to: PlanState,
    @Arg('reason', () => String, { nullable: true }) reason: string | null,
    @Arg('decision', () => DecisionInput, { nullable: true }) decision: DecisionInput | null,
    @Arg('expectedVersion', () => Int, { nullable: true }) expectedVersion: number | null,
    @Arg('effectiveOn', () => DateScalar, {
      nullable: true,
      description: 'From when it is to be drafted anew; only with a way back to DRAFT.',
    })
    effectiveOn: string | null,
    @Ctx() ctx: Context,
  ): Promise<TargetPlan> {
    return showPlan(await movePlan(ctx, plan, { to, reason, decision, expectedVersion, effectiveOn }));
  }

  @FieldResolver(() => Unit, { description: 'The unit that assigns the targets, as of the last day of the year.' })
  async issuer(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, plan.row.issuerId, `${plan.year}-12-31`);
  }

  @FieldResolver(() => Indicator, { description: 'What is to be reached.' })
  indicator(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<Indicator> {
    return planIndicator(ctx, plan.row);
  }

  @FieldResolver(() => Decision, { nullable: true, description: 'The decision by which it is issued, where known.' })
  async decision(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<Decision | null> {
    const { decisionId } = plan.row;
    return decisionId === null ? null : ((await decisionMap(ctx)).get(decisionId) ?? null);
  }

  @FieldResolver(() => TargetPlan, { nullable: true, description: 'The plan that this one replaces.' })
  async amends(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<TargetPlan | null> {
    const amended = plan.row.amendsId === null ? null : await planById(ctx, plan.row.amendsId);
    return amended && showPlan(amended);
  }

  @FieldResolver(() => [Target], { description: 'In the order of the codes.' })
  targets(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<Target[]> {
    return showTargets(ctx, plan.row);
  }

  @FieldResolver(() => PercentScalar, {
    nullable: true,
    description: 'The target that the issuing unit itself received; null if none.',
  })
  async required(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<number | null> {
    const { received } = await planBasis(ctx, plan.row);
    return received === null ? null : percentOf(received.hundredths);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'First day of the period that volumes and baselines come from.',
  })
  async basisFrom(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<string> {
    return (await planBasis(ctx, plan.row)).from;
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: 'Its last day.' })
  async basisTo(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<string> {
    return (await planBasis(ctx, plan.row)).to;
  }

  @FieldResolver(() => [PlanChild], {
    description: "Every child, and the issuing unit's own dossiers where it has any.",
  })
  children(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<PlanChild[]> {
    return showChildren(ctx, plan.row);
  }

  @FieldResolver(() => PlanRollUp, { description: 'What the targets add up to, as issuing would check it.' })
  rollUp(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<PlanRollUp> {
    return showRollUp(ctx, plan.row);
  }

  @FieldResolver(() => [PlanEvent], { description: 'What happened to it, oldest first.' })
  events(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<PlanEvent[]> {
    return eventsOfPlan(ctx, plan.id);
  }
}
