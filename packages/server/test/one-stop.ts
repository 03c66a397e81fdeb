import type { LightMyRequestResponse } from 'fastify';
import type { Api } from './api.ts';

/** A source set up by the administrator; gives its id. */
export async function buildSource(api: Api, facts: Record<string, unknown> = {}): Promise<string> {
  const input = { name: 'Một cửa điện tử', units: ['19'], ...facts };
  const { saveDossierSource } = await api.ask<{ saveDossierSource: { id: string } }>(
    'mutation ($input: DossierSourceInput!) { saveDossierSource(input: $input) { id } }',
    { input },
  );
  return saveDossierSource.id;
}

/** A one-stop system: posts what it is told, under whatever content type, without cookies. */
export class OneStop {
  private readonly api: Api;
  readonly type: string;
  /** From where it calls. */
  private readonly address: string;

  constructor(api: Api, type = 'application/json', address = '127.0.0.1') {
    this.api = api;
    this.type = type;
    this.address = address;
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    return this.api.server.inject({
      method: 'POST',
      url: `/lgsp/${path}`,
      payload,
      remoteAddress: this.address,
      headers: { 'content-type': this.type, ...headers },
    });
  }

  /** Signs in and gives the session. */
  async login(username: string, password: string): Promise<string> {
    const answer = (await this.post('login', { username, password })).json<{ session?: string; message: string }>();
    if (!answer.session) throw new Error(answer.message);
    return answer.session;
  }

  /** Sends a service's rows in the usual envelope. */
  async send(
    session: string,
    service: string,
    data: unknown,
    more: Record<string, unknown> = {},
  ): Promise<OneStopAnswer> {
    const envelope = { session, madonvi: '000.00.00.H55', service, ...more, data };
    return (await this.post('g', envelope)).json<OneStopAnswer>();
  }
}

export interface OneStopAnswer {
  error_code: string;
  message: string;
  result: { row: number; MaHoSo: string | null; field: string; message: string }[];
}

/** How a dossier stands: status, finish, version. */
export async function standing(api: Api, key: string): Promise<string> {
  const { rows } = await api.db.query<{ x: string }>(
    `select concat_ws(' ', status, to_char(finished_at at time zone 'Asia/Ho_Chi_Minh', 'YYYYMMDDHH24MISS'), 'v' || version) as x
       from dossier where code_key = $1`,
    [key],
  );
  return rows[0]?.x ?? 'none';
}
