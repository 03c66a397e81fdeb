import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import { Unit } from '../../units/units.types.ts';
import { Target, TargetPlan } from '../plans.types.ts';

@ObjectType({ description: 'That a unit took note of the target that an issued plan gives it.' })
export class Acknowledgement {
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Whose account said so.' })
  by!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What was added; null for whoever is neither of the issuing unit's people nor of the unit's own.",
  })
  note!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether it was said of a plan before this one that asked the same of the unit: target, scope, marks and the day to assign by.',
  })
  carriedOver!: boolean;
}

@InputType({ description: 'The dates of a plan as the caller saw them.' })
export class PlanDatesInput {
  @Field(() => DateScalar, { nullable: true, description: 'By when units have to assign in turn.' })
  assignBy?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when units have to take note.' })
  acknowledgeBy?: string | null;
}

@ObjectType({ description: 'What a unit that received an item has to do about it, and what it did.' })
export class Assignment {
  @Field(() => Unit, { description: 'The unit.' })
  unit!: Unit;

  @Field(() => Target, { description: 'What it has to reach, and whether it took note.' })
  target!: Target;

  @Field(() => TargetPlan, { description: 'The plan that gives it: the one that holds at the end of the year.' })
  byPlan!: TargetPlan;

  @Field(() => Boolean, { description: 'Whether it has units below it to which it has to assign in turn.' })
  mustAssign!: boolean;

  @Field(() => TargetPlan, {
    nullable: true,
    description: 'Its own plan: the issued one, else the one being worked on where the caller may read it.',
  })
  plan!: TargetPlan | null;

  @Field(() => Boolean, { description: 'Whether it has assigned: its own plan is issued.' })
  hasAssigned!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'Days until it has to assign, below 0 once that is over; null without a day, and once nothing is to do.',
  })
  assignDaysLeft!: number | null;

  @Field(() => Int, { nullable: true, description: 'The same for taking note.' })
  acknowledgeDaysLeft!: number | null;

  @Field(() => Int, { description: 'How many units below it its own plan is about.' })
  children!: number;

  @Field(() => Int, { description: 'How many of them it gave a target.' })
  assigned!: number;

  @Field(() => Int, { description: 'How many of these took note; 0 until its plan is issued.' })
  acknowledged!: number;

  @Field(() => Boolean, { description: 'Whether the caller may take note for it, and has not yet.' })
  mayAcknowledge!: boolean;
}
