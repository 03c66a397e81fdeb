import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CascadeMethod, CascadePolicy } from '../../app/enums.ts';
import { PercentScalar } from '../../app/scalars.ts';
import { Unit } from '../units/units.types.ts';

@ObjectType({ description: 'A stretch of points of rise that cost the same.' })
export class EffortBand {
  @Field(() => PercentScalar, { nullable: true, description: 'How many points; null for all beyond, the last one.' })
  points!: number | null;

  @Field(() => Int, { description: 'What each of them costs, 0 to 1,000.' })
  weight!: number;
}

@InputType({ description: 'A stretch of points of rise that cost the same; of a list the weights never fall.' })
export class EffortBandInput {
  @Field(() => PercentScalar, {
    nullable: true,
    description: 'How many points; null for all beyond, the last one alone.',
  })
  points?: number | null;

  @Field(() => Int, { description: 'What each of them costs, 0 to 1,000.' })
  weight!: number;
}

@ObjectType({ description: 'What the planner knows of one unit; null where nothing is typed.' })
export class UnitInputs {
  @Field(() => Unit, { description: 'The unit, as of the first day in force.' })
  unit!: Unit;

  @Field(() => Int, { nullable: true, description: 'Dossiers expected.' })
  volume!: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'The rate to start from.' })
  baseline!: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'Proposals stay above.' })
  floor!: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'Proposals stay below.' })
  ceiling!: number | null;
}

@ObjectType({ description: 'What is typed besides targets and decides what comes out; null where nothing is typed.' })
export class PlanInputs {
  @Field(() => CascadePolicy, { nullable: true, description: 'MEAN where nothing is typed.' })
  policy!: CascadePolicy | null;

  @Field(() => PercentScalar, {
    nullable: true,
    description: 'Proposals are multiples of it; 0.5 where nothing is typed.',
  })
  step!: number | null;

  @Field(() => CascadeMethod, { nullable: true, description: 'The way of spreading that was chosen.' })
  method!: CascadeMethod | null;

  @Field(() => PercentScalar, {
    nullable: true,
    description: 'What is to be reached, where the issuing unit received no target itself.',
  })
  required!: number | null;

  @Field(() => [EffortBand], { nullable: true, description: '1, 2 and 4 for ten points each where nothing is typed.' })
  effort!: EffortBand[] | null;

  @Field(() => [UnitInputs], { description: 'Units of which something is typed, in the order of the codes.' })
  units!: UnitInputs[];
}

@InputType({ description: 'What is known of one unit: what is absent stays as it is, what is null is dropped.' })
export class UnitInputsInput {
  @Field(() => ID, {
    description: 'The code of a child, or of the issuing unit for volume and baseline of its own dossiers; each once.',
  })
  unit!: string;

  @Field(() => Int, { nullable: true, description: 'Dossiers expected, 0 to 10,000,000.' })
  volume?: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'The rate to start from.' })
  baseline?: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'Not below this.' })
  floor?: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'Not above this.' })
  ceiling?: number | null;
}
