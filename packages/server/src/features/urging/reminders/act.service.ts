import type { Right } from '@chi-tieu/shared/domain/access/rights';
import { addDays, compareDays, daysBetween, type Day } from '@chi-tieu/shared/domain/days';
import { tidyLetter, writtenFaults, type Letter } from '@chi-tieu/shared/domain/urging/letter';
import type { OccasionFacts } from '@chi-tieu/shared/domain/urging/occasion-facts';
import { afterAct, type ReminderAct } from '@chi-tieu/shared/domain/urging/reminder-state';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput, badInputs, conflict, notFound } from '../../../app/errors.ts';
import { forbidden, need, needProvince } from '../../accounts/reach.service.ts';
import { checkSaid, checkSaidIfAny } from '../../plans/talk/said.service.ts';
import { today, unitTree } from '../../units/units.service.ts';
import type { RuleRow } from '../rules/rules.queries.ts';
import { problemOfLetter } from '../rules/rules.service.ts';
import { changeReminder, reminderById, type ReminderChange, type ReminderRow } from './reminders.queries.ts';
import { existingReminder, reminderSeen, ruleOf, speaksFor } from './reminders.service.ts';
import { insertStep } from './steps.queries.ts';
import { nextAbove, tellAbove, tellUnit, writeLetter } from './tell.ts';

const LONGEST_SNOOZE_DAYS = 366;
const MOST_AT_ONCE = 250;

/** Does something about a reminder in one change, where its state lets it: the row is nobody else's meanwhile. */
async function act(
  ctx: Context,
  id: string,
  what: ReminderAct,
  use: (tx: Writer, row: ReminderRow) => Promise<void>,
): Promise<ReminderRow> {
  await ctx.write('actOnReminder', (tx) => actWithin(tx, ctx.provinceId, id, what, use));
  return existingReminder(ctx, id);
}

async function actWithin(
  tx: Writer,
  provinceId: number,
  id: string,
  what: ReminderAct,
  use: (tx: Writer, row: ReminderRow) => Promise<void>,
): Promise<void> {
  const row = await reminderById(tx, provinceId, id, true);
  if (!row) throw notFound('urging.noReminder', {});
  if (afterAct(row.state, what) === null) throw conflict('urging.state', {}, { facts: { state: row.state } });
  await use(tx, row);
}

/** One that the caller sees: of what they see nothing nobody is told whether it is there, but who would see all. */
async function reminderToAct(ctx: Context, id: string, right: Right): Promise<ReminderRow> {
  const found = await reminderSeen(ctx, id);
  if (found) return found;
  await needProvince(ctx, right);
  throw notFound('urging.noReminder', {});
}

/** Writes another text into a draft; `expectedVersion` is the one that was looked at. From then on it is not composed anew. */
export async function editReminder(
  ctx: Context,
  id: string,
  { letter, deadline }: { letter: Letter; deadline: Day },
  expectedVersion: number,
): Promise<ReminderRow> {
  const { unitId } = await reminderToAct(ctx, id, 'reminder.send');
  await need(ctx, 'reminder.send', [unitId]);
  const tidy = tidyLetter(letter);
  const faults = writtenFaults(tidy).map(problemOfLetter);
  if (faults.length > 0) throw badInputs(faults);
  const now = today(ctx);
  if (compareDays(deadline, now) < 0) throw badInput('input.deadline', 'urging.past', {});
  return act(ctx, id, 'EDIT', async (tx, row) => {
    if (row.version !== expectedVersion)
      throw conflict('urging.reminderChanged', {}, { facts: { version: row.version } });
    await changeReminder(tx, id, { ...tidy, deadline, isWritten: true }, tx.moment);
    await insertStep(tx, ctx.provinceId, { reminderId: id, unitId, kind: 'EDITED', isOpen: false });
    tx.audit({ what: 'REMINDER_EDITED', about: { kind: 'REMINDER', id }, unitId, after: { deadline } });
  });
}

/** Sends drafts, all of them or none. What nobody wrote is composed by today. */
export async function sendReminders(ctx: Context, ids: readonly string[]): Promise<ReminderRow[]> {
  if (ids.length === 0 || ids.length > MOST_AT_ONCE) throw badInput('ids', 'urging.many', { most: MOST_AT_ONCE });
  const wanted = [...new Set(ids)];
  const now = today(ctx);
  const tree = await unitTree(ctx, now);
  const drafts: { id: string; rule: RuleRow | null }[] = [];
  for (const id of wanted) {
    const row = await reminderToAct(ctx, id, 'reminder.send');
    await need(ctx, 'reminder.send', [row.unitId]);
    drafts.push({ id, rule: await ruleOf(ctx, row) });
  }
  await ctx.write('actOnReminder', async (tx) => {
    for (const { id, rule } of drafts.toSorted((a, b) => a.id.localeCompare(b.id)))
      await actWithin(tx, ctx.provinceId, id, 'SEND', async (_tx, row) => {
        const { unitId, figure } = row;
        const facts = asOf(row.facts, now);
        const written = { subject: row.subject, body: row.body, deadline: row.deadline };
        if (row.isWritten && compareDays(row.deadline, now) < 0) throw badInput('ids', 'urging.past', {});
        const sources = rule && { rule, unitId, facts, figure, today: now, tree, provinceId: ctx.provinceId };
        const letter = row.isWritten || !sources ? written : writeLetter(sources);
        await tellUnit(tx, ctx.provinceId, row, { ...letter, today: now });
      });
  });
  return Promise.all(wanted.map((id) => existingReminder(ctx, id)));
}

