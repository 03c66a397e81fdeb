import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { stampOf } from '../src/features/dossiers/pull/stamps.ts';

/** A dossier as the portal has it, and when it changed there. */
export interface PortalDossier {
  row: Record<string, string>;
  at: string;
}

/** Answers instead of what is right; gets what would have been said. */
export type PortalFault = (response: ServerResponse, right: string, headers: Record<string, string>) => void;

const JSON_TYPE = { 'content-type': 'application/json' };
const say = (response: ServerResponse, status: number, body: string, headers: Record<string, string>) =>
  void response.writeHead(status, headers).end(body);

export const FAULTS: Readonly<Record<string, PortalFault>> = {
  'half a body, and the line is cut': (response, right, headers) => {
    response.writeHead(200, { ...headers, 'content-length': String(Buffer.byteLength(right)) });
    response.write(Buffer.from(right).subarray(0, 60));
    setImmediate(() => response.destroy());
  },
  'half a body that says it is whole': (response, right, headers) =>
    say(response, 200, right.slice(0, Math.trunc(right.length / 2)), headers),
  'a fault of the server': (response, _right, headers) => say(response, 500, '{"error_code":"500"}', headers),
  'a server that is overrun': (response, _right, headers) => say(response, 429, 'slow down', headers),
  'a page of the web with 200': (response, _right, headers) =>
    say(response, 200, '<!doctype html><title>Đang bảo trì</title>', { ...headers, 'content-type': 'text/html' }),
  'the right thing under a wrong type': (response, right, headers) =>
    say(response, 200, right, { ...headers, 'content-type': 'text/html; charset=iso-8859-1' }),
  'a session that is over': (response, _right, headers) =>
    say(response, 200, '{"error_code":"-2","message":"Session đã hết hạn"}', headers),
  'a session that is over, as a status': (response, _right, headers) => say(response, 401, '', headers),
  'each dossier twice': (response, right, headers) => {
    const reply = JSON.parse(right) as { result: unknown[] };
    say(response, 200, JSON.stringify({ ...reply, result: reply.result.flatMap((row) => [row, row]) }), headers);
  },
  'a clock that is a day behind': (response, right, headers) =>
    say(response, 200, right, { ...headers, date: new Date(Date.now() - 86_400_000).toUTCString() }),
  'nothing where there is something': (response, right, headers) =>
    say(response, 200, JSON.stringify({ ...(JSON.parse(right) as object), result: [] }), headers),
  'no envelope': (response, _right, headers) => say(response, 200, '[]', headers),
};

/** A small server that answers as a national portal does: a session at /login, the list of what changed at /g, by time and page. */
export class FakePortal {
  dossiers: PortalDossier[] = [];
  /** Used up in order, by one question for a page each; null: right. */
  faults: (PortalFault | null)[] = [];
  /** Before each page is answered. */
  before: (page: number) => Promise<void> | void = () => undefined;
  readonly asked: { from: string; to: string; page: number }[] = [];
  /** Answers the same page whatever is asked. */
  isEndless = false;
  saysTotal = true;
  clock = () => new Date();
  private sessions = 0;
  private readonly server = createServer((request, response) => void this.answer(request, response));

  async listen(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/mapi`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  /** A dossier that is there since a time, or changed then. */
  put(row: Record<string, string>, at: Date): void {
    this.dossiers = this.dossiers.filter((one) => one.row['MaHoSo'] !== row['MaHoSo']);
    this.dossiers.push({ row, at: stampOf(at) });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const question = JSON.parse(await text(request)) as Record<string, string>;
    const headers = { ...JSON_TYPE, date: this.clock().toUTCString() };
    if (request.url === '/mapi/login') {
      const isRight = question['password'] === 'Mật khẩu cổng';
      const reply = isRight
        ? { error_code: '0', session: `s${(this.sessions += 1)}` }
        : { error_code: '1', message: 'Sai' };
      return say(response, 200, JSON.stringify(reply), headers);
    }
    const page = Number(question['trang']);
    this.asked.push({ from: question['tuNgay'] ?? '', to: question['denNgay'] ?? '', page });
    await this.before(page);
    const fault = this.faults.shift() ?? null;
    const right = JSON.stringify(this.reply(question));
    if (fault) fault(response, right, headers);
    else say(response, 200, right, headers);
  }

  private reply({ tuNgay = '', denNgay = '', trang, soLuong }: Record<string, string>): object {
    const size = Number(soLuong);
    const found = this.dossiers
      .filter(({ at }) => at >= tuNgay && at < denNgay)
      .sort(
        (one, other) =>
          one.at.localeCompare(other.at) || (one.row['MaHoSo'] ?? '').localeCompare(other.row['MaHoSo'] ?? ''),
      );
    const from = this.isEndless ? 0 : (Number(trang) - 1) * size;
    const result = found.slice(from, from + size).map(({ row, at }) => ({ ...row, ThoiGianCapNhat: at }));
    return {
      error_code: '0',
      message: '',
      ...(this.saysTotal && { total: this.isEndless ? 1_000_000 : found.length }),
      result,
    };
  }
}
