import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import {
  ask,
  fillWithEverything,
  HARD_TEXT,
  restoreFile,
  sumOfTables,
  temporaryFolder,
} from '../../../test/backups.ts';
import { bareDatabase, type TestDatabase } from '../../../test/database.ts';
import { buildAccount } from '../../../test/factories.ts';
import { createPlan } from '../../../test/plans.ts';
import { differences } from '../../../test/verifying.ts';
import { exampleRow, exampleRows } from '../../../test/worked-example.ts';
import { migrate, readMigrations } from '../../app/migrate.ts';
import { checkBackup, restoreBackup } from './restore-backup.ts';
import { takeBackup, type BackupMade } from './take-backup.ts';

let api: Api;
let folder: string;
let remove: () => void;
const databases: TestDatabase[] = [];
const opened: Api[] = [];

beforeAll(async () => {
  ({ folder, remove } = temporaryFolder());
  api = await openApi();
  await fillWithEverything(api);
});

afterAll(async () => {
  for (const other of opened) await other.close();
  for (const database of databases) await database.drop();
  await api.close();
  remove();
});

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await bareDatabase();
  databases.push(database);
  return database;
}

const backUp = (url: string, more: Partial<Parameters<typeof takeBackup>[0]> = {}): Promise<BackupMade> =>
  takeBackup({ url, folder, origin: 'command', ...more });

/** A server on what a backup was restored into. */
async function restored(file: string): Promise<Api> {
  const database = await bareDatabase();
  await restoreFile(file, database.url);
  const other = await openApi({ database });
  opened.push(other);
  return other;
}

/** Every figure of every unit, as known at an instant or now. */
async function figures(of: Api, knownAt: string | null): Promise<unknown> {
  const query = `query ($knownAt: DateTime) {
    attainments(indicator: "ONLINE_RESOLUTION_L4", from: "2021-01-01", to: "2023-12-31", knownAt: $knownAt) {
      unit { code name } numerator denominator target status missing } }`;
  return (await of.ask<{ attainments: unknown }>(query, { knownAt })).attainments;
}

async function momentsOf(of: Api): Promise<string[]> {
  const { rows } = await of.db.query<{ at: Date }>('select at from moment order by at');
  return rows.map(({ at }) => at.toISOString());
}

