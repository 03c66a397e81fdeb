import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { saveProcedures } from '../../../../test/factories.ts';
import { apply, beginImport, mapColumns, mend, rowsInShort, rowsOf, showImport } from '../../../../test/imports.ts';
import type { MadeCell } from '../../../../test/workbook.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(() => async () => {
  await api.db.query('delete from catalogue_import; delete from catalogue_import_choice; truncate procedure cascade');
});

const HEADER = [
  ...['Mã TTHC', 'Tên TTHC', 'Cơ quan thực hiện', 'Thời hạn giải quyết'],
  ...['Căn cứ pháp lý', 'Phí, lệ phí', 'Yêu cầu, điều kiện'],
];
const ROWS: MadeCell[][] = [
  ['2.000815', 'Chứng thực', 'UBND cấp xã', '15 ngày làm việc', 'Luật A\nNghị định B', '2.000 đồng', 'Không'],
  ['1.000689', 'Trích lục', 'Sở Tư pháp', 0.5, '', '', ''],
  ['1.001193', 'Khai sinh', 'UBND cấp xã', '30 ngày', '', '', ''],
  ['1.000656', 'Khai tử', 'UBND cấp xã', 'ngay khi nhận hồ sơ', '', '', ''],
];

const READ = 'code authority processingDays legalBases fees conditions';
const catalogue = async (): Promise<Record<string, unknown>[]> =>
  (await api.ask<{ procedures: { nodes: Record<string, unknown>[] } }>(`{ procedures { nodes { ${READ} } } }`))
    .procedures.nodes;

describe('who decides and how long it takes', () => {
  it('are columns of an import; what is no number of working days is mended in place', async () => {
    const id = await beginImport(api, [{ rows: [HEADER, ...ROWS] }]);
    const { columns } = await mapColumns(api, id);
    expect(columns.map(({ field }) => field)).toEqual([
      ...['CODE', 'NAME', 'AUTHORITY', 'PROCESSING_DAYS'],
      ...['LEGAL_BASES', 'FEES', 'CONDITIONS'],
    ]);
    expect(await rowsInShort(api, id, 'PROBLEMS')).toEqual([
      '4 REJECTED BAD_DAYS@PROCESSING_DAYS',
      '5 REJECTED BAD_DAYS@PROCESSING_DAYS',
    ]);
    const [first, second] = await rowsOf(api, id, 'PROBLEMS');
    expect([first?.problems[0]?.suggestion, second?.problems[0]?.suggestion]).toEqual(['30 ngày làm việc', null]);
    await mend(api, id, { row: 4, field: 'PROCESSING_DAYS', text: '30 ngày làm việc' });
    await mend(api, id, { row: 5, field: 'PROCESSING_DAYS', text: '' });
    await apply(api, id);
    const nothing = { legalBases: [], fees: null, conditions: null };
    expect(await catalogue()).toEqual([
      { code: '1.000656', authority: 'UBND cấp xã', processingDays: null, ...nothing },
      { code: '1.000689', authority: 'Sở Tư pháp', processingDays: 0.5, ...nothing },
      { code: '1.001193', authority: 'UBND cấp xã', processingDays: 30, ...nothing },
      {
        code: '2.000815',
        authority: 'UBND cấp xã',
        processingDays: 15,
        legalBases: ['Luật A', 'Nghị định B'],
        fees: '2.000 đồng',
        conditions: 'Không',
      },
    ]);
    const again = await beginImport(api, [{ rows: [HEADER, ...ROWS.slice(0, 2)] }]);
    await mapColumns(api, again);
    expect((await showImport(api, again)).summary.counts).toMatchObject({ received: 2, unchanged: 2 });
  });

  it('stay as they are stored where their column is left out, and differences name each', async () => {
    const id = await beginImport(api, [{ rows: [HEADER, ...ROWS.slice(0, 1)] }]);
    await mapColumns(api, id);
    await apply(api, id);
    const other = ['2.000815', 'Chứng thực', 'Sở Tư pháp', 'không rõ', 'Luật C', '', ''];
    const later = await beginImport(api, [{ rows: [HEADER, other] }]);
    await mapColumns(api, later, {
      columns: [0, 1, 2, 4].map((column) => ({
        column,
        field: ['CODE', 'NAME', 'AUTHORITY', '', 'LEGAL_BASES'][column],
      })),
    });
    const [row] = await rowsOf(api, later);
    expect([row?.status, row?.differences]).toEqual([
      'CHANGED',
      [
        { field: 'AUTHORITY', before: 'UBND cấp xã', after: 'Sở Tư pháp' },
        { field: 'LEGAL_BASES', before: 'Luật A\nNghị định B', after: 'Luật C' },
      ],
    ]);
    await apply(api, later);
    expect(await catalogue()).toMatchObject([
      { authority: 'Sở Tư pháp', processingDays: 15, legalBases: ['Luật C'], fees: '2.000 đồng', conditions: 'Không' },
    ]);
  });
});

