import pg from 'pg';
import type { Sql } from '../../app/sql.ts';

/** A connection of its own, outside of the pool: a backup may take long and sets what the pool must not have set. */
export class OwnConnection implements Sql {
  readonly client: pg.Client;

  constructor(client: pg.Client) {
    this.client = client;
  }

  async rows<T extends pg.QueryResultRow>(text: string, params: unknown[] = []): Promise<T[]> {
    return (await this.client.query<T>(text, params)).rows;
  }

  async row<T extends pg.QueryResultRow>(text: string, params: unknown[] = []): Promise<T | null> {
    return (await this.rows<T>(text, params))[0] ?? null;
  }

  async run(text: string, params: unknown[] = []): Promise<number> {
    return (await this.client.query(text, params)).rowCount ?? 0;
  }
}

/** Nothing that the database's owner set for others may end or change this work. */
const SETTINGS = `
  set statement_timeout = 0;
  set lock_timeout = 0;
  set idle_in_transaction_session_timeout = 0;
  set client_encoding = 'UTF8';
  set timezone = 'UTC';
  set datestyle = 'ISO, YMD';
  set intervalstyle = 'postgres';
  set bytea_output = 'hex';
  set extra_float_digits = 3;
  set row_security = off`;

/**
 * Connects, lets `use` work and closes, which rolls back what is not committed. Aborting cuts the connection: whatever is
 * under way fails.
 */
export async function onOwnConnection<T>(
  options: { url: string; name: string; signal?: AbortSignal | undefined },
  use: (own: OwnConnection) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: options.url, application_name: options.name });
  // What is under way fails with it; there is nobody else to be told.
  client.on('error', () => undefined);
  await client.connect();
  const cut = () => void client.end();
  options.signal?.addEventListener('abort', cut);
  try {
    options.signal?.throwIfAborted();
    await client.query(SETTINGS);
    return await use(new OwnConnection(client));
  } finally {
    options.signal?.removeEventListener('abort', cut);
    await client.end();
  }
}