describe('what was restored', () => {
  let other: Api;
  let made: BackupMade;

  beforeAll(async () => {
    made = await backUp(api.databaseUrl);
    other = await restored(made.file);
  });

  it('holds in every table what was there, but for sessions and failed tries to sign in', async () => {
    const [was, is] = [await sumOfTables(api.databaseUrl), await sumOfTables(other.databaseUrl)];
    expect(Object.keys(is)).toEqual(Object.keys(was));
    for (const table of ['session', 'sign_in_failure']) {
      expect(was[table]).not.toMatch(/^0 /);
      expect(is[table]).toMatch(/^0 /);
      delete was[table];
      delete is[table];
    }
    expect(is).toEqual(was);
    const filled = [
      'dossier_version',
      'quarantine',
      'target_plan',
      'target',
      'plan_event',
      'service_list_entry',
      'stored_file',
      'decision_file',
      'decision_version',
      'ledger',
    ];
    for (const table of filled) expect(was[table]).not.toMatch(/^0 /);
  });

  it('keeps texts to the letter, whatever is in them', async () => {
    const { rows } = await other.db.query('select reason from target_plan where reason = $1', [HARD_TEXT]);
    expect(rows).toHaveLength(1);
  });

  it('gives the files of decisions byte by byte', async () => {
    const { rows } = await other.db.query<{ sha256: string }>('select sha256 from stored_file');
    for (const { sha256 } of rows) {
      const [was, is] = await Promise.all([api, other].map((of) => of.raw({ method: 'GET', url: `/files/${sha256}` })));
      expect([is?.statusCode, is?.rawPayload]).toEqual([200, was?.rawPayload]);
    }
  });

  it('answers every question as before, also as known at every earlier moment', async () => {
    expect(await figures(other, null)).toEqual(await figures(api, null));
    const moments = await momentsOf(api);
    expect(moments.length).toBeGreaterThan(10);
    for (const knownAt of moments) expect(await figures(other, knownAt)).toEqual(await figures(api, knownAt));
    const distinct = new Set(await Promise.all(moments.map(async (at) => JSON.stringify(await figures(other, at)))));
    expect(distinct.size).toBeGreaterThan(3);
  });

  it('agrees with itself, now and at every earlier moment', async () => {
    expect(await differences(other)).toEqual([]);
    for (const at of await momentsOf(other)) expect(await differences(other, new Date(at))).toEqual([]);
  });

  it('is of the version that it was made by: nothing is left to be migrated', async () => {
    expect(await migrate(other.databaseUrl)).toEqual([]);
  });

  it('has been looked at for the planner', async () => {
    const { rows } = await other.db.query<{ n: string }>(
      `select count(*) as n from pg_stats where tablename = 'dossier'`,
    );
    expect(Number(rows[0]?.n)).toBeGreaterThan(10);
  });

  it('lies in one file that its owner alone can read, named by its time in Vietnam', () => {
    expect(statSync(made.file).mode & 0o777).toBe(0o600);
    expect(statSync(made.file).size).toBe(made.bytes);
    const time = new Date(made.takenAt.getTime() + 7 * 3_600_000).toISOString().replace(/\D/g, '');
    expect(made.file).toBe(join(folder, `chi-tieu-${time.slice(0, 8)}-${time.slice(8, 14)}.ctb`));
  });

  it('sends nothing that was unsent: it may have gone since', async () => {
    await api.db.query(
      `insert into outbox (id, province_id, unit_id, channel, kind, day, state, next_try_at)
       select gen_random_uuid(), province_id, unit_id, 'WEBHOOK', 'DIGEST', '2022-01-01'::date + n, (array['QUEUED', 'SENT'])[n], now()
         from (select * from unit_version limit 1) v, generate_series(1, 2) n`,
    );
    const unsent = await restored((await backUp(api.databaseUrl)).file);
    const { rows } = await unsent.db.query<{ state: string }>('select state from outbox order by day');
    expect(rows.map(({ state }) => state)).toEqual(['HELD', 'SENT']);
    await api.db.query('delete from outbox');
  });

  it('is written to as if nothing had been: numbers go on, no row meets another', async () => {
    const numbers = async () =>
      (
        await other.db.query<{ name: string; last: string }>(
          `select sequencename as name, coalesce(last_value, 0) as last from pg_sequences order by 1`,
        )
      ).rows;
    const before = await numbers();
    await other.ingest([
      { ...exampleRow('A'), MaHoSo: '000.03.164.H55-220301-7777' },
      { ...exampleRow('B'), MaTTHC: '9' },
    ]);
    await buildAccount(other, { role: 'PLANNER', username: 'người mới' });
    expect((await createPlan(other, { year: 2030 })).plan.state).toBe('DRAFT');
    expect(await differences(other)).toEqual([]);
    const { rows } = await other.db.query<{ last: boolean }>(
      `select id = (select max(id) from dossier) as last from dossier where code_key like '%7777'`,
    );
    expect(rows).toEqual([{ last: true }]);
    const after = await numbers();
    const ahead = after.filter(({ last }, n) => Number(last) > Number(before[n]?.last)).map(({ name }) => name);
    expect(ahead).toEqual(
      expect.arrayContaining(['dossier_id_seq', 'moment_id_seq', 'quarantine_id_seq', 'account_id_seq']),
    );
  });
});

describe('while others write', () => {
  it('is one state of the database: that of its moment, nothing of what came later', async () => {
    let sent = 0;
    const write = async () => {
      const number = String((sent += 1)).padStart(4, '0');
      await api.ingest(
        exampleRows().map((row) => ({ ...row, MaHoSo: `000.03.164.H55-220302-${number}`, KenhThucHien: '2' })),
      );
      await createPlan(api, { year: 2040 + sent });
    };
    let running = Promise.resolve();
    const made = await backUp(api.databaseUrl, {
      // At every table something is written before its rows are read, and something goes on while they are.
      progress: async () => {
        await running;
        await write();
        running = write();
      },
    });
    await running;
    const { head } = await checkBackup(made.file);
    const other = await restored(made.file);
    expect(await differences(other)).toEqual([]);
    expect((await momentsOf(other)).at(-1)).toBe(head.knownAt);
    expect(await figures(other, null)).toEqual(await figures(api, head.knownAt));
    expect((await momentsOf(api)).length).toBeGreaterThan((await momentsOf(other)).length + 20);
    await write();
    expect(await differences(api)).toEqual([]);
    // Two writes a table: it takes longer with every table that is added.
  }, 120_000);
});