/** Silence has lasted until today. */
function asOf(facts: OccasionFacts, now: Day): OccasionFacts {
  return facts.kind === 'SOURCE_SILENT' ? { ...facts, days: daysBetween(facts.lastDay, now) } : facts;
}

/** The unit takes note. */
export async function acknowledgeReminder(ctx: Context, id: string): Promise<ReminderRow> {
  return asUnit(ctx, id, 'ACKNOWLEDGE', { state: 'ACKNOWLEDGED' }, null);
}

/** The unit answers. */
export async function answerReminder(ctx: Context, id: string, text: string): Promise<ReminderRow> {
  return asUnit(ctx, id, 'ANSWER', { state: 'ANSWERED' }, checkSaid('text', text));
}

async function asUnit(
  ctx: Context,
  id: string,
  what: 'ACKNOWLEDGE' | 'ANSWER',
  change: ReminderChange,
  note: string | null,
): Promise<ReminderRow> {
  const { unitId } = await reminderToAct(ctx, id, 'plan.answer');
  if (!(await speaksFor(ctx, unitId))) throw forbidden('plan.answer');
  const kind = what === 'ANSWER' ? 'ANSWERED' : 'ACKNOWLEDGED';
  return act(ctx, id, what, async (tx) => {
    await changeReminder(tx, id, change, tx.moment);
    await insertStep(tx, ctx.provinceId, { reminderId: id, unitId, kind, isOpen: true, note });
    tx.audit({ what: `REMINDER_${kind}`, about: { kind: 'REMINDER', id }, unitId });
  });
}

/** Puts a reminder off until a day, with a reason: until it is over nobody is told of it and it is not raised. */
export async function snoozeReminder(ctx: Context, id: string, until: Day, reason: string): Promise<ReminderRow> {
  const { unitId } = await reminderToAct(ctx, id, 'reminder.send');
  await need(ctx, 'reminder.send', [unitId]);
  const now = today(ctx);
  const last = addDays(now, LONGEST_SNOOZE_DAYS);
  if (compareDays(until, now) <= 0 || compareDays(until, last) > 0)
    throw badInput('until', 'urging.until', { from: addDays(now, 1), to: last });
  const note = checkSaid('reason', reason);
  return act(ctx, id, 'SNOOZE', async (tx) => {
    await changeReminder(tx, id, { snoozedUntil: until }, tx.moment);
    await insertStep(tx, ctx.provinceId, { reminderId: id, unitId, kind: 'SNOOZED', isOpen: false, note, day: until });
    tx.audit({ what: 'REMINDER_SNOOZED', about: { kind: 'REMINDER', id }, unitId, after: { day: until } });
  });
}

/** Raises a reminder to the next unit above. */
export async function raiseReminder(ctx: Context, id: string, note: string | null): Promise<ReminderRow> {
  const { unitId } = await reminderToAct(ctx, id, 'reminder.send');
  await need(ctx, 'reminder.send', [unitId]);
  const tree = await unitTree(ctx, today(ctx));
  const text = checkSaidIfAny('note', note);
  return act(ctx, id, 'RAISE', async (tx, row) => {
    const toUnitId = nextAbove(row, tree);
    if (toUnitId === null) throw conflict('urging.top');
    await tellAbove(tx, ctx.provinceId, row, { toUnitId, note: text });
  });
}

/** Withdraws a reminder, with a reason: it stays so for as long as the occasion lasts. */
export async function withdrawReminder(ctx: Context, id: string, reason: string): Promise<ReminderRow> {
  const { unitId } = await reminderToAct(ctx, id, 'reminder.send');
  await need(ctx, 'reminder.send', [unitId]);
  const note = checkSaid('reason', reason);
  return act(ctx, id, 'CLOSE', async (tx, { toldOn }) => {
    await changeReminder(tx, id, { state: 'CLOSED', closedWhy: 'WITHDRAWN' }, tx.moment);
    const isOpen = toldOn !== null;
    await insertStep(tx, ctx.provinceId, { reminderId: id, unitId, kind: 'CLOSED', isOpen, note, why: 'WITHDRAWN' });
    tx.audit({ what: 'REMINDER_CLOSED', about: { kind: 'REMINDER', id }, unitId, after: { why: 'WITHDRAWN' } });
  });
}
