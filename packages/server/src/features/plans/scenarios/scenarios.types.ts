import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CascadeMethod, CascadePolicy } from '../../../app/enums.ts';
import { DateTimeScalar, PercentScalar } from '../../../app/scalars.ts';
import { EffortBandInput, UnitInputsInput } from '../plan-inputs.types.ts';
import { TargetInput } from '../plans.types.ts';
import type { PlanRow } from '../plans.queries.ts';
import type { ScenarioRow } from './scenarios.queries.ts';

@ObjectType({ description: 'What a plan could be and is not: inputs and targets under a name.' })
export class Scenario {
  @Field(() => ID, { description: 'What names it in arguments.' })
  id!: string;

  @Field(() => String, { description: '1 to 120 characters, unlike those of the other scenarios of its plan.' })
  name!: string;

  @Field(() => Int, { description: 'Starts at 1 and grows by one with every change.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was changed last.' })
  at!: Date;

  row!: ScenarioRow;
  plan!: PlanRow;
}

/** A scenario as GraphQL shows it. */
export function showScenario(row: ScenarioRow, plan: PlanRow): Scenario {
  const { id, name, version, at } = row;
  return { id, name, version, at, row, plan };
}

@InputType({ description: 'All inputs of a scenario: what is absent or null is not typed in it.' })
export class ScenarioInputsInput {
  @Field(() => CascadePolicy, { nullable: true, description: 'MEAN where nothing is typed.' })
  policy?: CascadePolicy | null;

  @Field(() => PercentScalar, { nullable: true, description: 'Never 0; 0.5 where nothing is typed.' })
  step?: number | null;

  @Field(() => CascadeMethod, { nullable: true, description: 'The way of spreading that was chosen.' })
  method?: CascadeMethod | null;

  @Field(() => PercentScalar, { nullable: true, description: 'What is to be reached, where nobody assigned it.' })
  required?: number | null;

  @Field(() => [EffortBandInput], { nullable: true, description: 'What points cost, for LEAST_EFFORT.' })
  effort?: EffortBandInput[] | null;

  @Field(() => [UnitInputsInput], { nullable: true, description: 'At most 1,000 units.' })
  units?: UnitInputsInput[] | null;
}

@InputType({
  description: 'A scenario to be kept: what is not given stays as it is, of a new one as the plan has it now.',
})
export class ScenarioInput {
  @Field(() => ID, { description: "A plan's id." })
  plan!: string;

  @Field(() => ID, { nullable: true, description: 'The scenario that is changed; a new one unless given.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: '1 to 120 characters; needed of a new one.' })
  name?: string | null;

  @Field(() => ScenarioInputsInput, { nullable: true, description: 'All inputs of it.' })
  inputs?: ScenarioInputsInput | null;

  @Field(() => [TargetInput], { nullable: true, description: 'All targets of it.' })
  targets?: TargetInput[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the scenario that the caller saw; another one is a CONFLICT.',
  })
  expectedVersion?: number | null;
}
