import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { occasionSentence } from '@chi-tieu/shared/domain/urging/occasion-facts';
import { actsIn, isOverdue, isSnoozed } from '@chi-tieu/shared/domain/urging/reminder-state';
import { readPage, type Connection } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { DateScalar } from '../../../app/scalars.ts';
import { existingFigure } from '../../figures/figures.service.ts';
import { Figure } from '../../figures/figures.types.ts';
import { showFigure } from '../../figures/show-figure.service.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { today, unitTree } from '../../units/units.service.ts';
import { Unit } from '../../units/units.types.ts';
import { ReminderAct, ReminderState } from '../urging.enums.ts';
import {
  acceptReminder,
  acknowledgeReminder,
  answerReminder,
  editReminder,
  raiseReminder,
  snoozeReminder,
  withdrawReminder,
} from './act.service.ts';
import type { ReminderRow } from './reminders.queries.ts';
import { sendReminders } from './send.service.ts';
import { isReminderKey, maySend, reminders, reminderSeen, ruleOf, speaksFor, stepsSeen } from './reminders.service.ts';
import { Reminder, ReminderConnection, ReminderLetterInput, ReminderStep } from './reminders.types.ts';
import { nextAbove, senderOf } from './tell.ts';

/** Another version is a CONFLICT; without one it is what was there when the request came. */
const VERSION = { nullable: true, description: 'The version that the caller saw; another one is a CONFLICT.' } as const;

