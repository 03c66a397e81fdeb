import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AttainmentStatus, Channel, Scope, ServiceLevel } from '../../app/enums.ts';
import { DateScalar, DateTimeScalar, PercentScalar } from '../../app/scalars.ts';
import { Unit } from '../units/units.types.ts';
import type { AttainmentQuestion } from './rates.service.ts';

@ObjectType({ description: 'What is measured: a ratio of two counts of dossiers, by a written rule.' })
export class Indicator {
  @Field(() => ID, { description: 'What names it in arguments: ONLINE_RESOLUTION_L4.' })
  code!: string;

  @Field(() => String, { description: 'As it is shown.' })
  name!: string;

  @Field(() => String, { description: 'RESOLVED: dossiers finished in the period. RECEIVED: dossiers received in it.' })
  basis!: string;

  @Field(() => String, {
    description: 'The day on which procedure and list are looked at: RECEIVED, RESOLVED or PERIOD_END.',
  })
  eligibilityDate!: string;

  @Field(() => [ServiceLevel], { description: 'The levels of the list that count.' })
  levels!: ServiceLevel[];

  @Field(() => Boolean, { description: 'Whether only procedures in force count.' })
  inForceRequired!: boolean;

  @Field(() => String, {
    description:
      'DOSSIERS; SERVICES_USED: listed services that had a dossier of the kind of the numerator; SERVICES_OFFERED: services listed at the levels over all in force. Services are counted once each: such figures cannot be added up.',
  })
  counts!: string;

  @Field(() => String, {
    description: 'CHANNEL: what came by `numeratorChannel`. ON_TIME: what was finished when due.',
  })
  numerator!: string;

  @Field(() => Channel, {
    nullable: true,
    description: 'The channel of the numerator; null where it is not of a channel.',
  })
  numeratorChannel!: Channel | null;

  @Field(() => String, { nullable: true, description: 'The clause of the decision that it implements.' })
  clause!: string | null;

  listId!: number | null;
}

@ObjectType({ description: 'Numerator, denominator and rate of a unit in a period, beside its target.' })
export class Attainment {
  @Field(() => Unit, { description: 'As it was on the last day of the period.' })
  unit!: Unit;

  @Field(() => DateScalar, { description: 'First day of the period.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day of the period, included.' })
  to!: string;

  @Field(() => Scope, { description: 'What was asked for.' })
  scope!: Scope;

  @Field(() => Int, {
    description: 'How many of the counted dossiers came by the channel that the indicator asks for.',
  })
  numerator!: number;

  @Field(() => Int, { description: 'How many dossiers count.' })
  denominator!: number;

  @Field(() => PercentScalar, {
    nullable: true,
    description: 'Rounded half up to two decimals, to show; null without dossiers.',
  })
  rate!: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'In force on the last day of the period; null if none.' })
  target!: number | null;

  @Field(() => AttainmentStatus, { description: 'Compared on whole numbers. NO_DOSSIERS goes before NO_TARGET.' })
  status!: AttainmentStatus;

  @Field(() => Int, {
    nullable: true,
    description: 'How many of the counted dossiers more would have had to be online to meet the target; 0 when met.',
  })
  missing!: number | null;

  /** What it answers. */
  question!: AttainmentQuestion;
}

@ObjectType({ description: 'Counts of one month or day; add them up before dividing.' })
export class SeriesPoint {
  @Field(() => DateScalar, { description: 'First day of the month, of what the period has of it, or the day.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day of the same.' })
  to!: string;

  @Field(() => Int, { description: 'Of that month or day alone.' })
  numerator!: number;

  @Field(() => Int, { description: 'Of that month or day alone; never 0.' })
  denominator!: number;
}

@ObjectType({ description: 'Why a figure is what it is.' })
export class Explanation {
  @Field(() => Attainment, { description: 'The figure itself.' })
  attainment!: Attainment;

  @Field(() => Indicator, { description: 'What it measures.' })
  indicator!: Indicator;

  @Field(() => String, { description: 'The rule in one sentence, in the language of the request.' })
  rule!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The comparison with the target on whole numbers, e.g. 549.900 < 549.945.',
  })
  comparison!: string | null;

  @Field(() => Int, { description: "The unit's other dossiers received or finished in the period." })
  notCounted!: number;

  @Field(() => DateTimeScalar, { description: 'The instant as of which all this is known.' })
  asOf!: Date;
}
