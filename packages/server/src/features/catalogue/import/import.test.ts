import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import {
  amendList,
  buildAccount,
  dossierCode,
  dossierRow,
  figure,
  nameUnits,
  saveProcedures,
} from '../../../../test/factories.ts';
import {
  apply,
  beginImport,
  catalogueInShort,
  goodRow as good,
  handIn,
  HEADER,
  mapColumns,
  matchedImport,
  mend,
  preview,
  rowsInShort,
  rowsOf,
  showImport,
} from '../../../../test/imports.ts';
import { dayCell, errorCell, formulaCell, makeWorkbook, type MadeCell } from '../../../../test/workbook.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(() => async () => {
  await api.db.query(
    'delete from catalogue_import; delete from catalogue_import_choice; delete from quarantine; delete from ingest_batch; truncate procedure cascade; delete from dossier',
  );
});

const begin = (...rows: MadeCell[][]) => beginImport(api, [{ rows: [HEADER, ...rows] }]);
const begun = (...rows: MadeCell[][]) => matchedImport(api, ...rows);
const counts = ({ summary }: Awaited<ReturnType<typeof showImport>>) => {
  const { received, created, updated, unchanged, rejected } = summary.counts;
  expect(created + updated + unchanged + rejected).toBe(received);
  return [created, updated, unchanged, rejected];
};
const catalogue = () => catalogueInShort(api);

