import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { makeWorkbook } from '../../../../test/workbook.ts';

let api: Api;
let address: string;
beforeAll(async () => {
  api = await openApi();
  address = await api.listen();
  await nameUnits(api, { '05506': ['H55.9.1'] });
  await saveProcedures(api, '2.000815');
});
afterAll(() => api.close());
beforeEach(() => async () => {
  await api.db.query('delete from quarantine; delete from ingest_batch; delete from dossier');
});

const BOUNDARY = '----thu';
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;
const row = (number: number) => dossierRow({ MaHoSo: dossierCode('H55.9.1', number) });
const rows = (from: number, count: number) => Array.from({ length: count }, (_, at) => row(from + at));

interface Part {
  name?: string;
  type?: string;
  content: string | Buffer;
}
const partOf = ({ name, type = 'application/json', content }: Part): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="tep"${name === undefined ? '' : `; filename="${name}"`}\r\n` +
        `Content-Type: ${type}\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
const formOf = (...parts: Part[]): Buffer => Buffer.concat([...parts.map(partOf), Buffer.from(`--${BOUNDARY}--\r\n`)]);
const jsonPart = (some: object[]): Part => ({ name: 'ho-so.json', content: JSON.stringify(some) });

interface Answer {
  status: number;
  body: { message: string; result: { batch: string; created: number; received: number; checksum: string } | null };
}
async function send(payload: Buffer, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await api.raw({
    method: 'POST',
    url: '/ingest/dossiers',
    headers: { 'content-type': TYPE, 'accept-language': 'en', ...headers },
    payload,
  });
  return { status: response.statusCode, body: response.json() };
}
async function stored(): Promise<string> {
  const { rows: found } = await api.db.query<{ what: string }>(
    "select concat_ws('/', (select count(*) from dossier), (select count(*) from quarantine), (select count(*) from ingest_batch)) as what",
  );
  return found[0]!.what;
}

describe('POST /ingest/dossiers with a form', () => {
  it('takes its one file, by its type or else by its ending, with fields beside it', async () => {
    const { body } = await send(
      formOf({ type: 'text/plain', content: 'ghi chú' }, jsonPart(rows(1, 3)), { type: 'text/plain', content: 'x' }),
    );
    expect(body.result).toMatchObject({ received: 3, created: 3 });
    const csv = `MaHoSo,MaTTHC,KenhThucHien,NgayTiepNhan,TrangThaiHoSo\n${dossierCode('H55.9.1', 9)},2.000815,2,20220301081500,4\n`;
    const excel = await send(formOf({ name: 'Hồ sơ.CSV', type: 'application/vnd.ms-excel', content: csv }));
    expect(excel.body.result).toMatchObject({ received: 1, created: 1 });
    const { rows: kept } = await api.db.query<{ name: string; type: string }>(
      'select name, media_type as type from ingest_batch order by recorded_by',
    );
    expect(kept).toEqual([
      { name: 'ho-so.json', type: 'application/json' },
      { name: 'Hồ sơ.CSV', type: 'text/csv' },
    ]);
  });

  it('takes a workbook, and one that is packed as a whole', async () => {
    const workbook = await makeWorkbook([
      {
        rows: [
          ['MaHoSo', 'MaTTHC', 'KenhThucHien', 'NgayTiepNhan', 'TrangThaiHoSo'],
          [dossierCode('H55.9.1', 1), '2.000815', '2', '20220301081500', '4'],
        ],
      },
    ]);
    const form = formOf({ name: 'ho-so.xlsx', type: 'application/octet-stream', content: workbook });
    expect((await send(form)).body.result).toMatchObject({ created: 1 });
    const packed = await send(gzipSync(form), { 'content-encoding': 'gzip' });
    expect(packed.body.result).toMatchObject({ received: 1, created: 0 });
  });

  it('streams many rows, and knows the file again in another form', async () => {
    const many = jsonPart(rows(1, 20_000));
    const first = await send(formOf(many));
    expect(first.body.result).toMatchObject({ received: 20_000, created: 20_000 });
    const again = await send(formOf({ type: 'text/plain', content: 'khác' }, many));
    expect(again.body.result).toMatchObject({
      checksum: first.body.result!.checksum,
      sameBodyAs: first.body.result!.batch,
    });
  });

  it.each<[string, Buffer, number]>([
    ['two files', formOf(jsonPart(rows(1, 2)), jsonPart(rows(3, 2))), 400],
    ['two large files', formOf(jsonPart(rows(1, 3_000)), jsonPart(rows(4_000, 3_000))), 400],
    ['no file', formOf({ type: 'text/plain', content: 'x' }), 400],
    ['no file for very long', formOf({ type: 'text/plain', content: 'x'.repeat(200_000) }), 400],
    ['nothing', Buffer.alloc(0), 400],
    ['half a file', formOf(jsonPart(rows(1, 3_000))).subarray(0, 200_000), 400],
    ['a file without an end', partOf(jsonPart(rows(1, 3))), 400],
    ['half a head', formOf(jsonPart(rows(1, 3))).subarray(0, 60), 400],
    ['a file of another kind', formOf({ name: 'ho-so.pdf', type: 'application/pdf', content: '%PDF' }), 415],
  ])('stores nothing of one with %s', async (_what, payload, status) => {
    const answer = await send(payload);
    expect([answer.status, answer.body.result]).toEqual([status, null]);
    expect(await stored()).toBe('0/0/0');
  });

  it('says what a form has to be, and refuses one without a boundary', async () => {
    const { body } = await send(formOf(jsonPart(rows(1, 1)), jsonPart(rows(2, 1))));
    expect(body.message).toBe('A form has to come whole and with exactly one file: nothing was stored.');
    expect((await send(Buffer.from('x'), { 'content-type': 'multipart/form-data' })).status).toBe(400);
  });

  it('stores nothing where the line breaks off', async () => {
    const headers = { ...(await api.headers()), 'content-type': TYPE, 'content-length': '1000000' };
    const call = request(`${address}/ingest/dossiers`, { method: 'POST', headers });
    call.on('error', () => undefined);
    const form = formOf(jsonPart(rows(1, 3_000)));
    await new Promise<void>((sent) => call.write(form.subarray(0, 150_000), () => sent()));
    call.destroy();
    expect((await send(formOf(jsonPart(rows(1, 1))))).body.result).toMatchObject({ created: 1 });
    expect(await stored()).toBe('1/0/1');
  });

  it('is none that a page of somebody else can send', async () => {
    const login = await api.server.inject({
      method: 'POST',
      url: '/auth/login',
      payload: { username: 'admin', password: 'mật khẩu thử' },
    });
    const response = await api.server.inject({
      method: 'POST',
      url: '/ingest/dossiers',
      headers: { cookie: `session=${login.cookies[0]?.value}`, 'content-type': TYPE },
      payload: formOf(jsonPart(rows(1, 1))),
    });
    expect(response.statusCode).toBe(403);
    expect(await stored()).toBe('0/0/0');
  });
});
