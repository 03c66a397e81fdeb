import { Field, Int, ObjectType } from 'type-graphql';
import { Channel, ServiceLevel, ServiceListAction, UnitKind } from '../../app/enums.ts';
import { DateScalar, PercentScalar } from '../../app/scalars.ts';
import { Indicator } from '../rates/rates.types.ts';
import { Unit } from '../units/units.types.ts';
import { Decision, ServiceList } from './catalogue.types.ts';

@ObjectType({ description: 'How many dossiers of a procedure came in a month by a channel.' })
export class DossierCount {
  @Field(() => DateScalar, { description: 'First day of the month.' })
  month!: string;

  @Field(() => Channel, { description: 'How they came.' })
  channel!: Channel;

  @Field(() => Int, { description: 'How many the whole province received; months without any are left out.' })
  count!: number;
}

@ObjectType({ description: "A procedure's part of an indicator in a period." })
export class ProcedureRate {
  @Field(() => Unit, { nullable: true, description: 'Whose figure it is a part of; null: the whole province.' })
  unit!: Unit | null;

  @Field(() => Indicator, { description: 'The indicator, whose rule decides.' })
  indicator!: Indicator;

  @Field(() => DateScalar, { description: 'First day of the period.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day of the period, included.' })
  to!: string;

  @Field(() => Int, {
    description: 'How many of the counted dossiers came by the channel that the indicator asks for.',
  })
  numerator!: number;

  @Field(() => Int, { description: 'How many of its dossiers count.' })
  denominator!: number;

  @Field(() => Int, {
    description:
      'Its other dossiers received or finished in the period, as `dossiers` with countedAs NOT_COUNTED lists them.',
  })
  notCounted!: number;

  @Field(() => Int, {
    description: 'How many of its dossiers were received (resolved) in the period, counted or not: on no list, say.',
  })
  inPeriod!: number;

  @Field(() => PercentScalar, {
    nullable: true,
    description: 'Rounded half up to two decimals, to show; null where none counts.',
  })
  rate!: number | null;
}

@ObjectType({ description: 'What a decision said of a procedure on a list.' })
export class ProcedureListLine {
  @Field(() => ServiceList, { description: 'The list.' })
  list!: ServiceList;

  @Field(() => ServiceListAction, { description: 'What the decision does.' })
  action!: ServiceListAction;

  @Field(() => UnitKind, { description: 'The tier for which it does so.' })
  tier!: UnitKind;

  @Field(() => ServiceLevel, { nullable: true, description: 'The new level; null for REMOVE.' })
  level!: ServiceLevel | null;

  @Field(() => Decision, { description: 'The decision.' })
  decision!: Decision;
}
