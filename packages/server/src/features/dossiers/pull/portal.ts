import { createHash } from 'node:crypto';
import { isRow, type Row } from '@chi-tieu/shared/domain/row-problem';
import type { RawRow } from '../../../app/body/read-rows.ts';
import { askPortal, type Answer } from './ask-portal.ts';
import type { Access, Cursor, Page } from './connector.ts';
import { ReadingFailure } from './reading-failure.ts';
import { earlier, later, moved, stampAt, stampOf } from './stamps.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;
/** After a stretch of time so short nothing is asked any more: what changed meanwhile comes with the next reading. */
const LAST_MS = 5 * MINUTE_MS;
/** A stretch whose total changed while it was read is read again so often. */
const MOST_AGAIN = 2;

/**
 * Where a portal is being read: the latest change seen in its data (`high`); and within a reading the stretch of time (`at` to `end`), the
 * page to be asked for, how many it said that there are, and how many came.
 */
interface Place {
  high: string;
  at: string;
  end: string;
  page: number;
  total: number;
  got: number;
  again: number;
  /** Where the first stretch begins of which the portal gave less than it says it has; empty: none. The next reading begins there. */
  short: string;
}

/**
 * Reads dossiers by when they were changed over there, a day at a time, page by page, from the latest change that was seen less what
 * overlaps, to the portal's own now. Our clock says nothing. Where a stretch is not what it was when its first page came, something may
 * have slipped from one page to another: it is read again. What changes while it is read lies ahead of it: its now moves on with each
 * answer, and the reading ends with a stretch that is a moment long.
 */
export async function* readPortal(access: Access, cursor: Cursor | null, signal: AbortSignal): AsyncGenerator<Page> {
  const portal = new Portal(access, signal);
  const clock = new PortalClock((await portal.signIn()) ?? new Date());
  let place = placeOf(access, cursor, clock.now);
  let last = '';
  for (let isThrough = false; !isThrough;) {
    const { items: told, total, answer } = await portal.list(place);
    clock.hear(answer.at);
    const hash = createHash('sha256').update(JSON.stringify(told)).digest('hex');
    const isRepeated = told.length > 0 && place.page > 1 && hash === last;
    // Some give their last page again where there is none after it.
    const isPastEnd = isRepeated && total !== null && place.got >= total;
    if ((isRepeated && !isPastEnd) || place.page > access.times.pages)
      throw new ReadingFailure('ENDLESS', { page: place.page });
    last = hash;
    const items = isPastEnd ? [] : told;
    const { next, missing, isMoving } = following(place, { items, total }, clock.now);
    isThrough = isEnd(place, next, clock.now);
    const checksum = createHash('sha256').update(answer.bytes).digest('hex');
    yield {
      rows: items.length === 0 ? null : once(items),
      cursor: isThrough ? { high: next.short === '' ? next.high : earlier(next.high, next.short) } : { ...next },
      name: `${place.at}-${place.end} · ${place.page}`,
      mediaType: 'application/json',
      bytes: () => answer.bytes.length,
      checksum: () => checksum,
      missing,
      isUnsure: total === null || isMoving,
    };
    place = next;
  }
}

/** Whether nothing is left to be read after a page: its stretch is over, and reached the portal's now or was the last one. */
function isEnd(place: Place, next: Place, now: string): boolean {
  const isOver = next.page === 1 && next.at === place.end;
  return isOver && (next.at > now || place.end <= moved(place.at, LAST_MS));
}

/** What time it is over there, by its answers. One of them alone does not push it further than time went by here. */
class PortalClock {
  now: string;
  private readonly began: Date;
  private readonly since = performance.now();

  constructor(began: Date) {
    this.began = began;
    this.now = stampOf(began);
  }

  hear(at: Date | null): void {
    const passed = new Date(this.began.getTime() + performance.now() - this.since);
    const most = stampOf(new Date(passed.getTime() + MINUTE_MS));
    this.now = later(this.now, earlier(stampOf(at ?? passed), most));
  }
}

async function* once(items: readonly unknown[]): AsyncGenerator<RawRow[]> {
  yield items.map((raw, n) => ({ row: n + 1, raw }));
}

/** Within a reading the cursor says all; at its beginning the first stretch begins where the last reading saw a change, less what overlaps. */
function placeOf({ source }: Access, cursor: Cursor | null, now: string): Place {
  const text = (name: string): string | null => {
    const value = cursor?.[name];
    return typeof value === 'string' ? value : null;
  };
  const number = (name: string) => Number(cursor?.[name] ?? 0);
  const from = stampOf(
    stampAt((text('from') ?? source.settings.from ?? '').replaceAll('-', '')) ?? new Date(Date.now() - 365 * DAY_MS),
  );
  const high = text('high');
  const overlap = -(source.settings.overlapMinutes ?? 120) * MINUTE_MS;
  // A clock over there that was set back must not end the reading before it began.
  const at = text('at') ?? earlier(high === null ? from : moved(high, overlap), moved(now, overlap));
  const end = text('end') ?? endOf(at, now);
  return {
    high: high ?? at,
    at,
    end,
    page: number('page') || 1,
    total: number('total'),
    got: number('got'),
    again: number('again'),
    short: text('short') ?? '',
  };
}

/** Where a stretch ends: after a day or at the portal's now; the last one just behind it, for what changed in its very second. */
function endOf(at: string, now: string): string {
  const most = now <= moved(at, LAST_MS) ? moved(now, SECOND_MS) : now;
  return earlier(moved(at, DAY_MS), later(most, at));
}

