import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PercentScalar } from '../../app/scalars.ts';

@ObjectType({ description: 'A figure of a report that reads otherwise now.' })
export class ReportMoved {
  @Field(() => String, { description: 'The code of the unit.' })
  code!: string;

  @Field(() => String, {
    description: 'Its name in the report, with what of it: its year so far, the period before, its row of form II.06a.',
  })
  name!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The reference of the figure, whose page explains the difference; null of an earlier drawing.',
  })
  reference!: string | null;

  @Field(() => Int, { description: 'As the report says, or said before it was drawn up anew.' })
  numerator!: number;

  @Field(() => Int, { description: 'The same.' })
  denominator!: number;

  @Field(() => PercentScalar, { nullable: true, description: 'The same, rounded; null without dossiers.' })
  rate!: number | null;

  @Field(() => PercentScalar, {
    nullable: true,
    description: 'What it was held against: the target of its own numbers, the mark of its year so far; null for none.',
  })
  target!: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'What it is held against since.' })
  targetAfter!: number | null;

  @Field(() => Int, { description: 'As it is since.' })
  numeratorAfter!: number;

  @Field(() => Int, { description: 'As it is since.' })
  denominatorAfter!: number;

  @Field(() => PercentScalar, { nullable: true, description: 'As it is since, rounded; null without dossiers.' })
  rateAfter!: number | null;
}
