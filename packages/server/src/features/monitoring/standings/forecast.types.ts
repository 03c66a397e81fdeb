import type { Outlook as OutlookName } from '@chi-tieu/shared/domain/standing/outlook';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { named, UnitKind } from '../../../app/enums.ts';
import { DateScalar, PercentScalar } from '../../../app/scalars.ts';
import { Procedure } from '../../catalogue/catalogue.types.ts';
import { Attainment } from '../../rates/rates.types.ts';
import { Unit } from '../../units/units.types.ts';
import type { ForecastTable } from './forecast.service.ts';

export const Outlook = named<OutlookName>(
  'MET',
  'ON_COURSE',
  'AT_RISK',
  'WILL_MISS',
  'IMPOSSIBLE',
  'NO_TARGET',
  'NO_DOSSIERS',
);
export type Outlook = OutlookName;
registerEnumType(Outlook, {
  name: 'Outlook',
  description:
    'How the year will end; the first that fits. NO_DOSSIERS: none so far and none to come. NO_TARGET. MET: none of the dossiers expected to come is needed any more. IMPOSSIBLE: more are needed than are expected to come. WILL_MISS: also the upper end of what is expected misses it. AT_RISK: its lower end misses it. ON_COURSE. Where nothing is expected and the year is not over, nothing is certain: ON_COURSE or AT_RISK, by the rate so far.',
});

export const ForecastMethod = named('TREND', 'LEVEL', 'SO_FAR', 'LAST_MONTH');
export type ForecastMethod = keyof typeof ForecastMethod;
registerEnumType(ForecastMethod, {
  name: 'ForecastMethod',
  description:
    'How the share of the months to come is told. LEVEL: as in the last three months. TREND: the same, and on as over the last six, less each month. SO_FAR: as in the year so far. LAST_MONTH: as in the last whole month.',
});

@ObjectType({ description: 'One month of a year: what was counted in it, or what is expected.' })
export class ForecastMonth {
  @Field(() => DateScalar, { description: 'First day of the month.' })
  from!: string;

  @Field(() => Int, { description: 'Of the month alone.' })
  numerator!: number;

  @Field(() => Int, { description: 'Of the month alone.' })
  denominator!: number;

  @Field(() => Boolean, {
    description:
      'It is not over: of a month that is under way what is left of it, which comes to what is counted so far.',
  })
  expected!: boolean;
}

@ObjectType({ description: 'What a unit should have reached by the end of a month, and what it had reached.' })
export class MonthStanding {
  @Field(() => Int, { description: '1 to 12: the last whole month.' })
  month!: number;

  @Field(() => PercentScalar, { description: 'The mark of its plan.' })
  mark!: number;

  @Field(() => Int, { description: 'From 1 January to the end of the month.' })
  numerator!: number;

  @Field(() => Int, { description: 'From 1 January to the end of the month.' })
  denominator!: number;

  @Field(() => PercentScalar, { nullable: true, description: 'To show; null without dossiers.' })
  rate!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Decided on whole numbers; null without dossiers.' })
  behind!: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many more would have had to be online; 0 where the mark is reached.',
  })
  missing!: number | null;
}

@ObjectType({ description: 'What a unit should have reached by the end of a month.' })
export class MonthMark {
  @Field(() => Int, { description: '1 to 12.' })
  month!: number;

  @Field(() => PercentScalar, { description: 'The mark of the plan that holds on the day.' })
  mark!: number;
}

@ObjectType({
  description: 'What a part of a unit takes from its distance to the target. Those of all parts add up to it.',
})
export class Contribution {
  @Field(() => Unit, { description: 'A unit directly below, or the unit itself with what it received on its own.' })
  unit!: Unit;

  @Field(() => Boolean, { description: 'It is the unit itself.' })
  own!: boolean;

  @Field(() => Int, { description: 'So far.' })
  numerator!: number;

  @Field(() => Int, { description: 'So far.' })
  denominator!: number;

  @Field(() => PercentScalar, { nullable: true, description: 'To show; null without dossiers.' })
  rate!: number | null;

