import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierCode, dossierRow, figure, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { differences } from '../../../../test/verifying.ts';

let api: Api;
let address: string;

beforeAll(async () => {
  api = await openApi();
  address = await api.listen();
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  await nameUnits(api, { '05503': ['H55.164.3'] });
});

beforeEach(async () => {
  await api.db.query(
    'truncate dossier, dossier_version, quarantine, ingest_batch, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total',
  );
});

afterAll(() => api.close());

const NDJSON = 'application/x-ndjson';
const rows = (from: number, count: number, facts = {}) =>
  Array.from({ length: count }, (_, i) => dossierRow({ MaHoSo: dossierCode('H55.164.3', from + i), ...facts }));
const lines = (some: unknown[]) => some.map((row) => `${JSON.stringify(row)}\n`).join('');

async function stored(): Promise<string> {
  const { rows: found } = await api.db.query<{ what: string }>(
    `select concat_ws('/', (select count(*) from dossier), (select count(*) from quarantine), (select count(*) from ingest_batch),
       (select count(*) from ledger), (select count(*) from day_total)) as what`,
  );
  return found[0]!.what;
}

/** An import over a real connection whose body is still open. */
async function open(type = NDJSON, more: Record<string, string> = {}): Promise<ClientRequest> {
  const headers = { ...(await api.headers()), 'content-type': type, ...more };
  const call = request(`${address}/ingest/dossiers`, { method: 'POST', headers });
  call.on('error', () => undefined);
  return call;
}

async function answerTo(call: ClientRequest): Promise<{ status: number; body: { error_code?: string } }> {
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode ?? 0, body: JSON.parse(text) as { error_code?: string } };
}

/** Waits until a connection of the server's is seen doing something; gives its process. */
async function backend(doing: string): Promise<number> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const { rows: found } = await api.db.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and application_name = 'chi-tieu' and ${doing}`,
    );
    if (found[0]) return found[0].pid;
    await sleep(10);
  }
  throw new Error(`no connection was ever seen: ${doing}`);
}

async function nobodyWrites(): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const { rows: found } = await api.db.query(
      `select 1 from pg_stat_activity where datname = current_database() and application_name = 'chi-tieu' and state <> 'idle'`,
    );
    if (found.length === 0) return;
    await sleep(10);
  }
  throw new Error('a transaction was left open');
}

const COPYING = `query like 'copy staged%'`;

describe('a connection that breaks off in the middle of a body', () => {
  it.each([
    ['NDJSON', NDJSON, () => Buffer.from(lines(rows(1, 500))), {}],
    ['JSON', 'application/json', () => Buffer.from(JSON.stringify(rows(1, 500)).slice(0, -1)), {}],
    ['CSV', 'text/csv', () => Buffer.from(`MaHoSo,MaTTHC\n${'a,b\n'.repeat(500)}`), {}],
    ['gzip', NDJSON, () => gzipSync(lines(rows(1, 500))).subarray(0, 1_000), { 'content-encoding': 'gzip' }],
  ])('stores nothing and leaves nothing open: %s', async (_what, type, body, headers) => {
    const call = await open(type, headers);
    call.write(body());
    await backend(COPYING);
    call.destroy();
    await nobodyWrites();
    expect(await stored()).toBe('0/0/0/0/0');
    expect((await fetch(`${address}/health`)).status).toBe(200);
  });

  it('keeps what was finished before', async () => {
    expect((await api.ingest(rows(1, 50))).result.created).toBe(50);
    const call = await open();
    call.write(lines(rows(1, 500, { KenhThucHien: '1' })));
    await backend(COPYING);
    call.destroy();
    await nobodyWrites();
    expect(await stored()).toBe('50/0/1/2/2');
    expect(await figure(api, '05503')).toBe('50/50');
    expect(await differences(api)).toEqual([]);
  });

  it('leaves no place in the queue taken', async () => {
    const calls = await Promise.all(Array.from({ length: 8 }, () => open()));
    for (const call of calls) call.write(lines(rows(1, 20)));
    await backend(COPYING);
    for (const call of calls) call.destroy();
    await nobodyWrites();
    expect((await api.ingest(rows(1, 5))).result.created).toBe(5);
  });
});

describe('a body that is refused while it is still being sent', () => {
  it.each([
    ['JSON that closes too much', 'application/json', ']', {}],
    ['no gzip though it says so', NDJSON, 'plain text', { 'content-encoding': 'gzip' }],
    ['no type', 'text/plain', 'x', {}],
  ])('is answered all the same: %s', async (_what, type, start, headers) => {
    const call = await open(type, headers);
    const answer = answerTo(call);
    call.write(start);
    await new Promise<void>((sent) => {
      call.end('x'.repeat(8_000_000), sent);
    });
    expect((await answer).body.error_code).not.toBe('0');
    expect(await stored()).toBe('0/0/0/0/0');
  });
});

describe('a batch whose database connection is ended', () => {
  async function withHeld<T>(lock: string, use: () => Promise<T>): Promise<T> {
    const holder = await api.db.connect();
    try {
      await holder.query(`begin; ${lock}`);
      return await use();
    } finally {
      await holder.query('rollback');
      holder.release();
    }
  }
  const terminate = (pid: number) => api.db.query('select pg_terminate_backend($1)', [pid]);

  it('while rows are copied leaves nothing half', async () => {
    const call = await open();
    call.write(lines(rows(1, 2_000)));
    await terminate(await backend(COPYING));
    const answer = answerTo(call);
    call.end(lines(rows(2_001, 100)));
    expect((await answer).status).toBe(503);
    expect(await stored()).toBe('0/0/0/0/0');
  });

  it.each([
    ['while it waits for another writer', 'advisory', 'select pg_advisory_xact_lock(793002)'],
    ['while it writes dossiers', 'relation', 'lock table dossier in exclusive mode'],
    ['while it books figures', 'relation', 'lock table month_total in exclusive mode'],
    ['when only its moment is left to be sealed', 'advisory', 'select pg_advisory_xact_lock(793001)'],
  ])('%s leaves nothing half, and the same body can be sent again', async (_when, lock, hold) => {
    await api.ingest(rows(1, 30));
    const before = await stored();
    const sent = await withHeld(hold, async () => {
      const answer = api.ingest([...rows(1, 30, { KenhThucHien: '1' }), ...rows(31, 30)]);
      await terminate(await backend(`wait_event_type = 'Lock' and wait_event = '${lock}'`));
      return { answer };
    });
    expect((await sent.answer).status).toBe(503);
    expect(await stored()).toBe(before);
    expect(await differences(api)).toEqual([]);
    const again = await api.ingest([...rows(1, 30, { KenhThucHien: '1' }), ...rows(31, 30)]);
    expect(again.result).toMatchObject({ created: 30, updated: 30 });
    expect(await figure(api, '05503')).toBe('30/60');
    expect(await differences(api)).toEqual([]);
  });
});
