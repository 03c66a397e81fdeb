import { setTimeout as sleep } from 'node:timers/promises';
import { isRow, type Row } from '@chi-tieu/shared/domain/row-problem';
import { askJson, type AskLimits } from './ask-json.ts';
import { PullFailure } from './pull-failure.ts';

/** Where and in whose name is asked. */
export interface SourceAccess {
  url: string;
  username: string;
  secret: string;
  organisation: string;
}

/** How patiently. */
export interface AskTimes extends AskLimits {
  tries: number;
  /** Before the second try; twice as long before each further one, more or less by chance. */
  firstWaitMs: number;
}

export const ASK_TIMES: AskTimes = { timeoutMs: 30_000, bytes: 64 * 1024 * 1024, tries: 4, firstWaitMs: 1_000 };

const SUCCESS = new Set(['0', '00', '']);
const EXPIRED = /session|phiên|token|đăng nhập|hết hạn/i;

/**
 * Asks as one-stop systems ask the national database: a session by name and password at `login`, then services by their names at
 * `g`. A session that is over is renewed once a question; what may pass is asked again, later each time.
 */
export class NationalDatabase {
  private readonly access: SourceAccess;
  private readonly times: AskTimes;
  private readonly signal: AbortSignal;
  private session: Promise<string> | null = null;

  constructor(access: SourceAccess, signal: AbortSignal, times: AskTimes = ASK_TIMES) {
    this.access = access;
    this.signal = signal;
    this.times = times;
  }

  /** All procedures with code and name, each once. */
  async list(): Promise<Row[]> {
    const items = await this.service('LayDanhSachTTHC', {});
    const byCode = new Map<string, Row>();
    for (const item of items) {
      const code = isRow(item) ? item['MATTHC'] : undefined;
      if (isRow(item) && typeof code === 'string' && code.trim() !== '') byCode.set(code.trim(), item);
    }
    return [...byCode.values()];
  }

  /** What the database says of one procedure; null where it says nothing. */
  async detail(code: string): Promise<Row | null> {
    const items = await this.service('LayThuTuc', { maTTHC: code });
    const found = items.find((item) => isRow(item) && item['MATTHC'] === code) ?? items[0];
    return isRow(found) ? found : null;
  }

  private async service(service: string, more: Record<string, string>): Promise<unknown[]> {
    for (let renewals = 0; ; renewals += 1) {
      const used = this.signedIn();
      const session = await used;
      const question = { session, madonvi: this.access.organisation, service, ...more };
      const { reply, isExpired } = await this.asked(question);
      if (reply) return itemsOf(reply);
      if (!isExpired || renewals > 0) throw new PullFailure('SIGN_IN_REFUSED');
      // One who asked beside this may have renewed it already: a second sign-in might end theirs.
      if (this.session === used) this.session = null;
    }
  }

  private async asked(question: object): Promise<{ reply: Row | null; isExpired: boolean }> {
    try {
      const reply = await this.patiently('g', question);
      const code = codeOf(reply);
      if (SUCCESS.has(code)) return { reply, isExpired: false };
      if (typeof reply['message'] === 'string' && EXPIRED.test(reply['message']))
        return { reply: null, isExpired: true };
      throw new PullFailure('REFUSED', { code });
    } catch (error) {
      const status = error instanceof PullFailure && error.result === 'HTTP_STATUS' ? error.params['status'] : 0;
      if (status === 401 || status === 403) return { reply: null, isExpired: true };
      throw error;
    }
  }

  private signedIn(): Promise<string> {
    const { username, secret: password } = this.access;
    this.session ??= this.patiently('login', { username, password }).then(
      (reply) => {
        const within = isRow(reply['result']) ? reply['result'] : reply;
        const session = within['session'];
        if (!SUCCESS.has(codeOf(reply)) || typeof session !== 'string') throw new PullFailure('SIGN_IN_REFUSED');
        return session;
      },
      (error: unknown) => {
        const isRefused = error instanceof PullFailure && [400, 401, 403].includes(Number(error.params['status']));
        throw isRefused ? new PullFailure('SIGN_IN_REFUSED') : error;
      },
    );
    return this.session;
  }

  private async patiently(path: string, question: object): Promise<Row> {
    const url = new URL(`${this.access.url.replace(/\/+$/, '')}/${path}`);
    for (let tried = 1; ; tried += 1) {
      try {
        const reply = await askJson(url, question, this.times, this.signal);
        if (!isRow(reply)) throw new PullFailure('NO_REPLY');
        return reply;
      } catch (error) {
        if (!(error instanceof PullFailure) || !error.mayPass || tried >= this.times.tries) throw error;
        await this.wait(tried);
      }
    }
  }

  /** Twice as long each time, half of it by chance: those who failed together do not come back together. */
  private async wait(tried: number): Promise<void> {
    const most = this.times.firstWaitMs * 2 ** (tried - 1);
    await sleep(most / 2 + (Math.random() * most) / 2, undefined, { signal: this.signal }).catch(() => {
      throw new PullFailure('BROKEN_OFF');
    });
  }
}

/** `error_code` as it is told: 0, "0" or "00" for success, by some proxies not at all. */
function codeOf(reply: Row): string {
  const code = reply['error_code'];
  return typeof code === 'string' || typeof code === 'number' ? String(code).trim().slice(0, 40) : '';
}

function itemsOf(reply: Row): unknown[] {
  const result = reply['result'];
  if (Array.isArray(result)) return result;
  if (isRow(result)) return 'MATTHC' in result ? [result] : [];
  if (result === null || result === undefined || result === '') return [];
  throw new PullFailure('NO_REPLY');
}
