import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Context } from '../../../app/context.ts';
import { AppError, badInput, notFound } from '../../../app/errors.ts';
import { isMailAddress } from '../../../app/message-config.ts';
import { rowNumber } from '../../accounts/door.service.ts';
import { need, needProvince, reached } from '../../accounts/reach.service.ts';
import { speaksFor } from '../reminders/reminders.service.ts';
import { today, unitByCode } from '../../units/units.service.ts';
import { codeOf } from './contact-code.ts';
import { changeContact, contactById, contactsOf, insertContact, type ContactRow } from './contacts.queries.ts';
import { wakeMessages } from './message-worker.ts';
import { insertMessage } from './outbox.queries.ts';

const LONGEST_NAME = 200;
const CODE_DAYS = 3;
const MOST_TRIES = 5;
const DAY_MS = 86_400_000;

/** The addresses of a unit; for who sees its reminders, and for the unit itself. */
export async function contactsOfUnit(ctx: Context, code: string): Promise<ContactRow[]> {
  const { unitId } = (await unitByCode(ctx, code)).version;
  await needContacts(ctx, unitId, 'reminder.read');
  return contactsOf(ctx.read, ctx.provinceId, [unitId]);
}

async function needContacts(ctx: Context, unitId: number, right: 'reminder.read' | 'reminder.send'): Promise<void> {
  await reached(ctx, right);
  if (!(await speaksFor(ctx, unitId))) await need(ctx, right, [unitId]);
}

/** Adds an address of a unit, and has a code sent there: nothing else is written to it before that is told. */
export async function addContact(
  ctx: Context,
  code: string,
  { name, email }: { name: string; email: string },
): Promise<ContactRow> {
  const { unitId } = (await unitByCode(ctx, code)).version;
  await needContacts(ctx, unitId, 'reminder.send');
  const [tidyName, address] = [name.normalize('NFC').trim(), email.trim()];
  if (tidyName === '' || tidyName.length > LONGEST_NAME) throw badInput('name', 'urging.name', { most: LONGEST_NAME });
  if (!isMailAddress(address)) throw badInput('email', 'urging.address');
  needMail(ctx, 'email');
  const codeUntil = codeEnd(ctx);
  const id = await ctx.write('saveContact', async (tx) => {
    const made = await insertContact(tx, ctx.provinceId, { unitId, name: tidyName, email: address, codeUntil });
    await queueCode(ctx, tx, { id: made, unitId });
    tx.audit({ what: 'CONTACT_SAVED', about: { kind: 'UNIT', id: code }, unitId });
    return made;
  });
  wakeMessages(ctx.app);
  return contactSeen(ctx, id);
}

const codeEnd = (ctx: Context): Date => new Date(ctx.app.now().getTime() + CODE_DAYS * DAY_MS);

/** Without settings nothing is sent: a code that never comes helps nobody. */
function needMail(ctx: Context, path: string): void {
  if (ctx.app.config.smtp === null) throw badInput(path, 'urging.mailOff');
}

async function queueCode(
  ctx: Context,
  tx: Parameters<typeof insertMessage>[0],
  { id, unitId }: Pick<ContactRow, 'id' | 'unitId'>,
): Promise<void> {
  await insertMessage(tx, ctx.provinceId, {
    ...{ id: randomUUID(), unitId, channel: 'EMAIL', kind: 'CODE', contactId: id },
    ...{ day: today(ctx), nextTryAt: ctx.app.now() },
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

/** Has another code sent to an address that is not confirmed yet. */
export async function sendContactCode(ctx: Context, id: string): Promise<ContactRow> {
  const contact = await contactToChange(ctx, id);
  needMail(ctx, 'id');
  if (contact.confirmedAt === null)
    await ctx.write('saveContact', async (tx) => {
      await changeContact(tx, contact.id, { codeUntil: codeEnd(ctx), codeTries: 0 });
      await queueCode(ctx, tx, contact);
    });
  wakeMessages(ctx.app);
  return contactSeen(ctx, contact.id);
}

/** Tells the code that was sent to an address: from now on the unit is written to there. A few wrong ones, and it holds no longer. */
export async function confirmContact(ctx: Context, id: string, typed: string): Promise<ContactRow> {
  const { id: number } = await contactToChange(ctx, id);
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
    const { unitId } = contact;
    tx.audit({ what: 'CONTACT_CONFIRMED', about: { kind: 'UNIT', id: unitId }, unitId });
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
  await ctx.write('saveContact', async (tx) => {
    await changeContact(tx, number, { removedAt: ctx.app.now() });
    tx.audit({ what: 'CONTACT_REMOVED', about: { kind: 'UNIT', id: unitId }, unitId });
  });
  return true;
}
