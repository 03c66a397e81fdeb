import { Field, Int, ObjectType } from 'type-graphql';
import { AttainmentStatus, Scope } from '../../../app/enums.ts';
import { DateScalar, PercentScalar } from '../../../app/scalars.ts';
import { Unit } from '../../units/units.types.ts';

@ObjectType({ description: 'What a target would have come to with the dossiers of a year.' })
export class RehearsalRow {
  @Field(() => Unit, { description: "The unit, as of the plan's first day in force." })
  unit!: Unit;

  @Field(() => Scope, { description: 'OWN: by what it received itself. SUBTREE: together with all below it.' })
  scope!: Scope;

  @Field(() => Int, { description: 'Online of those; of units that it succeeded as well.' })
  numerator!: number;

  @Field(() => Int, { description: 'Dossiers that counted in the year.' })
  denominator!: number;

  @Field(() => PercentScalar, {
    nullable: true,
    description: 'What it would have had to reach; null without a target.',
  })
  target!: number | null;

  @Field(() => AttainmentStatus, { description: 'Whether it would have, on whole numbers.' })
  status!: AttainmentStatus;

  @Field(() => Int, { description: 'How many dossiers more would have had to be online; 0 when it is met.' })
  missing!: number;
}

@ObjectType({ description: 'The targets of a plan held against the dossiers of a year.' })
export class Rehearsal {
  @Field(() => DateScalar, { description: 'First day of the year.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Its last day.' })
  to!: string;

  @Field(() => [RehearsalRow], { description: 'One for every child, in the order of the codes.' })
  rows!: RehearsalRow[];

  @Field(() => RehearsalRow, {
    nullable: true,
    description: 'The issuing unit with all below it, against what it has to reach itself; null where it is gone.',
  })
  whole!: RehearsalRow | null;
}
