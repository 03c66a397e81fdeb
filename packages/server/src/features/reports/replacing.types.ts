import { Field, Int, ObjectType } from 'type-graphql';
import { ReportMoved } from './moved.types.ts';

@ObjectType({ description: 'A sentence that reads otherwise than in the report that is replaced.' })
export class ReportSentenceChange {
  @Field(() => String, { description: 'The heading of its part.' })
  heading!: string;

  @Field(() => String, { nullable: true, description: 'As the replaced report says it; null: it does not.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'As it is said instead; null: it is left out.' })
  after!: string | null;
}

@ObjectType({ description: 'How a report differs from the one that it replaces; it says so itself on paper.' })
export class ReportReplacement {
  @Field(() => [ReportMoved], { description: 'Its figures that read otherwise.' })
  figures!: ReportMoved[];

  @Field(() => Int, { description: 'How many rows of form II.06a differ.' })
  reception!: number;

  @Field(() => [ReportSentenceChange], { description: 'Its sentences that read otherwise.' })
  sentences!: ReportSentenceChange[];
}
