import {
  TASK_ACTS,
  TASK_STATES,
  type TaskAct as ActName,
  type TaskState as StateName,
} from '@chi-tieu/shared/domain/matters/tasks';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../../app/connection.ts';
import { named } from '../../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import { MatterFileInput } from '../log/log.types.ts';
import type { DirectionRow, TaskRow } from './directions.queries.ts';

export const TaskState = named(...TASK_STATES);
export type TaskState = StateName;
export const TaskAct = named(...TASK_ACTS);
export type TaskAct = ActName;

registerEnumType(TaskState, {
  name: 'TaskState',
  description:
    'GIVEN: its unit did not say yet that it knows. NOTED: it works on it. DONE: it says that it is done. CONFIRMED: those who follow directions say so too. CALLED_OFF.',
});
registerEnumType(TaskAct, {
  name: 'TaskAct',
  description:
    'Its unit says NOTED, PROGRESS, DONE; those who follow directions CONFIRMED, RETURNED (it is to be done still), EXTENDED, CALLED_OFF.',
});

@ObjectType({ description: 'The published report on which something was decided.' })
export class DirectedReport {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its period, by its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its number.' })
  number!: string | null;

  @Field(() => DirectedReport, {
    nullable: true,
    description: 'The published report that stands in its place; null while it stands itself.',
  })
  replacedBy?: DirectedReport | null;
}

@ObjectType({ description: 'What was decided on a published report.' })
export class Direction {
  @Field(() => ID, { description: 'Its number, by which people call it.' })
  id!: string;

  @Field(() => String, { description: 'What was decided.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'The number of the paper by which it was told.' })
  number!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The sentence or row that it follows from, as it stands in the report.',
  })
  quote!: string | null;

  @Field(() => DateScalar, { description: 'When it was decided.' })
  givenOn!: string;

  @Field(() => DirectedReport, { description: 'The report that it was decided on.' })
  report!: DirectedReport;

  @Field(() => String, { nullable: true, description: 'Who entered it.' })
  by!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  at!: Date;

  row!: DirectionRow;
}

@ObjectType({ description: 'What one unit has to do about a direction.' })
export class DirectionTask {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => Int, { description: 'Grows with each step: what steps expect.' })
  version!: number;

  @Field(() => TaskState, { description: 'Where it stands.' })
  state!: StateName;

  @Field(() => DateScalar, { description: 'Until when it is to be done.' })
  dueOn!: string;

  @Field(() => Boolean, { description: 'It waits for its unit, past the deadline.' })
  overdue!: boolean;

  @Field(() => Int, { description: 'Days past the deadline: until its unit said that it is done, else until today.' })
  daysLate!: number;

  @Field(() => Int, { description: 'How often it was given back.' })
  returned!: number;

  @Field(() => Int, { description: 'How often it was extended.' })
  extended!: number;

  @Field(() => DateScalar, { nullable: true, description: 'When its unit said that it is done.' })
  doneOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was confirmed or called off.' })
  settledOn!: string | null;

  row!: TaskRow;
}

export const DirectionTaskConnection = connectionType('DirectionTask', DirectionTask);

@ObjectType({ description: 'How many tasks are in a state.' })
export class TaskCount {
  @Field(() => TaskState, { description: 'The state.' })
  state!: StateName;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@InputType({ description: 'What was decided on a report.' })
export class DirectionInput {
  @Field(() => ID, { description: 'The id of the report: a published one.' })
  report!: string;

  @Field(() => String, { nullable: true, description: 'The key of the sentence that it follows from.' })
  sentence?: string | null;

  @Field(() => ID, { nullable: true, description: 'Or the code of the unit whose row it follows from.' })
  row?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The number of the paper by which it was told, at most 100 characters.',
  })
  number?: string | null;

  @Field(() => String, {
    description: 'What is to be done: at most 2,000 characters, without numbers of citizens and codes of dossiers.',
  })
  text!: string;

  @Field(() => DateScalar, { description: 'When it was decided: not before the day of the report.' })
  givenOn!: string;

  @Field(() => [ID], { description: 'Codes of the units that do it, 300 at most: each has a task of its own.' })
  units!: string[];

  @Field(() => DateScalar, { description: 'Until when: within three years.' })
  due!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'The writer knows that another report was published in the place of this one. Without it nothing is decided on a report that was replaced.',
  })
  onReplaced!: boolean;
}

@InputType({ description: 'What is done about a task.' })
export class TaskStepInput {
  @Field(() => ID, { description: 'The number of the task.' })
  task!: string;

  @Field(() => TaskAct, { description: 'What is done.' })
  act!: ActName;

  @Field(() => String, {
    nullable: true,
    description: 'What is said with it; of taking note and confirming it may be left out.',
  })
  text?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The new deadline: of EXTENDED, and of RETURNED where there is another.',
  })
  due?: string | null;

  @Field(() => [MatterFileInput], { nullable: true, description: 'What shows it, 10 files at most.' })
  files?: MatterFileInput[] | null;

  @Field(() => Int, { description: 'The version that the caller saw; another one is a CONFLICT.' })
  expectedVersion!: number;
}