describe('what the national database tells besides', () => {
  const time = (days: string, unit = 'Ngày làm việc') => ({
    THOIGIANGIAIQUYET: days,
    DONVITINH: unit,
    PHILEPHI: [{ SOTIEN: '2000', DONVI: 'Đồng', MOTA: '' }],
  });
  const detail = (MATTHC: string, more: Record<string, unknown>) => ({
    MATTHC,
    TENTTHC: `Thủ tục ${MATTHC}`,
    CAPTHUCHIEN: [{ CAPTHUCHIEN: '3', TENCAP: 'Cấp Xã/phường' }],
    ...more,
  });
  const reply = (...result: unknown[]) => JSON.stringify({ error_code: '0', result });

  it('is taken with the columns of its own names', async () => {
    const id = await beginImport(
      api,
      reply(
        detail('2.000815', {
          COQUANTHUCHIEN: [{ TENDONVI: 'UBND cấp xã' }],
          COQUANCOTHAMQUYEN: [],
          CACHTHUCTHUCHIEN: [
            { KENH: '1', THOIGIAN: [time('1')] },
            { KENH: '2', THOIGIAN: [time('1')] },
          ],
          CANCUPHAPLY: [{ SOVANBAN: '23/2015/NĐ-CP', TENVANBAN: 'Nghị định; về chứng thực' }, { SOVANBAN: 'Luật A' }],
          YEUCAU: 'Bản chính còn giá trị',
        }),
      ),
    );
    await mapColumns(api, id);
    await apply(api, id);
    expect(await catalogue()).toEqual([
      {
        code: '2.000815',
        authority: 'UBND cấp xã',
        processingDays: 1,
        legalBases: ['23/2015/NĐ-CP Nghị định, về chứng thực', 'Luật A'],
        fees: '2000 Đồng',
        conditions: 'Bản chính còn giá trị',
      },
    ]);
  });

  it('keeps no row out and takes nothing away: several times, hours, numbers as of citizens are not told', async () => {
    await saveProcedures(api, ...['2.000815', '1.000689', '1.001193'].map((code) => ({ code, tiers: ['COMMUNE'] })));
    const { rowCount } = await api.db.query(`update procedure_text set processing_days = 7, conditions = 'Như cũ'`);
    expect(rowCount).toBe(3);
    const two = [{ THOIGIAN: [time('5'), time('3')] }];
    const id = await beginImport(
      api,
      reply(
        detail('2.000815', { CACHTHUCTHUCHIEN: two, YEUCAU: '' }),
        detail('1.000689', { CACHTHUCTHUCHIEN: [{ THOIGIAN: [time('4', 'Giờ')] }], YEUCAU: 'Gọi 0912345678' }),
        detail('1.001193', { CACHTHUCTHUCHIEN: 'x', CANCUPHAPLY: {}, COQUANTHUCHIEN: null, YEUCAU: 5 }),
      ),
    );
    await mapColumns(api, id);
    expect((await showImport(api, id)).summary.problems).toBe(0);
    await apply(api, id);
    const told = (await catalogue()).map(({ processingDays, conditions }) => [processingDays, conditions]);
    expect(told).toEqual([
      [7, 'Như cũ'],
      [7, '5'],
      [7, 'Như cũ'],
    ]);
  });
});
