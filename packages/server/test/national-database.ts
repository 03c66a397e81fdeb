import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A procedure as the national database tells it. */
export interface ToldProcedure {
  MATTHC: string;
  TENTTHC: string;
  LINHVUCTHUCHIEN?: { MALINHVUC: string; TENLINHVUC: string }[];
  CAPTHUCHIEN?: { CAPTHUCHIEN: string; TENCAP: string }[];
}

type Answer = (response: ServerResponse) => void;

/** Answers a body with a status. */
export const say =
  (status: number, body: string, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
/** Answers nothing at all until the server ends. */
export const silence: Answer = () => undefined;
/** Sends half of what it announced and hangs up. */
export const cutOff: Answer = (response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{"error_code":"0","result":[');
  setImmediate(() => response.destroy());
};

/**
 * A small server that answers as the national database does: a session at /login, LayDanhSachTTHC and LayThuTuc at /g. Faults are
 * put in a line, by service or by what is asked (LayThuTuc 2.000815): the next questions are answered by them.
 */
export class FakeNationalDatabase {
  procedures: ToldProcedure[] = [];
  /** What was asked, in order: login, LayDanhSachTTHC, LayThuTuc 2.000815. */
  readonly asked: string[] = [];
  readonly faults = new Map<string, Answer[]>();
  password = 'mật khẩu của nguồn';
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

  /** The sessions that were given are over. */
  forgetSessions(): void {
    this.sessions += 1;
  }

  fault(service: string, ...answers: Answer[]): void {
    this.faults.set(service, [...(this.faults.get(service) ?? []), ...answers]);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const question = JSON.parse(await text(request)) as Record<string, string>;
    const service = request.url === '/mapi/login' ? 'login' : (question['service'] ?? '');
    this.asked.push([service, question['maTTHC']].filter(Boolean).join(' '));
    const asked = this.asked.at(-1) ?? '';
    const fault = (this.faults.get(asked)?.length ? this.faults.get(asked) : this.faults.get(service))?.shift();
    if (fault) return fault(response);
    say(200, JSON.stringify(this.reply(service, question)))(response);
  }

  private reply(service: string, question: Record<string, string>): object {
    if (service === 'login')
      return question['password'] === this.password
        ? { error_code: '0', session: `s${this.sessions}` }
        : { error_code: '1', message: 'Sai mật khẩu' };
    if (question['session'] !== `s${this.sessions}`) return { error_code: '-2', message: 'Session đã hết hạn' };
    if (question['madonvi'] !== '000.00.00.H55') return { error_code: '3', message: 'Sai đơn vị' };
    if (service === 'LayDanhSachTTHC')
      return {
        error_code: '0',
        message: '',
        result: this.procedures.map(({ MATTHC, TENTTHC }) => ({ MATTHC, TENTTHC })),
      };
    const result = this.procedures.filter(({ MATTHC }) => MATTHC === question['maTTHC']);
    return { error_code: '00', result };
  }
}
