import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { showInputs } from '../plan-inputs.service.ts';
import { PlanInputs } from '../plan-inputs.types.ts';
import { existingPlan } from '../plans.service.ts';
import { showPlan, Target, TargetPlan } from '../plans.types.ts';
import { showRows } from '../show-plan.service.ts';
import { namesOf } from './scenarios.queries.ts';
import { deleteScenario, saveScenario, scenariosOfPlan } from './scenarios.service.ts';
import { Scenario, ScenarioInput, showScenario } from './scenarios.types.ts';
import { takeScenario } from './take-scenario.service.ts';

@Resolver(() => Scenario)
export class ScenarioResolver {
  @Mutation(() => Scenario, {
    description: 'Keeps a scenario of a plan, or changes one. A plan keeps at most 50; the plan itself stays as it is.',
  })
  async saveScenario(@Arg('input', () => ScenarioInput) input: ScenarioInput, @Ctx() ctx: Context): Promise<Scenario> {
    const row = await saveScenario(ctx, input);
    return showScenario(row, await existingPlan(ctx, row.planId, 'plan.draft'));
  }

  @Mutation(() => Boolean, { description: 'Takes a scenario away.' })
  deleteScenario(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { nullable: true }) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<boolean> {
    return deleteScenario(ctx, id, expectedVersion ?? null);
  }

  @Mutation(() => TargetPlan, {
    description: 'Has a draft read as a scenario does, inputs and targets in one step; its contributors are authors.',
  })
  async takeScenario(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, {
      nullable: true,
      description: 'The version of the plan that the caller saw; another one is a CONFLICT.',
    })
    expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<TargetPlan> {
    return showPlan(await takeScenario(ctx, id, expectedVersion ?? null));
  }

  @FieldResolver(() => PlanInputs, { description: 'Its inputs, in the place of those of the plan.' })
  inputs(@Root() { row, plan }: Scenario, @Ctx() ctx: Context): Promise<PlanInputs> {
    return showInputs(ctx, plan, row.inputs);
  }

  @FieldResolver(() => [Target], { description: 'Its targets, in the order of the codes.' })
  targets(@Root() { row, plan }: Scenario, @Ctx() ctx: Context): Promise<Target[]> {
    return showRows(
      ctx,
      plan,
      row.targets.map((target) => ({ ...target, planId: plan.id })),
    );
  }

  @FieldResolver(() => [String], { description: 'Who edited it, the first of them first.' })
  async contributors(@Root() { row }: Scenario, @Ctx() ctx: Context): Promise<string[]> {
    const names = await Promise.all(
      row.contributors.map((id) => ctx.load('account name', id, (ids) => namesOf(ctx.read, ids))),
    );
    return names.flatMap((found) => (found?.name ? [found.name] : []));
  }
}

@Resolver(() => TargetPlan)
export class PlanScenariosResolver {
  @FieldResolver(() => [Scenario], {
    description: 'What it could be, by name; nothing for who may not read its drafts.',
  })
  async scenarios(@Root() plan: TargetPlan, @Ctx() ctx: Context): Promise<Scenario[]> {
    return (await scenariosOfPlan(ctx, plan.row)).map((row) => showScenario(row, plan.row));
  }
}
