import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { buildAccount, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { ingestRoutes } from './ingest.routes.ts';

let api: Api;
/** The same routes with limits that a test can reach. */
let small: FastifyInstance;

const SMALL = { bytes: 100_000, rows: 200, idleMs: 1_500 };

beforeAll(async () => {
  api = await openApi();
  await saveProcedures(api, '2.000815');
  await nameUnits(api, { '05503': ['H55.164.3'] });
  small = fastify();
  await small.register(cookie);
  await small.register(async (scope) => ingestRoutes(scope, api.app, { DOSSIERS: SMALL, PROCEDURES: SMALL }));
  await small.listen({ host: '127.0.0.1', port: 0 });
});

beforeEach(() =>
  api.db.query(
    'truncate month_standing, booked_moment, dossier, dossier_version, quarantine, ingest_batch, ledger, service_ledger, service_total',
  ),
);

afterAll(async () => {
  await small.close();
  await api.close();
});

const NDJSON = 'application/x-ndjson';
const TYPES = ['application/json', NDJSON, 'text/csv'] as const;
const KINDS = ['dossiers', 'procedures'] as const;

const rowOf = (kind: (typeof KINDS)[number], number: number): Record<string, string> =>
  kind === 'dossiers'
    ? dossierRow({ MaHoSo: dossierCode('H55.164.3', number) })
    : { code: `1.${String(number).padStart(6, '0')}`, name: 'X' };

/** A body of so many rows, followed by as many blank bytes. */
function bodyOf(kind: (typeof KINDS)[number], type: (typeof TYPES)[number], count: number, blanks = 0): string {
  const rows = Array.from({ length: count }, (_, i) => rowOf(kind, i + 1));
  const names = Object.keys(rows[0] ?? {});
  const text = {
    'application/json': () => JSON.stringify(rows),
    [NDJSON]: () => rows.map((row) => JSON.stringify(row)).join('\n'),
    'text/csv': () =>
      [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))].map((line) => line.join()).join('\n'),
  }[type]();
  return text + '\n'.repeat(blanks);
}

async function send(kind: string, type: string, payload: string | Buffer, more: Record<string, string> = {}) {
  const headers = { ...(await api.headers()), 'content-type': type, 'accept-language': 'en', ...more };
  const response = await small.inject({ method: 'POST', url: `/ingest/${kind}`, headers, payload });
  const { message, result } = response.json<{ message: string; result: { created: number } | null }>();
  return { status: response.statusCode, message, created: result?.created };
}

async function stored(): Promise<string> {
  const { rows } = await api.db.query<{ what: string }>(
    `select concat_ws('/', (select count(*) from dossier), (select count(*) from procedure where code < '1.01'),
       (select count(*) from quarantine), (select count(*) from ingest_batch)) as what`,
  );
  return rows[0]!.what;
}

describe.each(KINDS)('a body of %s', (kind) => {
  it.each(TYPES)('may have as many rows as it may have, and not one more: %s', async (type) => {
    const before = await stored();
    expect(await send(kind, type, bodyOf(kind, type, 201))).toEqual({
      status: 413,
      message: 'The body has more than 200 rows: send it in parts. Nothing was stored.',
      created: undefined,
    });
    expect(await stored()).toBe(before);
    expect(await send(kind, type, bodyOf(kind, type, 200))).toMatchObject({ status: 200 });
    expect(await stored()).not.toBe(before);
  });

  it.each(TYPES)('may have as many bytes as it may have, packed or not, and not one more: %s', async (type) => {
    const text = bodyOf(kind, type, 3);
    const most = bodyOf(kind, type, 3, SMALL.bytes - Buffer.byteLength(text));
    const before = await stored();
    for (const [body, more] of [
      [`${most}\n`, {}],
      [gzipSync(`${most}\n`), { 'content-encoding': 'gzip' }],
    ] as const) {
      expect(await send(kind, type, body, more)).toMatchObject({ status: 413 });
      expect(await stored()).toBe(before);
    }
    expect(await send(kind, type, gzipSync(most), { 'content-encoding': 'gzip' })).toMatchObject({ status: 200 });
  });
});

