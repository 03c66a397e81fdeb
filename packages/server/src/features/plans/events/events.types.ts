import { Field, Int, ObjectType } from 'type-graphql';
import { CascadeMethod, CascadePolicy } from '../../../app/enums.ts';
import { DateScalar, PercentScalar } from '../../../app/scalars.ts';
import { Unit } from '../../units/units.types.ts';

@ObjectType({ description: 'What an event made of the target of one unit.' })
export class TargetChange {
  @Field(() => Unit, { description: 'The unit.' })
  unit!: Unit;

  @Field(() => PercentScalar, { nullable: true, description: 'What stood there before; null for nothing.' })
  before!: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'What stands there after; null for nothing.' })
  after!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was locked or unlocked; null where neither.' })
  locked!: boolean | null;
}

@ObjectType({ description: 'The method by which targets were proposed, with what it was told.' })
export class ProposedBy {
  @Field(() => CascadeMethod, { description: 'The method.' })
  method!: CascadeMethod;

  @Field(() => CascadePolicy, { description: 'What had to be reached: the mean, or by every unit.' })
  policy!: CascadePolicy;

  @Field(() => PercentScalar, { description: 'Targets are multiples of it.' })
  step!: number;

  @Field(() => PercentScalar, { nullable: true, description: 'What was to be reached together; null where not kept.' })
  required!: number | null;
}

@ObjectType({ description: 'What an event made of the numbers of a plan; nothing for who may not read its drafts.' })
export class PlanEventNumbers {
  @Field(() => Int, { description: 'Of how many units it changed the target or its lock.' })
  count!: number;

  @Field(() => [TargetChange], { description: 'The first 200 of them, in the order of the codes.' })
  targets!: TargetChange[];

  @Field(() => ProposedBy, { nullable: true, description: 'Where they are what a method proposed.' })
  proposedBy!: ProposedBy | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day that the plan is drafted for since; null where it stayed.',
  })
  effectiveOn!: string | null;
}