describe('a backup of an older version', () => {
  const [first, second, ...later] = readMigrations();

  async function olderDatabase(): Promise<TestDatabase> {
    const database = await emptyDatabase();
    await migrate(database.url, [first!, second!]);
    await ask(database.url, (client) =>
      client.query(`begin;
        insert into moment (purpose) values ('older');
        insert into unit (province_id, kind, code_is_official) values (1, 'PROVINCE', true);
        insert into ingest_batch (id, province_id, kind, received, created, updated, unchanged, rejected, recorded_by)
          values ('00000000-0000-4000-8000-000000000001', 1, 'PROCEDURES', 1, 0, 0, 0, 1, 1);
        insert into quarantine (province_id, batch_id, row_number, code, field, problem, fields, recorded_by)
          values (1, '00000000-0000-4000-8000-000000000001', 1, '1.000689.01', 'x', 'y', '{}', 1);
        update moment set at = now();
        commit`),
    );
    return database;
  }

  it('is restored with its own migrations, and the next start brings it forward', async () => {
    expect(later.length).toBeGreaterThan(0);
    const older = await olderDatabase();
    const { file } = await backUp(older.url);
    const target = await emptyDatabase();
    await restoreFile(file, target.url);
    expect(await sumOfTables(target.url)).toEqual(await sumOfTables(older.url));
    expect(await migrate(target.url)).toEqual(later.map(({ name }) => name));
    const { rows } = await ask(target.url, (client) => client.query('select code_key from quarantine'));
    expect(rows).toEqual([{ code_key: '1.000689' }]);
  });
});

it('does not double what a migration put into its tables, nor bring back what was deleted of it', async () => {
  const text = `create table kind (name text primary key);
    insert into kind values ('kept'), ('deleted');
    insert into moment (purpose, at) values ('kinds', now())`;
  const migrations = [...readMigrations(), { name: '9000-kinds.sql', text, checksum: 'k' }];
  const source = await emptyDatabase();
  await migrate(source.url, migrations);
  await ask(source.url, (client) => client.query(`delete from kind where name = 'deleted'`));
  const target = await emptyDatabase();
  const backup = await checkBackup((await backUp(source.url)).file, migrations);
  await restoreBackup(backup, { url: target.url });
  expect(await sumOfTables(target.url)).toEqual(await sumOfTables(source.url));
  expect((await sumOfTables(target.url))['kind']).toMatch(/^1 /);
});

describe('a database', () => {
  it('that is empty is not backed up', async () => {
    const { url } = await emptyDatabase();
    await expect(backUp(url)).rejects.toThrow('The database is empty.');
  });

  it('may hold what extensions brought before it is filled', async () => {
    const { url } = await emptyDatabase();
    await ask(url, (client) => client.query('create extension pg_trgm; create extension pg_stat_statements'));
    const { file } = await backUp(api.databaseUrl);
    expect((await restoreFile(file, url)).rows).toBeGreaterThan(100);
  });

  it('is backed up and filled with no more than the rights of its owner', async () => {
    const owned = await emptyDatabase();
    const role = `owner_${randomBytes(6).toString('hex')}`;
    const url = new URL(owned.url);
    await ask(owned.url, (client) =>
      client.query(
        `create role ${role} login password 'thử'; alter database ${url.pathname.slice(1)} owner to ${role}`,
      ),
    );
    Object.assign(url, { username: role, password: 'thử' });
    const { file, rows } = await backUp(api.databaseUrl);
    expect((await restoreFile(file, url.href)).rows).toBe(rows);
    expect((await backUp(url.href)).rows).toBe(rows);
    await owned.drop();
    await ask(api.databaseUrl, (client) => client.query(`drop role ${role}`));
  });
});
