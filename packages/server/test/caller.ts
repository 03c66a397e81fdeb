import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';

/** What GraphQL answered; `code` and `fields` are those of the first error. */
export interface Answer<T> {
  status: number;
  data: T | null;
  errors: AnsweredError[];
  code: string | undefined;
  /** Where in the input it is wrong: path and message. */
  fields: { path: string; message: string }[];
}

export interface AnsweredError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string; fields?: { path: string; message: string }[]; [fact: string]: unknown };
}

/** A receipt of POST /ingest/dossiers or /ingest/procedures. */
export interface IngestReceipt {
  batch: string;
  received: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  errors: { row: number; code: string | null; field: string; message: string }[];
  notes?: string[];
}

export interface IngestAnswer {
  status: number;
  body: { error_code: string; message: string; result: IngestReceipt | null };
  /** The receipt; throws where the body was refused. */
  result: IngestReceipt;
}

export interface IngestRequest {
  /** `/ingest/dossiers` unless told. */
  path?: string;
  /** The content type: JSON unless told. */
  type?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
}

/** Calls the server as one account, or as nobody, through its HTTP interface. */
export class Caller {
  readonly server: FastifyInstance;
  private readonly cookie: () => Promise<string | null>;
  private renewed: string | null = null;

  constructor(server: FastifyInstance, cookie: () => Promise<string | null>) {
    this.server = server;
    this.cookie = cookie;
  }

  /** Asks and gives the whole answer, errors too. Texts are Vietnamese unless a header says otherwise. */
  async gql<T = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await this.raw({ method: 'POST', url: '/graphql', payload: { query, variables }, headers });
    const { data, errors } = response.json<{ data?: T | null; errors?: AnsweredError[] }>();
    const first = errors?.[0]?.extensions;
    return {
      status: response.statusCode,
      data: data ?? null,
      errors: errors ?? [],
      code: first?.code,
      fields: first?.fields ?? [],
    };
  }

  /** Asks what must succeed: gives the data, throws the first error. */
  async ask<T = Record<string, unknown>>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.gql<T>(query, variables);
    if (data === null || errors.length > 0) throw new Error(`refused: ${JSON.stringify(errors)}`);
    return data;
  }

  /** Any request at all, with the account's cookie and a header that forms cannot send. */
  async raw(request: InjectOptions): Promise<LightMyRequestResponse> {
    const response = await this.server.inject({
      ...request,
      headers: { ...(await this.headers()), ...request.headers },
    });
    for (const { name, value } of response.cookies) if (value !== '') this.keep(name, value);
    return response;
  }

  /** Takes a cookie that came with an answer: the session may go on under another one. */
  protected keep(name: string, value: string): void {
    if (name === 'session') this.renewed = `session=${value}`;
  }

  /** What a call over a real connection has to carry. */
  async headers(): Promise<Record<string, string>> {
    const cookie = this.renewed ?? (await this.cookie());
    return { 'apollo-require-preflight': 'yes', ...(cookie !== null && { cookie }) };
  }

  /** Sends a body to be taken in; anything that is not text or bytes goes as JSON. */
  async ingest(body: unknown, request: IngestRequest = {}): Promise<IngestAnswer> {
    const { path = '/ingest/dossiers', type = 'application/json', query = {}, headers = {} } = request;
    const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    const all = { 'content-type': type, ...headers };
    const response = await this.raw({ method: 'POST', url: path, query, payload, headers: all });
    const answer = response.json<IngestAnswer['body']>();
    return {
      status: response.statusCode,
      body: answer,
      get result() {
        if (answer.result === null) throw new Error(`refused: ${response.statusCode} ${response.body}`);
        return answer.result;
      },
    };
  }
}
