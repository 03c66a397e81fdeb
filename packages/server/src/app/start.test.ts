import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN, TEST_CONFIG } from '../../test/test-config.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { postmasterState } from './postmaster.ts';
import { processIdentity } from './process-identity.ts';
import { start, type Running } from './start.ts';

const quiet = pino({ level: 'silent' });
const patient = { timeout: 30_000, interval: 50 };
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'chi-tieu-start-'));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

const data = () => join(dataDir, 'postgres', 'data');
const postmaster = () => postmasterState(data())?.pid ?? NaN;

describe('a running server', () => {
  let running: Running;
  let isOver: boolean;

  beforeEach(async () => {
    running = await start({ ...TEST_CONFIG, seed: 'base', dataDir }, quiet);
    isOver = false;
  });

  afterEach(async () => {
    if (!isOver) await running.stop();
  });

  const health = async () => (await fetch(`${running.address}/health`)).status;
  const signIn = () =>
    fetch(`${running.address}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ADMIN),
    });
  /** What has been heard of the database by now. */
  const heard = () => Promise.race([running.databaseLost.then(() => 'lost'), sleep(50).then(() => 'nothing')]);

  it('brings its own PostgreSQL back when that was killed, and goes on with what was stored', async () => {
    const session = (await signIn()).headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    for (let time = 0; time < 2; time += 1) {
      const killed = postmaster();
      process.kill(killed, 'SIGKILL');
      await expect.poll(() => postmaster() !== killed && health(), patient).toBe(200);
    }
    const asked = await fetch(`${running.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: session.join('; ') },
      body: JSON.stringify({ query: '{ me { username } }' }),
    });
    expect(await asked.json()).toEqual({ data: { me: { username: ADMIN.username } } });
    expect((await signIn()).status).toBe(200);
    expect(await heard()).toBe('nothing');
  });

  it('says that it is not well while the database does not answer, and when to ask again', async () => {
    const processes = await running.app.db.query<{ pid: number }[]>('select pid from pg_stat_activity');
    const pids = [postmaster(), ...processes.map(({ pid }) => pid)];
    // It takes what is asked and answers nothing.
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    try {
      const seen = await fetch(`${running.address}/health`);
      expect([seen.status, seen.headers.get('retry-after')]).toEqual([503, '5']);
      expect((await fetch(`${running.address}/metrics`)).status).toBe(200);
    } finally {
      for (const pid of pids) process.kill(pid, 'SIGCONT');
    }
    await expect.poll(health, patient).toBe(200);
  });

  it('does not take its own stop for an end unasked', async () => {
    const last = postmaster();
    await running.stop();
    isOver = true;
    expect([await heard(), processIdentity(last)]).toEqual(['nothing', null]);
  });
});

it('gives a PostgreSQL up that ends again and again, and frees the folder', async () => {
  const postgres = await startEmbeddedPostgres({ dataDir, log: quiet, revive: { most: 2, withinMs: 600_000 } });
  const killed: number[] = [];
  for (let time = 0; time < 3; time += 1) {
    const next = () => !killed.includes(postmaster()) && postmasterState(data())?.status === 'ready';
    await expect.poll(next, patient).toBe(true);
    killed.push(postmaster());
    process.kill(postmaster(), 'SIGKILL');
  }
  await postgres.ended;
  expect(killed).toHaveLength(3);
  const other = await startEmbeddedPostgres({ dataDir, log: quiet });
  await other.stop();
});

it('can be stopped while it is brought back', async () => {
  const postgres = await startEmbeddedPostgres({ dataDir, log: quiet, revive: { most: 2, withinMs: 600_000 } });
  process.kill(postgres.pid, 'SIGKILL');
  await expect.poll(() => processIdentity(postgres.pid), patient).toBeNull();
  await postgres.stop();
  expect(processIdentity(postmaster())).toBeNull();
});
