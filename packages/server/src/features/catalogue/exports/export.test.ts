import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, buildAccount, saveProcedures } from '../../../../test/factories.ts';
import { ADMIN } from '../../../../test/test-config.ts';
import { SERVER_LIMITS } from '../../../app/http/limits.ts';
import { BUILT_CONSOLE } from '../../../app/http/page.routes.ts';
import { buildServer } from '../../../app/http/server.ts';
import { csvOf } from '../../../app/sheets/csv.ts';

let api: Api;
let cookie = '';
beforeAll(async () => {
  api = await openApi();
  await saveProcedures(
    api,
    { code: '1.000001', name: '=1+1', field: '+84', tiers: ['COMMUNE'], inForceFrom: '2022-01-01' },
    { code: '1.000002', name: '-2 "và" <b>', field: '@a', tiers: [] },
    { code: '2.000003', name: 'Đăng ký, khai sinh', field: 'Hộ tịch', tiers: ['PROVINCE', 'COMMUNE'] },
  );
  await amendList(api, '2022-01-01', [{ procedure: '2.000003' }]);
  cookie = await signIn(ADMIN);
});
afterAll(() => api.close());

async function signIn(account: { username: string; password: string }): Promise<string> {
  const { cookies } = await api.server.inject({ method: 'POST', url: '/auth/login', payload: account });
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}
const get = (form: string, query: Record<string, string> = {}, headers: Record<string, string> = { cookie }) =>
  api.server.inject({ method: 'GET', url: `/exports/procedures.${form}`, query, headers });
const csv = async (query: Record<string, string> = {}) => {
  const { statusCode, body } = await get('csv', query);
  expect(statusCode, body).toBe(200);
  return parse(body, { bom: true });
};
const sheet = async (query: Record<string, string> = {}): Promise<string> => {
  const { rawPayload } = await get('xlsx', query);
  const files = unzipSync(rawPayload);
  return strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
};

