import { Field, Int, ObjectType } from 'type-graphql';
import { Procedure } from '../../catalogue/catalogue.types.ts';

@ObjectType({ description: 'The services behind a figure that counts services.' })
export class ServicesBehind {
  @Field(() => [Procedure], { description: 'Those in the numerator, by their codes.' })
  inNumerator!: Procedure[];

  @Field(() => [Procedure], { description: 'Those that count and are not in the numerator, by their codes.' })
  others!: Procedure[];

  @Field(() => Int, { description: 'How many are in the numerator; the list tells the first 500.' })
  numerator!: number;

  @Field(() => Int, { description: 'How many count.' })
  denominator!: number;
}
