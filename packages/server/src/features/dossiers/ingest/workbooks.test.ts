import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { dossierCode, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { compoundFile, dayCell, makeWorkbook, type MadeCell, type MadeSheet } from '../../../../test/workbook.ts';
import { WORKBOOK_TYPE } from '../../../app/body/read-rows.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
  await nameUnits(api, { '05506': ['H55.9.1'] });
  await saveProcedures(api, '2.000815');
});
afterAll(() => api.close());
beforeEach(() => async () => {
  await api.db.query('delete from quarantine; delete from ingest_batch; delete from dossier');
});

const HEADER = ['MaHoSo', 'MaTTHC', 'KenhThucHien', 'NgayTiepNhan', 'NgayKetThucXuLy', 'TrangThaiHoSo', 'ChuHoSo'];
const row = (number: number, more: MadeCell[] = [2.000815, 2, dayCell(44_621.5), dayCell(44_622), 10]): MadeCell[] => [
  dossierCode('H55.9.1', number),
  ...more,
  'Nguyễn Văn A',
];
const take = async (sheets: MadeSheet[], path = '/ingest/dossiers') =>
  api.ingest(await makeWorkbook(sheets), { type: WORKBOOK_TYPE, path, headers: { 'accept-language': 'en' } });

describe('POST /ingest/dossiers with a workbook', () => {
  it('takes numbers for codes and days for stamps, under titles, from the sheet that has dossiers', async () => {
    const { result } = await take([
      { name: 'Hướng dẫn', rows: [['Đọc kỹ'], ['a', 'b']] },
      { name: 'Hồ sơ', rows: [['DANH SÁCH HỒ SƠ'], HEADER, row(1), row(2)], merged: ['A1:G1'] },
    ]);
    expect([result.created, result.errors]).toEqual([2, []]);
    const { rows } = await api.db.query<{ received: string; finished: string; channel: string }>(
      'select distinct received_at::text as received, finished_day::text as finished, channel::text from dossier',
    );
    expect(rows).toEqual([{ received: '2022-03-01 05:00:00+00', finished: '2022-03-02', channel: 'ONLINE' }]);
  });

  it('takes times that are written as texts, day before month, and no day that never was', async () => {
    const texts = [2.000815, 2, '02/03/2022 08:00', '3/3/2022 16:30:05', 10];
    const { result } = await take([
      {
        rows: [
          HEADER,
          row(11, texts),
          row(12, [2.000815, 2, '31/02/2022', '', 2]),
          row(13, [2.000815, 2, '02/03/2022', '', 2]),
        ],
      },
    ]);
    expect([result.created, result.errors.map(({ row: at, field }) => [at, field])]).toEqual([
      2,
      [[2, 'NgayTiepNhan']],
    ]);
    const { rows } = await api.db.query<{ received: string; finished: string | null }>(
      `select received_at::text as received, finished_at::text as finished from dossier where code_key like '%1' or code_key like '%3' order by id desc limit 2`,
    );
    expect(rows.reverse()).toEqual([
      { received: '2022-03-02 01:00:00+00', finished: '2022-03-03 09:30:05+00' },
      { received: '2022-03-01 17:00:00+00', finished: null },
    ]);
  });

  it('tells bad rows by their number under the header, and keeps nothing of citizens', async () => {
    const { result } = await take([{ rows: [HEADER, row(1), row(2, ['x', 2, 'hôm qua', null, 10])] }]);
    expect(result.errors.map(({ row: at, field }) => [at, field])).toEqual([[2, 'MaTTHC']]);
    const kept = await api.db.query('select fields from quarantine');
    expect(JSON.stringify(kept.rows)).not.toContain('Nguyễn');
  });

  it.each<[string, Buffer | Promise<Buffer>, RegExp]>([
    ['a password', compoundFile('EncryptedPackage'), /password/],
    ['the old form', compoundFile('Workbook'), /old form/],
    [
      'no column of codes',
      makeWorkbook([
        {
          rows: [
            ['a', 'b'],
            ['c', 'd'],
          ],
        },
      ]),
      /no sheet has a column MaHoSo/i,
    ],
    [
      'two columns of codes',
      makeWorkbook([
        {
          rows: [
            [...HEADER, 'MaHoSo'],
            [...row(1), 'x'],
          ],
        },
      ]),
      /two columns MaHoSo/,
    ],
    ['something else in it', Buffer.from('MaHoSo,MaTTHC\n'), /Send \.xlsx/],
    ['a part missing', makeWorkbook([{ rows: [HEADER] }]).then((whole) => whole.subarray(0, 900)), /broken/],
  ])('refuses one with %s in words, and stores nothing', async (_what, bytes, message) => {
    const answer = await api.ingest(await bytes, { type: WORKBOOK_TYPE, headers: { 'accept-language': 'en' } });
    expect([answer.status, answer.body.result]).toEqual([400, null]);
    expect(answer.body.message).toMatch(message);
    expect((await api.db.query('select from ingest_batch')).rowCount).toBe(0);
  });
});

it('POST /ingest/procedures takes a workbook, with the zeros that numbers have lost', async () => {
  const { result } = await take(
    [
      {
        rows: [
          ['code', 'name', 'in_force_from'],
          [1.00001, 'Thủ tục một', dayCell(44_562)],
        ],
      },
    ],
    '/ingest/procedures',
  );
  expect([result.created, result.rejected]).toEqual([1, 0]);
  const { procedure } = await api.ask('{ procedure(code: "1.000010") { name inForceFrom } }');
  expect(procedure).toEqual({ name: 'Thủ tục một', inForceFrom: '2022-01-01' });
});
