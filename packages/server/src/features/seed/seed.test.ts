import { pino } from 'pino';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database.ts';
import { ADMIN, TEST_CONFIG } from '../../../test/test-config.ts';
import { readConfig, type Seed } from '../../app/config.ts';
import { connectDatabase } from '../../app/database.ts';
import { migrate } from '../../app/migrate.ts';
import { start, type Running } from '../../app/start.ts';
import { ensureBase } from './seed.service.ts';

const quiet = pino({ level: 'silent' });
let database: TestDatabase;
let db: pg.Client;
let running: Running[];

beforeEach(async () => {
  database = await cloneDatabase('empty');
  db = new pg.Client(database.url);
  await db.connect();
  running = [];
});

afterEach(async () => {
  for (const server of running) await server.stop();
  await db.end();
  await database.drop();
});

async function startWith(seed: Seed | null): Promise<void> {
  running.push(await start({ ...TEST_CONFIG, seed, databaseUrl: database.url }, quiet));
}

async function count(what: string): Promise<number> {
  const { rows } = await db.query<{ n: number }>(`select count(*)::int as n from ${what}`);
  return rows[0]?.n ?? -1;
}

describe('what an empty database gets', () => {
  it('is kept for good: made dossiers never come to a database that began without them', async () => {
    await startWith('base');
    await startWith('demo');
    expect([await count('dossier'), await count('procedure'), await count('unit_alias')]).toEqual([0, 0, 0]);
    expect([await count('target_plan'), await count(`unit where kind = 'PROVINCE'`)]).toEqual([0, 1]);
  });

  it.each([
    [{ NODE_ENV: 'production' }, 1],
    [{ NODE_ENV: 'production', SEED: 'base' }, 0],
    [{}, 0],
  ])('is warned of where it is the demonstration in production: %o', async (env, warnings) => {
    const lines: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) });
    await migrate(database.url);
    const owner = await connectDatabase(database.url, [], 2);
    await ensureBase(owner, readConfig(env), log);
    await ensureBase(owner, readConfig(env), log);
    await owner.destroy();
    expect(lines.filter((line) => line.includes('SEED=base')).length).toBe(warnings);
  });

  it('is told apart in a database filled before that was recorded', async () => {
    await startWith('base');
    await db.query(`delete from installation where step = 'seed'`);
    await startWith('demo');
    expect([await count('dossier'), await count('procedure')]).toEqual([0, 0]);
  });

  it('is nothing where it already holds units from elsewhere', async () => {
    await startWith('none');
    await db.query(
      `with born as (insert into unit (province_id, kind, code_is_official)
         values (currval(pg_get_serial_sequence('unit', 'id')), 'PROVINCE', true) returning id) select id from born`,
    );
    await startWith('demo');
    expect([await count('unit'), await count('procedure')]).toEqual([1, 0]);
  });

  it('stays nothing where nothing was asked for and a later start does not say', async () => {
    await startWith('none');
    await startWith(null);
    expect([await count('unit'), await count('procedure'), await count('dossier')]).toEqual([0, 0, 0]);
  });

  it('may be chosen later while it still has none', async () => {
    await startWith('none');
    expect(await count('unit')).toBe(0);
    await startWith('base');
    expect(await count(`unit where kind = 'PROVINCE'`)).toBe(1);
  });

  it('comes once when two servers are started on it at the same time', async () => {
    await Promise.all([startWith('base'), startWith('base')]);
    expect([await count(`unit where kind = 'PROVINCE'`), await count('account')]).toEqual([1, 1]);
    expect(new Set(running.map(({ app }) => app.provinceId)).size).toBe(1);
    for (const { server } of running) {
      const response = await server.inject({ method: 'POST', url: '/auth/login', payload: ADMIN });
      expect(response.statusCode).toBe(200);
    }
  });
});
