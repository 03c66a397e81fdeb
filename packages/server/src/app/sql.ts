import type { PoolClient, QueryResult, QueryResultRow } from 'pg';

/** What queries need: a connection on which one question is asked at a time. */
export interface Sql {
  /** All rows of the answer. */
  rows<T extends QueryResultRow>(text: string, params?: unknown[]): Promise<T[]>;
  /** The first row, or null. */
  row<T extends QueryResultRow>(text: string, params?: unknown[]): Promise<T | null>;
  /** How many rows were written. */
  run(text: string, params?: unknown[]): Promise<number>;
}

const PREPARED = new Map<string, string>();

/** A statement that is asked so often that each connection plans it once and keeps the plan; gives the text itself. */
export function prepared(name: string, text: string): string {
  PREPARED.set(text, name);
  return text;
}

/** What was still to be asked when the connection was given back: whoever wanted the answer is gone, or asked and did not wait. */
export class GivenBackError extends Error {
  constructor(message = 'The connection is being given back.') {
    super(message);
  }
}

/** Queues questions to one pg client: pg 9 drops its own queue, and resolvers ask side by side. */
export class ClientSql implements Sql {
  readonly client: PoolClient;
  private last: Promise<unknown> = Promise.resolve();
  private isRefusing = false;

  constructor(client: PoolClient) {
    this.client = client;
  }

  async rows<T extends QueryResultRow>(text: string, params: unknown[] = []): Promise<T[]> {
    return (await this.ask<T>(text, params)).rows;
  }

  async row<T extends QueryResultRow>(text: string, params: unknown[] = []): Promise<T | null> {
    return (await this.ask<T>(text, params)).rows[0] ?? null;
  }

  async run(text: string, params: unknown[] = []): Promise<number> {
    return (await this.ask(text, params)).rowCount ?? 0;
  }

  /** Several statements without parameters in one go; gives the first row of the last one. */
  rowOfLast<T extends QueryResultRow>(texts: readonly string[]): Promise<T | null> {
    return this.inTurn(async (client) => {
      this.refuseIfTold();
      const answers = (await client.query(texts.join('; '))) as unknown as QueryResult<T>[];
      return answers.at(-1)?.rows[0] ?? null;
    });
  }

  /** Runs something that needs the bare client (COPY), in its turn. */
  inTurn<T>(use: (client: PoolClient) => Promise<T>): Promise<T> {
    const mine = this.last.then(() => use(this.client));
    this.last = mine.catch(() => undefined);
    return mine;
  }

  /** All rows of the answer to a question that is asked between two statements, all three in one turn. */
  rowsBetween<T extends QueryResultRow>(
    { before, after }: { before: string; after: string },
    text: string,
    params: unknown[] = [],
  ): Promise<T[]> {
    return this.inTurn(async (client) => {
      this.refuseIfTold();
      await client.query(before);
      try {
        const { rows } = await client.query<T>(text, params);
        await client.query(after);
        return rows;
      } catch (error) {
        // What was set before may still hold: nothing more is asked on this connection.
        this.refuseWaiting();
        throw error;
      }
    });
  }

  /** From now on every question is refused whose turn has not come. */
  refuseWaiting(): void {
    this.isRefusing = true;
  }

  private ask<T extends QueryResultRow>(text: string, params: unknown[]): Promise<QueryResult<T>> {
    return this.inTurn((client) => {
      this.refuseIfTold();
      const name = PREPARED.get(text);
      return client.query<T>(name === undefined ? { text, values: params } : { name, text, values: params });
    });
  }

  private refuseIfTold(): void {
    if (this.isRefusing) throw new GivenBackError();
  }
}
