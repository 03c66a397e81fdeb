import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { named } from '../../../app/enums.ts';
import { DateTimeScalar } from '../../../app/scalars.ts';
import { Unit } from '../../units/units.types.ts';

export const IndexInputKind = named('RATE', 'TYPED');
export type IndexInputKind = keyof typeof IndexInputKind;
registerEnumType(IndexInputKind, {
  name: 'IndexInputKind',
  description:
    'RATE: the rate of an indicator in the period, 0 to 1. TYPED: a number that somebody gives, with its evidence.',
});

@ObjectType({ description: 'What formulas of an index set may name.' })
export class IndexInput {
  @Field(() => String, { description: 'As formulas name it: A.' })
  name!: string;

  @Field(() => String, { description: 'What it is.' })
  label!: string;

  @Field(() => IndexInputKind, { description: 'Where its value comes from.' })
  kind!: IndexInputKind;

  @Field(() => ID, { nullable: true, description: 'The indicator’s code, of a rate.' })
  indicator!: string | null;
}

@ObjectType({ description: 'One component of an index set.' })
export class IndexComponent {
  @Field(() => String, { description: 'Its number within the set.' })
  code!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { description: 'The most points that it gives, a decimal.' })
  maximum!: string;

  @Field(() => String, {
    description: 'The formula: numbers, names of inputs, + − × ÷, parentheses, min(a; b), max(a; b).',
  })
  expression!: string;

  @Field(() => String, { nullable: true, description: 'What has to be shown for it.' })
  evidence!: string | null;
}

@ObjectType({ description: 'An index set: inputs, components and formulas as data, in versions.' })
export class IndexSet {
  @Field(() => ID, { description: 'Its code.' })
  code!: string;

  @Field(() => Int, { description: 'Counts from 1; grows by one each time it is saved.' })
  version!: number;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The decision that it comes from.' })
  source!: string | null;

  @Field(() => [IndexInput], { description: 'What its formulas may name.' })
  inputs!: IndexInput[];

  @Field(() => [IndexComponent], { description: 'In their order.' })
  components!: IndexComponent[];

  @Field(() => Int, {
    nullable: true,
    description:
      'The first version saved with the same decision, where this one counts otherwise; null where it counts alike.',
  })
  differsFrom?: number | null;

  @Field(() => DateTimeScalar, { description: 'When this version was saved.' })
  savedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who saved it; null: it came with the installation.' })
  savedBy!: string | null;
}

@ObjectType({ description: 'Points of one component.' })
export class IndexComponentScore {
  @Field(() => String, { description: 'The component’s number.' })
  code!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Points, to four decimals; null where an input has no data, which is not 0.',
  })
  score!: number | null;
}

@ObjectType({ description: 'What an input is worth to a unit.' })
export class IndexInputValue {
  @Field(() => String, { description: 'As formulas name it.' })
  name!: string;

  @Field(() => Float, { nullable: true, description: 'To four decimals; null without data.' })
  value!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of a rate.' })
  numerator!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of a rate.' })
  denominator!: number | null;

  @Field(() => String, { nullable: true, description: 'What shows a number that was given.' })
  evidence!: string | null;
}

@ObjectType({ description: 'What one percentage point more of a rate would give.' })
export class IndexGain {
  @Field(() => String, { description: 'The input.' })
  input!: string;

  @Field(() => Int, { description: 'How many more of those counted would have to be in the numerator.' })
  more!: number;

  @Field(() => Float, { description: 'Points, to four decimals.' })
  points!: number;
}

@ObjectType({ description: 'A unit’s points in an index set.' })
export class IndexScore {
  @Field(() => Unit, { description: 'As it was on the last day of the period.' })
  unit!: Unit;

  @Field(() => Int, { nullable: true, description: 'Ties share it; null where a component has no data.' })
  rank!: number | null;

  @Field(() => Float, { description: 'Of the components that have data, to four decimals.' })
  sum!: number;

  @Field(() => Float, { description: 'The most that these could give.' })
  outOf!: number;

  @Field(() => Boolean, { description: 'Every component has data.' })
  complete!: boolean;

  @Field(() => [IndexComponentScore], { description: 'In the order of the components.' })
  components!: IndexComponentScore[];

  @Field(() => [IndexInputValue], { description: 'In the order of the inputs.' })
  inputs!: IndexInputValue[];

  @Field(() => [IndexGain], { description: 'The most worthwhile first.' })
  gains!: IndexGain[];
}

@ObjectType({ description: 'Points of many units by one version of a set.' })
export class IndexScores {
  @Field(() => IndexSet, { description: 'The version by which they were counted.' })
  set!: IndexSet;

  @Field(() => [IndexScore], { description: 'The highest first, then those of which something is unknown.' })
  rows!: IndexScore[];
}

@InputType({ description: 'What formulas may name.' })
export class IndexInputInput {
  @Field(() => String, { description: 'As formulas name it: a letter, then letters and digits, 20 at most.' })
  name!: string;

  @Field(() => String, { description: 'What it is.' })
  label!: string;

  @Field(() => IndexInputKind, { description: 'Where its value comes from.' })
  kind!: IndexInputKind;

  @Field(() => ID, { nullable: true, description: 'The indicator’s code; needed of a rate.' })
  indicator?: string | null;
}

@InputType({ description: 'One component.' })
export class IndexComponentInput {
  @Field(() => String, { description: 'Its number within the set.' })
  code!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { description: 'The most points that it gives: a decimal, with point or comma.' })
  maximum!: string;

  @Field(() => String, { description: 'The formula.' })
  expression!: string;

  @Field(() => String, { nullable: true, description: 'What has to be shown for it.' })
  evidence?: string | null;
}

@InputType({ description: 'An index set, whole.' })
export class IndexSetInput {
  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The decision that it comes from.' })
  source?: string | null;

  @Field(() => [IndexInputInput], { description: 'What its formulas may name.' })
  inputs!: IndexInputInput[];

  @Field(() => [IndexComponentInput], { description: 'In their order.' })
  components!: IndexComponentInput[];
}

@InputType({ description: 'A number that is given for a unit.' })
export class IndexValueInput {
  @Field(() => ID, { description: 'The unit’s code.' })
  unit!: string;

  @Field(() => String, { description: 'The input, as formulas name it.' })
  input!: string;

  @Field(() => String, { nullable: true, description: 'A decimal; null takes back what was given.' })
  value?: string | null;

  @Field(() => String, { description: 'What shows it: 1 to 1,000 characters.' })
  evidence!: string;
}
