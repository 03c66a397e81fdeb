import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../../app/connection.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import { ConditionKind, ReminderEnd, ReminderState, ReminderStepKind } from '../urging.enums.ts';
import type { ReminderRow } from './reminders.queries.ts';
import type { StepRow } from './steps.queries.ts';

@ObjectType({ description: 'Something that was done to a reminder. Never changed.' })
export class ReminderStep {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => ReminderStepKind, { description: 'What was done.' })
  kind!: ReminderStepKind;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'By whom; null for the system itself.' })
  by!: string | null;

  @Field(() => String, { nullable: true, description: 'What was said: an answer, a reason.' })
  note!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day that it names: by when to answer, until when it is put off, up to which day it was found.',
  })
  day!: string | null;

  @Field(() => ReminderEnd, { nullable: true, description: 'Of a closing: why.' })
  why!: ReminderEnd | null;

  @Field(() => String, { nullable: true, description: 'What the letter was headed that was sent.' })
  subject!: string | null;

  @Field(() => String, { nullable: true, description: 'What it said.' })
  body!: string | null;

  row!: StepRow;
}

@ObjectType({ description: 'One occasion to remind a unit, from where it began to its end.' })
export class Reminder {
  @Field(() => ID, { description: 'Its identity.' })
  id!: string;

  @Field(() => Int, { description: 'Grows by one with each change.' })
  version!: number;

  @Field(() => ConditionKind, { description: 'What the rule looks for.' })
  kind!: ConditionKind;

  @Field(() => ReminderState, { description: 'How far it is.' })
  state!: ReminderState;

  @Field(() => ReminderEnd, { nullable: true, description: 'Why it was closed.' })
  closedWhy!: ReminderEnd | null;

  @Field(() => String, { description: 'What is wrong, in one sentence in the language of the request.' })
  sentence!: string;

  @Field(() => DateScalar, { description: 'Where the occasion began.' })
  began!: string;

  @Field(() => DateScalar, { description: 'The last day on which it was found.' })
  lastOn!: string;

  @Field(() => DateScalar, { description: 'By when the unit has to answer.' })
  deadline!: string;

  @Field(() => Boolean, { description: 'Whether the unit should have said something by now, and did not.' })
  isOverdue!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'When the unit was told; null: not yet.' })
  toldOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Until when it is put off; null where that is over.' })
  snoozedUntil!: string | null;

  @Field(() => String, { description: 'What its letter is headed.' })
  subject!: string;

  @Field(() => String, { description: 'What its letter says, or would say if it were sent now.' })
  body!: string;

  @Field(() => Boolean, { description: 'Whether somebody wrote the letter; else it is composed when it is sent.' })
  isWritten!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was found.' })
  madeAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When anything of it changed last.' })
  changedAt!: Date;

  row!: ReminderRow;
}

export const ReminderConnection = connectionType('Reminder', Reminder);

@InputType({ description: 'A letter as somebody wrote it.' })
export class ReminderLetterInput {
  @Field(() => String, { description: 'What it is headed, one line.' })
  subject!: string;

  @Field(() => String, { description: 'What it says.' })
  body!: string;

  @Field(() => DateScalar, { description: 'By when it asks for an answer.' })
  deadline!: string;
}
