import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import {
  apply,
  beginImport,
  catalogueInShort,
  goodRow as good,
  handIn,
  HEADER,
  mapColumns,
  matchedImport,
  rowsInShort,
  rowsOf,
  showImport,
} from '../../../../test/imports.ts';
import { compoundFile, makeWorkbook } from '../../../../test/workbook.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(() => async () => {
  await api.db.query('delete from catalogue_import; delete from catalogue_import_choice; truncate procedure cascade');
});

const catalogue = () => catalogueInShort(api);

describe('a file as people make them', () => {
  it('under a title and a merged header of two rows is read by both', async () => {
    const id = await beginImport(api, [
      {
        rows: [
          ['DANH MỤC THỦ TỤC', null, null, null, null, null],
          ['Mã TTHC', 'Tên TTHC', 'Giải quyết', null, 'Hiệu lực', null],
          [null, null, 'Cơ quan thực hiện', 'Thời hạn', 'Từ ngày', 'Đến ngày'],
          ['2.000815', 'Một', 'UBND cấp xã', '3', '01/01/2020', '31/12/2022'],
        ],
        merged: ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:F2'],
      },
    ]);
    const shown = await mapColumns(api, id);
    expect([shown.headerFrom, shown.headerTo]).toEqual([2, 3]);
    expect(shown.columns.map(({ field }) => field)).toEqual([
      ...['CODE', 'NAME', 'AUTHORITY', 'PROCESSING_DAYS'],
      ...['IN_FORCE_FROM', 'IN_FORCE_TO'],
    ]);
    expect(await rowsInShort(api, id)).toEqual(['4 NEW']);
  });

  it('with numbers kept as text and texts kept as numbers says the same either way', async () => {
    const header = ['Mã', 'Tên', 'Thời hạn giải quyết', 'Có hiệu lực từ'];
    const asText = await beginImport(api, [{ rows: [header, ['1.000010', '2022', '5', '01/07/2022']] }]);
    await mapColumns(api, asText);
    await apply(api, asText);
    const asNumbers = await beginImport(api, [{ rows: [header, [1.00001, 2022, 5, 44_743]] }]);
    await mapColumns(api, asNumbers);
    expect(await rowsInShort(api, asNumbers)).toEqual([
      '2 UNCHANGED CODE_FROM_NUMBER@CODE DAY_FROM_NUMBER@IN_FORCE_FROM',
    ]);
  });

  it('with two sheets is read from the one with the known header; the other can be chosen, nothing of it comes along', async () => {
    const second = [HEADER, good('2.000816', 'Ở trang hai')];
    const id = await beginImport(api, [
      { name: 'Trang 1', rows: [HEADER, good('2.000815', 'Ở trang một')] },
      { name: 'Trang 2', rows: second },
    ]);
    expect((await showImport(api, id)).tableNumber).toBe(0);
    await mapColumns(api, id, {
      table: 1,
      columns: ['CODE', 'NAME'].map((field, column) => ({ column, field })),
    });
    await apply(api, id);
    expect(await catalogue()).toEqual(['2.000816 Ở trang hai']);
    const cover = await beginImport(api, [{ rows: [['BÌA'], ['Năm 2026', 'Số 1']] }, { rows: second }]);
    expect((await showImport(api, cover)).tableNumber).toBe(1);
  });

  it.each<[string, string, string]>([
    ['another first digit', '7.000815', 'BAD_CODE@CODE'],
    ['a digit too few', '2.00081', 'BAD_CODE@CODE'],
    ['a digit too many', '2.0008155', 'BAD_CODE@CODE'],
    ['a comma for the point', '2,000815', 'BAD_CODE@CODE'],
    ['letters for digits', '2.OOO815', 'BAD_CODE@CODE'],
    ['no code at all', '', 'MISSING@CODE'],
    ['a suffix of ours', '2.000815.000.00.00.H55', 'SUFFIX@CODE'],
  ])('with a code with %s: the row is told, the others are taken', async (_what, code, told) => {
    const id = await matchedImport(api, good('2.000816', 'Tốt'), good(code, 'Lạ'));
    const [, row] = await rowsOf(api, id);
    expect(row?.problems.map(({ code: problem, field }) => `${problem}@${field}`)).toContain(told);
    expect(row?.status).toBe(told.startsWith('SUFFIX') ? 'NEW' : 'REJECTED');
    await apply(api, id);
    expect(await catalogue()).toContain('2.000816 Tốt');
  });

  it('with names of 2,000 characters is taken; of 2,001, or more than a cell keeps, each is told with its length', async () => {
    const [most, more, most2] = [2_000, 2_001, 50_000].map((length) => 'ă'.repeat(length));
    const id = await matchedImport(api, good('2.000815', most), good('2.000816', more), good('2.000817', most2));
    expect(await rowsInShort(api, id)).toEqual([
      '2 NEW LONG_NAME@NAME',
      '3 REJECTED TOO_LONG@NAME',
      '4 REJECTED TOO_LONG@NAME',
    ]);
    const [row] = await rowsOf(api, id, 'PROBLEMS');
    expect(row?.problems[0]?.message).toBe('Dài 2.001 ký tự, quá 2.000.');
    expect((await apply(api, id)).summary.counts).toMatchObject({ created: 1, rejected: 2 });
  });
});

