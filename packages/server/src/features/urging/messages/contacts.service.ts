import { randomUUID, timingSafeEqual } from 'node:crypto';
import { dayInVietnam } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { AppError, badInput, notFound } from '../../../app/errors.ts';
import { isMailAddress } from '../../../app/message-config.ts';
import { rowNumber } from '../../accounts/door.service.ts';
import { need, needProvince, reached } from '../../accounts/reach.service.ts';
import { speaksFor } from '../reminders/reminders.service.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { today, unitByCode, unitTree } from '../../units/units.service.ts';
import { codeOf } from './contact-code.ts';
import {
  changeContact,
  codesSentOn,
  contactById,
  contactsOf,
  insertContact,
  type ContactRow,
} from './contacts.queries.ts';
import { wakeMessages } from './message-worker.ts';
import { insertMessage } from './outbox.queries.ts';

const LONGEST_NAME = 200;
const CODE_DAYS = 3;
const MOST_TRIES = 5;
/** So many addresses a unit may have. */
const MOST_ADDRESSES = 10;
/** So many codes are sent on a day: to an address, for a unit, at the word of an account. Nobody’s mailbox is filled by asking. */
const MOST_CODES = { ofAddress: 5, ofUnit: 20, ofAccount: 40 } as const;
const CODE_PAUSE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The addresses of a unit; for who sees its reminders, and for the unit itself. */
export async function contactsOfUnit(ctx: Context, code: string): Promise<ContactRow[]> {
  const { unitId } = (await unitByCode(ctx, code)).version;
  await needContacts(ctx, unitId, 'reminder.read');
  return contactsOf(ctx.read, ctx.provinceId, [unitId]);
}

/** Who sees its reminders, or writes them; the unit itself by who answers for it or administers its accounts. */
async function needContacts(ctx: Context, unitId: number, right: 'reminder.read' | 'reminder.send'): Promise<void> {
  await reached(ctx, right);
  if (await speaksFor(ctx, unitId)) return;
  const keeps = await reached(ctx, 'account.manage');
  if (keeps !== 'ALL' && keeps.has(unitId)) return;
  await need(ctx, right, [unitId]);
}

/** Adds an address of a unit, and has a code sent there: nothing else is written to it before that is told. */
export async function addContact(
  ctx: Context,
  code: string,
  { name, email }: { name: string; email: string },
): Promise<ContactRow> {
  const { unitId, code: ofUnit } = (await unitByCode(ctx, code)).version;
  await needContacts(ctx, unitId, 'reminder.send');
  if (!(await unitTree(ctx, today(ctx))).byId(unitId)) throw badInput('unit', 'urging.unitEnded');
  const [tidyName, address] = [name.normalize('NFC').trim(), email.trim()];
  if (tidyName === '' || tidyName.length > LONGEST_NAME) throw badInput('name', 'urging.name', { most: LONGEST_NAME });
  if (!isMailAddress(address)) throw badInput('email', 'urging.address');
  needMail(ctx, 'email');
  const id = await ctx.write('saveContact', async (tx) => {
    await needRoomForCode(ctx, tx, 'email', { unitId, email: address });
    const there = await contactsOf(tx, ctx.provinceId, [unitId]);
    if (there.length >= MOST_ADDRESSES) throw badInput('email', 'urging.addressLimit', { most: MOST_ADDRESSES });
    const code = { codeUntil: codeEnd(ctx), codeSentAt: ctx.app.now() };
    const made = await insertContact(tx, ctx.provinceId, { unitId, name: tidyName, email: address, ...code });
    await queueCode(ctx, tx, { id: made, unitId });
    tx.audit({ what: 'CONTACT_SAVED', about: { kind: 'UNIT', id: ofUnit }, unitId });
    return made;
  });
  wakeMessages(ctx.app);
  return contactSeen(ctx, id);
}

/** Another code may be sent today; nobody else has one sent until this is written. */
async function needRoomForCode(
  ctx: Context,
  tx: Writer,
  path: string,
  contact: Pick<ContactRow, 'email' | 'unitId'>,
): Promise<void> {
  const sent = await codesSentOn(tx, ctx.provinceId, today(ctx), contact);
  const isFull = (Object.keys(MOST_CODES) as (keyof typeof MOST_CODES)[]).some((of) => sent[of] >= MOST_CODES[of]);
  if (isFull) throw badInput(path, 'urging.codeLimit');
}

const codeEnd = (ctx: Context): Date => new Date(ctx.app.now().getTime() + CODE_DAYS * DAY_MS);

/** Without settings nothing is sent: a code that never comes helps nobody. */
function needMail(ctx: Context, path: string): void {
  if (ctx.app.config.smtp === null) throw badInput(path, 'urging.mailOff');
}