describe('an import', () => {
  it('proposes sheet, header and columns, and takes nothing in before it is told to', async () => {
    const id = await beginImport(api, [
      { name: 'Bìa', rows: [['DANH MỤC'], ['Năm 2026']] },
      { name: 'Thủ tục', rows: [['UBND TỈNH'], ['STT', ...HEADER], [1, ...good('2.000815')]], merged: ['A1:F1'] },
    ]);
    const shown = await showImport(api, id);
    expect([shown.state, shown.tableNumber, shown.headerFrom, shown.headerTo]).toEqual(['READ', 1, 2, 2]);
    expect(shown.tables.map(({ name, rows }) => `${name} ${rows}`)).toEqual(['Bìa 2', 'Thủ tục 3']);
    expect(shown.columns.map(({ letter, header, field }) => `${letter} ${header}: ${field}`)).toEqual([
      'A STT: null',
      'B Mã TTHC: CODE',
      'C Tên TTHC: NAME',
      'D Lĩnh vực: FIELD',
      'E Cấp thực hiện: TIERS',
      'F Hiệu lực từ: IN_FORCE_FROM',
    ]);
    expect(shown.columns[1]?.samples).toEqual(['2.000815']);
    expect(await catalogue()).toEqual([]);
  });

  it('can be read from another sheet and another header', async () => {
    const id = await beginImport(api, [
      { name: 'Một', rows: [HEADER, good('2.000815')] },
      {
        name: 'Hai',
        rows: [
          ['ký hiệu', 'nội dung'],
          ['ghi chú', ''],
          ['1.000689', 'Trích lục'],
        ],
      },
    ]);
    const other = await mapColumns(api, id, { table: 1 });
    expect(other.columns.map(({ header, field }) => [header, field])).toEqual([
      ['ký hiệu', null],
      ['nội dung', null],
    ]);
    const columns = [
      { column: 0, field: 'CODE' },
      { column: 1, field: 'NAME' },
    ];
    const mapped = await mapColumns(api, id, { table: 1, headerFrom: 1, headerTo: 2, columns });
    expect([mapped.state, counts(mapped)]).toEqual(['MAPPED', [1, 0, 0, 0]]);
  });

  it('remembers choices for headers of the same words, for this account alone', async () => {
    const file = [
      {
        rows: [
          ['Ký hiệu', 'Nội dung', 'Lĩnh vực'],
          ['2.000815', 'Chứng thực', 'Hộ tịch'],
        ],
      },
    ];
    const columns = [
      { column: 0, field: 'CODE' },
      { column: 1, field: 'NAME' },
    ];
    await mapColumns(api, await beginImport(api, file), { columns });
    const again = await showImport(api, await beginImport(api, file));
    expect(again.columns.map(({ field, because }) => `${field} ${because}`)).toEqual([
      'CODE REMEMBERED',
      'NAME REMEMBERED',
      'null REMEMBERED',
    ]);
    const other = api.as(await buildAccount(api, { role: 'CATALOGUE_EDITOR' }));
    const { body } = await handIn(other, await makeWorkbook(file));
    const theirs = await showImport(other, body.import ?? '');
    expect(theirs.columns.map(({ field }) => field)).toEqual([null, null, 'FIELD']);
  });

  it('tells every problem of every cell, and is mended cell by cell until it is taken in', async () => {
    const id = await begun(
      good('2.000815'),
      good('2,000816'),
      good('7.000817'),
      good('2.000818', ''),
      good('2.000819', 'a'.repeat(2_001)),
      ['2.000820', 'Sai cấp', '', 'Cấp thôn', null],
      ['2.000821', 'Sai ngày', '', 'xã', '30/02/2022'],
      good('2.000822', errorCell('#REF!')),
      good('2.000823', 'Một'),
      good('2.000823.02', 'Hai'),
    );
    expect(await rowsInShort(api, id, 'PROBLEMS')).toEqual([
      '3 REJECTED BAD_CODE@CODE',
      '4 REJECTED BAD_CODE@CODE',
      '5 REJECTED MISSING@NAME',
      '6 REJECTED TOO_LONG@NAME',
      '7 REJECTED UNKNOWN_TIER@TIERS',
      '8 REJECTED NO_SUCH_DAY@IN_FORCE_FROM',
      '9 REJECTED ERROR_CELL@NAME',
      '10 REJECTED TWICE@CODE',
      '11 REJECTED SUFFIX@CODE TWICE@CODE',
    ]);
    const [first] = await rowsOf(api, id, 'PROBLEMS');
    expect(first?.problems[0]).toEqual({
      code: 'BAD_CODE',
      field: 'CODE',
      message: 'Không phải mã quốc gia (dạng 2.000815, bắt đầu bằng 1 đến 6).',
      suggestion: '2.000816',
      blocks: true,
    });
    await mend(
      api,
      id,
      { row: 3, field: 'CODE', text: '2.000816' },
      { row: 4, field: 'CODE', text: '2.000817' },
      { row: 5, field: 'NAME', text: 'Có tên' },
      { row: 6, field: 'NAME', text: 'Ngắn hơn' },
      { row: 7, field: 'TIERS', text: 'tỉnh, xã' },
      { row: 8, field: 'IN_FORCE_FROM', text: '28/02/2022' },
      { row: 9, field: 'NAME', text: 'Tên đúng' },
    );
    await api.ask('mutation ($id: ID!) { dropImportRows(id: $id, rows: [11]) { version } }', { id });
    expect(await rowsInShort(api, id, 'PROBLEMS')).toEqual([]);
    expect(counts(await apply(api, id))).toEqual([9, 0, 0, 1]);
    expect(await catalogue()).toContain('2.000819 Ngắn hơn');
    expect(await rowsInShort(api, id, 'REJECTED')).toEqual(['11 REJECTED LEFT_OUT SUFFIX@CODE']);
  });

  it('notes what was understood otherwise than it stands there', async () => {
    await saveProcedures(api, { code: '1.001193', name: 'Thủ tục đăng ký khai sinh' });
    const id = await begun(
      good(1.00001, 'Mất số không'),
      good('2.000815.000.00.00.H55', 'Có hậu tố'),
      good('5.000816', 'Nội bộ'),
      good('2.000817', formulaCell('A1', 'Từ công thức')),
      ['2.000818', 'Cấp bộ', '', 'Cấp Bộ', dayCell(44_743)],
      ['2.000819', 'Ngày là số', '', 'xã', 44_743],
      good('2.000820', 'Đăng kí khai sinh'),
      good('2.000820', 'Đăng kí khai sinh'),
      ['2.000821', 'Thuế', 'Thuế', 'xã', null],
    );
    expect(await rowsInShort(api, id)).toEqual([
      '2 NEW CODE_FROM_NUMBER@CODE',
      '3 NEW SUFFIX@CODE',
      '4 NEW INTERNAL_CODE@CODE',
      '5 NEW FORMULA@NAME',
      '6 NEW MINISTRY@TIERS',
      '7 NEW DAY_FROM_NUMBER@IN_FORCE_FROM',
      '8 NEW SIMILAR_NAME@NAME',
      '9 UNCHANGED SAME_AS_ROW@CODE',
      '10 NEW LOCAL_OFFICE@TIERS',
    ]);
    const notes = await rowsOf(api, id, 'NOTES');
    expect(notes.find(({ row }) => row === 8)?.problems[0]?.message).toBe(
      'Gần giống thủ tục 1.001193 «Thủ tục đăng ký khai sinh».',
    );
    await apply(api, id);
    const { procedure } = await api.ask('{ procedure(code: "1.000010") { name } }');
    expect(procedure).toEqual({ name: 'Mất số không' });
  });

  it('reads a header in two rows under a merged one, and says what came from merged cells', async () => {
    const id = await beginImport(api, [
      {
        rows: [
          ['Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Hiệu lực', null],
          [null, null, null, 'Từ ngày', 'Đến ngày'],
          ['2.000815', 'Một', 'Hộ tịch', '01/01/2020', '31/12/2022'],
          ['2.000816', 'Hai', null, '01/01/2020', null],
        ],
        merged: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'C3:C4'],
      },
    ]);
    const mapped = await mapColumns(api, id);
    expect([mapped.headerFrom, mapped.headerTo]).toEqual([1, 2]);
    expect(await rowsInShort(api, id)).toEqual(['3 NEW', '4 NEW MERGED@FIELD']);
    await apply(api, id);
    const { procedure } = await api.ask('{ procedure(code: "2.000815") { inForceFrom inForceTo } }');
    expect(procedure).toEqual({ inForceFrom: '2020-01-01', inForceTo: '2022-12-31' });
  });

  it('takes replies of the national database, and leaves alone what they do not tell', async () => {
    await saveProcedures(api, { code: '2.000815', name: 'Tên cũ', field: 'Chứng thực', tiers: ['COMMUNE'] });
    const reply = {
      error_code: '0',
      result: [
        { MATTHC: '2.000815', TENTTHC: 'Tên mới' },
        {
          MATTHC: '1.000689',
          TENTTHC: 'Trích lục',
          CAPTHUCHIEN: [{ CAPTHUCHIEN: '3', TENCAP: 'Cấp Xã/phường' }],
          LINHVUCTHUCHIEN: [{ TENLINHVUC: 'Hộ tịch' }],
        },
        { MATTHC: '1.000690', TENTTHC: 'Sai cấp', CAPTHUCHIEN: [{ CAPTHUCHIEN: '3', TENCAP: 'Cấp tỉnh' }] },
      ],
    };
    const id = await beginImport(api, JSON.stringify(reply));
    await mapColumns(api, id);
    expect(await rowsInShort(api, id)).toEqual(['2 CHANGED', '3 NEW', '4 REJECTED UNKNOWN_TIER@TIERS']);
    expect((await rowsOf(api, id, 'CHANGED'))[0]?.differences).toEqual([
      { field: 'NAME', before: 'Tên cũ', after: 'Tên mới' },
    ]);
  });

  it('says what it would do to the figures without doing it, and does the same when it is applied', async () => {
    await nameUnits(api, { '05506': ['H55.9.1'] });
    await saveProcedures(api, '2.000815');
    await amendList(api, '2021-01-01', [{ procedure: '2.000815' }]);
    await api.ingest(
      [1, 2].map((number) => dossierRow({ MaHoSo: dossierCode('H55.9.1', number), KenhThucHien: String(number) })),
    );
    expect(await figure(api, '05506')).toBe('1/2');
    const columns = [
      { column: 0, field: 'CODE' },
      { column: 1, field: 'NAME' },
      { column: 2, field: 'IN_FORCE_TO' },
    ];
    const id = await beginImport(api, 'Mã,Tên,Đến\n2.000815,Thủ tục 2.000815,28/02/2022\n');
    await mapColumns(api, id, { columns });
    const tried = await preview(api, id);
    const province = { before: { numerator: 1, denominator: 2 }, after: { numerator: 0, denominator: 0 } };
    const effects = [{ indicator: { code: 'ONLINE_RESOLUTION_L4' }, year: 2022, effect: { province } }];
    expect(tried.preview).toMatchObject({ isStale: false, effects });
    expect(await figure(api, '05506')).toBe('1/2');
    await mend(api, id, { row: 2, field: 'NAME', text: 'Tên khác' });
    expect((await showImport(api, id)).preview?.isStale).toBe(true);
    await apply(api, id);
    expect(await figure(api, '05506')).toBe('0/0');
  });

  it('is not applied where procedures were changed since it was tried: each is named, nothing is stored', async () => {
    await saveProcedures(api, '2.000815', '1.000689');
    const id = await begun(good('2.000815', 'Tên mới'), good('1.000689', 'Tên mới'), good('3.000001', 'Mới'));
    await preview(api, id);
    await saveProcedures(api, { code: '2.000815', name: 'Ai đó đã sửa' });
    const { version } = await showImport(api, id);
    const refused = await api.gql(
      'mutation ($id: ID!, $version: Int!) { applyImport(id: $id, expectedVersion: $version) { id } }',
      { id, version },
    );
    expect([refused.code, refused.fields]).toEqual([
      'CONFLICT',
      [{ path: 'rows.2', message: 'Thủ tục 2.000815 đã có phiên bản 2.' }],
    ]);
    expect(await catalogue()).toEqual(['1.000689 Thủ tục 1.000689', '2.000815 Ai đó đã sửa']);
    const [row] = await rowsOf(api, id, 'NOTES');
    expect([row?.row, row?.differences[0]]).toEqual([2, { field: 'NAME', before: 'Ai đó đã sửa', after: 'Tên mới' }]);
    await preview(api, id);
    await apply(api, id);
    expect(await catalogue()).toContain('2.000815 Tên mới');
  });

  it('is refused at another version than the caller saw, once it is over, and before its columns are matched', async () => {
    const id = await begin(good('2.000815'));
    const run = (version: number) =>
      api.gql('mutation ($id: ID!, $version: Int!) { applyImport(id: $id, expectedVersion: $version) { id } }', {
        id,
        version,
      });
    expect((await run(1)).errors[0]?.message).toBe('Cần khớp các cột trước.');
    await mapColumns(api, id);
    expect((await run(1)).errors[0]?.message).toBe('Lần nhập đã được sửa ở nơi khác (phiên bản 2): hãy xem lại.');
    expect((await run(2)).code).toBeUndefined();
    expect((await run(3)).errors[0]?.message).toBe('Lần nhập này đã kết thúc, không sửa được nữa.');
  });

  it('refuses cells and columns that make no sense', async () => {
    const id = await begun(good('2.000815'));
    const mendOne = async (cell: object) =>
      (
        await api.gql(
          'mutation ($id: ID!, $cells: [ImportMendInput!]!) { mendImportCells(id: $id, cells: $cells) { id } }',
          {
            id,
            cells: [cell],
          },
        )
      ).fields[0];
    expect(await mendOne({ row: 2, field: 'NAME', text: 'Gọi 0912 345 678' })).toMatchObject({ path: 'cells.0.text' });
    expect(await mendOne({ row: 99, field: 'NAME', text: 'x' })).toMatchObject({ path: 'cells' });
    expect(await mendOne({ row: 2, field: 'IN_FORCE_TO', text: 'x' })).toMatchObject({ path: 'cells.0.field' });
    const map = async (columns: object[]) =>
      (
        await api.gql(
          'mutation ($id: ID!, $mapping: ImportMappingInput!) { mapImportColumns(id: $id, mapping: $mapping) { id } }',
          {
            id,
            mapping: { columns },
          },
        )
      ).fields.map(({ path }) => path);
    expect(await map([{ column: 0, field: 'CODE' }])).toEqual(['columns']);
    expect(
      await map([
        { column: 0, field: 'CODE' },
        { column: 1, field: 'NAME' },
        { column: 2, field: 'NAME' },
        { column: 9, field: 'FIELD' },
      ]),
    ).toEqual(['columns.2.field', 'columns.3.column']);
  });

  it('can be left and found again, and given up: then nothing of it is kept', async () => {
    const [first, second] = [await begin(good('2.000815')), await begun(good('2.000816'))];
    const list = async () =>
      (
        await api.ask<{ catalogueImports: { totalCount: number; nodes: { id: string; state: string; by: string }[] } }>(
          '{ catalogueImports { totalCount nodes { id state by } } }',
        )
      ).catalogueImports;
    expect((await list()).nodes.map(({ id, state }) => [id, state])).toEqual([
      [second, 'MAPPED'],
      [first, 'READ'],
    ]);
    await api.ask('mutation ($id: ID!) { dropImport(id: $id) }', { id: second });
    expect(await list()).toMatchObject({ totalCount: 1, nodes: [{ id: first }] });
    expect((await api.db.query('select from catalogue_import_row where import_id = $1', [second])).rowCount).toBe(0);
  });

  it('is one step that can be undone: what it made is gone, what it changed reads as before', async () => {
    await saveProcedures(api, '1.000689', '1.000690');
    const before = await catalogue();
    const id = await begun(good('2.000815', 'Mới'), good('1.000689', 'Tên khác'), good('x'));
    await preview(api, id);
    await apply(api, id);
    expect(await catalogue()).toHaveLength(3);
    const undo = () => api.gql('mutation ($id: ID!) { undoImport(id: $id) { state } }', { id });
    expect((await undo()).data).toEqual({ undoImport: { state: 'UNDONE' } });
    expect(await catalogue()).toEqual(before);
    expect((await undo()).errors[0]?.message).toBe('Lần nhập này chưa ghi gì vào danh mục.');
    expect((await showImport(api, id)).summary.counts.rejected).toBe(1);
  });

  it('is not undone where something later stands on it', async () => {
    const id = await begun(good('2.000815', 'Mới'));
    await apply(api, id);
    await saveProcedures(api, { code: '2.000815', name: 'Ai đó đã sửa' });
    expect((await api.gql('mutation ($id: ID!) { undoImport(id: $id) { state } }', { id })).code).toBe('CONFLICT');
    expect((await showImport(api, id)).state).toBe('APPLIED');
  });

  it('leaves an event for each of its steps, without names of files or contents of cells', async () => {
    const id = await begun(good('2.000815', 'Tên mật'));
    await mend(api, id, { row: 2, field: 'NAME', text: 'Tên mật khác' });
    await apply(api, id);
    const { rows } = await api.db.query<{ what: string; body: string }>(
      `select what, body from audit_event where about_kind = 'IMPORT' and about_id = $1 order by seq`,
      [id],
    );
    expect(rows.map(({ what }) => what)).toEqual(['IMPORT_READ', 'IMPORT_MAPPED', 'IMPORT_MENDED', 'IMPORT_APPLIED']);
    expect(JSON.stringify(rows)).not.toMatch(/mật|danh-muc/);
  });
});
