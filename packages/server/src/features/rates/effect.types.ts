import { Field, Int, ObjectType } from 'type-graphql';
import { Unit } from '../units/units.types.ts';
import { Attainment, Indicator } from './rates.types.ts';

@ObjectType({ description: 'What a change does to the figure of one unit.' })
export class UnitEffect {
  @Field(() => Unit, { description: 'The unit, as of the last day of the period.' })
  unit!: Unit;

  @Field(() => Attainment, { description: 'Without the change.' })
  before!: Attainment;

  @Field(() => Attainment, { description: 'With it.' })
  after!: Attainment;

  @Field(() => Boolean, { description: 'Whether the unit has another status by it.' })
  statusChanged!: boolean;
}

@ObjectType({
  description:
    'What a change does to the figures of a period, computed without changing anything. Scope SUBTREE, by the targets in force on its last day.',
})
export class Effect {
  @Field(() => UnitEffect, { description: 'The province itself, also where nothing changes.' })
  province!: UnitEffect;

  @Field(() => [UnitEffect], {
    description: 'Every unit whose figure changes, in the order of the codes, the province among them.',
  })
  units!: UnitEffect[];

  @Field(() => Int, { description: 'How many units have another status by it.' })
  statusChanges!: number;
}

@ObjectType({ description: 'What a change does to the figures of an indicator in a whole year.' })
export class YearEffect {
  @Field(() => Indicator, { description: 'The indicator.' })
  indicator!: Indicator;

  @Field(() => Int, { description: 'The year in which the dossiers count.' })
  year!: number;

  @Field(() => Effect, { description: 'What it does, from the first day of the year to the last.' })
  effect!: Effect;
}
