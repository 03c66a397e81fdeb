import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../app/connection.ts';
import { ServiceLevel, ServiceListAction, UnitKind } from '../../app/enums.ts';
import { DateScalar } from '../../app/scalars.ts';
import { ProcedureDetails, ProcedureDocumentInput, ProcedureLinkInput } from './procedure-parts.types.ts';

@ObjectType({ description: 'An administrative procedure under its national code.' })
export class Procedure extends ProcedureDetails {
  @Field(() => ID, { description: 'The national part of the code: 2.000815.' })
  code!: string;

  @Field(() => String, { description: 'Composed Unicode, single blanks, at most 2,000 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Lĩnh vực.' })
  field!: string | null;

  @Field(() => [UnitKind], { description: 'The tiers that carry it out: PROVINCE, DISTRICT, COMMUNE.' })
  tiers!: UnitKind[];

  @Field(() => DateScalar, { nullable: true, description: 'First day in force; null: since ever.' })
  inForceFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day in force; null: open.' })
  inForceTo!: string | null;

  @Field({ description: 'Whether it is in force on the day as of which it is read.' })
  isInForce!: boolean;

  @Field(() => Int, { description: 'How many steps have touched it; each makes it one version older.' })
  version!: number;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it reads like this; null: since ever.' })
  textFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day on which it reads like this; null: open.' })
  textTo!: string | null;

  @Field(() => String, { nullable: true, description: 'Page or annex of the decision that says this text.' })
  textLocator!: string | null;

  textDecisionId!: number | null;
  id!: number;
}

export const ProcedureConnection = connectionType('Procedure', Procedure);

@ObjectType({ description: 'How many procedures a field has.' })
export class FieldCount {
  @Field(() => String, { description: 'Lĩnh vực.' })
  field!: string;

  @Field(() => Int, { description: 'How many procedures it has.' })
  count!: number;
}

@ObjectType({ description: 'The procedures that decisions approve for a service level.' })
export class ServiceList {
  @Field(() => ID, { description: 'What names it in arguments: QD402.' })
  code!: string;

  @Field(() => String, { description: 'As it is shown.' })
  name!: string;

  id!: number;
}

@ObjectType({ description: 'A decision: its header, its files, what it changed.' })
export class Decision {
  @Field(() => ID, { description: 'Its number in this installation.' })
  id!: number | string;

  @Field(() => Int, { description: 'Grows by one with every accepted change of its header, files included.' })
  version!: number;

  @Field(() => String, { description: 'As it is written on the decision: 402/QĐ-UBND.' })
  number!: string;

  @Field(() => DateScalar, { description: 'The day on which it was signed.' })
  issuedOn!: string;

  @Field(() => DateScalar, { description: 'The day from which it holds.' })
  effectiveOn!: string;

  @Field(() => String, { nullable: true, description: 'What it is about, where known.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Who signed it, where known.' })
  signer!: string | null;

  @Field(() => String, { nullable: true, description: 'What its keepers noted about it.' })
  notes!: string | null;

  issuerId!: number;
}

export const DecisionConnection = connectionType('Decision', Decision);

@ObjectType({ description: 'A file that belongs to a decision; its content is at /files/SHA256.' })
export class DecisionFile {
  @Field(() => ID, { description: 'The SHA-256 of its content, in hexadecimal digits.' })
  sha256!: string;

  @Field(() => String, { description: 'Its name, 1 to 200 characters.' })
  name!: string;

  @Field(() => String, { description: 'What it is by its content: application/pdf.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Its length in bytes.' })
  bytes!: number;
}

@ObjectType({
  description:
    'A procedure on a list at a tier and level, from a day to a day (inclusive); for a unit and what lies below it where it names one.',
})
export class ServiceListEntry {
  @Field(() => UnitKind, { description: 'PROVINCE, DISTRICT or COMMUNE: the tier of the units for which it holds.' })
  tier!: UnitKind;

  @Field(() => ServiceLevel, { description: 'The level approved for this tier.' })
  level!: ServiceLevel;

  @Field(() => DateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; null while it lasts.' })
  to!: string | null;

  id!: number;
  listId!: number;
  procedureId!: number;
  unitId!: number | null;
  openedById!: number;
  closedById!: number | null;
  /** The decision that would open or close it, where it is not recorded yet. */
  draft?: Decision;
  /** What stands on the list, where it is not stored yet. */
  made?: Procedure;
}

export const ServiceListEntryConnection = connectionType('ServiceListEntry', ServiceListEntry);

@ObjectType({ description: 'One line of a decision about a list.' })
export class ServiceListChange {
  @Field(() => ServiceListAction, { description: 'What the decision does.' })
  action!: ServiceListAction;

  @Field(() => UnitKind, { description: 'The tier for which it does so.' })
  tier!: UnitKind;

  @Field(() => ServiceLevel, { nullable: true, description: 'The new level; null for REMOVE.' })
  level!: ServiceLevel | null;

  @Field(() => String, { nullable: true, description: 'Where in the decision it stands: a page, an annex.' })
  locator!: string | null;

  procedureId!: number;
  unitId!: number | null;
}

@ObjectType({ description: 'All that one decision changed about a list.' })
export class ServiceListAmendment {
  @Field(() => Decision, { description: 'The decision.' })
  decision!: Decision;

