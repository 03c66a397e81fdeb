import type { ReminderState } from '@chi-tieu/shared/domain/urging/reminder-state';
import { connect, type Connection, type Page } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { notFound } from '../../../app/errors.ts';
import { rowNumber } from '../../accounts/door.service.ts';
import { reached } from '../../accounts/reach.service.ts';
import { findUnit, today, unitTree } from '../../units/units.service.ts';
import type { RuleRow } from '../rules/rules.queries.ts';
import { ruleVersions } from '../rules/rules.queries.ts';
import { countReminders, listReminders, reminderById, type ReminderRow } from './reminders.queries.ts';
import { stepsOf, type StepRow } from './steps.queries.ts';

/** What a reminder's identity looks like. */
export const REMINDER_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export interface RemindersAsked {
  states: readonly ReminderState[] | null;
  /** A code: that unit and all below it. */
  unit: string | null;
  rule: string | null;
}

/** Reminders within reach, and those that the caller's own units were told of. */
export async function reminders(
  ctx: Context,
  { states, unit, rule }: RemindersAsked,
  page: Page<string>,
): Promise<Connection<ReminderRow>> {
  await reached(ctx, 'reminder.read');
  const units = unit === null ? null : await unitsBelow(ctx, unit);
  const ruleId = rule === null ? null : (rowNumber(rule) ?? 0);
  const filter = { states, units, ruleId };
  const found = await listReminders(ctx.read, ctx.provinceId, filter, page);
  return connect(found, page, keyOf, () => countReminders(ctx.read, ctx.provinceId, filter));
}

const keyOf = ({ changedBy, id }: ReminderRow): string => `${changedBy} ${id}`;

/** Whether a text is the key of a reminder in a cursor. */
export function isReminderKey(key: unknown): key is string {
  if (typeof key !== 'string') return false;
  const [moment = '', id = '', ...more] = key.split(' ');
  return /^\d{1,18}$/.test(moment) && REMINDER_ID.test(id) && more.length === 0;
}

/** A unit with all below it, and those that they succeeded; nobody where nobody bears the code. */
export async function unitsBelow(ctx: Context, code: string): Promise<number[]> {
  const found = await findUnit(ctx, code);
  if (!found) return [];
  const tree = await unitTree(ctx, today(ctx));
  const { unitId } = found.version;
  const live = tree.byId(unitId) ? [unitId, ...tree.below(unitId)] : [];
  return [unitId, ...live.flatMap((id) => [...tree.receivedBy(id)])];
}

/** One that the caller may see, or null. */
export async function reminderSeen(ctx: Context, id: string): Promise<ReminderRow | null> {
  await reached(ctx, 'reminder.read');
  return REMINDER_ID.test(id) ? reminderById(ctx.read, ctx.provinceId, id) : null;
}

/** The same, or NOT_FOUND. */
export async function existingReminder(ctx: Context, id: string): Promise<ReminderRow> {
  const found = await reminderSeen(ctx, id);
  if (!found) throw notFound('urging.noReminder', {});
  return found;
}

/** Whether the caller sees what stays inside: drafts, and what was written and put off. */
export async function seesInside(ctx: Context, unitId: number): Promise<boolean> {
  const units = await reached(ctx, 'reminder.read');
  return units === 'ALL' || units.has(unitId);
}

/** Whether the caller may write to a unit. */
export async function maySend(ctx: Context, unitId: number): Promise<boolean> {
  const units = await reached(ctx, 'reminder.send');
  return units === 'ALL' || units.has(unitId);
}

/** Whether the caller speaks for the unit that is reminded, or for the one that took over from it. */
export async function speaksFor(ctx: Context, unitId: number): Promise<boolean> {
  if (ctx.isProcess) return false;
  const units = await reached(ctx, 'reminder.answer');
  return units !== 'ALL' && units.has(unitId);
}

/** The steps of a reminder that the caller sees, oldest first. */
export function stepsSeen(ctx: Context, id: string): Promise<StepRow[]> {
  return ctx.loadAll('reminder steps', { id }, (asked) =>
    stepsOf(
      ctx.read,
      asked.map((one) => one.id),
    ),
  );
}

/** What the rule said by which a reminder was made; null for who does not see rules. */
export async function ruleOf(ctx: Context, { ruleId, ruleVersion }: ReminderRow): Promise<RuleRow | null> {
  const id = `${ruleId} ${ruleVersion}`;
  const found = await ctx.load('rule versions', id, async (ids) => {
    const keys = ids.map((key) => {
      const [rule, version] = key.split(' ').map(Number);
      return { id: rule ?? 0, version: version ?? 0 };
    });
    const rows = await ruleVersions(ctx.read, ctx.provinceId, keys);
    return rows.map((rule) => ({ id: `${rule.id} ${rule.version}`, rule }));
  });
  return found?.rule ?? null;
}
