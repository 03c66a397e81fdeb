import { ACTS, type Act } from '../../app/audit/acts.ts';
import type { Locale } from '../../app/locale.ts';
import type { AuditRow } from './audit.queries.ts';
import { problemText } from '../dossiers/status.service.ts';
import { ROLE_TEXTS, valueText } from './field-texts.ts';

/** What was before and is after, as far as it was told. */
export interface EventBody {
  before?: unknown;
  after?: unknown;
}

/** An event with what its numbers are called (event-names.ts). */
export interface NamedEvent {
  row: AuditRow;
  /** What it is about, by its name, else by its id. */
  about: string | null;
  /** The unit that it concerns. */
  unit: string | null;
  /** As stored, with names for the numbers of accounts, tokens and plans. */
  body: EventBody;
}

/** The body of an event. */
export function readBody(body: string): EventBody {
  return JSON.parse(body) as EventBody;
}

const ACTORS = {
  PROCESS: { vi: 'Hệ thống', en: 'The system' },
  NOBODY: { vi: 'Người chưa đăng nhập', en: 'Somebody not signed in' },
} as const;

const STATES: Readonly<Record<string, { vi: string; en: string }>> = {
  DRAFT: { vi: 'dự thảo', en: 'draft' },
  SUBMITTED: { vi: 'đã trình', en: 'submitted' },
  APPROVED: { vi: 'đã duyệt', en: 'approved' },
  ISSUED: { vi: 'đã ban hành', en: 'issued' },
  SUPERSEDED: { vi: 'đã thay thế', en: 'superseded' },
};

const RESULTS: Readonly<Record<string, { vi: string; en: string }>> = {
  WHOLE: { vi: 'còn nguyên vẹn', en: 'whole' },
  DAMAGED: { vi: 'BỊ HỎNG', en: 'DAMAGED' },
  BROKEN: { vi: 'KHÔNG còn nguyên vẹn', en: 'BROKEN' },
  DONE: { vi: 'đã đọc xong', en: 'read to the end' },
  NOTHING_NEW: { vi: 'không có gì mới', en: 'nothing new' },
  STOPPED: { vi: 'đã dừng', en: 'stopped' },
};

/** Members of sentences whose values are words of the API. */
const SPOKEN: Readonly<Record<string, typeof STATES>> = { state: STATES, result: RESULTS, role: ROLE_TEXTS };

const NO_ONE = { vi: 'Tài khoản không còn tên', en: 'An account without a name' };

/** An event in one sentence. Of an act that this version does not know, its name. */
export function eventText({ row, about, unit, body }: NamedEvent, locale: Locale): string {
  const template = isAct(row.what) ? ACTS[row.what][locale] : `{actor}: ${row.what} {id}`;
  const { before, after } = body;
  const said: Record<string, unknown> = { ...membersOf(before), ...membersOf(after) };
  const known: Record<string, unknown> = { unit: unit ?? '—', ...said, actor: actorText(row, locale), id: about ?? '' };
  const show = (name: string): string => {
    const value = known[name];
    const words = SPOKEN[name] ?? {};
    if (name === 'problem' && typeof value === 'string') return problemText(value, locale).replace(/[.:]$/, '');
    if (typeof value === 'string') return words[value]?.[locale] ?? valueText(name, value, locale) ?? '';
    // Numbers of records are no quantities: nothing parts their thousands.
    if (typeof value === 'number') return String(value);
    return typeof value === 'boolean' ? (valueText(name, value, locale) ?? '') : '';
  };
  return `${template.replaceAll(/\{(\w+)\}/g, (_, name: string) => show(name)).trim()}.`;
}

function isAct(what: string): what is Act {
  return Object.hasOwn(ACTS, what);
}

function actorText({ actorKind, actorName }: AuditRow, locale: Locale): string {
  if (actorKind === 'PROCESS' || actorKind === 'NOBODY') return ACTORS[actorKind][locale];
  return actorName ?? NO_ONE[locale];
}

function membersOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

/** What is done, for those acts whose sentences do not begin with words of their own, or break off where a name would stand. */
const SHORT: Partial<Record<Act, Record<Locale, string>>> = {
  ACCOUNT_OPENED: { vi: 'Mở lại tài khoản', en: 'Opened account again' },
  BACKUP_CHECKED: { vi: 'Kiểm tra bản sao lưu', en: 'Checked backup' },
  BACKUP_FAILED: { vi: 'Sao lưu không thành', en: 'Could not make a backup' },
  BACKUP_MADE: { vi: 'Sao lưu', en: 'Made backup' },
  CODE_REFUSED: { vi: 'Mã xác thực bị từ chối', en: 'Code refused' },
  PLAN_AMENDMENT_BEGUN: { vi: 'Lập bản giao chỉ tiêu thay thế', en: 'Began plan to amend an issued one' },
  PLAN_CREATED: { vi: 'Lập bản giao chỉ tiêu mới', en: 'Began new plan' },
  PLAN_MOVED: { vi: 'Chuyển trạng thái bản giao chỉ tiêu', en: 'Moved plan to another state' },
  TARGET_ACKNOWLEDGED: { vi: 'Xác nhận chỉ tiêu', en: 'Took note of target' },
  RECOVERY_CODES_MADE: { vi: 'Tạo mã dự phòng', en: 'Made recovery codes' },
  SIGN_IN_REFUSED: { vi: 'Đăng nhập bị từ chối', en: 'Sign-in refused' },
};

/** What is done, without who and about what: `Sửa tài khoản`, the beginning of its sentence or shorter words of its own. */
export function actText(act: Act, locale: Locale): string {
  const short = SHORT[act]?.[locale];
  if (short !== undefined) return short;
  const [, said = ''] = /^(?:\{actor\} )?([^({:]*)/.exec(ACTS[act][locale]) ?? [];
  const words = said.trim();
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}