  @Field(() => Int, { description: 'How many lines add.' })
  added!: number;

  @Field(() => Int, { description: 'How many lines remove.' })
  removed!: number;

  @Field(() => Int, { description: 'How many lines change a level.' })
  changed!: number;

  listId!: number;
}

@InputType({ description: "A decision's header; effectiveOn is issuedOn unless given." })
export class DecisionInput {
  @Field(() => String, { description: 'As it is written on the decision, 1 to 100 characters.' })
  number!: string;

  @Field(() => DateScalar, { description: 'The day on which it was signed.' })
  issuedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day from which it holds; `issuedOn` unless given. The same decision with another day is a CONFLICT.',
  })
  effectiveOn?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "A unit's code; the province for a list, the issuing unit for a plan, unless given.",
  })
  issuer?: string | null;
}

@InputType({ description: 'A procedure as it is to be; replaces the whole period in force.' })
export class ProcedureInput {
  @Field(() => ID, { description: 'A national code, 2.000815; a suffix of a province or service is taken off.' })
  code!: string;

  @Field(() => String, { description: '1 to 2,000 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Lĩnh vực; none unless given.' })
  field?: string | null;

  @Field(() => [UnitKind], { description: 'PROVINCE, DISTRICT, COMMUNE, or none.' })
  tiers!: UnitKind[];

  @Field(() => DateScalar, { nullable: true, description: 'First day in force; since ever unless given.' })
  inForceFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day in force; open unless given.' })
  inForceTo?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which this text holds; unless given it takes the place of the text of today.',
  })
  textFrom?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'At most 2,000 characters; stays unless given. Null takes it away.',
  })
  authority?: string | null;

  @Field(() => [String], { nullable: true, description: 'At most 200; they stay unless given.' })
  legalBases?: string[] | null;

  @Field(() => Float, { nullable: true, description: 'Working days, in halves; stays unless given.' })
  processingDays?: number | null;

  @Field(() => String, { nullable: true, description: 'At most 20,000 characters; stays unless given.' })
  fees?: string | null;

  @Field(() => [ProcedureDocumentInput], { nullable: true, description: 'At most 200; they stay unless given.' })
  documents?: ProcedureDocumentInput[] | null;

  @Field(() => [ProcedureLinkInput], { nullable: true, description: 'At most 200; they stay unless given.' })
  links?: ProcedureLinkInput[] | null;

  @Field(() => String, { nullable: true, description: 'At most 20,000 characters; stays unless given.' })
  conditions?: string | null;

  @Field(() => DecisionInput, {
    nullable: true,
    description:
      'The decision that says this text. Unless given, the one of the text whose place it takes; null: none is known.',
  })
  decision?: DecisionInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Page or annex of the decision, at most 100 characters; stays like the decision.',
  })
  locator?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version that the caller saw, 0 for none; another one is a CONFLICT that tells, in `extensions.conflicts`, each field as it was then, is now and would be.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'ADD and CHANGE_LEVEL need a level.' })
export class ServiceListChangeInput {
  @Field(() => ServiceListAction, { description: 'ADD, REMOVE or CHANGE_LEVEL.' })
  action!: ServiceListAction;

  @Field(() => ID, { description: 'A national code.' })
  procedure!: string;

  @Field(() => UnitKind, { description: 'PROVINCE, DISTRICT or COMMUNE.' })
  tier!: UnitKind;

  @Field(() => ServiceLevel, { nullable: true, description: 'The level from now on; not needed for REMOVE.' })
  level?: ServiceLevel | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "A unit's code: the line holds for it and what lies below it on the day, before the lines for the tier; `tier` is the unit's own.",
  })
  unit?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where in the decision the line stands, a page or an annex; at most 100 characters.',
  })
  locator?: string | null;
}

@InputType({ description: 'A file that was sent to POST /files before.' })
export class DecisionFileInput {
  @Field(() => ID, { description: 'What POST /files answered.' })
  sha256!: string;

  @Field(() => String, { nullable: true, description: "Its name there; the decision's number unless given." })
  name?: string | null;
}

@InputType({ description: 'What is told of a decision beyond its number and days; what is not given stays as it is.' })
export class DecisionAboutInput {
  @Field(() => String, { nullable: true, description: 'Who signed it, at most 200 characters.' })
  signer?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about, at most 1,000 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Notes of its keepers, at most 5,000 characters.' })
  notes?: string | null;

  @Field(() => [DecisionFileInput], { nullable: true, description: 'Further files of it, at most 20.' })
  files?: DecisionFileInput[] | null;
}

@InputType({ description: 'What one decision changes about a list.' })
export class ServiceListAmendmentInput {
  @Field(() => ID, { description: "A list's code." })
  list!: string;

  @Field(() => String, { nullable: true, description: 'Renames the list; makes it where the code is new.' })
  name?: string | null;

  @Field(() => DecisionInput, { description: 'The decision that says so.' })
  decision!: DecisionInput;

  @Field(() => DecisionAboutInput, { nullable: true, description: 'What is told of the decision besides.' })
  about?: DecisionAboutInput | null;

  @Field(() => [ServiceListChangeInput], {
    description:
      'What it says, line by line, at most 5,000 lines. Lines that make no sense on its effective day are BAD_USER_INPUT.',
  })
  changes!: ServiceListChangeInput[];
}
