import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { pino } from 'pino';
import type { Config } from '../src/app/config.ts';
import type { App } from '../src/app/context.ts';
import { connectDatabase } from '../src/app/database.ts';
import { buildServer } from '../src/app/http/server.ts';
import { openServerRole } from '../src/app/server-role.ts';
import { ENTITIES, keepWhatIsUnchanged } from '../src/app/start.ts';
import { Caller } from './caller.ts';
import { cloneDatabase, poolOf, type TestDatabase } from './database.ts';
import { ADMIN, TEST_CONFIG } from './test-config.ts';

/** A real server on a database of its own, called as the administrator unless told otherwise. */
export class Api extends Caller {
  readonly app: App;
  /** The database behind the server's back. */
  readonly db: pg.Pool;
  readonly databaseUrl: string;
  /** What the server logged, a JSON object a line, from `debug` up. */
  readonly logged: string[];
  private readonly release: () => Promise<void>;

  constructor(parts: Pick<Api, 'app' | 'server' | 'db' | 'databaseUrl' | 'logged'> & { release: () => Promise<void> }) {
    super(parts.server, signingIn(parts.server, ADMIN));
    this.app = parts.app;
    this.db = parts.db;
    this.databaseUrl = parts.databaseUrl;
    this.logged = parts.logged;
    this.release = parts.release;
  }

  /** The same server, called by another account (test/factories.ts makes them), or with null by nobody. */
  as(account: { username: string; password: string } | null): Caller {
    return new Caller(this.server, account === null ? () => Promise.resolve(null) : signingIn(this.server, account));
  }

  /** Listens on a free port, for what cannot be tried without a real connection; gives the address. */
  async listen(): Promise<string> {
    if (!this.server.server.listening) await this.server.listen({ host: '127.0.0.1', port: 0 });
    const { port } = this.server.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Ends everything and drops the database. */
  async close(): Promise<void> {
    await this.release();
  }
}

export interface ApiOptions {
  /** What the server is told beyond test/test-config.ts. */
  config?: Partial<Config>;
  /** Today, where a test depends on it; `api.app.now` may be replaced later too. */
  now?: Date;
  /** A migrated database to serve instead of a fresh copy; dropped with `close` all the same. */
  database?: TestDatabase;
  /**
   * Whether it keeps facts and answers until something is written, as the product does. A test that writes behind its back, where
   * no moment tells of it, needs one that does not.
   */
  keeps?: boolean;
}

/** A few: PostgreSQL has 60 for all test files together. */
const CONNECTIONS = 12;

/** Opens a server on a fresh copy of the base data: units, indicator, empty list, the administrator. End with `close`. */
export async function openApi(options: ApiOptions = {}): Promise<Api> {
  const database = options.database ?? (await cloneDatabase('base'));
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  // As the product does, through its own role; what is asked behind its back is asked as the owner.
  const access = await openServerRole(database.url, 'ASSUMED');
  const source = await connectDatabase(access.url, ENTITIES, CONNECTIONS);
  const db = poolOf(database.url, 4);
  const province = await db.query<{ id: number }>(`select id from unit where kind = 'PROVINCE'`);
  const app: App = {
    config: { ...TEST_CONFIG, ...options.config },
    db: source,
    log,
    provinceId: province.rows[0]?.id ?? 0,
    ownerUrl: database.url,
    now: () => options.now ?? new Date(),
  };
  if (options.keeps) keepWhatIsUnchanged(app);
  const server = await buildServer(app);
  const release = async () => {
    await server.close();
    await source.destroy();
    await db.end();
    await database.drop();
  };
  return new Api({ app, server, db, databaseUrl: database.url, logged, release });
}

/** Signs in at the first call; all calls share the session. */
function signingIn(server: FastifyInstance, account: { username: string; password: string }): () => Promise<string> {
  let cookie: Promise<string> | null = null;
  const signIn = async (): Promise<string> => {
    const response = await server.inject({ method: 'POST', url: '/auth/login', payload: account });
    const [session] = response.cookies;
    if (response.statusCode !== 200 || !session)
      throw new Error(`${account.username} could not sign in: ${response.body}`);
    return `${session.name}=${session.value}`;
  };
  return () => (cookie ??= signIn());
}
