import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';

let api: Api;
let count = 0;

beforeAll(async () => {
  api = await openApi();
  await saveProcedures(api, '2.000815');
  await nameUnits(api, { '05503': ['H55.164.3'] });
});

beforeEach(async () => {
  await api.db.query(
    'truncate dossier, dossier_version, quarantine, ingest_batch, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total',
  );
});

afterAll(() => api.close());

const row = () => dossierRow({ MaHoSo: dossierCode('H55.164.3', (count += 1)) });

/** What is stored: dossiers, rows in quarantine, receipts. */
async function stored(): Promise<string> {
  const { rows } = await api.db.query<{ what: string }>(
    `select concat_ws('/', (select count(*) from dossier), (select count(*) from quarantine), (select count(*) from ingest_batch)) as what`,
  );
  return rows[0]!.what;
}

function csv(rows: Record<string, string>[], separator = ','): string {
  const names = Object.keys(rows[0] ?? row());
  return [names, ...rows.map((one) => names.map((name) => one[name] ?? ''))]
    .map((line) => line.join(separator))
    .join('\n');
}

const ndjson = (rows: unknown[]) => rows.map((one) => JSON.stringify(one)).join('\n');
const NDJSON = 'application/x-ndjson';
const GZIP = { 'content-encoding': 'gzip' };

describe('a body that can be read', () => {
  it.each([
    [
      'an envelope',
      () => ({ DongBoHoSoMC: { session: 's', service: 'DongBoHoSoMC', isUpdating: 'False', data: [row(), row()] } }),
      {},
    ],
    ['the inside of an envelope', () => ({ service: 'DongBoHoSoMC', data: [row(), row()] }), {}],
    ['an array', () => [row(), row()], {}],
    ['NDJSON', () => ndjson([row(), row()]), { type: NDJSON }],
    ['CSV', () => csv([row(), row()]), { type: 'text/csv' }],
    [
      'CSV with semicolons and a byte order mark',
      () => `\uFEFF${csv([row(), row()], ';')}`,
      { type: 'text/csv; charset=utf-8' },
    ],
    ['an array in gzip', () => gzipSync(JSON.stringify([row(), row()])), { headers: GZIP }],
    [
      'an array in what is written GZIP',
      () => gzipSync(JSON.stringify([row(), row()])),
      { headers: { 'content-encoding': 'GZIP' } },
    ],
    ['NDJSON in gzip', () => gzipSync(ndjson([row(), row()])), { type: NDJSON, headers: GZIP }],
    ['CSV in gzip', () => gzipSync(csv([row(), row()])), { type: 'text/csv', headers: GZIP }],
  ])('is taken: %s', async (_what, body, request) => {
    const { status, body: answer } = await api.ingest(body(), request);
    expect([status, answer.error_code]).toEqual([200, '0']);
    expect(answer.result).toMatchObject({ received: 2, created: 2, updated: 0, unchanged: 0, rejected: 0, errors: [] });
    expect(await stored()).toBe('2/0/1');
  });

  it('is taken when it is one object', async () => {
    const { result } = await api.ingest(row());
    expect(result).toMatchObject({ received: 1, created: 1 });
  });

  it.each([
    ['an empty array', [], {}],
    ['an envelope without rows', { data: [] }, {}],
    ['a CSV of only a header', csv([]), { type: 'text/csv' }],
  ])('has a receipt that says nothing came when it is %s', async (_what, body, request) => {
    const { status, result } = await api.ingest(body, request);
    expect(status).toBe(200);
    expect(result).toMatchObject({ received: 0, created: 0, rejected: 0, errors: [] });
    expect(await stored()).toBe('0/0/1');
  });

  it('may hold a line that does not parse: told and kept by its number, not its text', async () => {
    const text = [JSON.stringify(row()), '{"MaHoSo": "Nguyễn', JSON.stringify(row())].join('\n');
    const { result } = await api.ingest(text, { type: NDJSON });
    expect(result).toMatchObject({ received: 3, created: 2, rejected: 1 });
    expect(result.errors).toEqual([{ row: 2, code: null, field: '', message: 'Dòng không phải JSON hợp lệ.' }]);
    const { rows } = await api.db.query('select row_number, fields from quarantine');
    expect(rows).toEqual([{ row_number: 2, fields: {} }]);
  });

  it('may hold things that are no dossiers: told by their places, like the bad rows around them', async () => {
    const { result } = await api.ingest([row(), 'x', { ...row(), MaTTHC: '' }, null, row()]);
    expect(result).toMatchObject({ received: 5, created: 2, rejected: 3 });
    expect(result.errors.map((error) => [error.row, error.field])).toEqual([
      [2, ''],
      [3, 'MaTTHC'],
      [4, ''],
    ]);
  });

  it('tells by receipt how it was called and how long it was', async () => {
    const body = gzipSync(ndjson([row()]));
    const { result } = await api.ingest(body, {
      type: NDJSON,
      headers: GZIP,
      query: { name: 'tháng 3.ndjson'.normalize('NFD') },
    });
    const query =
      'query ($id: ID!) { ingestBatch(id: $id) { kind name mediaType bytes received created by made openRows } }';
    expect(await api.ask(query, { id: result.batch })).toEqual({
      ingestBatch: {
        kind: 'DOSSIERS',
        name: 'tháng 3.ndjson',
        mediaType: NDJSON,
        bytes: body.length,
        received: 1,
        created: 1,
        by: 'Quản trị hệ thống',
        made: false,
        openRows: 0,
      },
    });
  });

  it('is refused with a name in its address that means nothing, and says that it was only tried where it was', async () => {
    const count = async () => (await api.db.query<{ n: string }>('select count(*) as n from dossier')).rows[0]?.n;
    const before = await count();
    for (const query of [{ dryrun: 'true' }, { dryRun: 'true', dry: '1' }]) {
      const { status, body } = await api.ingest([row()], { query });
      expect([status, (body as { error_code: string }).error_code]).toEqual([400, '1']);
    }
    const tried = await api.ingest([row()], { query: { dryRun: 'true' } });
    expect(tried.result).toMatchObject({ received: 1, created: 1, dryRun: true });
    expect(JSON.stringify(tried.body)).toContain('Chỉ thử, không lưu gì: 1 dòng');
    expect(await count()).toBe(before);
  });

  it('may be named twice, with an odd name or none', async () => {
    for (const query of ['name=a&name=b', `name=${'x'.repeat(5_000)}`, 'name=%00', 'name=', 'dryRun=false']) {
      const response = await api.raw({
        method: 'POST',
        url: `/ingest/dossiers?${query}`,
        headers: { 'content-type': 'application/json' },
        payload: '[]',
      });
      expect([query.slice(0, 20), response.statusCode]).toEqual([query.slice(0, 20), 200]);
    }
  });
});

