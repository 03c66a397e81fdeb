import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../test/api.ts';
import { cloneDatabase } from '../../test/database.ts';
import { openLine, type DatabaseLine } from '../../test/database-line.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../test/factories.ts';
import { ADMIN } from '../../test/test-config.ts';
import { connectDatabase, write } from './database.ts';
import { formatError } from './graphql-errors.ts';
import { isAway, unavailableFor } from './unavailable.ts';

let api: Api;
let line: DatabaseLine;

beforeAll(async () => {
  line = await openLine(await cloneDatabase('base'));
  api = await openApi({ database: line });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  await nameUnits(api, { '05503': ['H55.164.3'] });
});

afterAll(() => api.close());

const row = (number: number) => dossierRow({ MaHoSo: dossierCode('H55.164.3', number) });
const QUESTION = { query: '{ units(first: 1) { totalCount } }' };

/** Each way by which the server is asked for something, as the administrator. */
const WAYS: [string, () => Promise<{ statusCode: number; headers: Record<string, unknown>; body: string }>][] = [
  ['a question', async () => post('/graphql', QUESTION)],
  ['a change', async () => post('/graphql', { query: 'mutation { retryQuarantined { received } }' })],
  ['dossiers', async () => post('/ingest/dossiers', [row(1)])],
  ['a catalogue', async () => post('/ingest/procedures', [])],
  ['a sign-in', async () => post('/auth/login', ADMIN)],
  ['a sign-out', async () => post('/auth/logout', {})],
];

let headers: Record<string, string>;
beforeEach(async () => {
  headers = { ...(await api.headers()), 'apollo-require-preflight': '1' };
});

function post(url: string, payload: object) {
  return api.raw({ method: 'POST', url, payload, headers: { ...headers, 'content-type': 'application/json' } });
}

/** Runs `use` while the database lets nobody in and has cut off who was. */
async function whileAway<T>(use: () => Promise<T>): Promise<T> {
  await line.cut();
  try {
    return await use();
  } finally {
    await line.mend();
  }
}

describe('while the database is away', () => {
  it('every way is answered with 503 and a time to come again, in the reader’s language', async () => {
    const seen = await whileAway(async () => {
      const answers: unknown[] = [];
      for (const [way, ask] of WAYS) {
        const { statusCode, headers: told, body } = await ask();
        answers.push([way, statusCode, told['retry-after'], /không trả lời|does not answer/.test(body)]);
      }
      return answers;
    });
    expect(seen).toEqual(WAYS.map(([way]) => [way, 503, '5', true]));
    expect(api.logged.join('\n')).not.toContain('unexpected error');
  });

  it('says so in the form of each route', async () => {
    const [graphql, ingest, signIn] = await whileAway(() =>
      Promise.all([post('/graphql', QUESTION), post('/ingest/dossiers', [row(1)]), post('/auth/login', ADMIN)]),
    );
    expect(JSON.parse(graphql.body)).toMatchObject({
      errors: [{ extensions: { code: 'UNAVAILABLE', seconds: 5 } }],
    });
    expect(JSON.parse(ingest.body)).toMatchObject({ error_code: '2', result: null });
    expect(JSON.parse(signIn.body)).toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('health says so, the measures are told all the same, and afterwards everything is as before', async () => {
    const away = await whileAway(async () => [
      (await api.raw({ url: '/health' })).statusCode,
      (await api.raw({ url: '/metrics' })).statusCode,
    ]);
    expect(away).toEqual([503, 200]);
    expect((await api.raw({ url: '/health' })).statusCode).toBe(200);
    expect((await api.ingest([row(2)])).result.created).toBe(1);
  });
});

describe('a change whose connection ends while it is committed', () => {
  /** A server whose database waits at the end of each transaction that writes a moment for this purpose. */
  async function committing<T>(use: (purpose: string) => Promise<T>): Promise<T> {
    const purpose = randomUUID();
    await api.db.query(`
      create function wait_at_commit() returns trigger language plpgsql as $$
        begin perform pg_sleep(60); return null; end $$;
      create constraint trigger waits_at_commit after insert on moment deferrable initially deferred
        for each row when (new.purpose = '${purpose}') execute function wait_at_commit()`);
    try {
      return await use(purpose);
    } finally {
      await api.db.query('drop trigger waits_at_commit on moment; drop function wait_at_commit');
    }
  }

  it('is told that nobody knows whether it is stored', async () => {
    const source = await connectDatabase(api.databaseUrl, [], 2);
    try {
      const outcome = await committing(async (purpose) => {
        const writing = write(source, { purpose, accountId: null }, async () => 'stored').catch((e: unknown) => e);
        await expect
          .poll(
            () =>
              api.db
                .query(
                  `select pg_terminate_backend(pid) from pg_stat_activity
              where datname = current_database() and wait_event = 'PgSleep' and query = 'COMMIT'`,
                )
                .then(({ rowCount }) => rowCount),
            { timeout: 20_000 },
          )
          .toBe(1);
        return writing;
      });
      expect(outcome).toMatchObject({ kind: 'UNAVAILABLE', text: 'server.unsure' });
    } finally {
      await source.destroy();
    }
  });
});

it('a change that is stored, whose answer cannot be looked up, is not said to be undone', () => {
  const lost = Object.assign(new Error('lost'), { code: '57P01' });
  const ctx = { locale: 'en', requestId: 'test' } as const;
  expect(formatError({ message: '' }, lost, { ...ctx, hasWritten: true }).message).toContain('may be stored or not');
  expect(formatError({ message: '' }, lost, ctx).message).toContain('does not answer');
});

describe('what an error means', () => {
  const error = (facts: object) => Object.assign(new Error('some words'), facts);

  it.each(['08006', '57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND'])(
    '%s: the database is away, also within another error',
    (code) => {
      expect(isAway(error({ code }))).toBe(true);
      expect(unavailableFor(error({ driverError: error({ code }) }))?.text).toBe('server.away');
      expect(unavailableFor(error({ cause: error({ driverError: error({ code }) }) }))?.text).toBe('server.away');
    },
  );

  it.each(['53100', 'ENOSPC', 'EDQUOT'])('%s: there is no room', (code) => {
    expect(unavailableFor(error({ code }))?.text).toBe('server.full');
  });

  it.each(['23505', '57014', '55P03', 'ENOENT', 'Z_DATA_ERROR', undefined])('%s: something else', (code) => {
    expect(unavailableFor(error({ code }))).toBeNull();
  });
});