describe('a catalogue', () => {
  const take = (body: string | Buffer, type: string, headers: Record<string, string> = {}) =>
    api.ingest(body, { path: '/ingest/procedures', type, headers: { 'accept-language': 'en', ...headers } });

  it('has at most 50,000 rows', async () => {
    const { status, body } = await take('{}\n'.repeat(50_001), NDJSON);
    expect([status, body.message]).toEqual([
      413,
      'The body has more than 50000 rows: send it in parts. Nothing was stored.',
    ]);
    const { result } = await take(`${'{}\n'.repeat(49_999)}{"code":"1.999999","name":"X"}`, NDJSON);
    expect(result).toMatchObject({ received: 50_000, created: 1, rejected: 49_999 });
    expect((await api.db.query('select from quarantine')).rowCount).toBe(49_999);
  });

  it('has at most 64 MB', async () => {
    const { status, body } = await take(`[${' '.repeat(64 * 1024 ** 2)}]`, 'application/json');
    expect([status, body.message]).toEqual([
      413,
      'The body is longer than 64 MB when unpacked: send it in parts. Nothing was stored.',
    ]);
  });
});

describe('a body in gzip', () => {
  it('is refused where it is mostly made by unpacking it', async () => {
    const { status, body } = await api.ingest(gzipSync('\n'.repeat(12_000_000)), {
      type: NDJSON,
      headers: { 'content-encoding': 'gzip', 'accept-language': 'en' },
    });
    expect([status, body.message]).toEqual([
      413,
      'The body is packed too tightly (more than 200 times): nothing was stored.',
    ]);
  });

  it('is refused where it holds more rows than such bytes can', async () => {
    const before = await stored();
    const many = gzipSync(`[${'{},'.repeat(50_000)}{}]`);
    const { status, body } = await api.ingest(many, {
      headers: { 'content-encoding': 'gzip', 'accept-language': 'en' },
    });
    expect([status, body.message]).toEqual([
      413,
      'The body is packed too tightly (more than 400 rows a kB): nothing was stored.',
    ]);
    expect(await stored()).toBe(before);
  });

  it('may be packed tightly where it is small, or hold much where it is packed as such things are', async () => {
    const row = JSON.stringify(rowOf('dossiers', 1));
    const some = gzipSync(row + '\n'.repeat(900_000));
    const much = gzipSync(
      Buffer.concat([
        Buffer.from(row),
        Buffer.from('\n'.repeat(12_000_000)),
        Buffer.from(`{"x":"${randomBytes(60_000).toString('hex')}"}`),
      ]),
    );
    for (const body of [some, much]) {
      const { status } = await api.ingest(body, { type: NDJSON, headers: { 'content-encoding': 'gzip' } });
      expect(status).toBe(200);
    }
  });
});

