import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../app/connection.ts';
import { ServiceLevel, ServiceListAction, UnitKind } from '../../app/enums.ts';
import { DateScalar } from '../../app/scalars.ts';

@ObjectType({ description: 'An administrative procedure under its national code.' })
export class Procedure {
  @Field(() => ID, { description: 'The national part of the code: 2.000815.' })
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Lĩnh vực.' })
  field!: string | null;

  @Field(() => [UnitKind], { description: 'The tiers that carry it out: PROVINCE, DISTRICT, COMMUNE.' })
  tiers!: UnitKind[];

  @Field(() => DateScalar, { nullable: true, description: 'First day in force; null: since ever.' })
  inForceFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day in force; null: open.' })
  inForceTo!: string | null;

  id!: number;
}

export const ProcedureConnection = connectionType('Procedure', Procedure);

@ObjectType({ description: 'How many procedures a field has.' })
export class FieldCount {
  @Field(() => String)
  field!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'The procedures that decisions approve for a service level.' })
export class ServiceList {
  @Field(() => ID)
  code!: string;

  @Field(() => String)
  name!: string;

  id!: number;
}

@ObjectType({ description: 'A decision by its number and days.' })
export class Decision {
  @Field(() => String)
  number!: string;

  @Field(() => DateScalar)
  issuedOn!: string;

  @Field(() => DateScalar)
  effectiveOn!: string;

  @Field(() => String, { nullable: true })
  title!: string | null;

  issuerId!: number;
}

@ObjectType({ description: 'A procedure on a list at a tier and level, from a day to a day (inclusive).' })
export class ServiceListEntry {
  @Field(() => UnitKind)
  tier!: UnitKind;

  @Field(() => ServiceLevel)
  level!: ServiceLevel;

  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; null while it lasts.' })
  to!: string | null;

  id!: number;
  listId!: number;
  procedureId!: number;
  openedById!: number;
  closedById!: number | null;
}

export const ServiceListEntryConnection = connectionType('ServiceListEntry', ServiceListEntry);

@ObjectType({ description: 'One line of a decision about a list.' })
export class ServiceListChange {
  @Field(() => ServiceListAction)
  action!: ServiceListAction;

  @Field(() => UnitKind)
  tier!: UnitKind;

  @Field(() => ServiceLevel, { nullable: true })
  level!: ServiceLevel | null;

  procedureId!: number;
}

@ObjectType({ description: 'All that one decision changed about a list.' })
export class ServiceListAmendment {
  @Field(() => Decision)
  decision!: Decision;

  @Field(() => Int)
  added!: number;

  @Field(() => Int)
  removed!: number;

  @Field(() => Int)
  changed!: number;

  @Field(() => [ServiceListChange])
  changes!: ServiceListChange[];
}

@InputType({ description: 'A procedure as it is to be; replaces the whole period in force.' })
export class ProcedureInput {
  @Field(() => ID)
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  field?: string | null;

  @Field(() => [UnitKind])
  tiers!: UnitKind[];

  @Field(() => DateScalar, { nullable: true })
  inForceFrom?: string | null;

  @Field(() => DateScalar, { nullable: true })
  inForceTo?: string | null;
}

@InputType({ description: "A decision's header; effectiveOn is issuedOn unless given." })
export class DecisionInput {
  @Field(() => String)
  number!: string;

  @Field(() => DateScalar)
  issuedOn!: string;

  @Field(() => DateScalar, { nullable: true })
  effectiveOn?: string | null;

  @Field(() => ID, { nullable: true })
  issuer?: string | null;
}

@InputType({ description: 'ADD and CHANGE_LEVEL need a level.' })
export class ServiceListChangeInput {
  @Field(() => ServiceListAction)
  action!: ServiceListAction;

  @Field(() => ID)
  procedure!: string;

  @Field(() => UnitKind)
  tier!: UnitKind;

  @Field(() => ServiceLevel, { nullable: true })
  level?: ServiceLevel | null;
}

@InputType({ description: 'What one decision changes about a list.' })
export class ServiceListAmendmentInput {
  @Field(() => ID)
  list!: string;

  @Field(() => String, { nullable: true, description: 'Renames the list; makes it where the code is new.' })
  name?: string | null;

  @Field(() => DecisionInput)
  decision!: DecisionInput;

  @Field(() => [ServiceListChangeInput])
  changes!: ServiceListChangeInput[];
}
