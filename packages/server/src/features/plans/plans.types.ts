import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CascadePolicy, PlanState, Scope } from '../../app/enums.ts';
import { DateScalar, DateTimeScalar, PercentScalar } from '../../app/scalars.ts';
import { DecisionInput } from '../catalogue/catalogue.types.ts';
import { Unit } from '../units/units.types.ts';
import { EffortBandInput } from './plan-inputs.types.ts';
import type { PlanRow } from './plans.queries.ts';

@ObjectType({ description: 'All targets that one unit assigns to its children by one decision.' })
export class TargetPlan {
  @Field(() => ID, { description: 'What names it in arguments.' })
  id!: string;

  @Field(() => Int, { description: 'Starts at 1 and grows by one with every accepted change.' })
  version!: number;

  @Field(() => Int, { description: 'It holds within this year.' })
  year!: number;

  @Field(() => PlanState, { description: 'Where it stands.' })
  state!: PlanState;

  @Field(() => DateScalar, { nullable: true, description: 'First day in force, once issued.' })
  inForceFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day in force: 31 December of its year.' })
  inForceTo!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was issued though units were left out or it falls short.',
  })
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
  @Field(() => Unit, { description: 'The unit that must reach it, as of the first day in force.' })
  unit!: Unit;

  @Field(() => PercentScalar, { description: 'What it must reach.' })
  percent!: number;

  @Field(() => Scope, { description: 'OWN: by what it receives itself. SUBTREE: together with all below it.' })
  scope!: Scope;

  @Field(() => Boolean, { description: 'Proposals leave it as it is.' })
  locked!: boolean;

  plan!: PlanRow;
}

@ObjectType({ description: 'A unit that a plan is about, with what the last period says of it.' })
export class PlanChild {
  @Field(() => Unit, { description: 'The unit, as of the first day in force.' })
  unit!: Unit;

  @Field(() => Boolean, { description: "True for the issuing unit's own dossiers: part of every sum, never assigned." })
  isIssuer!: boolean;

  @Field(() => Int, {
    description: 'Dossiers that the plan goes by: the typed number, else those of the basis period.',
  })
  volume!: number;

  @Field(() => PercentScalar, {
    nullable: true,
    description: 'The rate it starts from: the typed one, else that of the basis period; null without dossiers.',
  })
  baseline!: number | null;

  @Field(() => Int, { description: 'Denominator of the basis period.' })
  countedVolume!: number;

  @Field(() => PercentScalar, { nullable: true, description: 'Rate of the basis period; null without dossiers.' })
  countedBaseline!: number | null;

  @Field(() => Boolean, { description: 'Whether `volume` was typed.' })
  volumeTyped!: boolean;

  @Field(() => Boolean, { description: 'Whether `baseline` was typed.' })
  baselineTyped!: boolean;

  @Field(() => Target, { nullable: true, description: 'What the plan assigns to it; null while it has none.' })
  target!: Target | null;
}

@ObjectType({ description: 'What the targets of a plan add up to, as issuing would check it.' })
export class PlanRollUp {
  @Field(() => PercentScalar, {
    nullable: true,
    description:
      'What the issuing unit itself received, else what is typed in the plan; null if neither: then nothing is missing.',
  })
  required!: number | null;

  @Field(() => PercentScalar, {
    nullable: true,
    description:
      'The mean of the targets weighted by volume, in percent; a child without a target counts with 0. Null without dossiers.',
  })
  achieved!: number | null;

  @Field(() => PercentScalar, { description: 'What is missing to `required`, in points; 0 when reached.' })
  residualPoints!: number;

  @Field(() => Int, { description: 'The same in dossiers of the basis period.' })
  residualDossiers!: number;

  @Field(() => Boolean, {
    description: 'Whether `required` is reached, on whole numbers; under the policy FLOOR by every child as well.',
  })
  feasible!: boolean;

  @Field(() => [Unit], { description: 'Children without a target.' })
  missingUnits!: Unit[];
}

@ObjectType({ description: 'Something that happened to a plan.' })
export class PlanEvent {
  @Field(() => Int, { description: 'The version that it made.' })
  version!: number;

  @Field(() => String, {
    description:
      'CREATED, AMENDMENT_BEGUN, TARGETS_SET, TARGETS_CLEARED, CASCADED, COPIED, DAY_SET, INPUTS_SET, SCENARIO_TAKEN, MILESTONES_SET, MOVED or SUPERSEDED.',
  })
  what!: string;

  @Field(() => PlanState, { nullable: true, description: 'The state before, where it moved.' })
  fromState!: PlanState | null;

  @Field(() => PlanState, { nullable: true, description: 'The state after, where it moved.' })
  toState!: PlanState | null;

  @Field(() => String, { nullable: true, description: 'The reason given.' })
  reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Whose account did it; null for the system itself.' })
  by!: string | null;

