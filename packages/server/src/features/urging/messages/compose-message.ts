import { dayInVietnam } from '@chi-tieu/shared/domain/days';
import { isSnoozed } from '@chi-tieu/shared/domain/urging/reminder-state';
import type { App } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { codeOf } from './contact-code.ts';
import { contactById } from './contacts.queries.ts';
import { partsOf } from './bundles.queries.ts';
import { noticeSaid, type NoticeSaid } from './notices.queries.ts';
import { stepsToTell, unitNames, type ClaimedMessage, type ToldStep } from './outbox.queries.ts';

interface Named {
  code: string;
  name: string;
}

/** A message as it is sent. */
export interface Composed {
  /** Null: the gateway. */
  address: string | null;
  /** Whose receiver it is for. */
  receiver: Named | null;
  subject: string;
  body: string;
  /** What it tells, for a program; of `unit`, who is reminded. */
  news: {
    reminder: string;
    unit: Named | null;
    kind: string;
    subject: string;
    body: string;
    figure: string | null;
  }[];
}

/** What a message says by what holds now, which of its steps it tells, and which are news for another time or another address. */
export interface ComposedNow {
  /** Null where nothing is left to say, or nobody to say it to. */
  composed: Composed | null;
  told: string[];
  again: ToldStep[];
}

/** What a claimed message says by what holds now. */
export async function composeMessage(app: App, message: ClaimedMessage): Promise<ComposedNow> {
  const { id, contactId, kind, unitId } = message;
  const on = dayInVietnam(app.now());
  const { contact, steps, names, said } = await withClient(
    app.db,
    async (sql) => {
      const told = kind === 'DIGEST' ? await stepsToTell(sql, id) : [];
      const units = [unitId, ...told.map((step) => step.unitId)];
      return {
        contact: contactId === null ? null : await contactById(sql, app.provinceId, contactId),
        steps: told,
        said: kind === 'NOTICE' ? await noticeSaid(sql, id) : kind === 'BUNDLE' ? bundle(await partsOf(sql, id)) : null,
        names: new Map((await unitNames(sql, app.provinceId, units, on)).map((unit) => [unit.id, unit])),
      };
    },
    EVERYTHING,
  );
  if (kind === 'CODE') {
    const isAwaited = contact !== null && contact.confirmedAt === null;
    return { composed: isAwaited ? await codeMessage(app, contact) : null, told: [], again: [] };
  }
  const receiver = names.get(unitId) ?? null;
  if (kind === 'NOTICE' || kind === 'BUNDLE')
    return { composed: noticeMessage({ contactId, contact, receiver }, said), told: [], again: [] };
  // Asked again: what was closed meanwhile is no news any more, what was put off waits, what had an address waits for another one.
  const open = steps.filter(({ state }) => state !== 'CLOSED');
  if (contactId !== null && (contact?.confirmedAt ?? null) === null) return { composed: null, told: [], again: open };
  const left = open.filter(({ snoozedUntil }) => !isSnoozed(snoozedUntil, on));
  const again = open.filter(({ snoozedUntil }) => isSnoozed(snoozedUntil, on));
  const asked = { address: contact?.email ?? null, receiver: unitId, names };
  return {
    composed: left.length === 0 ? null : digest(app, lastOfEach(left), asked),
    told: left.map(({ step }) => step),
    again,
  };
}

/** News that were gathered, in one message; null where none of them holds any longer. */
function bundle(parts: readonly NoticeSaid[]): NoticeSaid | null {
  const [first] = parts;
  if (!first) return null;
  const subject = parts.length === 1 ? first.subject : `${parts.length} việc mới: ${first.subject}`;
  return { subject, body: parts.map((part) => `${part.subject}\n\n${part.body}`).join(LINE) };
}

/** Its words were ready when it was put there; nobody is left to read it where the address was removed since. */
function noticeMessage(
  {
    contactId,
    contact,
    receiver,
  }: { contactId: number | null; contact: Awaited<ReturnType<typeof contactById>>; receiver: Named | null },
  said: NoticeSaid | null,
): Composed | null {
  if (said === null || (contactId !== null && (contact?.confirmedAt ?? null) === null)) return null;
  const named = receiver && { code: receiver.code, name: receiver.name };
  return { ...said, address: contact?.email ?? null, receiver: named, news: [] };
}

/** Of each reminder its last step: who receives for several units hears of it once. */
function lastOfEach(steps: readonly ToldStep[]): ToldStep[] {
  return [...new Map(steps.map((step) => [step.reminderId, step])).values()];
}

async function codeMessage(app: App, contact: NonNullable<Awaited<ReturnType<typeof contactById>>>): Promise<Composed> {
  const code = await codeOf(app.config, contact);
  const body =
    'Địa chỉ này được khai là nơi nhận đôn đốc của một đơn vị. Nếu đúng, hãy nhập mã sau trong hệ thống:\n\n' +
    `${code}\n\nMã có hiệu lực 3 ngày. Nếu không phải của bạn, hãy bỏ qua thư này.`;
  return { address: contact.email, receiver: null, subject: 'Mã xác nhận địa chỉ nhận đôn đốc', body, news: [] };
}

const LINE = '\n\n────────────\n\n';

function digest(
  app: App,
  steps: readonly ToldStep[],
  { address, receiver, names }: { address: string | null; receiver: number; names: ReadonlyMap<number, Named> },
): Composed {
  const named = (unitId: number): Named | null => {
    const { code, name } = names.get(unitId) ?? {};
    return code === undefined || name === undefined ? null : { code, name };
  };
  const parts = steps.map((step) => partOf(app, step));
  const [first] = steps;
  const subject = steps.length === 1 && first ? headOf(first) : `${steps.length} việc đôn đốc mới`;
  const news = steps.map(({ reminderId, unitId, kind, subject: head, body, figure }) => {
    return { reminder: reminderId, unit: named(unitId), kind, subject: head, body, figure };
  });
  return { address, receiver: named(receiver), subject, body: parts.join(LINE), news };
}

const headOf = ({ kind, subject }: ToldStep): string =>
  kind === 'RAISED' ? `Chuyển lên cấp trên: ${subject}` : subject;

function partOf(app: App, step: ToldStep): string {
  const base = app.config.publicUrl?.replace(/\/+$/, '') ?? null;
  const links = [
    ...(base === null ? [] : [`Xem và trả lời: ${base}/don-doc/${step.reminderId}`]),
    ...(base === null || step.figure === null ? [] : [`Số liệu đã trích dẫn: ${base}/so-lieu/${step.figure}`]),
  ];
  const note = step.note === null ? [] : [`Ghi chú: ${step.note}`];
  return [headOf(step), '', step.body, ...(note.length + links.length > 0 ? ['', ...note, ...links] : [])].join('\n');
}
