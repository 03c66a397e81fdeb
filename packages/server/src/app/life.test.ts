import { getEventListeners, once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { pino } from 'pino';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cloneDatabase, poolOf, type TestDatabase } from '../../test/database.ts';
import { ADMIN, TEST_CONFIG } from '../../test/test-config.ts';
import { start, type Running } from './start.ts';

/** Times for a test: long enough for what is to finish, or none at all for what is to be broken off. */
const PATIENT = { finishMs: 60_000, breakOffMs: 10_000 };
const IMPATIENT = { finishMs: 0, breakOffMs: 60_000 };
const poll = { timeout: 20_000 };

let database: TestDatabase;
let db: pg.Pool;
let running: Running;
let cookie: string;
let stopping: Promise<void> | null;

beforeEach(async () => {
  database = await cloneDatabase('base');
  db = poolOf(database.url, 2);
  running = await start({ ...TEST_CONFIG, databaseUrl: database.url, backupEveryHours: 0 }, pino({ level: 'silent' }));
  const signedIn = await fetch(`${running.address}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ADMIN),
  });
  cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  stopping = null;
});

afterEach(async () => {
  await (stopping ?? running.stop());
  await db.end();
  await database.drop();
});

const headers = () => ({ cookie, 'apollo-require-preflight': '1', 'accept-language': 'en' });

function openImport(): ClientRequest {
  const call = request(`${running.address}/ingest/dossiers`, {
    method: 'POST',
    headers: { ...headers(), 'content-type': 'application/x-ndjson' },
  });
  call.on('error', () => undefined);
  call.write(`${JSON.stringify({ MaHoSo: 'H55.164.3-220301-0001' })}\n`.repeat(2_000));
  return call;
}

async function answerTo(call: ClientRequest) {
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  let body = '';
  for await (const chunk of response) body += String(chunk);
  return { status: response.statusCode ?? 0, body, headers: response.headers };
}

const seen = (doing: string) =>
  db
    .query(
      `select from pg_stat_activity where datname = current_database() and application_name = 'chi-tieu' and ${doing}`,
    )
    .then(({ rowCount }) => rowCount ?? 0);
const untilCopying = () => expect.poll(() => seen(`query like 'copy staged%'`), poll).toBe(1);
const batches = async () => (await db.query('select from ingest_batch')).rowCount;

function stop(times: { finishMs: number; breakOffMs: number }): void {
  stopping = running.stop(times);
}

/** What still waits for the end of the process, of all requests there were. */
const waiting = (): number => {
  const signal = running.app.life?.signal;
  return signal ? getEventListeners(signal, 'abort').length : -1;
};

describe('a request that is over', () => {
  it.each(['{}', '{"query":5}', '{"query":"{ me { id } }"}', '{"query":"{ nothing"}'])(
    'waits for nothing any more, whatever it asked: %s',
    async (body) => {
      const ask = () =>
        fetch(`${running.address}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        }).then((answer) => answer.text());
      await Promise.all(Array.from({ length: 20 }, ask));
      await expect.poll(waiting, poll).toBe(0);
    },
  );
});

describe('a server that was told to end', () => {
  it('lets a running import finish, and refuses what is new', async () => {
    const call = openImport();
    await untilCopying();
    stop(PATIENT);
    for (const path of ['/health', '/graphql', '/metrics']) {
      const refused = await fetch(`${running.address}${path}`, { headers: { 'accept-language': 'en' } });
      expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('connection')]).toEqual([
        503,
        '10',
        'close',
      ]);
      expect(await refused.text()).toContain('The server is stopping');
    }
    const answer = answerTo(call);
    call.end();
    expect(await answer).toMatchObject({ status: 200, headers: { connection: 'close' } });
    await stopping;
    expect(await batches()).toBe(1);
  });

  it('breaks an import off whose body does not end, with an answer and nothing stored', async () => {
    const call = openImport();
    await untilCopying();
    const answer = answerTo(call);
    stop(IMPATIENT);
    const { status, body, headers: told } = await answer;
    expect([status, told['retry-after']]).toEqual([503, '10']);
    expect(body).toContain('nothing was stored');
    call.destroy();
    await stopping;
    expect(await batches()).toBe(0);
    // A connection that was ended is gone from the database's list a little later.
    await expect.poll(() => seen('true'), poll).toBe(0);
  });

  it('breaks off an import that is being merged, and a question', async () => {
    const holder = await db.connect();
    await holder.query('begin; lock table dossier in access exclusive mode');
    try {
      const call = openImport();
      const imported = answerTo(call);
      call.end();
      const asked = fetch(`${running.address}/graphql`, {
        method: 'POST',
        headers: { ...headers(), 'content-type': 'application/json' },
        body: JSON.stringify({
          query: `{ dossiers(indicator: "ONLINE_RESOLUTION_L4", unit: "19", from: "2022-01-01", to: "2022-12-31") { totalCount } }`,
        }),
      });
      await expect.poll(() => seen(`wait_event_type = 'Lock'`), poll).toBe(2);
      stop(IMPATIENT);
      expect((await imported).status).toBe(503);
      const question = await asked;
      expect([question.status, question.headers.get('retry-after')]).toEqual([503, '10']);
      expect(await question.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    } finally {
      await holder.query('rollback');
      holder.release();
    }
    await stopping;
    expect(await batches()).toBe(0);
  });
});