describe('a file that cannot be read', () => {
  const begunNothing = async () => expect((await api.db.query('select from catalogue_import')).rowCount).toBe(0);

  it('because of a password is refused with what to do', async () => {
    const { status, body } = await handIn(api, compoundFile('EncryptedPackage'));
    expect([status, body.code]).toEqual([400, 'sheet.password']);
    expect(body.message).toMatch(/mật khẩu/);
    await begunNothing();
  });

  it('because it came only in part, or a byte of it was turned, is refused, wherever that is', async () => {
    const whole = await makeWorkbook([
      { rows: [HEADER, ...Array.from({ length: 50 }, (_, n) => good(`2.0008${10 + n}`))] },
    ]);
    const turned = Buffer.from(whole);
    const at = whole.indexOf('xl/worksheets/sheet1.xml') + 60;
    for (let place = at; place < at + 20; place += 1) turned[place] = (turned[place] ?? 0) ^ 0xff;
    const cut = [0.1, 0.5, 0.99].map((part) => whole.subarray(0, Math.floor(whole.length * part)));
    for (const bytes of [...cut, turned]) {
      const { status, body } = await handIn(api, bytes);
      expect([status, body.code]).toEqual([400, 'sheet.corrupt']);
    }
    await begunNothing();
  });

  it.each([
    ['says that it has 100 MB', true],
    ['does not say how long it is', false],
  ])('because it is too long is refused over the wire before 100 MB were sent, where it %s', async (_what, says) => {
    const answer = await sendLong(100 * 1024 * 1024, says);
    expect([answer.status, answer.code]).toEqual([413, 'ingest.tooLarge']);
    expect(answer.sent).toBeLessThan(60 * 1024 * 1024);
    await begunNothing();
  });

  /** Sends zeros over a real connection until it is answered; tells how many were sent until then. */
  async function sendLong(bytes: number, says: boolean): Promise<{ status: number; code: string; sent: number }> {
    const address = await api.listen();
    const { cookie = '' } = await api.headers();
    const headers = {
      cookie,
      'apollo-require-preflight': '1',
      'content-type': 'application/octet-stream',
      ...(says && { 'content-length': String(bytes) }),
    };
    return new Promise((resolve, reject) => {
      let sent = 0;
      let isAnswered = false;
      const asked = request(`${address}/imports/procedures`, { method: 'POST', headers });
      asked.on('response', (response) => {
        isAnswered = true;
        const until = sent;
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const { code } = JSON.parse(Buffer.concat(parts).toString()) as { code: string };
          resolve({ status: response.statusCode ?? 0, code, sent: until });
          asked.destroy();
        });
      });
      // What is sent after the answer may find nobody there.
      asked.on('error', (error) => (isAnswered ? undefined : reject(error)));
      const chunk = Buffer.alloc(1024 * 1024, 'a,b\n');
      const next = () => {
        if (isAnswered || sent >= bytes) return;
        sent += chunk.length;
        if (asked.write(chunk)) setImmediate(next);
        else asked.once('drain', next);
      };
      next();
    });
  }
});