/** How many dossiers a page is of: some come twice. */
const countOf = (items: readonly unknown[]): number =>
  new Set(items.map((item, n) => (isRow(item) && typeof item['MaHoSo'] === 'string' ? item['MaHoSo'] : n))).size;

/**
 * Where to go on after a page, and how many are missing of a stretch that is over: it is where nothing more comes, whatever the portal
 * says how many there are. One that is moving still however often it was read may hide some.
 */
function following(
  place: Place,
  { items, total }: { items: unknown[]; total: number | null },
  now: string,
): { next: Place; missing: number; isMoving: boolean } {
  const high = highest(place.high, items, earlier(place.end, now));
  const got = place.got + countOf(items);
  const said = place.page === 1 ? (total ?? 0) : place.total;
  if (items.length > 0)
    return { next: { ...place, high, got, total: said, page: place.page + 1 }, missing: 0, isMoving: false };
  const hasMoved = total !== null && (total !== said || got < total);
  if (hasMoved && place.again < MOST_AGAIN)
    return { next: { ...place, high, got: 0, total: 0, page: 1, again: place.again + 1 }, missing: 0, isMoving: false };
  const missing = hasMoved ? Math.max(0, total - got) : 0;
  const short = place.short === '' && missing > 0 ? place.at : place.short;
  const next = { high, at: place.end, end: endOf(place.end, now), page: 1, total: 0, got: 0, again: 0, short };
  return { next, missing, isMoving: hasMoved };
}

/**
 * The latest change in what came; a time that the portal's own clock has not reached yet pushes nothing. Where nothing of what came says
 * when it was changed, the end of the stretch stands for it.
 */
function highest(high: string, items: readonly unknown[], most: string): string {
  const told = items.flatMap((item) => (isRow(item) ? (stampAt(item['ThoiGianCapNhat']) ?? []) : []));
  if (told.length === 0) return items.length === 0 ? high : later(high, most);
  return told.reduce((found, at) => later(found, earlier(stampOf(at), most)), high);
}

const SUCCESS = new Set(['0', '00', '']);
const EXPIRED = /session|phiên|token|đăng nhập|hết hạn/i;

/** Asks as one-stop systems ask a portal: a session by name and password at `login`, then the list by its name at `g`. */
class Portal {
  private readonly access: Access;
  private readonly signal: AbortSignal;
  private session: string | null = null;

  constructor(access: Access, signal: AbortSignal) {
    this.access = access;
    this.signal = signal;
  }

  /** Opens a session; gives what time it is over there. */
  async signIn(): Promise<Date | null> {
    const { source, secret } = this.access;
    const answer = await this.ask('login', { username: source.username ?? '', password: secret }).catch(
      (error: unknown) => {
        const isRefused = error instanceof ReadingFailure && [400, 401, 403].includes(Number(error.params['status']));
        throw isRefused ? new ReadingFailure('SIGN_IN_REFUSED') : error;
      },
    );
    const reply = replyOf(answer);
    const within = isRow(reply['result']) ? reply['result'] : reply;
    const session = within['session'];
    if (!SUCCESS.has(codeOf(reply)) || typeof session !== 'string') throw new ReadingFailure('SIGN_IN_REFUSED');
    this.session = session;
    return answer.at;
  }

  async list({ at, end, page }: Place): Promise<{ items: unknown[]; total: number | null; answer: Answer }> {
    const { settings, organisation } = this.access.source;
    const about = { madonvi: organisation ?? '', service: settings.service ?? 'LayDanhSachHoSo' };
    const question = {
      ...about,
      tuNgay: at,
      denNgay: end,
      trang: String(page),
      soLuong: String(settings.pageSize ?? 500),
    };
    for (let renewals = 0; ; renewals += 1) {
      const answer = await this.ask('g', { session: this.session, ...question }).catch(asExpired);
      if (answer !== null) {
        const reply = replyOf(answer);
        if (SUCCESS.has(codeOf(reply))) return { ...itemsOf(reply), answer };
        if (typeof reply['message'] !== 'string' || !EXPIRED.test(reply['message']))
          throw new ReadingFailure('REFUSED', { code: codeOf(reply) });
      }
      if (renewals > 0) throw new ReadingFailure('SIGN_IN_REFUSED');
      await this.signIn();
    }
  }

  private ask(path: string, question: object): Promise<Answer> {
    const url = new URL(`${(this.access.source.address ?? '').replace(/\/+$/, '')}/${path}`);
    return askPortal(url, question, this.access, this.signal);
  }
}

function asExpired(error: unknown): null {
  const status = error instanceof ReadingFailure && error.result === 'HTTP_STATUS' ? error.params['status'] : 0;
  if (status === 401 || status === 403) return null;
  throw error;
}

function replyOf({ told }: Answer): Row {
  if (!isRow(told)) throw new ReadingFailure('NO_REPLY');
  return told;
}

/** `error_code` as it is told: 0, "0" or "00" for success, by some proxies not at all. */
function codeOf(reply: Row): string {
  const code = reply['error_code'];
  return typeof code === 'string' || typeof code === 'number' ? String(code).trim().slice(0, 40) : '';
}

function itemsOf(reply: Row): { items: unknown[]; total: number | null } {
  const result = reply['result'];
  const told = reply['total'] ?? reply['tongSo'];
  const said = typeof told === 'string' || typeof told === 'number' ? String(told) : '';
  const total = /^\d{1,9}$/.test(said) ? Number(said) : null;
  if (Array.isArray(result)) return { items: result as unknown[], total };
  if (result === null || result === '') return { items: [], total };
  throw new ReadingFailure('NO_REPLY');
}
