import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../app/scalars.ts';
import { DecisionFileInput } from './catalogue.types.ts';
import { ForceAction } from './history.types.ts';

@InputType({ description: "A decision's whole header as it is to be; texts that are not given are empty." })
export class DecisionHeaderInput {
  @Field(() => ID, { nullable: true, description: 'Which one; a new one unless given.' })
  id?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the caller saw; another one is a CONFLICT that tells the current one.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { description: 'As it is written on the decision, 1 to 100 characters.' })
  number!: string;

  @Field(() => DateScalar, { description: 'The day on which it was signed.' })
  issuedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day from which it holds; `issuedOn` unless given. Where it moves, lists and figures follow.',
  })
  effectiveOn?: string | null;

  @Field(() => ID, { nullable: true, description: "A unit's code; the province unless given." })
  issuer?: string | null;

  @Field(() => String, { nullable: true, description: 'Who signed it, at most 200 characters.' })
  signer?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about, at most 1,000 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Notes of its keepers, at most 5,000 characters.' })
  notes?: string | null;

  @Field(() => [DecisionFileInput], {
    nullable: true,
    description: 'All its files from now on, at most 20; they stay as they are unless given.',
  })
  files?: DecisionFileInput[] | null;
}

@ObjectType({ description: "How many procedures' being in force a decision speaks of, by what it says." })
export class ForceCounts {
  @Field(() => Int, { description: 'ENFORCED.' })
  enforced!: number;

  @Field(() => Int, { description: 'AMENDED.' })
  amended!: number;

  @Field(() => Int, { description: 'REPLACED by another code.' })
  replaced!: number;

  @Field(() => Int, { description: 'REPEALED.' })
  repealed!: number;
}

@ObjectType({ description: "What a decision says of one procedure's being in force." })
export class DecisionForceLine {
  @Field(() => ForceAction, { description: 'ENFORCED, AMENDED, REPLACED or REPEALED.' })
  action!: ForceAction;

  @Field(() => DateScalar, { nullable: true, description: 'The day from which it holds.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'Page or annex of the decision.' })
  locator!: string | null;

  procedureId!: number;
  replacedBy!: number | null;
}
