import { Field, ID, Int, ObjectType } from 'type-graphql';
import { percentOf } from '@chi-tieu/shared/domain/percent';
import type { Context } from '../../../app/context.ts';
import { PlanState, Scope } from '../../../app/enums.ts';
import { DateScalar, DateTimeScalar, PercentScalar } from '../../../app/scalars.ts';
import { Indicator } from '../../rates/rates.types.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { Unit } from '../../units/units.types.ts';
import type { PlanRow } from '../plans.queries.ts';
import { isOfIssuer } from './speakers.service.ts';
import { CommentSide, CounterState } from './talk.enums.ts';
import type { CommentRow, CounterRow } from './talk.queries.ts';

@ObjectType({ description: "Something said about a plan, or about one unit's target in it." })
export class PlanComment {
  @Field(() => ID, { description: 'What names it in arguments.' })
  id!: string;

  @Field(() => Unit, { nullable: true, description: 'The unit that it is about; null for the plan as a whole.' })
  unit!: Unit | null;

  @Field(() => ID, { nullable: true, description: 'The first of the thread that it answers; null for a first one.' })
  answers!: string | null;

  @Field(() => CommentSide, { description: 'Who says it.' })
  side!: CommentSide;

  @Field(() => String, { nullable: true, description: 'What is said; null once it was withdrawn.' })
  body!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Who says it; null for who speaks for a unit where it is one of the issuer's people.",
  })
  by!: string | null;

  @Field(() => Boolean, { description: 'Whether the caller said it.' })
  mine!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was said.' })
  at!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its thread was settled; null while it is open.' })
  resolvedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn.' })
  withdrawnAt!: Date | null;
}

@ObjectType({ description: 'What a unit would take instead of its target.' })
export class CounterProposal {
  @Field(() => ID, { description: 'What names it in arguments.' })
  id!: string;

  @Field(() => Unit, { description: 'The unit that proposes it.' })
  unit!: Unit;

  @Field(() => PercentScalar, { description: 'What it would take.' })
  percent!: number;

  @Field(() => PercentScalar, { description: 'What stood in the plan when it was proposed.' })
  insteadOf!: number;

  @Field(() => String, { nullable: true, description: 'Its grounds; null once it was withdrawn.' })
  grounds!: string | null;

  @Field(() => CounterState, { description: 'What became of it.' })
  state!: CounterState;

  @Field(() => String, { nullable: true, description: 'Who proposed it.' })
  by!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was proposed.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'What it was answered.' })
  answer!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who answered it; null for who speaks for the unit, and for who is not told.',
  })
  answeredBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered, withdrawn or lapsed.' })
  endedAt!: Date | null;
}

@ObjectType({ description: 'What a plan asks of one unit, as the people of that unit see it.' })
export class Consultation {
  @Field(() => ID, { description: 'The plan, as arguments name it.' })
  plan!: string;

  @Field(() => Int, { description: 'The year of the plan.' })
  year!: number;

  @Field(() => PlanState, { description: 'Where the plan stands.' })
  state!: PlanState;

  @Field(() => DateScalar, { nullable: true, description: 'The last day on which one may answer.' })
  consultedUntil!: string | null;

  @Field(() => Boolean, { description: 'Whether something may be said today.' })
  maySay!: boolean;

  @Field(() => Boolean, { description: 'Whether another number may be proposed today.' })
  mayPropose!: boolean;

  @Field(() => Unit, { description: 'The unit that is asked.' })
  unit!: Unit;

  @Field(() => Unit, { nullable: true, description: 'The unit that assigns the target.' })
  issuer!: Unit | null;

  @Field(() => Indicator, { description: 'What is to be reached.' })
  indicator!: Indicator;

  @Field(() => PercentScalar, { description: "The unit's target, as it stands now." })
  percent!: number;

  @Field(() => Scope, { description: 'What the target is about.' })
  scope!: Scope;

  @Field(() => Boolean, { description: 'Whether it is locked: then it takes no proposal.' })
  locked!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'The dossiers that the plan reckons with: typed, else those of the basis period.',
  })
  volume!: number | null;

  @Field(() => Boolean, { description: 'Whether the volume is typed by the planner instead of counted.' })
  volumeTyped!: boolean;

  @Field(() => PercentScalar, {
    nullable: true,
    description: 'The rate that the plan begins from: typed, else that of the basis period; null without either.',
  })
  baseline!: number | null;

  @Field(() => Boolean, { description: 'Whether the baseline is typed by the planner instead of counted.' })
  baselineTyped!: boolean;

  row!: PlanRow;
  unitId!: number;
}

/** Something said, as the caller may see it: who speaks for a unit is not told the names of the issuer's people. */
export async function showComment(ctx: Context, plan: PlanRow, row: CommentRow): Promise<PlanComment> {
  const { id, answers, side, body, at, resolvedAt, withdrawnAt } = row;
  const isTold = side === 'UNIT' || (await isOfIssuer(ctx, plan));
  const unit = row.unitId === null ? null : await unitAsKnown(ctx, row.unitId, `${plan.year}-12-31`);
  const mine = row.accountId !== null && row.accountId === ctx.account?.id;
  return { id, unit, answers, side, body, by: isTold ? row.by : null, mine, at, resolvedAt, withdrawnAt };
}

/** A proposal, as the caller may see it. */
export async function showCounter(ctx: Context, plan: PlanRow, row: CounterRow): Promise<CounterProposal> {
  const { id, grounds, state, by, at, answer, endedAt } = row;
  const unit = await unitAsKnown(ctx, row.unitId, `${plan.year}-12-31`);
  if (!unit) throw new Error(`proposal ${id} is of no unit`);
  const answeredBy = (await isOfIssuer(ctx, plan)) ? row.answeredBy : null;
  const [percent, insteadOf] = [percentOf(row.hundredths), percentOf(row.insteadOf)];
  return { id, unit, percent, insteadOf, grounds, state, by, at, answer, answeredBy, endedAt };
}
