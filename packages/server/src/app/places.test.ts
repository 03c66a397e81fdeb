import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../test/api.ts';
import { ADMIN } from '../../test/test-config.ts';
import { Context, type SignedIn } from './context.ts';
import { poolState } from './pool.ts';
import { connectDatabase, Snapshot, write } from './database.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
  await api.headers();
});
afterAll(() => api.close());

it('questions and changes that hold every connection they may leave some for health, sessions and sign-ins', async () => {
  const holder = await api.db.connect();
  await holder.query('begin; select pg_advisory_xact_lock(1)');
  // Far more than there are connections; each waits in the database, or for its turn to.
  const waiting = 'select pg_advisory_xact_lock_shared(1)';
  const contexts = Array.from(
    { length: 40 },
    () => new Context(api.app, { account: null, locale: 'vi', requestId: 'x' }),
  );
  const held = Promise.allSettled([
    ...contexts.map((ctx) => ctx.read.run(waiting).finally(() => ctx.end())),
    ...Array.from({ length: 40 }, () =>
      write(api.app.db, { purpose: 'held', accountId: null }, (tx) => tx.run(waiting)),
    ),
  ]);
  try {
    const busy = () =>
      api.db
        .query(`select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`)
        .then(({ rowCount }) => rowCount);
    await expect.poll(busy, { timeout: 20_000 }).toBe(9);
    expect((await api.raw({ url: '/health' })).statusCode).toBe(200);
    expect((await api.as(null).raw({ method: 'POST', url: '/auth/login', payload: ADMIN })).statusCode).toBe(200);
    // Known by its session, and answered: nothing of it needs a snapshot.
    const asked = await api.raw({ method: 'POST', url: '/ingest/dossiers', payload: '', headers: await api.headers() });
    expect(asked.statusCode).toBe(400);
    expect(await busy()).toBe(9);
  } finally {
    await holder.query('rollback');
    holder.release();
    await held;
  }
  const left = new Snapshot(api.app.db);
  expect(await left.row('select 1 as n')).toEqual({ n: 1 });
  await left.end();
});

it('questions of one account take three places at most: the others are for everybody else', async () => {
  const holder = await api.db.connect();
  await holder.query('begin; select pg_advisory_xact_lock(2)');
  const asker = (id: number): Context => {
    const account: Pick<SignedIn, 'id'> & Partial<SignedIn> = { id };
    return new Context(api.app, { account: account as SignedIn, locale: 'vi', requestId: 'x' });
  };
  const many = Array.from({ length: 9 }, () => asker(1));
  const held = Promise.all(
    many.map((ctx) => ctx.read.run('select pg_advisory_xact_lock_shared(2)').finally(() => ctx.end())),
  );
  try {
    const busy = () =>
      api.db
        .query(`select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`)
        .then(({ rowCount }) => rowCount);
    await expect.poll(busy, { timeout: 20_000 }).toBe(3);
    const other = asker(2);
    expect(await other.read.row('select 1 as n')).toEqual({ n: 1 });
    await other.end();
    expect(await busy()).toBe(3);
  } finally {
    await holder.query('rollback');
    holder.release();
  }
  expect(await held).toHaveLength(9);
});

it('who waits for a place until its time is over is refused, and takes none', async () => {
  const source = await connectDatabase(api.databaseUrl, [], 1);
  const first = new Snapshot(source);
  await first.row('select 1 as n');
  const ending = new AbortController();
  const second = new Snapshot(source, 0, ending.signal);
  const asked = second.row('select 2 as n').catch((error: unknown) => error);
  ending.abort(new Error('over'));
  expect(await asked).toEqual(new Error('over'));
  await second.end();
  await first.end();
  const third = new Snapshot(source);
  expect(await third.row('select 3 as n')).toEqual({ n: 3 });
  await third.end();
  await source.destroy();
});

it('however many look whether the server is well, one of them asks the database', async () => {
  const runners = Array.from({ length: poolState(api.app.db).most }, () => api.app.db.createQueryRunner());
  await Promise.all(runners.map((runner) => runner.connect()));
  const answers = Array.from({ length: 30 }, async () => (await api.server.inject({ url: '/health' })).statusCode);
  try {
    await expect.poll(() => poolState(api.app.db).waiting).toBeGreaterThan(0);
    await sleep(50);
    expect(poolState(api.app.db).waiting).toBe(1);
  } finally {
    await Promise.all(runners.map((runner) => runner.release()));
  }
  expect(new Set(await Promise.all(answers))).toEqual(new Set([200]));
});
