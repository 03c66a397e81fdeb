import { randomUUID } from 'node:crypto';
import type { App, Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { today, unitTree } from '../../units/units.service.ts';
import { wakeMessages } from './message-worker.ts';
import { confirmedContacts } from './news.queries.ts';
import { dropNotices, insertNotice, type NoticeSaid } from './notices.queries.ts';
import { ownReceiversOf, type Addresses } from './receivers.ts';

/** What a unit is told at its own addresses and by the gateway, in words that are ready. */
export interface Notice extends NoticeSaid {
  unitId: number;
  /** Which matter it is: a receiver is told of one once. */
  about: string;
}

/** The units as they are today: to be asked before the change that queues notices. */
export async function treeForNotices(ctx: Context): Promise<Addresses['tree']> {
  return unitTree(ctx, today(ctx));
}

/**
 * Puts notices into the outbox within a change that sees reminders (`sees: ['reminders']`); a receiver that was told of the matter already, or is
 * about to be, is told no second time. Gives how many messages there are new.
 */
export async function queueNotices(
  tx: Writer,
  ctx: Context,
  tree: Addresses['tree'],
  notices: readonly Notice[],
): Promise<number> {
  const { smtp, webhook } = ctx.app.config;
  const contacts = smtp === null ? new Map() : await confirmedContacts(tx, ctx.provinceId);
  const addresses: Addresses = { tree, contacts, hasGateway: webhook !== null };
  let count = 0;
  for (const { unitId, about, subject, body } of notices)
    for (const receiver of ownReceiversOf(unitId, addresses)) {
      const { channel, contactId } = receiver;
      const placed = { id: randomUUID(), unitId: receiver.unitId, channel, contactId };
      count += await insertNotice(tx, ctx.provinceId, {
        ...placed,
        ...{ about, said: { subject, body }, day: today(ctx), nextTryAt: ctx.app.now() },
      });
    }
  return count;
}

/** Drops what was not sent yet of some matters: it holds no longer. */
export function forgetNotices(
  tx: Writer,
  ctx: Pick<Context, 'provinceId' | 'app'>,
  about: readonly string[],
): Promise<number> {
  return dropNotices(tx, ctx.provinceId, about, ctx.app.now());
}

/** Has what was queued sent at once. */
export function wakeNotices(app: App): void {
  wakeMessages(app);
}
