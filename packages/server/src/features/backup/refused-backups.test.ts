import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, restoreFile, temporaryFolder } from '../../../test/backups.ts';
import { bareDatabase, cloneDatabase, type TestDatabase } from '../../../test/database.ts';
import { readMigrations } from '../../app/migrate.ts';
import { keptBackups } from './backup-folder.ts';
import { checkBackup, restoreBackup } from './restore-backup.ts';
import { takeBackup } from './take-backup.ts';

let folder: string;
let remove: () => void;
let base: TestDatabase;
let empty: TestDatabase;
let file: string;
let whole: Buffer;

beforeAll(async () => {
  ({ folder, remove } = temporaryFolder());
  [base, empty] = await Promise.all([cloneDatabase('base'), bareDatabase()]);
  ({ file } = await takeBackup({ url: base.url, folder: join(folder, 'whole'), origin: 'command' }));
  whole = readFileSync(file);
});

afterAll(async () => {
  await base.drop();
  await empty.drop();
  remove();
});

const DAMAGED = 'damaged, cut short or no backup at all';

/** What is said of these bytes in a file. */
async function said(bytes: Buffer | string): Promise<string> {
  const changed = join(folder, 'changed.ctb');
  writeFileSync(changed, bytes);
  return restoreFile(changed, empty.url).then(
    () => 'restored',
    (error: unknown) => (error as Error).message,
  );
}

/** Everything that anybody could have left in the database. */
function leftIn(url: string): Promise<unknown[]> {
  const question = `select relname from pg_class where relnamespace = 'public'::regnamespace
    union all select typname from pg_type where typnamespace = 'public'::regnamespace
    union all select extname from pg_extension where extname <> 'plpgsql'`;
  return ask(url, async (client) => (await client.query<{ relname: string }>(question)).rows);
}

describe('a damaged file is refused, and the database stays empty:', () => {
  it('one bit changed, wherever it is', async () => {
    const places = fc.oneof(
      fc.integer({ min: 0, max: whole.length - 1 }),
      // Where little depends on the bytes: the head of the packing, and the end.
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: whole.length - 100, max: whole.length - 1 }),
    );
    await fc.assert(
      fc.asyncProperty(places, fc.nat({ max: 7 }), async (at, bit) => {
        const changed = Buffer.from(whole);
        changed[at] = changed[at]! ^ (1 << bit);
        expect(await said(changed)).toContain(DAMAGED);
      }),
      { numRuns: 400 },
    );
    expect(await leftIn(empty.url)).toEqual([]);
  });

  it('its end cut off, or something added', async () => {
    const lengths = [0, 1, 71, 72, 73, 100, Math.floor(whole.length / 2), whole.length - 72, whole.length - 1];
    for (const length of lengths) expect(await said(whole.subarray(0, length))).toContain(DAMAGED);
    expect(await said(Buffer.concat([whole, Buffer.from('\n')]))).toContain(DAMAGED);
    expect(await said(Buffer.concat([whole, whole]))).toContain(DAMAGED);
    expect(await leftIn(empty.url)).toEqual([]);
  });

  it('something else that is sealed well, or no file', async () => {
    expect(await said('một tệp khác')).toContain(DAMAGED);
    await expect(restoreFile(join(folder, 'none.ctb'), empty.url)).rejects.toThrow('There is no such file.');
  });
});

