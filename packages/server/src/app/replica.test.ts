import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameUnits } from '../../test/factories.ts';
import { factsSeenBy } from '../../test/facts.ts';
import { Caller } from '../../test/caller.ts';
import { startPair, type Pair } from '../../test/replica.ts';
import { ADMIN, TEST_CONFIG } from '../../test/test-config.ts';
import { isAsFar } from './replica.ts';
import { start, type Running } from './start.ts';

const UNIT = '{ unit(code: "05503") { name aliases } }';

describe('with a streaming replica', () => {
  let pair: Pair;
  let running: Running;
  let admin: Caller;
  let owner: pg.Client;
  let standby: pg.Client;
  beforeAll(async () => {
    pair = await startPair();
    const config = { ...TEST_CONFIG, databaseUrl: pair.primary, databaseReplicaUrl: pair.replica, answerCacheMb: 0 };
    running = await start(config, pino({ level: 'silent' }));
    const { server } = running;
    const signIn = async () => {
      const [session] = (await server.inject({ method: 'POST', url: '/auth/login', payload: ADMIN })).cookies;
      return `session=${session?.value}`;
    };
    let cookie: Promise<string> | null = null;
    admin = new Caller(server, () => (cookie ??= signIn()));
    owner = new pg.Client(pair.primary);
    await owner.connect();
    standby = new pg.Client(pair.replica);
    standby.on('error', () => undefined);
    await standby.connect();
    await untilAsFar();
  }, 120_000);
  afterAll(async () => {
    await owner.end();
    await standby.end().catch(() => undefined);
    await running.stop();
    await pair.stop();
  });

  /** Waits until the replica has replayed all that the primary has written. */
  async function untilAsFar(): Promise<void> {
    const { rows } = await owner.query<{ at: string }>('select pg_current_wal_insert_lsn()::text as at');
    for (let time = 0; time < 600; time += 1) {
      const found = await standby.query<{ done: boolean }>('select pg_last_wal_replay_lsn() >= $1::pg_lsn as done', [
        rows[0]?.at,
      ]);
      if (found.rows[0]?.done) return;
      await sleep(50);
    }
    throw new Error('the replica never came so far');
  }

  async function counted(outcome: string): Promise<number> {
    const { body } = await admin.raw({ method: 'GET', url: '/metrics' });
    return Number(
      new RegExp(`^questions_at_replica_total\\{outcome="${outcome}"\\} (\\d+)$`, 'm').exec(body)?.[1] ?? 0,
    );
  }

  const aliases = async () => (await admin.ask<{ unit: { aliases: string[] } }>(UNIT)).unit.aliases;
  const rename = (alias: string) => nameUnits(admin as never, { '05503': [alias] });

  it('answers facts there once it is as far as the primary, and the same as there', async () => {
    const before = await counted('answered');
    await rename('Tên một');
    await untilAsFar();
    expect(await aliases()).toEqual(['Tên một']);
    expect(await counted('answered')).toBe(before + 1);
    const seen = await factsSeenBy(admin);
    await pauseReplay(true);
    await rename('Tên hai');
    await rename('Tên một');
    const atPrimary = await factsSeenBy(admin);
    await pauseReplay(false);
    expect(atPrimary).toEqual(seen);
  });

  async function pauseReplay(isPaused: boolean): Promise<void> {
    await standby.query(isPaused ? 'select pg_wal_replay_pause()' : 'select pg_wal_replay_resume()');
  }

  it('never shows what the replica has not heard of as if it were not: behind, the primary answers', async () => {
    await pauseReplay(true);
    const before = await counted('behind');
    await rename('Tên ba');
    expect(await aliases()).toEqual(['Tên ba']);
    expect(await counted('behind')).toBe(before + 1);
    await pauseReplay(false);
    await untilAsFar();
    expect(await aliases()).toEqual(['Tên ba']);
  });

  it('answers all the same where what is replayed breaks off what is asked there', async () => {
    const reading = { isOver: false };
    const replaying = (async () => {
      while (!reading.isOver) {
        // Replayed at the replica, this ends whoever reads these tables there.
        await owner.query('begin; lock table unit_alias, unit_version, month_total in access exclusive mode; commit');
        await sleep(5);
      }
    })();
    const answers: string[][] = [];
    for (let time = 0; time < 6; time += 1)
      answers.push(...(await Promise.all([factsSeenBy(admin), factsSeenBy(admin), factsSeenBy(admin)])));
    reading.isOver = true;
    await replaying;
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.join('')).not.toContain('"errors"');
  });

  it('answers all the same while the replica is gone, and asks it again when it is back', async () => {
    await untilAsFar();
    await standby.end();
    await pair.stopReplica();
    expect(await aliases()).toEqual(['Tên ba']);
    expect(await counted('away')).toBeGreaterThan(0);
    await pair.startReplica();
    const before = await counted('answered');
    for (let time = 0; time < 200 && (await counted('answered')) === before; time += 1) {
      expect(await aliases()).toEqual(['Tên ba']);
      await sleep(100);
    }
    expect(await counted('answered')).toBeGreaterThan(before);
  });
});

it.each([
  ['10@1700000000.123 0076-a.sql', '10@1700000000.123 0076-a.sql', true],
  ['11@1700000000.124 0076-a.sql', '10@1700000000.123 0076-a.sql', true],
  ['9@1700000000.122 0076-a.sql', '10@1700000000.123 0076-a.sql', false],
  ['11@1700000000.124 0075-a.sql', '10@1700000000.123 0076-a.sql', false],
  ['nothing 0076-a.sql', '10@1700000000.123 0076-a.sql', false],
])('what stands at %s shows all that was sealed at %s: %s', (stand, asked, expected) => {
  expect(isAsFar(stand, asked)).toBe(expected);
});