describe('a body that stops coming', () => {
  const begun = async (more: Record<string, string> = {}) => {
    const { port } = small.server.address() as AddressInfo;
    const headers = { ...(await api.headers()), 'content-type': NDJSON, ...more };
    const call = request({ port, host: '127.0.0.1', path: '/ingest/dossiers', method: 'POST', headers });
    call.on('error', () => undefined);
    return call;
  };

  it.each([
    ['as it is', {}, () => `${bodyOf('dossiers', NDJSON, 20)}\n`],
    ['in gzip', { 'content-encoding': 'gzip' }, () => gzipSync(bodyOf('dossiers', NDJSON, 150)).subarray(0, 300)],
    ['before its first byte', {}, () => ''],
  ])('is broken off, and nothing of it is stored: %s', async (_how, headers, begin) => {
    const before = await stored();
    const call = await begun(headers);
    const answered = once(call, 'response') as Promise<[IncomingMessage]>;
    call.flushHeaders();
    call.write(begin());
    const [response] = await answered;
    let text = '';
    for await (const chunk of response) text += String(chunk);
    expect([response.statusCode, text]).toEqual([408, expect.stringContaining('1,5 giây') as string]);
    if (!call.destroyed) await once(call, 'close');
    const unfinished = `select from pg_stat_activity where datname = current_database() and application_name = 'chi-tieu' and state like 'idle in%'`;
    expect([await stored(), (await api.db.query(unfinished)).rowCount]).toEqual([before, 0]);
  });

  it('lets those in that waited behind it', async () => {
    const idle = await Promise.all(Array.from({ length: 4 }, () => begun()));
    for (const call of idle) call.write(`${bodyOf('dossiers', NDJSON, 5)}\n`);
    expect(await send('dossiers', NDJSON, bodyOf('dossiers', NDJSON, 5))).toMatchObject({ status: 200, created: 5 });
  });

  it('leaves places to other accounts, whatever one account holds', async () => {
    const idle = await Promise.all(Array.from({ length: 6 }, () => begun()));
    for (const call of idle) call.write(`${bodyOf('dossiers', NDJSON, 5)}\n`);
    const answered: string[] = [];
    const first = Promise.race(idle.map((call) => once(call, 'response'))).then(() => answered.push('the one'));
    const other = api.as(await buildAccount(api, { role: 'INTEGRATION' }));
    await sleep(300);
    const { statusCode } = await small.inject({
      method: 'POST',
      url: '/ingest/dossiers',
      headers: { ...(await other.headers()), 'content-type': NDJSON },
      payload: bodyOf('dossiers', NDJSON, 5),
    });
    answered.push('the other');
    await first;
    expect([statusCode, answered]).toEqual([200, ['the other', 'the one']]);
    for (const call of idle) call.destroy();
  });

  it('is broken off where it comes slowly while others wait for its place', async () => {
    const { port } = small.server.address() as AddressInfo;
    const others = await Promise.all([1, 2].map(async () => api.as(await buildAccount(api, { role: 'INTEGRATION' }))));
    const statuses: (number | undefined)[] = [];
    const calls = await Promise.all(
      others.concat(others).map(async (by) => {
        const headers = { ...(await by.headers()), 'content-type': NDJSON };
        const call = request({ port, host: '127.0.0.1', path: '/ingest/dossiers', method: 'POST', headers });
        call.on('error', () => undefined);
        call.on('response', (response) => void statuses.push(response.resume().statusCode));
        call.flushHeaders();
        return call;
      }),
    );
    const dripping = setInterval(() => calls.forEach((call) => call.write(' '.repeat(150))), 100);
    await sleep(500);
    expect(await send('dossiers', NDJSON, bodyOf('dossiers', NDJSON, 5))).toMatchObject({ status: 200 });
    clearInterval(dripping);
    for (const call of calls) call.destroy();
    expect(statuses).toContain(408);
  });

  /** Sends a text in pieces, one every tenth of a second, until it is through or refused. */
  async function trickle(text: string, bytes: number): Promise<number | undefined> {
    const call = await begun();
    const answered = once(call, 'response') as Promise<[IncomingMessage]>;
    let status: number | undefined;
    void answered.then(([{ statusCode }]) => (status = statusCode));
    for (let at = 0; at < text.length && status === undefined; at += bytes) {
      call.write(text.slice(at, at + bytes));
      await sleep(100);
    }
    call.end();
    const [response] = await answered;
    response.resume();
    return response.statusCode;
  }

  it('is taken where it comes slowly but never stops', async () => {
    expect(await trickle(bodyOf('dossiers', NDJSON, 20), 150)).toBe(200);
    expect((await stored()).split('/')[0]).toBe('20');
  });

  it('is broken off where it goes on slower than any line, though nobody waits for its place', async () => {
    expect(await trickle(bodyOf('dossiers', NDJSON, 20, 20_000), 150)).toBe(408);
    expect((await stored()).split('/')[0]).toBe('0');
  });

  it('is taken where it goes on as a slow line brings it', async () => {
    expect(await trickle(bodyOf('dossiers', NDJSON, 20, 90_000), 1_300)).toBe(200);
    expect((await stored()).split('/')[0]).toBe('20');
  });

  it('is broken off where only drops come: they would hold a place for ever', async () => {
    expect(await trickle(`${bodyOf('dossiers', NDJSON, 1)}\n`.repeat(20), 5)).toBe(408);
    expect((await stored()).split('/')[0]).toBe('0');
  });
});