  eventId!: string;
  planId!: string;
}

@ObjectType({ description: 'A proposed target with its reason.' })
export class CascadeProposal {
  @Field(() => Unit, { description: 'As of the first day in force.' })
  unit!: Unit;

  @Field(() => PercentScalar, { description: 'The proposed target.' })
  percent!: number;

  @Field(() => Int, { description: 'The dossiers it was reckoned with.' })
  volume!: number;

  @Field(() => PercentScalar, {
    nullable: true,
    description: 'The rate it was reckoned with; null where none is known.',
  })
  baseline!: number | null;

  @Field(() => String, { description: 'Why it is this number, in one sentence, in the language of the request.' })
  reason!: string;
}

@ObjectType({ description: 'What a cascade proposes and how far it reaches.' })
export class CascadeResult {
  @Field(() => Boolean, {
    description: 'Whether the proposals reach `required` (policy FLOOR: each of them), on whole numbers.',
  })
  feasible!: boolean;

  @Field(() => PercentScalar, { description: 'What is to be reached together.' })
  required!: number;

  @Field(() => PercentScalar, { description: "What the proposals and the issuing unit's own dossiers add up to." })
  achieved!: number;

  @Field(() => PercentScalar, { description: "What is missing to the parent's target, 0 when reached." })
  residualPoints!: number;

  @Field(() => Int, { description: 'What is missing, in dossiers of the basis period.' })
  residualDossiers!: number;

  @Field(() => [String], { description: 'The limits and locks that stand in the way.' })
  conflicts!: string[];

  @Field(() => [CascadeProposal], { description: 'One for every child, in the order of the codes.' })
  proposals!: CascadeProposal[];
}

@InputType({ description: 'A second plan of the same issuer, indicator and year must amend the issued one.' })
export class TargetPlanInput {
  @Field(() => ID, { description: 'The code of a unit that has others below it.' })
  issuer!: string;

  @Field(() => ID, { description: "An indicator's code." })
  indicator!: string;

  @Field(() => Int, { description: '2000 to 2100.' })
  year!: number;

  @Field(() => DecisionInput, {
    nullable: true,
    description: 'The decision by which it will be issued; may also be told when it is.',
  })
  decision?: DecisionInput | null;

  @Field(() => ID, { nullable: true, description: 'The issued plan that this one is to replace.' })
  amends?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'From when it is meant to be in force, within its year: its units are those of that day.',
  })
  effectiveOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is begun; nothing of a citizen.' })
  reason?: string | null;
}

@InputType({ description: 'The target of one child; scope SUBTREE and not locked unless given.' })
export class TargetInput {
  @Field(() => ID, { description: 'The code of a unit directly below the issuing one; each once.' })
  unit!: string;

  @Field(() => PercentScalar, { description: 'What it must reach.' })
  percent!: number;

  @Field(() => Scope, { nullable: true, description: 'SUBTREE unless given.' })
  scope?: Scope | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a cascade must leave it as it is; false unless given.',
  })
  locked?: boolean | null;
}

@InputType({ description: 'What is known of one unit better than by the last period.' })
export class CascadeUnitInput {
  @Field(() => ID, {
    description: 'The code of a child, or of the issuing unit itself for its own dossiers; each once.',
  })
  unit!: string;

  @Field(() => Int, { nullable: true, description: 'Dossiers expected, 0 to 10,000,000.' })
  volume?: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'The rate to start from.' })
  baseline?: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'Not below this.' })
  floor?: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'Not above this.' })
  ceiling?: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'Exactly this; the target is locked in the plan too.' })
  locked?: number | null;
}

@InputType({
  description: 'How to cascade. What is not given comes from the inputs of the plan, else policy MEAN and step 0.5.',
})
export class CascadeOptions {
  @Field(() => CascadePolicy, { nullable: true, description: "The plan's, else MEAN, unless given." })
  policy?: CascadePolicy | null;

  @Field(() => PercentScalar, {
    nullable: true,
    description: "Targets are multiples of it; the plan's, else 0.5, unless given; never 0.",
  })
  step?: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'For every unit without one of its own.' })
  floor?: number | null;

  @Field(() => PercentScalar, { nullable: true, description: 'For every unit without one of its own.' })
  ceiling?: number | null;

  @Field(() => PercentScalar, {
    nullable: true,
    description: "The parent's target; from the issuing unit's own item unless given.",
  })
  required?: number | null;

  @Field(() => [EffortBandInput], {
    nullable: true,
    description: "What points cost, for LEAST_EFFORT; the plan's, else 1, 2 and 4 for ten points each, unless given.",
  })
  effort?: EffortBandInput[] | null;

  @Field(() => [CascadeUnitInput], {
    nullable: true,
    description: "What is not given comes from the inputs of the plan, else from the last period's figures.",
  })
  units?: CascadeUnitInput[] | null;
}
