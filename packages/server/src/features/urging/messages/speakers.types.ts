import { Field, Int, ObjectType } from 'type-graphql';
import { Unit } from '../../units/units.types.ts';
import { UrgeContact } from './messages.types.ts';

@ObjectType({ description: 'Somebody who speaks for a unit.' })
export class UnitSpeaker {
  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => String, { description: 'The user name.' })
  username!: string;
}

@ObjectType({ description: 'Whom to turn to about a unit directly below: who speaks for it, and its addresses.' })
export class UnitSpeakers {
  @Field(() => Unit, { description: 'As it is today.' })
  unit!: Unit;

  @Field(() => [UnitSpeaker], { description: 'Who answers in its name, as far as the caller sees accounts.' })
  people!: UnitSpeaker[];

  @Field(() => Int, { description: 'How many more do whose accounts the caller does not see.' })
  beyond!: number;

  @Field(() => [UrgeContact], { description: 'Its own addresses that are confirmed.' })
  contacts!: UrgeContact[];
}
