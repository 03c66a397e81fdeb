import { dayInVietnam } from '@chi-tieu/shared/domain/days';
import { isSnoozed } from '@chi-tieu/shared/domain/urging/reminder-state';
import type { App } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { codeOf } from './contact-code.ts';
import { contactById } from './contacts.queries.ts';
import { stepsToTell, type ClaimedMessage, type ToldStep } from './outbox.queries.ts';

/** A message as it is sent. */
export interface Composed {
  /** Null: the gateway. */
  address: string | null;
  subject: string;
  body: string;
  /** What it tells, for a program. */
  news: { reminder: string; unit: number; kind: string; subject: string; body: string; figure: string | null }[];
}

/** What a claimed message says by what holds now; null where nothing is left to say, or nobody to say it to. */
export async function composeMessage(app: App, message: ClaimedMessage): Promise<Composed | null> {
  const { id, contactId, kind } = message;
  const { contact, steps } = await withClient(
    app.db,
    async (sql) => ({
      contact: contactId === null ? null : await contactById(sql, app.provinceId, contactId),
      steps: kind === 'CODE' ? [] : await stepsToTell(sql, id),
    }),
    EVERYTHING,
  );
  if (contactId !== null && contact === null) return null;
  if (kind === 'CODE') return contact && contact.confirmedAt === null ? codeMessage(app, contact) : null;
  if (contact && contact.confirmedAt === null) return null;
  const on = dayInVietnam(app.now());
  // Asked again: what was closed or put off meanwhile is no news any more.
  const left = steps.filter(({ state, snoozedUntil }) => state !== 'CLOSED' && !isSnoozed(snoozedUntil, on));
  return left.length === 0 ? null : digest(app, contact?.email ?? null, left);
}

async function codeMessage(app: App, contact: NonNullable<Awaited<ReturnType<typeof contactById>>>): Promise<Composed> {
  const code = await codeOf(app.config, contact);
  const body =
    'Địa chỉ này được khai là nơi nhận đôn đốc của một đơn vị. Nếu đúng, hãy nhập mã sau trong hệ thống:\n\n' +
    `${code}\n\nMã có hiệu lực 3 ngày. Nếu không phải của bạn, hãy bỏ qua thư này.`;
  return { address: contact.email, subject: 'Mã xác nhận địa chỉ nhận đôn đốc', body, news: [] };
}

const LINE = '\n\n────────────\n\n';

function digest(app: App, address: string | null, steps: readonly ToldStep[]): Composed {
  const parts = steps.map((step) => partOf(app, step));
  const [first] = steps;
  const subject = steps.length === 1 && first ? headOf(first) : `${steps.length} việc đôn đốc mới`;
  const news = steps.map(({ reminderId, unitId, kind, subject: head, body, figure }) => {
    return { reminder: reminderId, unit: unitId, kind, subject: head, body, figure };
  });
  return { address, subject, body: parts.join(LINE), news };
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
