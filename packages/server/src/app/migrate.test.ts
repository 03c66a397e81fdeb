import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bareDatabase, cloneDatabase, type TestDatabase } from '../../test/database.ts';
import { migrate, readMigrations } from './migrate.ts';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase();
  client = new pg.Client(database.url);
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const added = { name: '9000-added.sql', text: 'create table added (id int)', checksum: 'a' };

it('finds nothing to do in a database that was copied from the migrated template', async () => {
  expect(readMigrations().length).toBeGreaterThan(0);
  expect(await migrate(database.url)).toEqual([]);
});

it('applies a new migration once, also when two servers start together', async () => {
  const migrations = [...readMigrations(), added];
  const applied = await Promise.all([migrate(database.url, migrations), migrate(database.url, migrations)]);
  expect(applied.flat()).toEqual([added.name]);
});

it('refuses a database that a newer version has migrated', async () => {
  await expect(migrate(database.url)).rejects.toThrow('newer version (9000-added.sql)');
});

it('refuses a migration that was changed after it had been applied', async () => {
  const changed = [...readMigrations(), { ...added, checksum: 'b' }];
  await expect(migrate(database.url, changed)).rejects.toThrow('9000-added.sql was changed');
});

it('leaves nothing of a migration that fails', async () => {
  const failing = { name: '9001-failing.sql', text: 'create table half (id int); select 1 / 0;', checksum: 'c' };
  await expect(migrate(database.url, [...readMigrations(), added, failing])).rejects.toThrow('9001-failing.sql failed');
  const { rows } = await client.query<{ half: string | null }>(`select to_regclass('half') as half`);
  expect(rows[0]?.half).toBeNull();
});

it('brings up a database that had the causes of the ledger before the definitions of indicators', async () => {
  const bare = await bareDatabase();
  try {
    // What was released before them, and what came with them or later.
    const isLate = (name: string): boolean => /^00(71|7[5-8])-|^008[1-9]-|^0(09|[1-9])/.test(name);
    const names = readMigrations().map(({ name }) => name);
    const before = readMigrations().filter(({ name }) => !isLate(name));
    expect(await migrate(bare.url, before)).toEqual(names.filter((name) => !isLate(name)));
    expect(await migrate(bare.url)).toEqual(names.filter(isLate));
    const other = new pg.Client(bare.url);
    await other.connect();
    try {
      const keyed = (of: pg.Client) =>
        of.query(`select pg_get_constraintdef(oid) as key from pg_constraint
                   where conrelid = 'ledger'::regclass and contype = 'p'`);
      const { rows } = await keyed(other);
      expect(rows).toEqual((await keyed(client)).rows);
      expect(JSON.stringify(rows)).toContain('definition_id');
    } finally {
      await other.end();
    }
  } finally {
    await bare.drop();
  }
});
