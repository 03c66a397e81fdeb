import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DataSource } from 'typeorm';
import { cloneDatabase, type TestDatabase } from '../../test/database.ts';
import { connectDatabase, Snapshot, withClient, write } from './database.ts';
import { latestMoment, openMoment } from './moments.ts';

let database: TestDatabase;
let db: DataSource;

beforeAll(async () => {
  database = await cloneDatabase();
  db = await connectDatabase(database.url, [], 12);
  await withClient(db, (sql) =>
    sql.run('create table fact (n int not null, recorded_by bigint not null references moment (id))'),
  );
});

afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** Records a fact; `hold` keeps the transaction open between writing and sealing. */
function record(n: number, hold: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  return write(db, { purpose: `fact ${n}`, accountId: null }, async (tx) => {
    await tx.run('insert into fact values ($1, $2)', [n, tx.moment]);
    await hold();
  });
}

/** How many facts are known at an instant, asked in a snapshot of its own. */
async function knownAt(at: Date): Promise<number> {
  const snapshot = new Snapshot(db);
  const row = await snapshot.row<{ n: number }>(
    'select count(*)::int as n from fact f join moment m on m.id = f.recorded_by where m.at <= $1',
    [at],
  );
  await snapshot.close();
  return row?.n ?? 0;
}

async function timeOf(n: number): Promise<Date> {
  const row = await withClient(db, (sql) =>
    sql.row<{ at: Date }>('select m.at from fact f join moment m on m.id = f.recorded_by where f.n = $1', [n]),
  );
  if (!row) throw new Error(`nothing was recorded about ${n}`);
  return row.at;
}

it('refuses to commit a moment that was not sealed, and with it all that points to it', async () => {
  const unsealed = withClient(db, async (sql) => {
    await sql.run('begin');
    const moment = await openMoment(sql, null, 'forgetful');
    await sql.run('insert into fact values (-1, $1)', [moment]);
    await sql.run('commit');
  });
  await expect(unsealed).rejects.toThrow('was not sealed before commit');
  await expect(timeOf(-1)).rejects.toThrow('nothing was recorded');
});

it('gives writers at the same time different times, in the order in which they commit', async () => {
  const done: number[] = [];
  await Promise.all(Array.from({ length: 24 }, (_, i) => record(100 + i).then(() => done.push(100 + i))));
  const rows = await withClient(db, (sql) =>
    sql.rows<{ n: number; at: Date }>(
      'select f.n, m.at from fact f join moment m on m.id = f.recorded_by where f.n between 100 and 123 order by m.at',
    ),
  );
  expect(new Set(rows.map(({ at }) => at.getTime())).size).toBe(24);
  expect(new Set(done)).toEqual(new Set(rows.map(({ n }) => n)));
});

it('gives whole milliseconds, so that a client names the same instant', async () => {
  await record(200);
  const row = await withClient(db, (sql) =>
    sql.row<{ whole: boolean }>(
      `select bool_and(at = date_trunc('milliseconds', at)) as whole from moment where at < 'infinity'`,
    ),
  );
  expect(row?.whole).toBe(true);
});

it('shows what was committed to any instant that the clock gives afterwards, and to its own instant', async () => {
  for (let n = 300; n < 320; n += 1) {
    const before = await knownAt(new Date());
    await record(n);
    const own = await timeOf(n);
    expect(await knownAt(new Date())).toBe(before + 1);
    expect(await knownAt(own)).toBe(before + 1);
    expect(await knownAt(new Date(own.getTime() - 1))).toBe(before);
  }
});

it('lets a writer wait until the clock has passed its moment', async () => {
  const ahead = `insert into moment (at, purpose) values (date_trunc('milliseconds', clock_timestamp()) + interval '40 ms', 'ahead')`;
  const before = await knownAt(new Date());
  await withClient(db, (sql) => sql.run(ahead));
  await record(350);
  expect(Date.now()).toBeGreaterThanOrEqual((await timeOf(350)).getTime());
  expect(await knownAt(new Date())).toBe(before + 1);
});

it('never changes an answer about the past, however writers and readers race', async () => {
  const answers: { at: Date; n: number }[] = [];
  let writing = true;
  const writers = [0, 1, 2, 3].map(async (writer) => {
    for (let i = 0; i < 25; i += 1) {
      const pause = (writer * 7 + i * 3) % 4;
      await record(1_000 + writer * 100 + i, () => new Promise((go) => setTimeout(go, pause)));
    }
  });
  const readers = [0, 1, 2].map(async () => {
    while (writing) {
      const at = new Date();
      answers.push({ at, n: await knownAt(at) });
    }
  });
  await Promise.all(writers);
  writing = false;
  await Promise.all(readers);
  expect(answers.length).toBeGreaterThan(50);
  expect(new Set(answers.map(({ n }) => n)).size).toBeGreaterThan(10);
  const again = await withClient(db, (sql) =>
    sql.rows<{ n: number }>(
      `select (select count(*)::int from fact f join moment m on m.id = f.recorded_by where m.at <= x.at) as n
         from unnest($1::timestamptz[]) with ordinality x (at, i) order by x.i`,
      [answers.map(({ at }) => at)],
    ),
  );
  expect(again.map(({ n }) => n)).toEqual(answers.map(({ n }) => n));
});

it('lets a reader pass a writer that has not named its time yet', async () => {
  let finish = (): void => undefined;
  const held = new Promise<void>((go) => (finish = go));
  const slow = record(400, () => held);
  const before = await knownAt(new Date());
  finish();
  await slow;
  expect(await knownAt(new Date())).toBe(before + 1);
});

it('tells the latest moment that a snapshot shows, and asked as known then everything is the same', async () => {
  await record(500);
  const snapshot = new Snapshot(db);
  const latest = await latestMoment(snapshot);
  await record(501);
  const seen = await snapshot.row<{ n: number }>('select count(*)::int as n from fact');
  await snapshot.close();
  expect(latest).toEqual(await timeOf(500));
  expect(await knownAt(latest ?? new Date(0))).toBe(seen?.n);
});

it('keeps the order when the clock was set back', async () => {
  await withClient(db, (sql) =>
    sql.run(`insert into moment (at, purpose) values (now() + interval '1 hour', 'a clock ahead')`),
  );
  await record(600);
  await record(601);
  expect((await timeOf(601)).getTime()).toBeGreaterThan((await timeOf(600)).getTime());
  expect((await timeOf(600)).getTime()).toBeGreaterThan(Date.now() + 3_000_000);
});

it('leaves nothing of a use case that throws', async () => {
  const broken = write(db, { purpose: 'broken', accountId: null }, async (tx) => {
    await tx.run('insert into fact values (700, $1)', [tx.moment]);
    throw new Error('stop');
  });
  await expect(broken).rejects.toThrow('stop');
  await expect(timeOf(700)).rejects.toThrow('nothing was recorded');
});

it('gives the result of a dry run and stores nothing', async () => {
  const result = await write(db, { purpose: 'dry', accountId: null, dryRun: true }, async (tx) =>
    tx.run('insert into fact values (800, $1)', [tx.moment]),
  );
  expect(result).toBe(1);
  await expect(timeOf(800)).rejects.toThrow('nothing was recorded');
});
