import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bareDatabase, cloneDatabase, type TestDatabase } from '../../test/database.ts';
import { TEST_CONFIG } from '../../test/test-config.ts';
import { withClient } from './database.ts';
import { migrate, readMigrations } from './migrate.ts';
import { openServerRole, roleName } from './server-role.ts';
import { start, type Running } from './start.ts';

const WHO = 'select current_user as acts, session_user as signed_in';
const quiet = pino({ level: 'silent' });

let database: TestDatabase;
let name: string;
let running: Running[];
let strangers: string[];

beforeEach(async () => {
  database = await cloneDatabase('base');
  name = new URL(database.url).pathname.slice(1);
  [running, strangers] = [[], []];
});
afterEach(async () => {
  for (const server of running) await server.stop();
  await database.drop();
  for (const stranger of strangers) await asOwner('postgres', `drop role if exists ${stranger}`);
});

async function ask<T extends object>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

function asOwner<T extends object>(on: string, text: string): Promise<T[]> {
  const url = new URL(database.url);
  url.pathname = `/${on}`;
  return ask<T>(url.href, text);
}

/** Somebody who owns the database and its tables and is no superuser, as where others run the PostgreSQL. */
async function stranger(rights: string): Promise<string> {
  await database.drop();
  database = await bareDatabase();
  const url = new URL(database.url);
  name = url.pathname.slice(1);
  const owner = `owner_${name}`;
  strangers.push(owner);
  await asOwner(
    name,
    `create role ${owner} login password 'secret' ${rights}; alter database ${name} owner to ${owner}`,
  );
  [url.username, url.password] = [owner, 'secret'];
  await migrate(url.href);
  return url.href;
}

async function serve(): Promise<Running> {
  const server = await start({ ...TEST_CONFIG, databaseUrl: database.url }, quiet);
  running.push(server);
  return server;
}

async function health({ address }: Running): Promise<unknown> {
  return (await fetch(`${address}/health`)).json();
}

describe('a server on a database of others', () => {
  it('acts by a role that is named after the database, beside other servers on the same one', async () => {
    const [first, second] = [await serve(), await serve()];
    for (const { app } of [first, second, first]) {
      const [who] = await withClient(app.db, (sql) => sql.rows<{ acts: string; signed_in: string }>(WHO));
      expect(who).toEqual({ acts: roleName(name), signed_in: 'postgres' });
    }
    expect(await health(first)).toEqual({ status: 'ok' });
  });

  it('gets a role also from an owner who is no superuser but may make some', async () => {
    const url = await stranger('createrole');
    const access = await openServerRole(url, 'ASSUMED');
    expect(access.weakBecause).toBeNull();
    expect(await ask(access.url, WHO)).toEqual([{ acts: roleName(name), signed_in: `owner_${name}` }]);
  });

  it('takes the role that somebody else made, where the owner may make none', async () => {
    const url = await stranger('nocreaterole');
    await asOwner(name, `create role ${roleName(name)}; grant ${roleName(name)} to owner_${name}`);
    expect((await openServerRole(url, 'ASSUMED')).weakBecause).toBeNull();
  });

  it('goes the owner’s way where there is no role, or one that may too much, and says why', async () => {
    const url = await stranger('nocreaterole');
    expect(await openServerRole(url, 'ASSUMED')).toEqual({ url, weakBecause: 'permission denied to create role' });
    await asOwner(name, `create role ${roleName(name)} bypassrls; grant ${roleName(name)} to owner_${name}`);
    const { weakBecause } = await openServerRole(url, 'ASSUMED');
    expect(weakBecause).toBe(`the role ${roleName(name)} may do more than it should`);
  });

  it('says in /health that the wall is weak', async () => {
    await asOwner(name, `create role ${roleName(name)} bypassrls`);
    expect(await health(await serve())).toEqual({ status: 'ok', wall: 'weak' });
  });

  it('forgets the defaults of the role, everywhere and in one database', async () => {
    const { url } = await openServerRole(database.url, 'ASSUMED');
    const role = roleName(name);
    await ask(url, `alter role ${role} in database ${name} set search_path = elsewhere`);
    await asOwner(name, `alter role ${role} set app.dossiers = 'all'`);
    const kept = `select from pg_db_role_setting where setrole = '${role}'::regrole`;
    expect(await asOwner(name, kept)).toHaveLength(2);
    expect((await openServerRole(database.url, 'ASSUMED')).weakBecause).toBeNull();
    expect(await asOwner(name, kept)).toEqual([]);
  });

  it('reaches tables of later migrations without a line for each', async () => {
    await openServerRole(database.url, 'ASSUMED');
    const later = {
      name: '9999-later.sql',
      text: 'create table later (id int generated always as identity, x int)',
      checksum: 'x',
    };
    await migrate(database.url, [...readMigrations(), later]);
    const { url } = await openServerRole(database.url, 'ASSUMED');
    await ask(url, 'insert into later (x) values (1); update later set x = 2; delete from later');
  });

  it('keeps options of the address, and takes on a role with blanks and capitals in its name', async () => {
    const other = `${name} Bản Sao`;
    await asOwner('postgres', `create database "${other}"`);
    const url = new URL(database.url);
    url.pathname = `/${encodeURIComponent(other)}`;
    url.searchParams.set('options', '-c statement_timeout=1234');
    try {
      const access = await openServerRole(url.href, 'ASSUMED');
      const [said] = await ask(
        access.url,
        `select current_user as acts, current_setting('statement_timeout') as within`,
      );
      expect(said).toEqual({ acts: roleName(other), within: '1234ms' });
    } finally {
      await asOwner('postgres', `drop database "${other}" with (force)`);
      await asOwner('postgres', `drop role "${roleName(other)}"`);
    }
  });
});

describe('a server on its own PostgreSQL', () => {
  it('signs in as its role, by a password that is another at each start', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'chi-tieu-role-'));
    try {
      const urls: unknown[] = [];
      for (let n = 0; n < 2; n += 1) {
        const server = await start({ ...TEST_CONFIG, seed: 'none', dataDir }, quiet);
        const [who] = await withClient(server.app.db, (sql) => sql.rows(WHO));
        expect(who).toEqual({ acts: 'chi_tieu_postgres', signed_in: 'chi_tieu_postgres' });
        const { options } = server.app.db;
        urls.push(options.type === 'postgres' && new URL(options.url ?? '').password);
        await server.stop();
      }
      expect(urls[0]).not.toBe(urls[1]);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

it('has names of at most 63 bytes, whatever the database is called', async () => {
  expect(roleName('chitieu')).toBe('chi_tieu_chitieu');
  expect(Buffer.byteLength(roleName('chỉ tiêu của tỉnh '.repeat(3)))).toBeLessThanOrEqual(63);
  const bare = await bareDatabase();
  await expect(openServerRole(bare.url, 'ASSUMED')).resolves.toMatchObject({ weakBecause: null });
  await bare.drop();
});
