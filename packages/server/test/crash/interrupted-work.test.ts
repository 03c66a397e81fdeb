import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launch } from '../../src/app/embedded-binaries.ts';
import { migrate, readMigrations } from '../../src/app/migrate.ts';
import { keptBackups } from '../../src/features/backup/backup-folder.ts';
import { readHead } from '../../src/features/backup/read-backup.ts';
import { bareDatabase, cloneDatabase, poolOf, type TestDatabase } from '../database.ts';
import { builtServer } from './product.ts';

const MINUTES = 60_000;
const patient = { timeout: MINUTES, interval: 5 };
const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

let folder: string;
let database: TestDatabase | null;
let db: pg.Pool;
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chi-tieu-interrupted-'));
  database = null;
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  if (database) await db.end();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

function use(made: TestDatabase): string {
  database = made;
  db = poolOf(made.url, 2);
  return made.url;
}

/** Runs Node as a process of its own, which a test may kill. */
function run(args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const { command, args: all } = launch(process.execPath, args, null, 'KILL');
  const child = spawn(command, all, { env: { PATH: process.env['PATH'], ...env }, stdio: 'ignore' });
  children.push(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  expect(child.exitCode).toBeNull();
  child.kill('SIGKILL');
  await ended;
}

describe('a migration', () => {
  const SLOW = `create table half (a int); insert into half values (1); select pg_sleep(0.5);
    insert into half values (2); alter table half add b int not null default 7;`;

  it(
    'whose server is killed in the middle is applied whole by the next start, once',
    async () => {
      cpSync(MIGRATIONS, folder, { recursive: true });
      writeFileSync(join(folder, '9998-slow.sql'), SLOW);
      writeFileSync(join(folder, '9999-after.sql'), 'create table after_half as select count(*) as n from half;');
      const url = use(await bareDatabase());
      const code = `import(${JSON.stringify(pathToFileURL(join(await builtServer(), 'app', 'migrate.js')).href)})
      .then((m) => m.migrate(${JSON.stringify(url)}, m.readMigrations(${JSON.stringify(folder)})))`;
      for (let time = 0; time < 2; time += 1) {
        const child = run(['-e', code]);
        const isSleeping = () =>
          db
            .query(`select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`)
            .then(({ rowCount }) => rowCount);
        await expect.poll(isSleeping, patient).toBe(1);
        await kill(child);
        expect((await db.query(`select to_regclass('half') as half`)).rows).toEqual([{ half: null }]);
      }
      expect(await migrate(url, readMigrations(folder))).toEqual(['9998-slow.sql', '9999-after.sql']);
      expect((await db.query('select a, b from half order by a')).rows).toEqual([
        { a: 1, b: 7 },
        { a: 2, b: 7 },
      ]);
      expect((await db.query('select n::int from after_half')).rows).toEqual([{ n: 2 }]);
      expect(await migrate(url, readMigrations(folder))).toEqual([]);
    },
    MINUTES,
  );
});

describe('a backup', () => {
  it(
    'whose process is killed in the middle leaves no file under a name of a backup, and is none’s hindrance',
    async () => {
      const url = use(await cloneDatabase('base'));
      // Enough that writing it takes a while.
      await db.query(`insert into moment (at, purpose) select now(), md5(n::text) from generate_series(1, 400000) n`);
      const tool = [join(await builtServer(), 'tools', 'backup.js')];
      const env = { DATABASE_URL: url, DATA_DIR: folder };
      const backups = join(folder, 'backups');
      const child = run(tool, env);
      const drafts = () => {
        try {
          return readdirSync(backups).filter((name) => name.endsWith('.part')).length;
        } catch {
          return 0;
        }
      };
      await expect.poll(drafts, patient).toBe(1);
      await kill(child);
      expect([keptBackups(backups), drafts()]).toEqual([[], 1]);
      const next = run(tool, env);
      const code = await new Promise<number | null>((done) => next.once('exit', done));
      expect(code).toBe(0);
      const [kept, ...more] = keptBackups(backups);
      expect([more, (await readHead(kept?.file ?? '')).origin]).toEqual([[], 'command']);
    },
    2 * MINUTES,
  );
});