describe('a backup is refused', () => {
  it('that a newer version made, which is named', async () => {
    const [first] = readMigrations();
    await expect(checkBackup(file, [first!])).rejects.toThrow(
      /made by a newer version \(\d+\.\d+\.\d+; 0002-sign-in-attempts\.sql\)/,
    );
  });

  it('that was made with another text of a migration', async () => {
    const changed = readMigrations().map((migration) => ({ ...migration, checksum: 'another' }));
    await expect(checkBackup(file, changed)).rejects.toThrow('another text of migration 0001-foundation.sql');
  });

  it('that does not fit what its migrations make: nothing of it stays', async () => {
    const backup = await checkBackup(file);
    const without = {
      ...backup,
      head: { ...backup.head, tables: backup.head.tables.filter((name) => name !== 'target') },
    };
    await expect(restoreBackup(without, { url: empty.url })).rejects.toThrow(DAMAGED);
    expect(await leftIn(empty.url)).toEqual([]);
  });

  it('while the database refuses one of its rows: nothing of it stays', async () => {
    const odd = await cloneDatabase('base');
    await ask(odd.url, (client) =>
      client.query(`alter table target_plan drop constraint plan_year_is_sane;
        insert into moment (purpose, at) values ('odd', now());
        insert into target_plan (id, province_id, issuer_id, indicator_id, year, state, version, recorded_by)
          select gen_random_uuid(), u.id, u.id, i.id, 1, 'DRAFT', 1, (select max(id) from moment)
            from unit u, indicator i where u.kind = 'PROVINCE'`),
    );
    const made = await takeBackup({ url: odd.url, folder, origin: 'command' });
    await odd.drop();
    await expect(restoreFile(made.file, empty.url)).rejects.toThrow('plan_year_is_sane');
    expect(await leftIn(empty.url)).toEqual([]);
  });
});

describe('a database that holds anything is refused, and stays as it was:', () => {
  it.each([
    ['tables of the product', null, 'access_token, account, account_grant, …'],
    ['a table of somebody else', 'create table theirs (id int)', 'theirs'],
    ['a view in another schema', 'create schema other; create view other.seen as select 1', 'seen'],
    ['a sequence', 'create sequence counter', 'counter'],
  ])('%s', async (_what, make, named) => {
    const full = await (make === null ? cloneDatabase('empty') : bareDatabase());
    if (make !== null) await ask(full.url, (client) => client.query(make));
    const before = await leftIn(full.url);
    await expect(restoreFile(file, full.url)).rejects.toThrow(`The database is not empty (${named})`);
    expect(await leftIn(full.url)).toEqual(before);
    await full.drop();
  });
});

describe('a backup that was not finished', () => {
  it('is none: what is on the disk while it is written is not taken for one, and not restored', async () => {
    const under = join(folder, 'under way');
    let seen = 0;
    await takeBackup({
      url: base.url,
      folder: under,
      origin: 'command',
      progress: () => {
        seen += 1;
        const [part, ...others] = readdirSync(under).filter((name) => !name.startsWith('kept-'));
        expect([others, keptBackups(under)]).toEqual([[], []]);
        copyFileSync(join(under, part!), join(under, `kept-${seen}.ctb`));
      },
    });
    expect(seen).toBeGreaterThan(20);
    const kept = readdirSync(under).filter((name) => name.startsWith('kept-'));
    for (const name of kept) await expect(restoreFile(join(under, name), empty.url)).rejects.toThrow(DAMAGED);
    expect(keptBackups(under)).toHaveLength(1);
    expect(await leftIn(empty.url)).toEqual([]);
  });

  it.each(['stopped', 'failing'])('leaves no file when it is %s', async (how) => {
    const into = join(folder, how);
    const ending = new AbortController();
    const making = takeBackup({
      url: base.url,
      folder: into,
      origin: 'command',
      signal: ending.signal,
      progress: (table) => {
        if (table !== 'unit_version') return;
        if (how === 'failing') throw new Error('no more room');
        ending.abort();
      },
    });
    await expect(making).rejects.toThrow();
    expect(readdirSync(into)).toEqual([]);
  });

  it('leaves the database empty when the restoring is stopped', async () => {
    const backup = await checkBackup(file);
    const ending = new AbortController();
    const restoring = restoreBackup(backup, {
      url: empty.url,
      signal: ending.signal,
      progress: (table) => table === 'unit_version' && ending.abort(),
    });
    await expect(restoring).rejects.toThrow();
    expect(await leftIn(empty.url)).toEqual([]);
  });

  it('does not stand in the way of the same file afterwards', async () => {
    expect(basename(file)).toMatch(/^chi-tieu-\d{8}-\d{6}\.ctb$/);
    expect(await said(whole)).toBe('restored');
  });
});