async function queueCode(ctx: Context, tx: Writer, { id, unitId }: Pick<ContactRow, 'id' | 'unitId'>): Promise<void> {
  await insertMessage(tx, ctx.provinceId, {
    ...{ id: randomUUID(), unitId, channel: 'EMAIL', kind: 'CODE', contactId: id },
    ...{ day: today(ctx), nextTryAt: ctx.app.now(), accountId: tx.accountId },
  });
}

async function contactSeen(ctx: Context, id: number): Promise<ContactRow> {
  const found = await contactById(ctx.read, ctx.provinceId, id);
  if (!found) throw notFound('urging.noContact');
  return found;
}

async function contactToChange(ctx: Context, id: string): Promise<ContactRow> {
  await reached(ctx, 'reminder.send');
  const found = await contactById(ctx.read, ctx.provinceId, rowNumber(id) ?? 0);
  if (!found) await needProvince(ctx, 'reminder.send');
  if (!found) throw notFound('urging.noContact');
  await needContacts(ctx, found.unitId, 'reminder.send');
  return found;
}

/**
 * Has another code sent to an address that is not confirmed yet: a minute after the last one at least, and only so many a day. Wrong ones
 * that were typed today go on counting.
 */
export async function sendContactCode(ctx: Context, id: string): Promise<ContactRow> {
  const { id: number, unitId } = await contactToChange(ctx, id);
  needMail(ctx, 'id');
  const about = await aboutUnit(ctx, unitId);
  await ctx.write('saveContact', async (tx) => {
    const contact = await contactById(tx, ctx.provinceId, number, true);
    if (!contact) throw notFound('urging.noContact');
    if (contact.confirmedAt !== null) return;
    const { codeSentAt } = contact;
    const now = ctx.app.now();
    if (codeSentAt !== null && Math.abs(now.getTime() - codeSentAt.getTime()) < CODE_PAUSE_MS)
      throw badInput('id', 'urging.codePause');
    const isOfToday = codeSentAt !== null && dayInVietnam(codeSentAt) === today(ctx);
    const codeTries = isOfToday ? contact.codeTries : 0;
    if (codeTries >= MOST_TRIES) throw badInput('id', 'urging.codeTries');
    await needRoomForCode(ctx, tx, 'id', contact);
    await changeContact(tx, number, { codeUntil: codeEnd(ctx), codeTries, codeSentAt: now });
    await queueCode(ctx, tx, contact);
    tx.audit({ what: 'CONTACT_CODE_SENT', about, unitId });
  });
  wakeMessages(ctx.app);
  return contactSeen(ctx, number);
}

/** A unit in the trail: by its code, as everywhere there. */
async function aboutUnit(ctx: Context, unitId: number): Promise<{ kind: 'UNIT'; id: string }> {
  const unit = await unitAsKnown(ctx, unitId, today(ctx));
  return { kind: 'UNIT', id: unit?.code ?? String(unitId) };
}

/** Tells the code that was sent to an address: from now on the unit is written to there. A few wrong ones, and it holds no longer. */
export async function confirmContact(ctx: Context, id: string, typed: string): Promise<ContactRow> {
  const { id: number, unitId } = await contactToChange(ctx, id);
  const about = await aboutUnit(ctx, unitId);
  const isRight = await ctx.write('saveContact', async (tx) => {
    const contact = await contactById(tx, ctx.provinceId, number, true);
    if (!contact) throw notFound('urging.noContact');
    if (contact.confirmedAt !== null) return true;
    const isOpen = contact.codeTries < MOST_TRIES && contact.codeUntil > ctx.app.now();
    if (!isOpen || !isSame(await codeOf(ctx.app.config, contact), typed.trim())) {
      // Counted also where the code is refused: the change is kept.
      await changeContact(tx, number, { codeTries: Math.min(contact.codeTries + 1, MOST_TRIES) });
      return false;
    }
    await changeContact(tx, number, { confirmedAt: ctx.app.now() });
    tx.audit({ what: 'CONTACT_CONFIRMED', about, unitId });
    return true;
  });
  if (!isRight)
    throw new AppError(
      'BAD_USER_INPUT',
      'urging.code',
      {},
      { fields: [{ path: 'code', text: 'urging.code', params: {} }] },
    );
  return contactSeen(ctx, number);
}

function isSame(code: string, typed: string): boolean {
  const [a, b] = [Buffer.from(code), Buffer.from(typed)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Removes an address: what waits for it is not sent. */
export async function removeContact(ctx: Context, id: string): Promise<boolean> {
  const { id: number, unitId } = await contactToChange(ctx, id);
  const about = await aboutUnit(ctx, unitId);
  await ctx.write('saveContact', async (tx) => {
    await changeContact(tx, number, { removedAt: ctx.app.now() });
    tx.audit({ what: 'CONTACT_REMOVED', about, unitId });
  });
  return true;
}
