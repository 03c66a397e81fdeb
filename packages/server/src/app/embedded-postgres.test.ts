import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildStarter } from '../../test/postgres-starter.ts';
import { borrowEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { keepLogShort } from './embedded-process.ts';
import { processIdentity } from './process-identity.ts';

const log = { info: () => undefined, warn: () => undefined };
let home: string;
let dataDir: string;
let running: EmbeddedPostgres[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chi-tieu-embedded-'));
  dataDir = join(home, 'dữ liệu của tôi');
  mkdirSync(dataDir);
  running = [];
});

afterEach(async () => {
  for (const postgres of running) await postgres.stop();
  rmSync(home, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  running.push(postgres);
  return postgres;
}

async function ask<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

async function keepNote(postgres: EmbeddedPostgres): Promise<void> {
  await ask(postgres.url, `create table note as select 'còn nguyên' as text`);
}

async function readNote(postgres: EmbeddedPostgres): Promise<string | undefined> {
  return (await ask<{ text: string }>(postgres.url, 'select text from note'))[0]?.text;
}

/** As after a kill -9 of the server: PostgreSQL runs on, and the lock names a process that is gone. */
function abandonServer(): void {
  writeFileSync(join(dataDir, 'server.lock'), JSON.stringify({ pid: 1_999_999_999, identity: 'gone' }));
}

describe('a first start', () => {
  it('makes a database that sorts as Vietnamese does, with checksums, in universal time', async () => {
    const { url } = await start();
    const sorted = await ask<{ name: string }>(
      url,
      `select name from unnest(array['Đa','Dy','Ăn','Âu','An']) name order by name`,
    );
    expect(sorted.map(({ name }) => name)).toEqual(['An', 'Ăn', 'Âu', 'Dy', 'Đa']);
    expect(await ask(url, `select current_setting('data_checksums') sums, current_setting('timezone') zone`)).toEqual([
      { sums: 'on', zone: 'UTC' },
    ]);
  });

  it('knows letters with marks as letters when it searches by parts of words', async () => {
    const { url } = await start();
    await ask(url, 'create extension pg_trgm');
    expect(
      await ask(url, `select show_trgm('Đổ') = show_trgm('đổ') as same, cardinality(show_trgm('Đổ')) as parts`),
    ).toEqual([{ same: true, parts: 3 }]);
  });

  it('keeps the password where only its owner can read it, and lets nobody in without', async () => {
    const { url, port } = await start();
    expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600);
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await expect(ask(`postgresql://postgres:guess@127.0.0.1:${port}/postgres`, 'select 1')).rejects.toThrow('password');
  });

  it('stands in a process group of its own, so that a signal to ours does not reach it', async () => {
    const { pid } = await start();
    const groupOf = (id: number): string | undefined =>
      readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ')[2];
    if (process.platform === 'linux') expect(groupOf(pid)).not.toBe(groupOf(process.pid));
    else expect(processIdentity(pid)).not.toBeNull();
  });

  it('starts over when an earlier first start was cut off half way', async () => {
    mkdirSync(join(dataDir, 'postgres.new-cut', 'data'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.new-cut', 'data', 'PG_VERSION'), '18\n');
    const { url } = await start();
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'server.lock']);
  });
});

describe('a later start', () => {
  it('finds the data again after a stop, which leaves no process and no lock behind', async () => {
    const first = await start();
    await keepNote(first);
    await first.stop();
    expect(processIdentity(first.pid)).toBeNull();
    expect(existsSync(join(dataDir, 'server.lock'))).toBe(false);
    expect(await readNote(await start())).toBe('còn nguyên');
  });

  it('keeps a process alive while it is stopped, and not before', async () => {
    const watched = () => process.getActiveResourcesInfo().filter((what) => what === 'ProcessWrap').length;
    // Processes that earlier tests ended may still be on their way out.
    await vi.waitFor(() => expect(watched()).toBe(0), 10_000);
    const first = await start();
    expect(watched()).toBe(0);
    const stopping = first.stop();
    expect(watched()).toBe(1);
    await stopping;
  });

  it('comes up after kill -9 of PostgreSQL, even while one of its processes is still busy', async () => {
    const first = await start();
    await keepNote(first);
    const busy = ask(first.url, 'select count(*) from generate_series(1, 1000000000)').catch(() => 'cut off');
    while (
      (await ask(first.url, `select from pg_stat_activity where query like '%1000000000)' and state = 'active'`))
        .length < 1
    ) {
      await sleep(20);
    }
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    expect(await readNote(await start())).toBe('còn nguyên');
    expect(await busy).toBe('cut off');
  });

  it('ends an orphan of a killed server and takes over its data', async () => {
    const orphan = await start();
    await keepNote(orphan);
    abandonServer();
    const next = await start();
    expect(processIdentity(orphan.pid)).toBeNull();
    expect(await readNote(next)).toBe('còn nguyên');
  });

  it('is not stopped by a pid file whose number belongs to another program by now', async () => {
    const first = await start();
    await keepNote(first);
    const pidFile = readFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8');
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    writeFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), pidFile.replace(/^\d+/, String(process.ppid)));
    expect(await readNote(await start())).toBe('còn nguyên');
  });

  it('refuses a folder that another server uses, and leaves that one alone', async () => {
    const first = await start();
    await keepNote(first);
    await expect(start()).rejects.toThrow(/đang được một máy chủ khác sử dụng.*in use by another server/);
    expect(await readNote(first)).toBe('còn nguyên');
  });
});

it('lends a tool the database of the running server, and starts one where no server runs', async () => {
  const server = await start();
  await keepNote(server);
  const lent = await borrowEmbeddedPostgres({ dataDir, log });
  await lent.stop();
  expect(lent.url).toBe(server.url);
  await server.stop();
  const own = await borrowEmbeddedPostgres({ dataDir, log });
  expect(await ask(own.url, 'select text from note')).toEqual([{ text: 'còn nguyên' }]);
  await own.stop();
  await expect(ask(own.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
});

it('survives kill -9 of the whole server at any time of its first start', async () => {
  const starter = buildStarter();
  try {
    for (const delay of [40, 150, 300, 500, 800]) {
      const server = spawn(process.execPath, [starter.file, dataDir], { detached: true, stdio: 'ignore' });
      await sleep(delay);
      process.kill(-(server.pid ?? 0), 'SIGKILL');
      if (delay > 300) rmSync(join(dataDir, 'postgres'), { recursive: true, force: true, maxRetries: 9 });
    }
    expect(await ask((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  } finally {
    starter.remove();
  }
});

it('empties its log while it runs once that is long, goes on writing it, and leaves a short one as it is', async () => {
  const postgres = await start();
  const logFile = join(dataDir, 'postgres', 'postgres.log');
  const short = readFileSync(logFile, 'utf8');
  keepLogShort({ logFile });
  expect(readFileSync(logFile, 'utf8')).toBe(short);
  writeFileSync(logFile, 'x'.repeat(1_000_001));
  keepLogShort({ logFile });
  expect(statSync(logFile).size).toBe(0);
  await postgres.stop();
  expect(readFileSync(logFile, 'utf8')).toMatch(/^\d{4}-.*shut down/s);
});