  @Field(() => Float, {
    description:
      'Dossiers, exact to the fourth decimal: above 0 it pulls down by so many beside the target of the whole, below 0 it lifts.',
  })
  gap!: number;
}

@ObjectType({
  description: 'What the dossiers of one procedure take from the distance of a unit, with all below it, to its target.',
})
export class ProcedureContribution {
  @Field(() => Procedure, {
    nullable: true,
    description:
      'Null for what is counted beside the dossiers by procedure; there is none unless bookings are under way.',
  })
  procedure!: Procedure | null;

  @Field(() => Int, { description: 'So far.' })
  numerator!: number;

  @Field(() => Int, { description: 'So far.' })
  denominator!: number;

  @Field(() => PercentScalar, { nullable: true, description: 'To show; null without dossiers.' })
  rate!: number | null;

  @Field(() => Float, {
    description:
      'Dossiers, exact to the fourth decimal: above 0 it pulls down by so many beside the target of the whole, below 0 it lifts.',
  })
  gap!: number;
}

@ObjectType({ description: 'Where a unit stands on a day of the year, and how the year will end.' })
export class Forecast {
  @Field(() => Unit, { description: 'As it was on the day.' })
  unit!: Unit;

  @Field(() => Attainment, { description: 'From 1 January to the day, with all below it.' })
  soFar!: Attainment;

  @Field(() => Int, { description: 'How many more dossiers are expected to count until the end of the year.' })
  expected!: number;

  @Field(() => Int, { description: 'How many of these are expected in the numerator.' })
  expectedInNumerator!: number;

  @Field(() => PercentScalar, { nullable: true, description: 'In force on the day; null if none.' })
  target!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many of the dossiers still to come must be in the numerator; 0 when none. Null without target.',
  })
  needed!: number | null;

  @Field(() => PercentScalar, {
    nullable: true,
    description:
      'The same as a share of those to come, rounded up; may exceed 100. Null when nothing more is expected.',
  })
  neededShare!: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'The rate at the end of the year, to show.' })
  projected!: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'The lower end: one year in ten ends below it.' })
  projectedLow!: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'The upper end: one year in ten ends above it.' })
  projectedHigh!: number | null;

  @Field(() => Outlook, { description: 'How the year will end.' })
  outlook!: Outlook;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'First day of the month at whose beginning the target could not be met any more, going on as expected; null if there is none.',
  })
  impossibleFrom!: string | null;

  table!: ForecastTable;
}

@ObjectType({
  description:
    'What one way of forecasting was off by: made anew at the end of each month of the past, by the method that forecasts before it would have chosen then.',
})
export class ForecastError {
  @Field(() => UnitKind, { description: 'Of which units.' })
  kind!: UnitKind;

  @Field(() => Boolean, { description: 'Units with others below them, all together; else units by themselves.' })
  withUnits!: boolean;

  @Field(() => ForecastMethod, {
    nullable: true,
    description:
      'By which these units are told today what they receive themselves; null for units with others below them.',
  })
  method!: ForecastMethod | null;

  @Field(() => Int, { description: 'How many forecasts of the past were judged.' })
  judged!: number;

  @Field(() => PercentScalar, {
    nullable: true,
    description:
      'Mean distance of the rate from January to the end of what was forecast from the forecast one, in points.',
  })
  forecast!: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'The same, had one said: as in the year so far.' })
  soFar!: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'The same, had one said: as last month.' })
  lastMonth!: number | null;
}

@ObjectType({ description: 'How good forecasts of the past were.' })
export class ForecastQuality {
  @Field(() => ID, { description: 'The indicator’s code.' })
  indicator!: string;

  @Field(() => DateScalar, { description: 'What was known until this day is what they rest on.' })
  on!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The last day against which they were held: the end of the last year that is over, of years alone that are over; until there is one, the end of the last whole month. Null where nothing could be judged.',
  })
  until!: string | null;

  @Field(() => [ForecastError], { description: 'By kinds of units.' })
  errors!: ForecastError[];
}
