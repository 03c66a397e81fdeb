import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { buildAccount } from '../../../../test/factories.ts';
import {
  apply,
  beginImport,
  goodRow,
  handIn,
  HEADER,
  matchedImport,
  rowsInShort,
  showImport,
} from '../../../../test/imports.ts';
import { compoundFile, makeWorkbook, type MadeCell } from '../../../../test/workbook.ts';
import { decodeText } from '../../../app/spreadsheet/decode-text.ts';
import { readTables } from '../../../app/spreadsheet/read-tables.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(() => async () => {
  await api.db.query('delete from catalogue_import; delete from catalogue_import_choice; truncate procedure cascade');
});

const good = goodRow;
const begun = (...rows: MadeCell[][]) => matchedImport(api, ...rows);

it('an import keeps nothing that looks like the number of a citizen, wherever it stands', async () => {
  const standard = 'Chỉ định theo ISO/IEC 17025: 2007 hoặc ISO/IEC 17025: 2005';
  const id = await begun([...good('2.000815', 'Liên hệ 0912345678'), 'ghi chú'], good('2.000816', standard));
  const kept = await api.db.query('select cells from catalogue_import_row');
  expect(JSON.stringify(kept.rows)).not.toContain('0912345678');
  expect(await rowsInShort(api, id, 'PROBLEMS')).toEqual(['2 REJECTED HIDDEN@NAME']);
});

describe('the file of rejected rows', () => {
  const rejected = async (id: string, form: 'csv' | 'xlsx', caller = api as Parameters<typeof handIn>[0]) => {
    const response = await caller.raw({ method: 'GET', url: `/imports/${id}/rejected.${form}` });
    return { status: response.statusCode, bytes: response.rawPayload };
  };

  it.each(['csv', 'xlsx'] as const)(
    'has as many rows as are rejected, before and after, with their reasons (%s)',
    async (form) => {
      const id = await begun(good('2.000815'), good('x', '=CMD()'), good('2.000816', ''), good('2.000817'));
      await api.ask('mutation ($id: ID!) { dropImportRows(id: $id, rows: [5]) { version } }', { id });
      for (const stage of ['before', 'after']) {
        if (stage === 'after') await apply(api, id);
        const { bytes } = await rejected(id, form);
        const [table] = await readTables(bytes, form === 'csv' ? 'TEXT' : 'WORKBOOK', null);
        const rows = table?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? [];
        expect(rows.length - 1).toBe((await showImport(api, id)).summary.counts.rejected);
        expect(rows.map((cells) => [cells[0], cells[1], cells[2], cells.at(-1)])).toEqual([
          ['Dòng', 'Mã TTHC', 'Tên TTHC', 'Lý do'],
          [
            '3',
            'x',
            form === 'csv' ? "'=CMD()" : '=CMD()',
            'Mã: không phải mã quốc gia (dạng 2.000815, bắt đầu bằng 1 đến 6).',
          ],
          ['4', '2.000816', '', 'Tên: chưa có giá trị.'],
          ['5', '2.000817', 'Thủ tục 2.000817', 'Đã bỏ ra khỏi lần nhập.'],
        ]);
      }
    },
  );

  it('can be handed in again as it is', async () => {
    const id = await begun(good('x', 'Tên'));
    const { bytes } = await rejected(id, 'csv');
    const again = await beginImport(api, decodeText(bytes, null));
    expect((await showImport(api, again)).columns.map(({ field }) => field)).toEqual([
      null,
      'CODE',
      'NAME',
      'FIELD',
      'TIERS',
      'IN_FORCE_FROM',
      null,
    ]);
  });

  it('is for editors of the catalogue alone', async () => {
    const id = await begun(good('x'));
    const viewer = api.as(await buildAccount(api, { role: 'VIEWER' }));
    expect((await rejected(id, 'csv', viewer)).status).toBe(403);
    expect((await rejected(id, 'csv', api.as(null))).status).toBe(401);
    expect((await rejected('00000000-0000-0000-0000-000000000000', 'csv')).status).toBe(404);
  });
});

describe('POST /imports/procedures', () => {
  it('is for editors of the catalogue of the whole province, and for no form of another site', async () => {
    const file = await makeWorkbook([{ rows: [HEADER, good('2.000815')] }]);
    const of = async (facts: { role: string; unit?: string }) =>
      (await handIn(api.as(await buildAccount(api, facts)), file)).status;
    expect(await of({ role: 'VIEWER' })).toBe(403);
    expect(await of({ role: 'ADMINISTRATOR', unit: '164' })).toBe(403);
    expect(await of({ role: 'CATALOGUE_EDITOR' })).toBe(201);
    expect((await handIn(api.as(null), file)).status).toBe(401);
    const { cookie = '' } = await api.headers();
    const bare = await api.server.inject({
      method: 'POST',
      url: '/imports/procedures',
      payload: file,
      headers: { cookie, 'content-type': 'text/plain' },
    });
    expect(bare.statusCode).toBe(403);
  });

  it.each<[string, Buffer | string, number, RegExp]>([
    ['a password', compoundFile('EncryptedPackage'), 400, /mật khẩu/],
    ['the old form', compoundFile('Workbook'), 400, /\.xls đời cũ/],
    ['half of a workbook', 'PK\x03\x04…', 400, /bị hỏng/],
    ['nothing in it', '', 400, /không có dòng nào/],
    ['a web page in it', '<html><body>', 400, /trang web/],
    ['other JSON in it', '{"a": 1}', 400, /Chỉ nhận/],
    ['a failed reply in it', '{"error_code": "-1", "result": null}', 400, /không có dòng nào/],
    ['letters that nobody knows', Buffer.from([0x4d, 0xe3, 0x2c, 0xd0, 0x0a]), 400, /bảng mã/],
  ])('refuses a file with %s in words, and begins nothing', async (_what, bytes, status, message) => {
    const answer = await handIn(api, bytes);
    expect([answer.status, answer.body.import]).toEqual([status, undefined]);
    expect(answer.body.message).toMatch(message);
    expect((await api.db.query('select from catalogue_import')).rowCount).toBe(0);
  });

  it('answers a file of 100 MB before it was sent', async () => {
    const response = await api.raw({
      method: 'POST',
      url: '/imports/procedures',
      payload: Buffer.from('PK'),
      headers: { 'content-length': String(100 * 1024 * 1024), 'content-type': 'application/octet-stream' },
    });
    expect([response.statusCode, response.headers.connection]).toEqual([413, 'close']);
    expect(response.json<{ message: string }>().message).toContain('30 MB');
  });

  it('cuts a file that grows beyond what it may have, whatever it said of its length', async () => {
    const answer = await handIn(api, Buffer.alloc(31 * 1024 * 1024, 'a,b\n'));
    expect([answer.status, answer.body.code]).toEqual([413, 'ingest.tooLarge']);
  });
});
