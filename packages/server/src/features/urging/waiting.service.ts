import type { Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import { gathered, type Waiting, type WaitingThing } from '../../app/waiting.ts';
import { reached } from '../accounts/reach.service.ts';
import { today, unitTree } from '../units/units.service.ts';
import { remindersOpen, urgedUnits, type OpenReminder, type Urged } from './waiting.queries.ts';

const PLACE = '/don-doc';

/** Letters that the caller's own units have not answered, those that were raised to them, and drafts that the caller may send. */
export async function waitingReminders(ctx: Context): Promise<Waiting[]> {
  await reached(ctx, 'reminder.read');
  const [sends, speaks] = [await reached(ctx, 'reminder.send'), await reached(ctx, 'reminder.answer')];
  const day = today(ctx);
  const open = await remindersOpen(ctx.read, ctx.provinceId);
  const tree = await unitTree(ctx, day);
  const isMine = (unitId: number): boolean =>
    speaks !== 'ALL' && (speaks.has(unitId) || speaks.has(tree.liveUnitOf(unitId) ?? unitId));
  const things = (fits: (row: OpenReminder) => boolean, dueOf: (row: OpenReminder) => Day | null): WaitingThing[] =>
    open.filter(fits).map((row) => {
      return { unitId: row.unitId, about: row.subject, since: row.since, due: dueOf(row), path: `${PLACE}/${row.id}` };
    });
  const isSent = ({ state }: OpenReminder): boolean => state === 'SENT' || state === 'ACKNOWLEDGED';
  const isDraft = ({ state, unitId, snoozedUntil }: OpenReminder): boolean =>
    state === 'DRAFT' && (sends === 'ALL' || sends.has(unitId)) && (snoozedUntil === null || snoozedUntil <= day);
  return [
    ...gathered(
      'REMINDER_TO_ANSWER',
      PLACE,
      things(
        (row) => isSent(row) && isMine(row.unitId),
        ({ deadline }) => deadline,
      ),
      day,
    ),
    ...gathered(
      'REMINDER_RAISED',
      PLACE,
      things(
        // Answered or not: whoever it was raised to says whether that is enough.
        (row) => row.state !== 'DRAFT' && row.raisedToId !== null && isMine(row.raisedToId),
        () => null,
      ),
      day,
    ),
    ...gathered(
      'REMINDER_DRAFT',
      `${PLACE}?state=DRAFT`,
      things(isDraft, () => null),
      day,
    ),
  ];
}

/** How often each unit is urged at the moment, when it was told last and when it answered last, as far as the caller may know. */
export async function urgedByUnit(ctx: Context): Promise<Urged[]> {
  await reached(ctx, 'reminder.read');
  return urgedUnits(ctx.read, ctx.provinceId);
}
