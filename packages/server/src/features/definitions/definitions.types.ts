import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Channel, named, ServiceLevel } from '../../app/enums.ts';
import { DateTimeScalar } from '../../app/scalars.ts';
import type { DefinitionRow } from './definitions.queries.ts';

export const DefinitionState = named('DRAFT', 'COMPUTING', 'READY', 'ACTIVE', 'RETIRED', 'CANCELLED');
registerEnumType(DefinitionState, {
  name: 'DefinitionState',
  description: 'What becomes of a definition. A draft alone is changed; ACTIVE is the one that answers now.',
});
export const CountedThing = named('DOSSIERS', 'SERVICES_USED', 'SERVICES_OFFERED');
export type CountedThing = keyof typeof CountedThing;
registerEnumType(CountedThing, {
  name: 'CountedThing',
  description:
    'DOSSIERS; SERVICES_USED: listed services that had a dossier of the kind of the numerator, over all listed; SERVICES_OFFERED: services listed at the levels, over all in force.',
});
export const Basis = named('RESOLVED', 'RECEIVED');
export type Basis = keyof typeof Basis;
registerEnumType(Basis, { name: 'Basis', description: 'Dossiers finished in the period, or received in it.' });
export const EligibilityDate = named('RECEIVED', 'RESOLVED', 'PERIOD_END');
export type EligibilityDate = keyof typeof EligibilityDate;
registerEnumType(EligibilityDate, {
  name: 'EligibilityDate',
  description: 'The day on which procedure and list are looked at.',
});
export const NumeratorKind = named('CHANNEL', 'ON_TIME');
export type NumeratorKind = keyof typeof NumeratorKind;
registerEnumType(NumeratorKind, {
  name: 'NumeratorKind',
  description: 'Dossiers that came by a channel, or that were finished when they were due.',
});
export const Tier = named('PROVINCE', 'DISTRICT', 'COMMUNE');
export type Tier = keyof typeof Tier;
registerEnumType(Tier, {
  name: 'Tier',
  description: 'The tier of the receiving unit; departments are of the province.',
});

@ObjectType({ description: 'One version of what an indicator measures.' })
export class IndicatorDefinition {
  @Field(() => ID, { description: 'What names it.' })
  id!: string;

  @Field(() => ID, { description: 'The code of its indicator.' })
  indicator!: string;

  @Field(() => String, { description: 'What the indicator is called.' })
  name!: string;

  @Field(() => Int, { description: '1, 2, 3 … within its indicator.' })
  version!: number;

  @Field(() => DefinitionState, { description: 'What has become of it.' })
  state!: keyof typeof DefinitionState;

  @Field(() => Int, { description: 'Grows with each change; name it when you change the definition.' })
  revision!: number;

  @Field(() => CountedThing, { description: 'What is counted; the same for all versions.' })
  counts!: CountedThing;

  @Field(() => Basis, { description: 'Which dossiers are looked at in a period.' })
  basis!: Basis;

  @Field(() => EligibilityDate, { description: 'When procedure and list are looked at.' })
  eligibilityDate!: EligibilityDate;

  @Field(() => Boolean, { description: 'Whether only procedures in force count.' })
  inForceRequired!: boolean;

  @Field(() => [ServiceLevel], { description: 'The levels of the list that count.' })
  levels!: ServiceLevel[];

  @Field(() => [Tier], { nullable: true, description: 'Of the receiving units; null: all.' })
  tiers!: Tier[] | null;

  @Field(() => [Int], { nullable: true, description: 'Statuses of the dossiers looked at; null: the basis decides.' })
  statuses!: number[] | null;

  @Field(() => NumeratorKind, { description: 'What the numerator is of.' })
  numerator!: NumeratorKind;

  @Field(() => Channel, { nullable: true, description: 'The channel of the numerator, where it is of one.' })
  numeratorChannel!: Channel | null;

  @Field(() => String, { nullable: true, description: 'The clause that it implements.' })
  clause!: string | null;

  @Field(() => String, { nullable: true, description: 'What whoever made it says about it.' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was switched on, or called off.' })
  reason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was begun; null: there from the beginning.' })
  recordedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when on it answered; null: from the beginning, or not yet.',
  })
  activatedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it answered.' })
  retiredAt!: Date | null;

  row!: DefinitionRow;
}

@ObjectType({ description: 'How far the computing of a definition has come.' })
export class DefinitionProgress {
  @Field(() => Float, { description: 'Dossiers looked at so far.' })
  done!: number;

  @Field(() => Float, { description: 'Of how many that there were when it began.' })
  of!: number;
}

@InputType({
  description:
    'What a draft says, whole: { counts: DOSSIERS, basis: RESOLVED, eligibilityDate: RECEIVED, inForceRequired: true, list: "QD402", levels: [FULL], numerator: CHANNEL, numeratorChannel: ONLINE }.',
})
export class DefinitionInput {
  @Field(() => CountedThing, { description: 'The same for all versions of an indicator.' })
  counts!: CountedThing;

  @Field(() => Basis, { description: 'Which dossiers are looked at in a period.' })
  basis!: Basis;

  @Field(() => EligibilityDate, { description: 'Services are always asked about on the last day of the period.' })
  eligibilityDate!: EligibilityDate;

  @Field(() => Boolean, { description: 'Whether only procedures in force count.' })
  inForceRequired!: boolean;

  @Field(() => ID, { nullable: true, description: "A list's code; without it every procedure counts." })
  list?: string | null;

  @Field(() => [ServiceLevel], { description: 'The levels of the list that count; none without a list.' })
  levels!: ServiceLevel[];

  @Field(() => [Tier], { nullable: true, description: 'Of the receiving units; all unless given.' })
  tiers?: Tier[] | null;

  @Field(() => [Int], { nullable: true, description: '1 to 10; unless given the basis decides.' })
  statuses?: number[] | null;

  @Field(() => NumeratorKind, { description: 'What the numerator is of.' })
  numerator!: NumeratorKind;

  @Field(() => Channel, { nullable: true, description: 'Needed for CHANNEL.' })
  numeratorChannel?: Channel | null;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  clause?: string | null;

  @Field(() => ID, { nullable: true, description: 'The decision that says so.' })
  decision?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 4,000 characters.' })
  note?: string | null;
}

/** A definition as GraphQL shows it. */
export function showDefinition(row: DefinitionRow): IndicatorDefinition {
  return { ...row, id: String(row.id), indicator: row.code, row };
}
