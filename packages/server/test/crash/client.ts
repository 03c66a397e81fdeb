import { setTimeout as sleep } from 'node:timers/promises';
import { ADMIN } from '../test-config.ts';
import type { Product } from './product.ts';

/** What calls came to. */
export interface Counts {
  acknowledged: number;
  /** Calls that were begun and whose answer never came. */
  lost: number;
  /** Calls that were told to come again. */
  refused503: number;
}

interface GraphqlAnswer<T> {
  data?: T | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Talks to a server that may end at any moment; whatever is neither an answer nor a 503 that says when to come again throws. */
export class Client {
  readonly counts: Counts = { acknowledged: 0, lost: 0, refused503: 0 };
  private readonly product: Product;
  private cookie = '';

  constructor(product: Product) {
    this.product = product;
  }

  async signIn(): Promise<void> {
    const response = await fetch(`${this.product.address}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ADMIN),
    });
    if (response.status !== 200) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
    this.cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  /** Sends dossiers once; null where nobody acknowledged them. */
  async send(rows: object[]): Promise<{ received: number; rejected: number } | null> {
    const body = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    const answer = await this.call('/ingest/dossiers', 'application/x-ndjson', body);
    return answer === null ? null : (answer as { result: { received: number; rejected: number } }).result;
  }

  /** Sends them until they are acknowledged. */
  async sendUntilTaken(rows: object[]): Promise<void> {
    let taken = await this.send(rows);
    while (taken === null) taken = await this.send(rows);
    if (taken.received !== rows.length) throw new Error(`${taken.received} of ${rows.length} rows were received`);
  }

  /** Asks once; null where nobody answered, the code where it was refused. */
  async graphql<T>(query: string, variables: object = {}): Promise<{ data: T | null; code: string | null } | null> {
    const body = JSON.stringify({ query, variables });
    const answer = (await this.call('/graphql', 'application/json', body)) as GraphqlAnswer<T> | null;
    if (answer === null) return null;
    const [error] = answer.errors ?? [];
    if (error && error.extensions?.code !== 'CONFLICT') throw new Error(`refused: ${JSON.stringify(answer.errors)}`);
    return { data: answer.data ?? null, code: error?.extensions?.code ?? null };
  }

  /** Asks what changes nothing, until it is answered. */
  async ask<T>(query: string, variables: object = {}): Promise<T> {
    for (;;) {
      const answer = await this.graphql<T>(query, variables);
      if (answer?.data) return answer.data;
    }
  }

  /** The cookie of the session, for who sends by another way. */
  get session(): string {
    return this.cookie;
  }

  private async call(path: string, type: string, body: string): Promise<unknown> {
    const headers = { cookie: this.cookie, 'content-type': type, 'apollo-require-preflight': '1' };
    try {
      const signal = AbortSignal.timeout(120_000);
      const response = await fetch(this.product.address + path, { method: 'POST', headers, body, signal });
      const text = await response.text();
      if (response.status === 503) return await this.comeAgain(response.headers.get('retry-after'), text);
      if (response.status !== 200) throw new Unexpected(`${path}: ${response.status} ${text}`);
      this.counts.acknowledged += 1;
      return JSON.parse(text) as unknown;
    } catch (error) {
      if (error instanceof Unexpected) throw error;
      if (!isNobodyThere(error)) this.counts.lost += 1;
      await sleep(50);
      return null;
    }
  }

  private async comeAgain(after: string | null, text: string): Promise<null> {
    if (after === null) throw new Unexpected(`503 without a time: ${text}`);
    this.counts.refused503 += 1;
    await sleep(50);
    return null;
  }
}

/** One procedure, on the list from 2021 on, and one commune that a sender names H55.164.3. */
export async function prepareCatalogue(client: Client): Promise<void> {
  const procedure = { code: '2.000815', name: 'Thủ tục', tiers: ['COMMUNE'] };
  const decision = { number: '1/QĐ-UBND', issuedOn: '2021-01-01', effectiveOn: '2021-01-01' };
  const changes = [{ action: 'ADD', procedure: '2.000815', tier: 'COMMUNE', level: 'LEVEL_4' }];
  await client.graphql('mutation ($input: [ProcedureInput!]!) { saveProcedures(input: $input) { code } }', {
    input: [procedure],
  });
  await client.graphql('mutation ($input: ServiceListAmendmentInput!) { amendServiceList(input: $input) { code } }', {
    input: { list: 'QD402', name: 'Danh mục QD402', decision, changes },
  });
  await client.graphql('mutation { setUnitAliases(unit: "05503", aliases: ["H55.164.3"]) { code } }');
}

class Unexpected extends Error {}

/** The server is not started yet: nothing was sent. */
function isNobodyThere(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
}
