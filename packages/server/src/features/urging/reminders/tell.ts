import { addDays, type Day } from '@chi-tieu/shared/domain/days';
import { composeLetter, type Letter } from '@chi-tieu/shared/domain/urging/letter';
import type { OccasionFacts } from '@chi-tieu/shared/domain/urging/occasion-facts';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Writer } from '../../../app/database.ts';
import type { RuleFacts } from '../rules/rules.queries.ts';
import { changeReminder, type ReminderRow } from './reminders.queries.ts';
import { insertNews, insertStep } from './steps.queries.ts';

/** Everything a letter is written from. */
export interface LetterSources {
  rule: Pick<RuleFacts, 'subject' | 'body' | 'answerDays'>;
  unitId: number;
  facts: OccasionFacts;
  figure: string | null;
  today: Day;
  tree: UnitTree;
  provinceId: number;
}

/** In whose name a unit is written to: that of the unit above it, and of the province to the province itself. */
export function senderOf(unitId: number, tree: UnitTree, provinceId: number): number {
  return tree.byId(tree.liveUnitOf(unitId) ?? unitId)?.parentId ?? provinceId;
}

/** The letter that a rule writes today, and by when it asks for an answer. In the name of the unit above. */
export function writeLetter(sources: LetterSources): Letter & { deadline: Day } {
  const { rule, unitId, facts, figure, today, tree, provinceId } = sources;
  const unit = tree.byId(unitId) ?? NOBODY;
  const sender = tree.byId(senderOf(unitId, tree, provinceId)) ?? NOBODY;
  const deadline = addDays(today, rule.answerDays);
  return { ...composeLetter(rule, { unit, sender, day: today, deadline, reference: figure, facts }), deadline };
}

const NOBODY = { name: '……', type: '' };

/** Sends a reminder in the change that decides it: from now on the unit sees it, and its receivers are to be told. */
export async function tellUnit(
  tx: Writer,
  provinceId: number,
  reminder: Pick<ReminderRow, 'id' | 'unitId' | 'figure'>,
  { subject, body, deadline, today }: Letter & { deadline: Day; today: Day },
): Promise<void> {
  const { id, unitId, figure } = reminder;
  const letter = { subject, body };
  // Whoever sends it wants it told: it is put off no longer.
  const told = { state: 'SENT', toldOn: today, toldBefore: null, snoozedUntil: null, ...letter, deadline } as const;
  await changeReminder(tx, id, told, tx.moment);
  const step = await insertStep(tx, provinceId, {
    ...{ reminderId: id, unitId, kind: 'SENT', isOpen: true, day: deadline, figure, letter },
  });
  await insertNews(tx, provinceId, step, unitId);
  tx.audit({ what: 'REMINDER_SENT', about: { kind: 'REMINDER', id }, unitId, after: { deadline, figure } });
}

/** Raises a reminder to a unit above, whose receivers are to be told. */
export async function tellAbove(
  tx: Writer,
  provinceId: number,
  reminder: Pick<ReminderRow, 'id' | 'unitId' | 'figure' | 'subject' | 'body' | 'raisedTo'>,
  { toUnitId, note }: { toUnitId: number; note: string | null },
): Promise<void> {
  const { id, unitId, figure, subject, body } = reminder;
  const raisedTo = [...new Set([...reminder.raisedTo, toUnitId])];
  await changeReminder(tx, id, { raisedToId: toUnitId, raisedTo, snoozedUntil: null }, tx.moment);
  const step = await insertStep(tx, provinceId, {
    ...{ reminderId: id, unitId, kind: 'RAISED', isOpen: true, note, toUnitId, figure, letter: { subject, body } },
  });
  await insertNews(tx, provinceId, step, toUnitId);
  tx.audit({ what: 'REMINDER_RAISED', about: { kind: 'REMINDER', id }, unitId, after: { figure } });
}

/** The unit to which a reminder is raised next; null where it has reached the top. */
export function nextAbove(
  { unitId, raisedToId }: Pick<ReminderRow, 'unitId' | 'raisedToId'>,
  tree: UnitTree,
): number | null {
  return tree.byId(raisedToId ?? unitId)?.parentId ?? null;
}
