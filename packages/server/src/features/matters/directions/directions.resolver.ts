import { isTaskOverdue, TASK_ACTS, taskDaysLate } from '@chi-tieu/shared/domain/matters/tasks';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isNumberKey, mapNodes, readPage, type Connection } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { notFound } from '../../../app/errors.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { today } from '../../units/units.service.ts';
import { Unit } from '../../units/units.types.ts';
import { stepsOfMatter } from '../log/log.service.ts';
import { MatterMessages, MatterStep, showStep } from '../log/log.types.ts';
import { messagesAbout } from '../telling/telling.service.ts';
import type { DirectionRow, TaskRow } from './directions.queries.ts';
import {
  directionById,
  nameOfReport,
  pageOfTasks,
  replacementOf,
  tasksByState,
  tasksOfDirection,
} from './directions.service.ts';
import {
  Direction,
  DirectionInput,
  DirectionTask,
  DirectedReport,
  DirectionTaskConnection,
  TaskAct,
  TaskCount,
  TaskState,
  TaskStepInput,
} from './directions.types.ts';
import { enterDirection } from './enter.service.ts';
import { possibleOf, stepTask } from './tasks.service.ts';

const UNIT = 'A code: of it, of those that it succeeded and of all below.';
const REPORT = 'Those decided on this report alone.';
const OVERDUE = 'Those alone that wait for their unit past the deadline.';

function showDirection(row: DirectionRow): Direction {
  const { id, body, number, quote, givenOn, by, at, reportId, reportFrom, reportTo, reportNumber } = row;
  const report = { id: reportId, name: nameOfReport({ from: reportFrom, to: reportTo }), number: reportNumber };
  return { id, text: body, number, quote, givenOn, by, at, report, row };
}

function showTask(ctx: Context, row: TaskRow): DirectionTask {
  const { id, version, state, dueOn, returned, extended, doneOn, settledOn } = row;
  const late = { overdue: isTaskOverdue(row, today(ctx)), daysLate: taskDaysLate(row, today(ctx)) };
  return { id, version, state, dueOn, returned, extended, doneOn, settledOn, ...late, row };
}

@Resolver(() => Direction)
export class DirectionResolver {
  @Query(() => DirectionTaskConnection, {
    description: 'Tasks of directions within reach, those of the newest direction first.',
  })
  async directionTasks(
    @Arg('unit', () => ID, { nullable: true, description: UNIT }) unit: string | null,
    @Arg('state', () => TaskState, { nullable: true, description: 'Those in this state alone.' })
    state: TaskState | null,
    @Arg('report', () => ID, { nullable: true, description: REPORT })
    report: string | null,
    @Arg('overdue', () => Boolean, { defaultValue: false, description: OVERDUE }) overdue: boolean,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<DirectionTask>> {
    const given = { unit: unit ?? null, state: state ?? null, report: report ?? null, overdue };
    return mapNodes(await pageOfTasks(ctx, given, readPage(first, after, isNumberKey)), (row) => showTask(ctx, row));
  }

  @Query(() => [TaskCount], { description: 'How many tasks within reach there are in each state.' })
  directionTaskCounts(
    @Arg('unit', () => ID, { nullable: true, description: UNIT }) unit: string | null,
    @Arg('report', () => ID, { nullable: true, description: REPORT }) report: string | null,
    @Arg('overdue', () => Boolean, { defaultValue: false, description: OVERDUE }) overdue: boolean,
    @Ctx() ctx: Context,
  ): Promise<TaskCount[]> {
    return tasksByState(ctx, { unit: unit ?? null, state: null, report: report ?? null, overdue });
  }

  @Query(() => Direction, { nullable: true, description: 'One direction; null where there is none within reach.' })
  async direction(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Direction | null> {
    const row = await directionById(ctx, id);
    return row && showDirection(row);
  }

  @Mutation(() => Direction, {
    description: 'Enters what was decided on a published report: a task for each of its units.',
  })
  async enterDirection(
    @Arg('input', () => DirectionInput) input: DirectionInput,
    @Ctx() ctx: Context,
  ): Promise<Direction> {
    const { report, sentence = null, row = null, number = null, text, givenOn, units, due, onReplaced } = input;
    return shown(
      ctx,
      await enterDirection(ctx, { report, sentence, row, number, text, givenOn, units, due, onReplaced }),
    );
  }

  @Mutation(() => Direction, { description: 'Takes a step of a task.' })
  async stepTask(@Arg('input', () => TaskStepInput) input: TaskStepInput, @Ctx() ctx: Context): Promise<Direction> {
    const { task, act, text = null, due = null, expectedVersion } = input;
    return shown(ctx, await stepTask(ctx, { task, act, text, due, files: input.files ?? [], expectedVersion }));
  }

  @FieldResolver(() => [DirectionTask], { description: 'Its tasks within reach.' })
  async tasks(@Root() { id }: Direction, @Ctx() ctx: Context): Promise<DirectionTask[]> {
    return (await tasksOfDirection(ctx, id)).map((row) => showTask(ctx, row));
  }
}

async function shown(ctx: Context, id: string): Promise<Direction> {
  const row = await directionById(ctx, id);
  if (!row) throw notFound('matter.unknown');
  return showDirection(row);
}

@Resolver(() => DirectedReport)
export class DirectedReportResolver {
  @FieldResolver()
  replacedBy(@Root() { id }: DirectedReport, @Ctx() ctx: Context): Promise<DirectedReport | null> {
    return replacementOf(ctx, id);
  }
}

@Resolver(() => DirectionTask)
export class DirectionTaskResolver {
  @FieldResolver(() => Direction, { description: 'The direction that it belongs to.' })
  async direction(@Root() { row }: DirectionTask, @Ctx() ctx: Context): Promise<Direction> {
    return shown(ctx, row.directionId);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'The unit that does it, as it is today, or was at its end.',
  })
  unit(@Root() { row }: DirectionTask, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, row.unitId, today(ctx));
  }

  @FieldResolver(() => [MatterMessages], {
    description: 'How many messages tell its unit of it, as far as the caller sees messages to that unit.',
  })
  messages(@Root() { row }: DirectionTask, @Ctx() ctx: Context): Promise<MatterMessages[]> {
    return messagesAbout(ctx, 'TASK', row);
  }

  @FieldResolver(() => [MatterStep], { description: 'What was done about it, oldest first.' })
  async steps(@Root() { id }: DirectionTask, @Ctx() ctx: Context): Promise<MatterStep[]> {
    return (await stepsOfMatter(ctx, 'TASK', id)).map(showStep);
  }

  @FieldResolver(() => [TaskAct], { description: 'What the caller may do about it as it stands.' })
  possible(@Root() { row }: DirectionTask, @Ctx() ctx: Context): Promise<TaskAct[]> {
    return possibleOf(ctx, row, TASK_ACTS);
  }
}