describe('a file of what the table shows', () => {
  it('has the usual columns, titles in the asker’s language, days as days and codes as texts', async () => {
    expect(
      await csv({ columns: 'code,name,tiers,level,inForceFrom,inForceTo', on: '2022-06-01', sort: '-CODE' }),
    ).toEqual([
      ['Mã thủ tục', 'Tên thủ tục', 'Cấp thực hiện', 'Mức độ dịch vụ công', 'Hiệu lực từ', 'Hiệu lực đến'],
      ['2.000003', 'Đăng ký, khai sinh', 'Cấp tỉnh, Cấp xã', 'QD402: Mức độ 4, cấp xã', '', ''],
      ['1.000002', `'-2 "và" <b>`, '', '', '', ''],
      ['1.000001', `'=1+1`, 'Cấp xã', '', '2022-01-01', ''],
    ]);
    const [titles] = await csv({ language: 'en' });
    expect(titles).toEqual(['Code', 'Name', 'Field', 'Tiers', 'Service level', 'In force from', 'In force to']);
  });

  it('holds what the filter finds, in the order asked for', async () => {
    const filter = JSON.stringify({ or: [{ fields: ['Hộ tịch'] }, { hasTier: false }] });
    expect((await csv({ filter, sort: 'NAME', columns: 'code' })).map(([code]) => code)).toEqual([
      'Mã thủ tục',
      '1.000002',
      '2.000003',
    ]);
    expect(await csv({ search: 'khai', columns: 'code' })).toHaveLength(2);
  });

  it.each(['=', '+', '-', '@', '\t', '\r', '\n'])('takes a text that begins with %j for no formula', async (sign) => {
    const rows = async function* () {
      yield [`${sign}cmd`, null, 5, { day: '2022-01-01' }];
    };
    let text = '';
    for await (const chunk of csvOf([], rows())) text += chunk.toString();
    expect(text).toMatch(/\r\n"?'/);
  });

  it('is a workbook whose texts are texts, with days as dates and nothing that could be a formula', async () => {
    const xml = await sheet({ columns: 'code,name,inForceFrom', sort: 'CODE' });
    expect(xml).toContain('<c t="inlineStr" s="0"><is><t xml:space="preserve">1.000001</t></is></c>');
    expect(xml).toContain('<c t="inlineStr" s="3"><is><t xml:space="preserve">=1+1</t></is></c>');
    expect(xml).toContain('<c s="2"><v>44562</v></c>');
    expect(xml).toContain('-2 &quot;và&quot; &lt;b&gt;');
    expect(xml).not.toContain('<f>');
  });

  it('is whole over several pages, each procedure once', async () => {
    const many = Array.from({ length: 1_100 }, (_, n) => ({
      code: `3.00${String(1_000 + n)}`,
      name: `Nhiều ${n % 7}`,
    }));
    await saveProcedures(api, ...many);
    const rows = await csv({ search: 'nhiều', sort: 'NAME', columns: 'code' });
    expect([rows.length, new Set(rows.map(String)).size]).toEqual([1_101, 1_101]);
    expect((await sheet({ search: 'nhiều', columns: 'code' })).match(/<row>/g)).toHaveLength(1_101);
  });

  it('is downloaded under the name of its day, and kept by nobody on the way', async () => {
    const { headers } = await get('xlsx', { on: '2022-06-01' });
    expect([headers['content-disposition'], headers['cache-control'], headers['content-type']]).toEqual([
      'attachment; filename="thu-tuc-2022-06-01.xlsx"',
      'no-store',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
  });

  const refused: [string, Record<string, string>, string][] = [
    ['a column that there is not', { columns: 'code,constructor' }, 'columns'],
    ['a column twice', { columns: 'code,code' }, 'columns'],
    ['a filter that is none', { filter: '{' }, 'filter'],
    ['a filter with something unknown', { filter: '{"colour":"red"}' }, 'filter'],
    ['a filter with what no text can hold', { filter: '{"fields":["\\u0000"]}' }, 'filter.fields.0'],
    ['a filter that cannot be meant', { filter: '{"codes":["x"]}' }, 'filter.codes.0'],
    ['a sort that there is not', { sort: 'COLOUR' }, 'sort'],
    ['a day that is none', { on: '2022-02-30' }, 'on'],
    ['a misspelt parameter', { fitler: '{}' }, 'fitler'],
  ];
  it.each(refused)('is refused before its first byte for %s', async (_what, query, path) => {
    const answer = await get('csv', query);
    expect([answer.statusCode, answer.json<{ code: string; path: string }>()]).toEqual([
      400,
      expect.objectContaining({ code: 'BAD_USER_INPUT', path }),
    ]);
  });

  it('is given to whoever is signed in, and to nobody else nor before a first change of the password', async () => {
    expect((await get('csv', {}, {})).statusCode).toBe(401);
    const account = await buildAccount(api, {});
    const theirs = await signIn(account);
    expect((await get('csv', {}, { cookie: theirs })).statusCode).toBe(200);
    await api.db.query('update account set must_change = true where username = $1', [account.username]);
    expect((await get('csv', {}, { cookie: theirs })).statusCode).toBe(401);
  });

  it('gives its connection back', async () => {
    for (let turn = 0; turn < 12; turn += 1) await get(turn % 2 ? 'csv' : 'xlsx', { columns: 'code' });
    expect((await get('csv', { columns: 'code' })).statusCode).toBe(200);
  });

  describe('to somebody who takes nothing of it', () => {
    const opened: Socket[] = [];
    afterAll(() => opened.forEach((socket) => socket.destroy()));

    /** Asks for a file far larger than what the way holds, and takes no more than its beginning. */
    async function askAndStop(port: number, cookies: string): Promise<Socket> {
      const socket = connect(port, '127.0.0.1');
      opened.push(socket);
      socket.on('error', () => undefined);
      socket.write(
        `GET /exports/procedures.csv?search=to&columns=code,conditions HTTP/1.1\r\nhost: x\r\ncookie: ${cookies}\r\n\r\n`,
      );
      await Promise.race([once(socket, 'data'), setTimeout(500)]);
      return socket.pause();
    }
    beforeAll(async () => {
      for (let turn = 0; turn < 12; turn += 1)
        await saveProcedures(
          api,
          ...Array.from({ length: 90 }, (_, n) => ({
            code: `3.01${String(turn * 100 + n).padStart(4, '0')}`,
            name: 'To',
            conditions: 'x'.repeat(20_000),
          })),
        );
    });

    it('leaves the others their answers, whoever else stops as well', async () => {
      const { port } = new URL(await api.listen());
      for (let who = 0; who < 4; who += 1) {
        const theirs = await signIn(await buildAccount(api, {}));
        await Promise.all([0, 1, 2].map(() => askAndStop(Number(port), theirs)));
      }
      expect((await api.gql('{ procedures(first: 1) { totalCount } }')).errors).toEqual([]);
      opened.forEach((socket) => socket.destroy());
    });

    it('is broken off, and what it held is given back', async () => {
      const server = await buildServer(api.app, BUILT_CONSOLE, { ...SERVER_LIMITS, takeIdleMs: 300 });
      const { port } = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
      await askAndStop(Number(port), cookie);
      const again = await fetch(`http://127.0.0.1:${port}/exports/procedures.csv?columns=code`, {
        headers: { cookie },
      });
      expect([again.status, (await again.text()).length > 1_000]).toEqual([200, true]);
      await server.close();
    });
  });

  it('is whole for each of many who ask at once, of one account too', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => csv({ columns: 'code', search: 'nhiều' })));
    expect(all.map((rows) => rows.length)).toEqual(Array.from({ length: 12 }, () => 1_101));
  });
});
