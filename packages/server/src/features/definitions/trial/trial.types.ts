import { Field, Int, ObjectType } from 'type-graphql';
import { CountedAs } from '../../../app/enums.ts';
import { IndicatorDefinition } from '../definitions.types.ts';

@ObjectType({ description: 'Dossiers that stand on one side by one definition and on some side by the other.' })
export class TrialCell {
  @Field(() => CountedAs, { description: 'By the definition on the left.' })
  left!: CountedAs;

  @Field(() => CountedAs, { description: 'By the one on the right.' })
  right!: CountedAs;

  @Field(() => Int, { description: 'How many dossiers.' })
  count!: number;

  @Field(() => [String], { description: 'Codes of some of them, of those that the asker may see.' })
  examples!: string[];
}

@ObjectType({ description: 'What one definition counts in a trial.' })
export class TrialCounts {
  @Field(() => Int, { description: 'How many are in the numerator.' })
  numerator!: number;

  @Field(() => Int, { description: 'How many count.' })
  denominator!: number;
}

@ObjectType({
  description:
    'Two definitions tried on the same dossiers, those received or finished in a period. Nothing is changed.',
})
export class DefinitionTrial {
  @Field(() => IndicatorDefinition, { description: 'The one on the left.' })
  leftDefinition!: IndicatorDefinition;

  @Field(() => IndicatorDefinition, { description: 'The one on the right.' })
  rightDefinition!: IndicatorDefinition;

  @Field(() => TrialCounts, { description: 'What the one on the left counts of the dossiers looked at.' })
  left!: TrialCounts;

  @Field(() => TrialCounts, { description: 'What the one on the right counts of them.' })
  right!: TrialCounts;

  @Field(() => Int, { description: 'How many dossiers were looked at.' })
  looked!: number;

  @Field(() => Int, { description: 'How many of them change sides.' })
  changing!: number;

  @Field(() => Int, { description: 'One dossier of so many was looked at; 1: all.' })
  every!: number;

  @Field(() => [TrialCell], { description: 'All nine cells, also those without any dossier.' })
  cells!: TrialCell[];
}
