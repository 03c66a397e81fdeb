import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar, PercentScalar } from '../../app/scalars.ts';
import { Unit } from '../units/units.types.ts';
import { TargetPlan } from './plans.types.ts';

@ObjectType({ description: 'How a plan stands to the item that its issuing unit received, asked anew each time.' })
export class PlanStanding {
  @Field(() => PercentScalar, {
    nullable: true,
    description: 'The item on the day asked for; null where there is none.',
  })
  required!: number | null;

  @Field(() => TargetPlan, { nullable: true, description: 'The plan that assigns it.' })
  byPlan!: TargetPlan | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day from which that plan is in force.' })
  since!: string | null;

  @Field(() => PercentScalar, {
    nullable: true,
    description:
      'The item that the plan was made for: the one kept when it was submitted, else the one that was known when it was issued or, of a draft, last changed.',
  })
  madeFor!: number | null;

  @Field(() => Boolean, { description: 'Whether the item is another one than the plan was made for.' })
  changed!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the targets reach the item by the plan's own volumes; true where there is none, null where the issuing unit ended.",
  })
  addsUp!: boolean | null;

  @Field(() => PercentScalar, { description: 'What is missing to the item, in points; 0 when reached.' })
  residualPoints!: number;

  @Field(() => Int, { description: 'The same in dossiers of the basis period.' })
  residualDossiers!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The issuing unit's last day, where that comes before the end of the plan's year.",
  })
  issuerEndedOn!: string | null;

  @Field(() => Unit, { nullable: true, description: 'Who succeeded it then.' })
  successor!: Unit | null;
}
