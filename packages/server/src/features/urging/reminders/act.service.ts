import type { Right } from '@chi-tieu/shared/domain/access/rights';
import { addDays, compareDays, type Day } from '@chi-tieu/shared/domain/days';
import { tidyLetter, writtenFaults, type Letter } from '@chi-tieu/shared/domain/urging/letter';
import { afterAct, type ReminderAct } from '@chi-tieu/shared/domain/urging/reminder-state';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput, badInputs, conflict, notFound } from '../../../app/errors.ts';
import { forbidden, need, needProvince } from '../../accounts/reach.service.ts';
import { checkSaid, checkSaidIfAny } from '../../plans/talk/said.service.ts';
import { today, unitTree } from '../../units/units.service.ts';
import { problemOfLetter } from '../rules/rules.service.ts';
import { changeReminder, lockReminder, type ReminderChange, type ReminderRow } from './reminders.queries.ts';
import { existingReminder, reminderSeen, speaksFor } from './reminders.service.ts';
import { insertStep } from './steps.queries.ts';
import { nextAbove, tellAbove } from './tell.ts';

/** So far ahead a reminder may be put off, and its answer be asked for. */
const MOST_DAYS_AHEAD = 366;

/** What is to be done to which reminder, as somebody saw it; without a version as it was when this was asked. */
export interface ActAsked {
  id: string;
  expectedVersion: number | null;
}

/** Does something about a reminder in one change, where it is as it was seen and its state lets it: it is nobody else's meanwhile. */
async function act(
  ctx: Context,
  { id, version }: Pick<ReminderRow, 'id' | 'version'>,
  what: ReminderAct,
  use: (tx: Writer, row: ReminderRow) => Promise<void>,
): Promise<ReminderRow> {
  await ctx.write('actOnReminder', (tx) => actWithin(tx, ctx.provinceId, { id, version }, what, use));
  return existingReminder(ctx, id);
}

export async function actWithin(
  tx: Writer,
  provinceId: number,
  { id, version }: Pick<ReminderRow, 'id' | 'version'>,
  what: ReminderAct,
  use: (tx: Writer, row: ReminderRow) => Promise<void>,
): Promise<void> {
  const row = await lockReminder(tx, provinceId, id);
  if (!row) throw notFound('urging.noReminder', {});
  if (afterAct(row.state, what) === null) throw conflict('urging.state', {}, { facts: { state: row.state } });
  if (row.version !== version) throw conflict('urging.reminderChanged', {}, { facts: { version: row.version } });
  await use(tx, row);
}

/** One that the caller sees: of what they see nothing nobody is told whether it is there, but who would see all. */
export async function reminderToAct(
  ctx: Context,
  { id, expectedVersion }: ActAsked,
  right: Right,
): Promise<ReminderRow> {
  const found = await reminderSeen(ctx, id);
  if (!found) await needProvince(ctx, right);
  if (!found) throw notFound('urging.noReminder', {});
  return { ...found, version: expectedVersion ?? found.version };
}

/** Writes another text into a draft; the version is the one that was looked at. From then on it is not composed anew. */
export async function editReminder(
  ctx: Context,
  asked: ActAsked,
  { letter, deadline }: { letter: Letter; deadline: Day },
): Promise<ReminderRow> {
  const seen = await reminderToAct(ctx, asked, 'reminder.send');
  const { id, unitId } = seen;
  await need(ctx, 'reminder.send', [unitId]);
  const tidy = tidyLetter(letter);
  const faults = writtenFaults(tidy).map(problemOfLetter);
  if (faults.length > 0) throw badInputs(faults);
  const now = today(ctx);
  if (compareDays(deadline, now) < 0) throw badInput('input.deadline', 'urging.past', {});
  const last = addDays(now, MOST_DAYS_AHEAD);
  if (compareDays(deadline, last) > 0) throw badInput('input.deadline', 'urging.until', { from: now, to: last });
  return act(ctx, seen, 'EDIT', async (tx) => {
    await changeReminder(tx, id, { ...tidy, deadline, isWritten: true }, tx.moment);
    await insertStep(tx, ctx.provinceId, { reminderId: id, unitId, kind: 'EDITED', isOpen: false });
    tx.audit({ what: 'REMINDER_EDITED', about: { kind: 'REMINDER', id }, unitId, after: { deadline } });
  });
}

/** The unit takes note. */
export async function acknowledgeReminder(ctx: Context, asked: ActAsked): Promise<ReminderRow> {
  return asUnit(ctx, asked, 'ACKNOWLEDGE', { state: 'ACKNOWLEDGED' }, null);
}

