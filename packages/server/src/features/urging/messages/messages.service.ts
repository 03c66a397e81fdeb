import { connect, type Connection, type Page } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { needAnywhere, needProvince, reached } from '../../accounts/reach.service.ts';
import { REMINDER_ID, unitsBelow } from '../reminders/reminders.service.ts';
import { wakeMessages } from './message-worker.ts';
import {
  countMessages,
  listMessages,
  messageCounts,
  releaseHeld,
  requeueRefused,
  type MessageRow,
  type MessageState,
} from './outbox.queries.ts';

/** What was told to whom, within reach, newest first. */
export async function urgeMessages(
  ctx: Context,
  { states, unit, reminder }: { states: readonly MessageState[] | null; unit: string | null; reminder: string | null },
  page: Page<string>,
): Promise<Connection<MessageRow>> {
  await reached(ctx, 'reminder.read');
  const units = unit === null ? null : await unitsBelow(ctx, unit);
  // What can be no reminder's identity is none that anything was told of.
  const reminderId = reminder !== null && !REMINDER_ID.test(reminder) ? NOBODYS : reminder;
  const filter = { states, units, reminderId };
  const found = await listMessages(ctx.read, ctx.provinceId, filter, page);
  return connect(
    found,
    page,
    ({ position }) => position,
    () => countMessages(ctx.read, ctx.provinceId, filter),
  );
}

const NOBODYS = '00000000-0000-0000-0000-000000000000';

/** Whether anything is mailed or called, and how many messages within reach wait or failed. */
export async function messageStatus(ctx: Context) {
  await needAnywhere(ctx, 'reminder.read');
  const counts = await messageCounts(ctx.read, ctx.provinceId);
  const of = (wanted: MessageState): number => counts.find(({ state }) => state === wanted)?.count ?? 0;
  const { smtp, webhook } = ctx.app.config;
  return {
    mailsFrom: smtp?.from ?? null,
    callsGateway: webhook !== null,
    queued: of('QUEUED'),
    sent: of('SENT'),
    refused: of('REFUSED'),
    uncertain: of('UNCERTAIN'),
    held: of('HELD'),
    dropped: of('DROPPED'),
  };
}

/** Sends or drops what a restored database had unsent; gives how many messages there were. */
export async function releaseMessages(ctx: Context, sends: boolean): Promise<number> {
  await needProvince(ctx, 'reminder.rule');
  const state = sends ? 'QUEUED' : 'DROPPED';
  const count = await ctx.write('releaseMessages', async (tx) => {
    const released = await releaseHeld(tx, ctx.provinceId, state, ctx.app.now());
    if (released > 0)
      tx.audit({
        what: 'MESSAGES_RELEASED',
        about: { kind: 'INSTALLATION', id: null },
        unitId: null,
        after: { count: released, state },
      });
    return released;
  });
  wakeMessages(ctx.app);
  return count;
}

/** Has all that was refused sent again, once what kept it from being taken was mended; gives how many messages there were. */
export async function resendRefused(ctx: Context): Promise<number> {
  await needProvince(ctx, 'reminder.rule');
  const count = await ctx.write('releaseMessages', async (tx) => {
    const found = await requeueRefused(tx, ctx.provinceId, ctx.app.now());
    if (found > 0)
      tx.audit({
        ...{ what: 'MESSAGES_SENT_AGAIN', about: { kind: 'INSTALLATION', id: null }, unitId: null },
        after: { count: found },
      });
    return found;
  });
  wakeMessages(ctx.app);
  return count;
}
