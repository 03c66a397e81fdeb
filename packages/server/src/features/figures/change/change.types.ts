import { CHANGE_PARTS, type ChangePart as Part } from '@chi-tieu/shared/domain/change/change';
import { RULES, type RuleName, type RuleOutcome as Outcome } from '@chi-tieu/shared/domain/explain/explain';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Channel, CountedAs, ServiceLevel, UnitKind } from '../../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import { Attainment } from '../../rates/rates.types.ts';
import type { ChangeBy as By } from './change.service.ts';
import type { DossierExplained } from '../explain/explain.service.ts';
import { FigureBridge } from '../figures.types.ts';

function named<const T extends string>(...names: T[]): { readonly [K in T]: K } {
  return Object.fromEntries(names.map((name) => [name, name])) as { readonly [K in T]: K };
}

export const ChangePart = named<Part>(...CHANGE_PARTS);
export const ChangeBy = named('PROCEDURE', 'UNIT');
export const ExplainedRuleName = named<RuleName>(...RULES);
export const RuleOutcome = named<Outcome>('PASSED', 'FAILED', 'UNASKED', 'UNKNOWN');

registerEnumType(ChangePart, {
  name: 'ChangePart',
  description:
    'What a change of a rate is made of. LEARNED: what became known of the first period since. CATALOGUE: groups that count on one side only because of lists, or of being in force. RATE: the rates of groups are other ones. MIX: groups weigh other than before. REORGANISATION: other units are counted.',
});
registerEnumType(ChangeBy, {
  name: 'ChangeBy',
  description: 'By what a change is told. UNIT: the units directly below, and the unit itself.',
});
registerEnumType(ExplainedRuleName, {
  name: 'ExplainedRuleName',
  description: 'The rules by which a dossier counts, in their order; CHANNEL says in which of the two counts.',
});
registerEnumType(RuleOutcome, {
  name: 'RuleOutcome',
  description: 'UNASKED: the indicator does not ask for it. UNKNOWN: what it asks about is not there.',
});

@InputType({ description: 'A period as known at an instant: { from: "2022-03-01", to: "2022-03-31" }.' })
export class PeriodKnownInput {
  @Field(() => DateScalar, { description: 'First day of the period.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day of the period, included.' })
  to!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'As it was known at an instant; as known now unless given.',
  })
  knownAt?: Date | null;
}

@ObjectType({ description: 'One part of a change, in percentage points.' })
export class ChangePartPoints {
  @Field(() => ChangePart, { description: 'Which part.' })
  part!: Part;

  @Field(() => Float, { description: 'Rounded so that the parts sum to the difference as it is shown.' })
  points!: number;
}

@ObjectType({ description: 'What some groups of dossiers add to a change together.' })
export class ChangeSum {
  @Field(() => Int, { description: 'In the first period, as known at the second instant.' })
  numeratorA!: number;

  @Field(() => Int, { description: 'In the first period, as known at the second instant.' })
  denominatorA!: number;

  @Field(() => Int, { description: 'In the second period.' })
  numeratorB!: number;

  @Field(() => Int, { description: 'In the second period.' })
  denominatorB!: number;

  @Field(() => Float, {
    description: 'Percentage points by the catalogue; over all groups as shown they sum to the part.',
  })
  catalogue!: number;

  @Field(() => Float, { description: 'Percentage points by its rate; over all groups as shown they sum to the part.' })
  rate!: number;

  @Field(() => Float, {
    description: 'Percentage points by its weight; over all groups as shown they sum to the part.',
  })
  mix!: number;

  @Field(() => Float, { description: 'All three together, as they are shown.' })
  points!: number;
}

@ObjectType({ description: 'What a procedure, or a unit, adds to a change.' })
export class ChangeGroup extends ChangeSum {
  @Field(() => ID, { description: 'The code of the procedure or unit.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType({ description: 'What the difference between two figures of a unit is made of.' })
export class ChangeExplanation {
  @Field(() => Attainment, { description: 'The first figure.' })
  a!: Attainment;

  @Field(() => Attainment, { description: 'The second figure.' })
  b!: Attainment;

  @Field(() => Float, {
    nullable: true,
    description:
      'Percentage points from the first to the second, each rounded as it is shown; null without a rate at either end.',
  })
  points!: number | null;

  @Field(() => ChangeBy, { description: 'By what groups are told.' })
  by!: By;

  @Field(() => [ChangePartPoints], {
    description: 'All five parts, in their order; none without a rate at either end.',
  })
  parts!: ChangePartPoints[];

  @Field(() => FigureBridge, { description: 'What became known of the first period between the two instants.' })
  learned!: FigureBridge;

  @Field(() => [ChangeGroup], { description: 'What groups add, the largest effect first, at most 50.' })
  groups!: ChangeGroup[];

  @Field(() => Int, { description: 'How many groups there are in all.' })
  groupCount!: number;

  @Field(() => ChangeSum, {
    nullable: true,
    description: 'All groups that are not told by themselves; null where all are.',
  })
  rest!: ChangeSum | null;

  @Field(() => ChangeSum, { description: 'All groups together.' })
  total!: ChangeSum;
}

@ObjectType({ description: 'What became of one rule for a dossier.' })
export class DossierRule {
  @Field(() => ExplainedRuleName, { description: 'Which rule.' })
  rule!: RuleName;

  @Field(() => RuleOutcome, { description: 'What became of it.' })
  outcome!: Outcome;

  @Field(() => String, { description: 'The same in one sentence, in the language of the request.' })
  sentence!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day that it looked at.' })
  day!: string | null;

  @Field(() => String, { nullable: true, description: 'The number of the decision that made it so, where one did.' })
  decision!: string | null;

  @Field(() => ServiceLevel, { nullable: true, description: 'At which it stood on the list.' })
  level!: ServiceLevel | null;

  @Field(() => UnitKind, { nullable: true, description: 'The tier that the list was asked for.' })
  tier!: UnitKind | null;

  @Field(() => Channel, { nullable: true, description: 'The channel that it came by.' })
  channel!: Channel | null;
}

@ObjectType({ description: 'Why a dossier counts or not, rule by rule.' })
export class DossierExplanation {
  @Field(() => ID, { description: 'As it was received.' })
  code!: string;

  @Field(() => CountedAs, { description: 'In the numerator, only in the denominator, or not at all.' })
  countedAs!: CountedAs;

  @Field(() => [DossierRule], { description: 'Every rule, in their order, also those after the first that fails.' })
  rules!: DossierRule[];

  row!: DossierExplained;
}
