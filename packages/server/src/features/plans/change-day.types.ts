import { Field, ObjectType } from 'type-graphql';
import { Unit } from '../units/units.types.ts';
import { CopiedTarget, LeftTarget } from './copying/copy.types.ts';

@ObjectType({ description: 'What drafting a plan for another day makes of its units and targets.' })
export class PlanDayChange {
  @Field(() => [Unit], { description: 'Units of that day that it is not about now.' })
  came!: Unit[];

  @Field(() => [Unit], { description: 'Units that it is about now and that are not there on that day.' })
  gone!: Unit[];

  @Field(() => [CopiedTarget], { description: 'Targets that pass from units that are gone to who succeeded them.' })
  passed!: CopiedTarget[];

  @Field(() => [LeftTarget], { description: 'Targets that go nowhere.' })
  left!: LeftTarget[];
}
