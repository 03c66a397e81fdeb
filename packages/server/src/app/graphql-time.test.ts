import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../test/api.ts';
import { Caller } from '../../test/caller.ts';
import { SERVER_LIMITS } from './http/limits.ts';
import { BUILT_CONSOLE } from './http/page.routes.ts';
import { buildServer } from './http/server.ts';

let api: Api;
let server: FastifyInstance;
let hasty: Caller;
beforeAll(async () => {
  api = await openApi();
  const limits = { ...SERVER_LIMITS, questionMs: 300, changeMs: 300 };
  server = await buildServer(api.app, BUILT_CONSOLE, limits);
  const { cookie = null } = await api.headers();
  hasty = new Caller(server, () => Promise.resolve(cookie));
});
afterAll(async () => {
  await server.close();
  await api.close();
});

/** The statements of the server that PostgreSQL works at, and the transactions that it holds open. */
async function working(): Promise<{ query: string }[]> {
  const found = await api.db.query<{ query: string }>(
    `select query from pg_stat_activity
      where datname = current_database() and application_name = 'chi-tieu' and state <> 'idle'`,
  );
  return found.rows;
}

/** Lets every question and change that looks at a table wait until the work is done. */
async function whileHeld<T>(table: string, work: () => Promise<T>): Promise<T> {
  const holder = await api.db.connect();
  try {
    await holder.query(`begin; lock table ${table} in access exclusive mode`);
    return await work();
  } finally {
    await holder.query('rollback');
    holder.release();
  }
}

const UNITS = '{ units { totalCount nodes { code } } }';

describe('an operation over its time', () => {
  it('is answered with 503 and a code, and its statement is cancelled', async () => {
    await whileHeld('unit_version', async () => {
      const answer = await hasty.gql(UNITS);
      expect([answer.status, answer.code, answer.data, answer.errors.length]).toEqual([503, 'TIMEOUT', null, 1]);
      expect(answer.errors[0]?.message).toBe('Không trả lời được trong 1 giây: hãy hỏi từng phần hoặc thử lại sau.');
      expect(await working()).toEqual([]);
      const english = await hasty.gql(UNITS, {}, { 'accept-language': 'en' });
      expect(english.errors[0]?.message).toMatch(/^This could not be answered within 1 seconds/);
    });
    expect((await api.gql(UNITS)).errors).toEqual([]);
  });

  it('is so however many there are: more than there are connections', async () => {
    await whileHeld('unit_version', async () => {
      const answers = await Promise.all(Array.from({ length: 30 }, () => hasty.gql(UNITS)));
      expect(new Set(answers.map(({ status, code }) => `${status} ${code}`))).toEqual(new Set(['503 TIMEOUT']));
      expect(await working()).toEqual([]);
    });
    expect((await api.gql(UNITS)).errors).toEqual([]);
  });

  it('changes nothing, waits for nothing, and keeps no lock', async () => {
    const change = 'mutation { setUnitAliases(unit: "165", aliases: ["H55.165"]) { code } }';
    await whileHeld('unit_alias', async () => {
      const answer = await hasty.gql(change);
      expect([answer.status, answer.code]).toEqual([503, 'TIMEOUT']);
      expect(await working()).toEqual([]);
    });
    expect((await api.db.query('select from unit_alias')).rowCount).toBe(0);
    expect((await api.gql(change)).errors).toEqual([]);
  });

  it('is told to who runs the server, as what it is', () => {
    const told = api.logged.filter((line) => line.includes('an operation was over its time'));
    expect(told.length).toBeGreaterThan(30);
    expect(api.logged.join('\n')).not.toContain('unexpected error');
  });
});

it('has half a minute, a change two', () => {
  expect([SERVER_LIMITS.questionMs, SERVER_LIMITS.changeMs]).toEqual([30_000, 120_000]);
});
