import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { CheckOutcome as OutcomeName } from '@chi-tieu/shared/domain/connected/checks';
import type { OutageKind as KindName } from '@chi-tieu/shared/domain/connected/availability';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import { Unit } from '../../units/units.types.ts';
import { CheckOutcome, OutageKind } from '../systems.types.ts';
import type { OutageRow } from './outages.queries.ts';

const TEXT = 'At most 2,000 characters, without numbers of citizens and codes of dossiers.';

@ObjectType({ description: 'A time at which a system was down, or is.' })
export class SystemOutage {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => Int, { description: 'Grows with each change: what changes expect.' })
  version!: number;

  @Field(() => OutageKind, { description: 'How it came to be known.' })
  kind!: KindName;

  @Field(() => DateTimeScalar, { description: 'When it began; of checks the first that failed.' })
  begunAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null while it lasts.' })
  endedAt!: Date | null;

  @Field(() => Int, { description: 'How many whole minutes it lasted until now; 0 of what is still to come.' })
  minutes!: number;

  @Field(() => CheckOutcome, { nullable: true, description: 'What the checks saw, where they found it.' })
  outcome!: OutcomeName | null;

  @Field(() => String, { nullable: true, description: 'Why, as somebody says.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Who declared it.' })
  by!: string | null;

  row!: OutageRow;
}

@ObjectType({ description: 'Counted dossiers, and how many of them fit the indicator.' })
export class OutageCounts {
  @Field(() => Int, { description: 'Those that came by the channel that the indicator asks for.' })
  numerator!: number;

  @Field(() => Int, { description: 'All that count.' })
  denominator!: number;
}

@ObjectType({ description: 'What a unit had on the days of an outage, and on those beside it.' })
export class OutageEffectUnit {
  @Field(() => Unit, { description: 'The unit.' })
  unit!: Unit;

  @Field(() => OutageCounts, { description: 'On the days of the outage.' })
  during!: OutageCounts;

  @Field(() => OutageCounts, { description: 'On all days beside it together.' })
  around!: OutageCounts;

  @Field(() => Boolean, { description: 'Too little on the days beside it for its share to say anything.' })
  tooFew!: boolean;
}

@ObjectType({
  description:
    'The figures of the days that an outage covers beside those of the same weekdays around it. It says no more than that: holidays and campaigns are not told apart.',
})
export class OutageEffect {
  @Field(() => DateScalar, { description: 'The first day that it covers.' })
  from!: string;

  @Field(() => DateScalar, { description: 'The last one that is over.' })
  to!: string;

  @Field(() => Int, { description: 'How many days.' })
  days!: number;

  @Field(() => [DateScalar], {
    description:
      'The days that it is held against, which no outage covers; one that stands beside two days is there twice.',
  })
  beside!: string[];

  @Field(() => Int, { description: 'How many of them there are for each day of it; 0 where too few were found.' })
  each!: number;

  @Field(() => Boolean, { description: 'The units are those that the sources of the system speak for; else all.' })
  ofSources!: boolean;

  @Field(() => OutageCounts, { description: 'Of all units, on the days of the outage.' })
  during!: OutageCounts;

  @Field(() => OutageCounts, { description: 'Of all units, on the days beside it.' })
  around!: OutageCounts;

  @Field(() => [OutageEffectUnit], { description: 'Those that had any dossier, the one that lacks most first.' })
  units!: OutageEffectUnit[];
}

@InputType({ description: 'That a system was down, is, or is planned to be.' })
export class OutageInput {
  @Field(() => ID, { description: "The system's number." })
  system!: string;

  @Field(() => OutageKind, { description: 'REPORTED or MAINTENANCE; the others are found by checks.' })
  kind!: KindName;

  @Field(() => DateTimeScalar, { description: 'When it began, or is to begin.' })
  begunAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended, or is to end; maintenance has an end.' })
  endedAt?: Date | null;

  @Field(() => String, { description: `Why. ${TEXT}` })
  reason!: string;
}

@InputType({ description: 'What is said of an outage later.' })
export class OutageChangeInput {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; one that checks found ends by itself.' })
  endedAt?: Date | null;

  @Field(() => String, { nullable: true, description: `Why it was. ${TEXT}` })
  reason?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'It was none, and is taken back; checks that failed go on counting. Not while they still find it.',
  })
  withdrawn?: boolean | null;

  @Field(() => Int, { description: 'The version that was looked at; another one is a CONFLICT.' })
  expectedVersion!: number;
}
