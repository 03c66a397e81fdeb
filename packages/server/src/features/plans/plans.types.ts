import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CascadePolicy, PlanState, Scope } from '../../app/enums.ts';
import { DateScalar, DateTimeScalar, PercentScalar } from '../../app/scalars.ts';
import { DecisionInput } from '../catalogue/catalogue.types.ts';
import { Unit } from '../units/units.types.ts';
import type { PlanRow } from './plans.queries.ts';

@ObjectType({ description: 'All targets that one unit assigns to its children by one decision.' })
export class TargetPlan {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'Starts at 1 and grows by one with every accepted change.' })
  version!: number;

  @Field(() => Int)
  year!: number;

  @Field(() => PlanState)
  state!: PlanState;

  @Field(() => DateScalar, { nullable: true, description: 'First day in force, once issued.' })
  inForceFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day in force: 31 December of its year.' })
  inForceTo!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was issued though units were left out or it falls short.' })
  reason!: string | null;

  row!: PlanRow;
}

/** A plan as GraphQL shows it. */
export function showPlan(row: PlanRow): TargetPlan {
  const { id, version, year, state, inForceFrom, inForceTo, reason } = row;
  return { id, version, year, state, inForceFrom, inForceTo, reason, row };
}

@ObjectType({ description: 'The percentage that one unit must reach.' })
export class Target {
  @Field(() => Unit)
  unit!: Unit;

  @Field(() => PercentScalar)
  percent!: number;

  @Field(() => Scope)
  scope!: Scope;

  @Field(() => Boolean, { description: 'Proposals leave it as it is.' })
  locked!: boolean;
}

@ObjectType({ description: 'A unit that a plan is about, with what the last period says of it.' })
export class PlanChild {
  @Field(() => Unit)
  unit!: Unit;

  @Field(() => Boolean, { description: "True for the issuing unit's own dossiers: part of every sum, never assigned." })
  isIssuer!: boolean;

  @Field(() => Int, { description: 'Denominator of the basis period.' })
  volume!: number;

  @Field(() => PercentScalar, { nullable: true, description: 'Rate of the basis period; null without dossiers.' })
  baseline!: number | null;

  @Field(() => Target, { nullable: true })
  target!: Target | null;
}

@ObjectType({ description: 'What the targets of a plan add up to, as issuing would check it.' })
export class PlanRollUp {
  @Field(() => PercentScalar, { nullable: true })
  required!: number | null;

  @Field(() => PercentScalar, { nullable: true })
  achieved!: number | null;

  @Field(() => PercentScalar)
  residualPoints!: number;

  @Field(() => Int)
  residualDossiers!: number;

  @Field(() => Boolean)
  feasible!: boolean;

  @Field(() => [Unit], { description: 'Children without a target.' })
  missingUnits!: Unit[];
}

@ObjectType({ description: 'Something that happened to a plan.' })
export class PlanEvent {
  @Field(() => Int)
  version!: number;

  @Field(() => String, { description: 'CREATED, AMENDMENT_BEGUN, TARGETS_SET, TARGETS_CLEARED, CASCADED, MOVED or SUPERSEDED.' })
  what!: string;

  @Field(() => PlanState, { nullable: true })
  fromState!: PlanState | null;

  @Field(() => PlanState, { nullable: true })
  toState!: PlanState | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => String, { nullable: true })
  by!: string | null;
}

@ObjectType({ description: 'A proposed target with its reason.' })
export class CascadeProposal {
  @Field(() => Unit)
  unit!: Unit;

  @Field(() => PercentScalar)
  percent!: number;

  @Field(() => Int)
  volume!: number;

  @Field(() => PercentScalar, { nullable: true })
  baseline!: number | null;

  @Field(() => String)
  reason!: string;
}

@ObjectType({ description: 'What a cascade proposes and how far it reaches.' })
export class CascadeResult {
  @Field(() => Boolean)
  feasible!: boolean;

  @Field(() => PercentScalar)
  required!: number;

  @Field(() => PercentScalar)
  achieved!: number;

  @Field(() => PercentScalar, { description: "What is missing to the parent's target, 0 when reached." })
  residualPoints!: number;

  @Field(() => Int)
  residualDossiers!: number;

  @Field(() => [String], { description: 'The limits and locks that stand in the way.' })
  conflicts!: string[];

  @Field(() => [CascadeProposal])
  proposals!: CascadeProposal[];
}

@InputType({ description: 'A second plan of the same issuer, indicator and year must amend the issued one.' })
export class TargetPlanInput {
  @Field(() => ID)
  issuer!: string;

  @Field(() => ID)
  indicator!: string;

  @Field(() => Int)
  year!: number;

  @Field(() => DecisionInput, { nullable: true })
  decision?: DecisionInput | null;

  @Field(() => ID, { nullable: true, description: 'The issued plan that this one is to replace.' })
  amends?: string | null;
}

@InputType({ description: 'The target of one child; scope SUBTREE and not locked unless given.' })
export class TargetInput {
  @Field(() => ID)
  unit!: string;

  @Field(() => PercentScalar)
  percent!: number;

  @Field(() => Scope, { nullable: true })
  scope?: Scope | null;

  @Field(() => Boolean, { nullable: true })
  locked?: boolean | null;
}

@InputType({ description: 'What is known of one unit better than by the last period.' })
export class CascadeUnitInput {
  @Field(() => ID)
  unit!: string;

  @Field(() => Int, { nullable: true })
  volume?: number | null;

  @Field(() => PercentScalar, { nullable: true })
  baseline?: number | null;

  @Field(() => PercentScalar, { nullable: true })
  floor?: number | null;

  @Field(() => PercentScalar, { nullable: true })
  ceiling?: number | null;

  @Field(() => PercentScalar, { nullable: true })
  locked?: number | null;
}

@InputType({ description: 'How to cascade; policy MEAN and step 0.5 unless given.' })
export class CascadeOptions {
  @Field(() => CascadePolicy, { nullable: true })
  policy?: CascadePolicy | null;

  @Field(() => PercentScalar, { nullable: true })
  step?: number | null;

  @Field(() => PercentScalar, { nullable: true })
  floor?: number | null;

  @Field(() => PercentScalar, { nullable: true })
  ceiling?: number | null;

  @Field(() => PercentScalar, { nullable: true, description: "The parent's target; from the issuing unit's own item unless given." })
  required?: number | null;

  @Field(() => [CascadeUnitInput], { nullable: true, description: "What is not given comes from the last period's figures." })
  units?: CascadeUnitInput[] | null;
}
