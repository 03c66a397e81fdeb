import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database.ts';
import { connectDatabase, Snapshot, withClient, write } from '../database.ts';
import { chainRows } from '../../features/audit/audit.queries.ts';
import { verifyChain } from '../../features/audit/verify-chain.service.ts';
import { BEGINNING, chainHash } from './chain.ts';
import { actorOf, type AuditEvent } from './event.ts';
import { recordEvent } from './record.ts';

let database: TestDatabase;
let db: DataSource;

beforeAll(async () => {
  database = await cloneDatabase();
  db = await connectDatabase(database.url, [], 12);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const WHO = actorOf({ id: 7, name: 'Trần Thị Bình' }, { address: '10.1.2.3', requestId: 'req-1' });

function event(id: string, more: Partial<AuditEvent> = {}): AuditEvent {
  return { what: 'TARGETS_SET', about: { kind: 'PLAN', id }, unitId: null, ...more };
}

const say = (...events: AuditEvent[]) =>
  write(db, { purpose: 'test', accountId: null }, (tx) => {
    for (const one of events) tx.audit(one);
    return Promise.resolve();
  });

const all = () => withClient(db, (sql) => chainRows(sql, null, 100_000));

function eventsAbout(id: string): Promise<Record<string, unknown>[]> {
  return withClient(db, (sql) => sql.rows('select * from audit_event where about_id = $1 order by seq', [id]));
}

async function verified() {
  const snapshot = new Snapshot(db);
  return verifyChain(snapshot, null, 7).finally(() => snapshot.close());
}

it('keeps who, whence, what, about what, where, before and after, with the moment', async () => {
  const moment = await write(db, { purpose: 'test', accountId: 7, actor: WHO }, (tx) => {
    tx.audit(event('kept', { unitId: 3, onBehalfOf: 9, before: { b: 1, a: [null, 'ộ'] }, after: { state: 'DRAFT' } }));
    return Promise.resolve(tx.moment);
  });
  const [row] = await eventsAbout('kept');
  expect(row).toMatchObject({
    moment_id: moment,
    actor_id: 7,
    actor_kind: 'PERSON',
    actor_name: 'Trần Thị Bình',
    on_behalf_of: 9,
    address: '10.1.2.3',
    request_id: 'req-1',
    what: 'TARGETS_SET',
    about_kind: 'PLAN',
    unit_id: 3,
    body: '{"after":{"state":"DRAFT"},"before":{"a":[null,"ộ"],"b":1}}',
  });
});

it('names the server itself where nobody is told, and the account by its name where only its id is', async () => {
  await say(event('process'));
  await write(db, { purpose: 'test', accountId: null, dryRun: false }, async (tx) => {
    await tx.run(`insert into account (username, name, password_hash) values ('an', 'Lê Văn An', '')`);
  });
  const account = await withClient(db, (sql) =>
    sql.row<{ id: number }>(`select id from account where username = 'an'`),
  );
  await write(db, { purpose: 'test', accountId: account?.id ?? 0 }, (tx) => {
    tx.audit(event('account'));
    return Promise.resolve();
  });
  expect(await eventsAbout('process')).toMatchObject([{ actor_kind: 'PROCESS', actor_id: null, actor_name: null }]);
  expect(await eventsAbout('account')).toMatchObject([{ actor_kind: 'PERSON', actor_name: 'Lê Văn An' }]);
});

it('keeps the events of a transaction in the order in which they were said', async () => {
  await say(...Array.from({ length: 12 }, (_, n) => event('ordered', { after: { n } })));
  const bodies = (await eventsAbout('ordered')).map(
    ({ body }) => (JSON.parse(String(body)) as { after: object }).after,
  );
  expect(bodies).toEqual(Array.from({ length: 12 }, (_, n) => ({ n })));
});

it('keeps nothing of a dry run, nor of what throws', async () => {
  const before = (await all()).length;
  await write(db, { purpose: 'test', accountId: null, dryRun: true }, (tx) => {
    tx.audit(event('dry'));
    return Promise.resolve();
  });
  const broken = write(db, { purpose: 'test', accountId: null }, (tx) => {
    tx.audit(event('broken'));
    throw new Error('stop');
  });
  await expect(broken).rejects.toThrow('stop');
  expect(await all()).toHaveLength(before);
});

it('records what opens no moment, without passing the seal', async () => {
  const seen = await withClient(db, async (sql) => {
    // Held by somebody who seals: a sign-in does not wait for that.
    await sql.run('select pg_advisory_lock(793001)');
    await recordEvent(db, WHO, { what: 'SIGNED_IN', about: { kind: 'ACCOUNT', id: 7 }, unitId: null });
    return sql.run('select pg_advisory_unlock(793001)');
  });
  expect(seen).toBe(1);
  expect(await eventsAbout('7')).toMatchObject([{ what: 'SIGNED_IN', moment_id: null, body: '{}' }]);
});

it('gives numbers without gaps and a chain that holds, however many write at the same time', async () => {
  const before = (await all()).length;
  await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      n % 3 === 0
        ? recordEvent(db, WHO, event(`parallel ${n}`))
        : say(event(`parallel ${n}`), event(`parallel ${n}`, { after: { second: true } })),
    ),
  );
  const rows = await all();
  expect(rows).toHaveLength(before + 50);
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, n) => n + 1));
  expect(await verified()).toEqual({ head: { seq: rows.length, hash: rows.at(-1)?.hash }, broken: null });
});

it('numbers, dates and chains a row whatever it says itself', async () => {
  const last = (await all()).at(-1);
  await withClient(db, (sql) =>
    sql.run(
      `insert into audit_event (seq, at, actor_kind, what, about_kind, about_id, body, previous, hash)
       values (1, '2001-01-01', 'NOBODY', 'SIGNED_IN', 'ACCOUNT', 'forged', '{}', '\\x00', '\\x00')`,
    ),
  );
  const row = (await all()).at(-1);
  expect(row).toMatchObject({ seq: (last?.seq ?? 0) + 1, previous: last?.hash });
  expect(row?.values[1]).not.toContain('2001');
  expect((await verified()).broken).toBeNull();
});

it.each(['update audit_event set body = body', 'delete from audit_event where false', 'truncate audit_event'])(
  'refuses %s',
  async (statement) => {
    const rows = await all();
    await expect(withClient(db, (sql) => sql.run(statement))).rejects.toThrow('audit_event is append only');
    expect(await all()).toEqual(rows);
  },
);

it('hashes so that no two rows have one text', () => {
  const hashes = [
    [null, ''],
    ['', null],
    ['', ''],
    ['-', ''],
    ['1:a', ''],
    ['1', ':a'],
    ['a', '1:b'],
    ['a1:b', null],
    ['ộ', ''],
  ].map((values) => chainHash(BEGINNING.hash, values));
  expect(new Set(hashes).size).toBe(hashes.length);
});