@Resolver(() => Reminder)
export class ReminderResolver {
  @Query(() => ReminderConnection, {
    description: 'Reminders within reach, and those that the caller’s own units were told of; changed last first.',
  })
  async reminders(
    @Arg('state', () => ReminderState, { nullable: true }) state: ReminderState | null,
    @Arg('unit', () => ID, { nullable: true, description: 'A code: of that unit and all below it.' })
    unit: string | null,
    @Arg('rule', () => ID, { nullable: true, description: 'By one rule alone.' }) rule: string | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<Reminder>> {
    const page = readPage(first, after, isReminderKey);
    const found = await reminders(
      ctx,
      { states: state ? [state] : null, unit: unit ?? null, rule: rule ?? null },
      page,
    );
    const edges = found.edges.map(({ cursor, node }) => ({ cursor, node: showReminder(ctx, node) }));
    return { ...found, nodes: edges.map(({ node }) => node), edges };
  }

  @Query(() => Reminder, { nullable: true, description: 'One of them; null where the caller sees none.' })
  async reminder(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Reminder | null> {
    const found = await reminderSeen(ctx, id);
    return found && showReminder(ctx, found);
  }

  @Mutation(() => Reminder, { description: 'Writes another text into a draft.' })
  async editReminder(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => ReminderLetterInput) { subject, body, deadline }: ReminderLetterInput,
    @Arg('expectedVersion', () => Int, { description: 'The version that the caller saw; another one is a CONFLICT.' })
    expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<Reminder> {
    return showReminder(ctx, await editReminder(ctx, { id, expectedVersion }, { letter: { subject, body }, deadline }));
  }

  @Mutation(() => [Reminder], {
    description:
      'Sends drafts: all or none. The units see them, and who receives for them is told once. A draft that no longer says what is so is a CONFLICT that says what is, and is drafted anew.',
  })
  async sendReminders(
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('expectedVersions', () => [Int], {
      nullable: true,
      description: 'The versions that the caller saw, in the order of the ids; another one is a CONFLICT.',
    })
    expectedVersions: number[] | null,
    @Ctx() ctx: Context,
  ): Promise<Reminder[]> {
    return (await sendReminders(ctx, ids, expectedVersions ?? null)).map((row) => showReminder(ctx, row));
  }

  @Mutation(() => Reminder, { description: 'Takes note of a reminder, for the unit that one speaks for.' })
  async acknowledgeReminder(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<Reminder> {
    return showReminder(ctx, await acknowledgeReminder(ctx, { id, expectedVersion: expectedVersion ?? null }));
  }

  @Mutation(() => Reminder, { description: 'Answers a reminder, for the unit that one speaks for.' })
  async answerReminder(
    @Arg('id', () => ID) id: string,
    @Arg('text', () => String) text: string,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<Reminder> {
    return showReminder(ctx, await answerReminder(ctx, { id, expectedVersion: expectedVersion ?? null }, text));
  }

  @Mutation(() => Reminder, { description: 'Puts a reminder off: until the day is over nobody is told of it.' })
  async snoozeReminder(
    @Arg('id', () => ID) id: string,
    @Arg('until', () => DateScalar, { description: 'The last day on which it rests.' }) until: string,
    @Arg('reason', () => String) reason: string,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<Reminder> {
    return showReminder(
      ctx,
      await snoozeReminder(ctx, { id, expectedVersion: expectedVersion ?? null }, until, reason),
    );
  }

  @Mutation(() => Reminder, {
    description: 'Raises a reminder to the next unit above, with a reason; its receivers are told.',
  })
  async raiseReminder(
    @Arg('id', () => ID) id: string,
    @Arg('note', () => String, { nullable: true, description: 'Why; nobody raises anything without a word.' })
    note: string | null,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<Reminder> {
    return showReminder(ctx, await raiseReminder(ctx, { id, expectedVersion: expectedVersion ?? null }, note ?? ''));
  }

  @Mutation(() => Reminder, {
    description: 'Withdraws a reminder, with a reason: it stays closed for as long as the occasion lasts.',
  })
  async withdrawReminder(
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String) reason: string,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<Reminder> {
    return showReminder(ctx, await withdrawReminder(ctx, { id, expectedVersion: expectedVersion ?? null }, reason));
  }

  @Mutation(() => Reminder, {
    description: 'Accepts what the unit answered: the reminder is over for as long as the occasion lasts.',
  })
  async acceptReminder(
    @Arg('id', () => ID) id: string,
    @Arg('note', () => String, { nullable: true, description: 'What is said with it, if anything.' })
    note: string | null,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number | null,
    @Ctx() ctx: Context,
  ): Promise<Reminder> {
    return showReminder(ctx, await acceptReminder(ctx, { id, expectedVersion: expectedVersion ?? null }, note ?? null));
  }

  @FieldResolver(() => Unit, { description: 'In whose name it is written: the unit above.' })
  async sender(@Root() { row }: Reminder, @Ctx() ctx: Context): Promise<Unit> {
    const on = today(ctx);
    const found = await unitAsKnown(ctx, senderOf(row.unitId, await unitTree(ctx, on), ctx.provinceId), on);
    if (!found) throw new Error('A reminder of nobody.');
    return found;
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'To whom it would be raised next; null at the top.' })
  async raisesTo(@Root() { row }: Reminder, @Ctx() ctx: Context): Promise<Unit | null> {
    const on = today(ctx);
    const next = nextAbove(row, await unitTree(ctx, on));
    return next === null ? null : unitAsKnown(ctx, next, on);
  }

  @FieldResolver(() => Unit, { description: 'Who is reminded, as it is today or was at last.' })
  async unit(@Root() { row }: Reminder, @Ctx() ctx: Context): Promise<Unit> {
    const found = await unitAsKnown(ctx, row.unitId, today(ctx));
    if (!found) throw new Error('A reminder of no unit.');
    return found;
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit above that it was raised to at last.' })
  async raisedTo(@Root() { row }: Reminder, @Ctx() ctx: Context): Promise<Unit | null> {
    return row.raisedToId === null ? null : unitAsKnown(ctx, row.raisedToId, today(ctx));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the rule is called; null for who does not see rules.',
  })
  async ruleName(@Root() { row }: Reminder, @Ctx() ctx: Context): Promise<string | null> {
    return (await ruleOf(ctx, row))?.name ?? null;
  }

  @FieldResolver(() => Figure, { nullable: true, description: 'The figure that its letter names, as it was cited.' })
  async figure(@Root() { row }: Reminder, @Ctx() ctx: Context): Promise<Figure | null> {
    return row.figure === null ? null : showFigure(await existingFigure(ctx, row.figure));
  }

  @FieldResolver(() => [ReminderStep], { description: 'What was done to it that the caller sees, oldest first.' })
  async steps(@Root() { row }: Reminder, @Ctx() ctx: Context): Promise<ReminderStep[]> {
    return (await stepsSeen(ctx, row.id)).map((step) => {
      const { number: id, kind, at, by, note, day, why, subject, body } = step;
      return { id, kind, at, by, note, day, why: why as ReminderStep['why'], subject, body, row: step };
    });
  }

  @FieldResolver(() => [ReminderAct], { description: 'What the caller can do about it now.' })
  async acts(@Root() { row }: Reminder, @Ctx() ctx: Context): Promise<ReminderAct[]> {
    const [sends, speaks] = [await maySend(ctx, row.unitId), await speaksFor(ctx, row.unitId)];
    const isTop = nextAbove(row, await unitTree(ctx, today(ctx))) === null;
    return actsIn(row.state).filter((act) => {
      if (act === 'ACKNOWLEDGE' || act === 'ANSWER') return speaks;
      return sends && !(act === 'RAISE' && isTop);
    });
  }
}

@Resolver(() => ReminderStep)
export class ReminderStepResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'To which unit it was raised, or passed when its own was gone.',
  })
  async to(@Root() { row }: ReminderStep, @Ctx() ctx: Context): Promise<Unit | null> {
    return row.toUnitId === null ? null : unitAsKnown(ctx, row.toUnitId, today(ctx));
  }

  @FieldResolver(() => Figure, { nullable: true, description: 'The figure that it rests on, as cited then.' })
  async figure(@Root() { row }: ReminderStep, @Ctx() ctx: Context): Promise<Figure | null> {
    return row.figure === null ? null : showFigure(await existingFigure(ctx, row.figure));
  }
}

/** A reminder as GraphQL shows it; what needs asking is asked by its fields. */
export function showReminder(ctx: Context, row: ReminderRow): Reminder {
  const { id, version, state, closedWhy, began, lastOn, deadline, toldOn, subject, body, isWritten } = row;
  const { facts, snoozedUntil, madeAt, changedAt } = row;
  return {
    ...{ id, version, state, closedWhy, began, lastOn, deadline, toldOn, subject, body, isWritten, madeAt, changedAt },
    kind: facts.kind,
    isOverdue: isOverdue(state, deadline, today(ctx)),
    sentence: occasionSentence(facts, ctx.locale),
    snoozedUntil: isSnoozed(snoozedUntil, today(ctx)) ? snoozedUntil : null,
    row,
  };
}