/** The unit answers. */
export async function answerReminder(ctx: Context, asked: ActAsked, text: string): Promise<ReminderRow> {
  return asUnit(ctx, asked, 'ANSWER', { state: 'ANSWERED' }, checkSaid('text', text));
}

async function asUnit(
  ctx: Context,
  asked: ActAsked,
  what: 'ACKNOWLEDGE' | 'ANSWER',
  change: ReminderChange,
  note: string | null,
): Promise<ReminderRow> {
  const seen = await reminderToAct(ctx, asked, 'reminder.answer');
  const { id, unitId } = seen;
  if (!(await speaksFor(ctx, unitId))) throw forbidden('reminder.answer');
  const kind = what === 'ANSWER' ? 'ANSWERED' : 'ACKNOWLEDGED';
  return act(ctx, seen, what, async (tx) => {
    await changeReminder(tx, id, change, tx.moment);
    await insertStep(tx, ctx.provinceId, { reminderId: id, unitId, kind, isOpen: true, note });
    tx.audit({ what: `REMINDER_${kind}`, about: { kind: 'REMINDER', id }, unitId });
  });
}

/** Puts a reminder off until a day, with a reason: until it is over nobody is told of it and it is not raised. */
export async function snoozeReminder(ctx: Context, asked: ActAsked, until: Day, reason: string): Promise<ReminderRow> {
  const seen = await reminderToAct(ctx, asked, 'reminder.send');
  const { id, unitId } = seen;
  await need(ctx, 'reminder.send', [unitId]);
  const now = today(ctx);
  const last = addDays(now, MOST_DAYS_AHEAD);
  if (compareDays(until, now) <= 0 || compareDays(until, last) > 0)
    throw badInput('until', 'urging.until', { from: addDays(now, 1), to: last });
  const note = checkSaid('reason', reason);
  return act(ctx, seen, 'SNOOZE', async (tx) => {
    await changeReminder(tx, id, { snoozedUntil: until }, tx.moment);
    await insertStep(tx, ctx.provinceId, { reminderId: id, unitId, kind: 'SNOOZED', isOpen: false, note, day: until });
    tx.audit({ what: 'REMINDER_SNOOZED', about: { kind: 'REMINDER', id }, unitId, after: { day: until } });
  });
}

/** Raises a reminder to the next unit above, with a reason. */
export async function raiseReminder(ctx: Context, asked: ActAsked, note: string): Promise<ReminderRow> {
  const seen = await reminderToAct(ctx, asked, 'reminder.send');
  await need(ctx, 'reminder.send', [seen.unitId]);
  const tree = await unitTree(ctx, today(ctx));
  const text = checkSaid('note', note);
  return act(ctx, seen, 'RAISE', async (tx, row) => {
    const toUnitId = nextAbove(row, tree);
    if (toUnitId === null) throw conflict('urging.top');
    await tellAbove(tx, ctx.provinceId, row, { toUnitId, note: text });
  });
}

/** Withdraws a reminder, with a reason: it stays so for as long as the occasion lasts. */
export async function withdrawReminder(ctx: Context, asked: ActAsked, reason: string): Promise<ReminderRow> {
  return end(ctx, asked, { what: 'CLOSE', why: 'WITHDRAWN', note: checkSaid('reason', reason) });
}

/** Accepts what the unit answered: it is over, and stays so for as long as the occasion lasts. */
export async function acceptReminder(ctx: Context, asked: ActAsked, note: string | null): Promise<ReminderRow> {
  return end(ctx, asked, { what: 'ACCEPT', why: 'ACCEPTED', note: checkSaidIfAny('note', note) });
}

async function end(
  ctx: Context,
  asked: ActAsked,
  { what, why, note }: { what: 'CLOSE' | 'ACCEPT'; why: 'WITHDRAWN' | 'ACCEPTED'; note: string | null },
): Promise<ReminderRow> {
  const seen = await reminderToAct(ctx, asked, 'reminder.send');
  const { id, unitId } = seen;
  await need(ctx, 'reminder.send', [unitId]);
  return act(ctx, seen, what, async (tx, { toldOn }) => {
    await changeReminder(tx, id, { state: 'CLOSED', closedWhy: why }, tx.moment);
    const isOpen = toldOn !== null;
    await insertStep(tx, ctx.provinceId, { reminderId: id, unitId, kind: 'CLOSED', isOpen, note, why });
    tx.audit({ what: 'REMINDER_CLOSED', about: { kind: 'REMINDER', id }, unitId, after: { why } });
  });
}