describe('a body that cannot be read', () => {
  const broken = () => `${JSON.stringify(Array.from({ length: 20_000 }, row)).slice(0, -1)}, {"MaHoSo":`;
  const cut = () => gzipSync(JSON.stringify(Array.from({ length: 5_000 }, row)));

  it.each([
    ['nothing', '', {}],
    ['nothing, as NDJSON', '', { type: NDJSON }],
    ['nothing, as CSV', '', { type: 'text/csv' }],
    ['JSON that breaks at its beginning', '{"MaHoSo"', {}],
    ['JSON that breaks at the end of a large body', broken(), {}],
    ['JSON with something behind it', `${JSON.stringify([row()])}]`, {}],
    ['an envelope without data', { DongBoHoSoMC: { service: 'DongBoHoSoMC' }, service: 'x' }, {}],
    ['CSV without the column of codes', 'MaTTHC,KenhThucHien\n2.000815,2\n', { type: 'text/csv' }],
    ['CSV with a quote that never ends', `${csv([row(), row()])}\n"`, { type: 'text/csv' }],
    ['no gzip though it says so', JSON.stringify([row()]), { headers: GZIP }],
    ['gzip that breaks off', cut().subarray(0, -200), { headers: GZIP }],
    [
      'gzip with a flipped bit',
      Buffer.from(cut().map((byte, at) => (at === 5_000 ? byte ^ 8 : byte))),
      { headers: GZIP },
    ],
    [
      'gzip that breaks off, as CSV',
      gzipSync(csv([row(), row()])).subarray(0, -9),
      { type: 'text/csv', headers: GZIP },
    ],
  ])('is refused with 400, and nothing is stored: %s', async (_what, body, request) => {
    const { status, body: answer } = await api.ingest(body, request);
    expect(status).toBe(400);
    expect(answer).toEqual({
      error_code: '1',
      message: expect.stringContaining('Không đọc được') as string,
      result: null,
    });
    expect(await stored()).toBe('0/0/0');
    expect(api.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  it.each(['/ingest/dossiers', '/ingest/procedures'])(
    'is refused with 400 where nothing comes at all, and nothing says what it would be: %s',
    async (url) => {
      const response = await api.raw({ method: 'POST', url });
      expect(response.statusCode).toBe(400);
      expect(response.json()).toEqual({
        error_code: '1',
        message: expect.stringContaining('nội dung gửi lên trống') as string,
        result: null,
      });
    },
  );

  it.each([
    ['no type', {}],
    ['another type', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['a spreadsheet', { 'content-type': 'application/vnd.oasis.opendocument.spreadsheet' }],
    ['another encoding', { 'content-type': 'application/json', 'content-encoding': 'br' }],
    ['two encodings', { 'content-type': 'application/json', 'content-encoding': 'gzip, gzip' }],
  ])('is refused with 415 when it is announced with %s', async (_what, headers) => {
    const payload = brotliCompressSync('[]');
    const response = await api.raw({ method: 'POST', url: '/ingest/dossiers', headers, payload });
    expect(response.statusCode).toBe(415);
    expect(response.json()).toMatchObject({ error_code: '2', result: null });
    expect(await stored()).toBe('0/0/0');
  });

  it('is refused before it is read where nobody is signed in, or a form might have sent it', async () => {
    const { status } = await api.as(null).ingest([row()]);
    expect(status).toBe(401);
    const login = await api.server.inject({
      method: 'POST',
      url: '/auth/login',
      payload: { username: 'admin', password: 'mật khẩu thử' },
    });
    const cookie = `session=${login.cookies[0]?.value}`;
    const headers = { cookie, 'content-type': 'text/csv' };
    const response = await api.server.inject({
      method: 'POST',
      url: '/ingest/dossiers',
      headers,
      payload: csv([row()]),
    });
    expect(response.statusCode).toBe(403);
    expect(await stored()).toBe('0/0/0');
  });

  it('is told of in the language of the request', async () => {
    const { body } = await api.ingest('{', { headers: { 'accept-language': 'en' } });
    expect(body.message).toBe('The body cannot be read: nothing was stored.');
  });
});

describe('a dry run', () => {
  it.each(['dryRun=1', 'dryRun=TRUE', 'dryRun=', 'dryRun=true&dryRun=true', 'dryRun=true&dryRun=false'])(
    'that is asked for by "%s" is refused, and nothing is stored',
    async (query) => {
      for (const path of ['dossiers', 'procedures']) {
        const response = await api.raw({
          method: 'POST',
          url: `/ingest/${path}?${query}`,
          headers: { 'content-type': 'application/json', 'accept-language': 'en' },
          payload: [{ ...row(), code: '1.000777', name: 'X' }],
        });
        expect([response.statusCode, response.json()]).toEqual([
          400,
          { error_code: '1', message: '"dryRun" is true or false, once: nothing was stored.', result: null },
        ]);
      }
      expect(await stored()).toBe('0/0/0');
      expect((await api.db.query(`select from procedure where code = '1.000777'`)).rowCount).toBe(0);
    },
  );

  it('tells what would become of each row and stores nothing', async () => {
    const known = row();
    const changing = row();
    await api.ingest([known, changing]);
    const { rows: moments } = await api.db.query('select count(*) from moment');
    const rows = [known, { ...changing, KenhThucHien: '1' }, row(), { ...row(), MaTTHC: '9' }];
    const { result } = await api.ingest(rows, { query: { dryRun: 'true' } });
    expect(result).toMatchObject({ received: 4, created: 1, updated: 1, unchanged: 1, rejected: 1 });
    expect(result.errors).toMatchObject([{ row: 4, field: 'MaTTHC' }]);
    expect(await stored()).toBe('2/0/1');
    expect((await api.db.query('select count(*) from moment')).rows).toEqual(moments);
    expect((await api.ingest(rows)).result).toMatchObject({
      received: 4,
      created: 1,
      updated: 1,
      unchanged: 1,
      rejected: 1,
    });
  });
});

it('a CSV whose codes stand in two columns is refused by the name of the column: which of them counts?', async () => {
  const body = 'MaHoSo,MaTTHC,MaHoSo\nH55.164.3-220301-0001,2.000815,H55.164.3-220301-0002\n';
  const answer = await api.ingest(body, { type: 'text/csv' });
  expect([answer.status, answer.body.message]).toEqual([400, expect.stringContaining('MaHoSo')]);
  expect(await stored()).toBe('0/0/0');
});
