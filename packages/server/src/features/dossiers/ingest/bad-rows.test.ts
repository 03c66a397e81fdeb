import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi();
  await saveProcedures(api, '2.000815');
});

beforeEach(async () => {
  await api.db.query(
    'truncate dossier, dossier_version, quarantine, ingest_batch, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total',
  );
  await nameUnits(api, { '05503': ['H55.164.03', 'UBND xã Tân Cương'], '05500': [] });
});

afterAll(() => api.close());

const CODE = '000.03.164.H55-220301-0001';
const GOOD = dossierRow({ MaHoSo: 'H55.164.03-220301-0002' });

/** Sends a bad row between two good ones; gives what was told of it and what is kept of it. */
async function send(facts: Record<string, unknown>): Promise<{ told: unknown; kept: unknown }> {
  const bad = { ...dossierRow({ MaHoSo: CODE }), ...facts };
  const { result } = await api.ingest([GOOD, bad, dossierRow({ MaHoSo: 'H55.164.03-220301-0003' })]);
  expect(result).toMatchObject({ received: 3, created: 2, rejected: 1 });
  const [told] = result.errors;
  const quarantine = '{ quarantine { totalCount nodes { row code field message fields batch { id } } } }';
  interface Kept {
    quarantine: {
      totalCount: number;
      nodes: { batch: { id: string }; row: number; code: string; field: string; message: string }[];
    };
  }
  const kept = (await api.ask<Kept>(quarantine)).quarantine;
  expect(kept.totalCount).toBe(1);
  const { batch, ...row } = kept.nodes[0]!;
  expect(batch.id).toBe(result.batch);
  expect(row).toMatchObject(told ?? {});
  return { told, kept: row };
}

describe('a bad row is told with row, code, field and reason, and kept, while the good ones are stored:', () => {
  it.each([
    ['no code', { MaHoSo: '' }, null, 'MaHoSo', 'Thiếu giá trị bắt buộc.'],
    [
      'a code of another form',
      { MaHoSo: 'H55.164.03/0001' },
      'H55.164.03/0001',
      'MaHoSo',
      'Giá trị không đúng định dạng.',
    ],
    [
      'a code with a day that does not exist',
      { MaHoSo: 'H55.164.03-220230-0001' },
      'H55.164.03-220230-0001',
      'MaHoSo',
      'Giá trị không đúng định dạng.',
    ],
    ['no procedure', { MaTTHC: null }, CODE, 'MaTTHC', 'Thiếu giá trị bắt buộc.'],
    ['a procedure of another form', { MaTTHC: 'CT-01' }, CODE, 'MaTTHC', 'Giá trị không đúng định dạng.'],
    [
      'a procedure that nobody knows',
      { MaTTHC: '2.999999' },
      CODE,
      'MaTTHC',
      'Thủ tục chưa có trong hệ thống: bổ sung thủ tục rồi thử lại.',
    ],
    [
      'a unit that nobody knows',
      { MaHoSo: 'H55.999-220301-0001' },
      'H55.999-220301-0001',
      'MaHoSo',
      'Chưa biết mã định danh của đơn vị: bổ sung tên gọi khác cho đơn vị rồi thử lại.',
    ],
    ['another channel', { KenhThucHien: '4' }, CODE, 'KenhThucHien', 'Kênh thực hiện phải là 1, 2, 3 hoặc để trống.'],
    [
      'a channel that is no text',
      { KenhThucHien: { a: 1 } },
      CODE,
      'KenhThucHien',
      'Kênh thực hiện phải là 1, 2, 3 hoặc để trống.',
    ],
    ['no status', { TrangThaiHoSo: ' ' }, CODE, 'TrangThaiHoSo', 'Thiếu giá trị bắt buộc.'],
    ['another status', { TrangThaiHoSo: '11' }, CODE, 'TrangThaiHoSo', 'Trạng thái hồ sơ phải từ 1 đến 10.'],
    ['a status in words', { TrangThaiHoSo: 'xong' }, CODE, 'TrangThaiHoSo', 'Giá trị không đúng định dạng.'],
    ['no reception', { NgayTiepNhan: '' }, CODE, 'NgayTiepNhan', 'Thiếu giá trị bắt buộc.'],
    [
      'a reception on 30 February',
      { NgayTiepNhan: '20220230080000' },
      CODE,
      'NgayTiepNhan',
      'Thời điểm không tồn tại (định dạng yyyyMMddHHmmss).',
    ],
    [
      'a reception at 24 o’clock',
      { NgayTiepNhan: '20220301240000' },
      CODE,
      'NgayTiepNhan',
      'Thời điểm không tồn tại (định dạng yyyyMMddHHmmss).',
    ],
    [
      'a finish in a 13th month',
      { NgayKetThucXuLy: '20221301080000' },
      CODE,
      'NgayKetThucXuLy',
      'Thời điểm không tồn tại (định dạng yyyyMMddHHmmss).',
    ],
    [
      'a finish in another form',
      { NgayKetThucXuLy: '01/03/2022' },
      CODE,
      'NgayKetThucXuLy',
      'Giá trị không đúng định dạng.',
    ],
    [
      'a finish before reception',
      { NgayKetThucXuLy: '20220301075959' },
      CODE,
      'NgayKetThucXuLy',
      'Kết thúc xử lý trước khi tiếp nhận.',
    ],
    ['NUL in a kept field', { DonViXuLy: 'UBND\0 xã' }, CODE, 'DonViXuLy', 'Có ký tự NUL.'],
    ['NUL in a field that is never kept', { GhiChu: '\0' }, CODE, 'GhiChu', 'Có ký tự NUL.'],
    ['NUL in a field whose name says who', { 'Nguyễn Văn A': '\0' }, CODE, '', 'Có ký tự NUL.'],
    [
      'a field of a million characters',
      { TrichYeuHoSo: 'x'.repeat(1_000_000) },
      CODE,
      'TrichYeuHoSo',
      'Dài quá 10.000 ký tự.',
    ],
    ['a code of a million characters', { MaHoSo: 'x'.repeat(1_000_000) }, null, 'MaHoSo', 'Dài quá 10.000 ký tự.'],
  ])('%s', async (_what, facts, code, field, message) => {
    const { told } = await send(facts);
    expect(told).toEqual({ row: 2, code, field, message });
  });

  it('keeps what it takes to mend it, and of a field that is too long only that it was there', async () => {
    const { kept } = await send({ DonViXuLy: 'y'.repeat(1_000_000), ChuHoSo: 'Nguyễn Văn A' });
    expect(kept).toMatchObject({
      fields: { MaHoSo: CODE, MaTTHC: '2.000815', NgayTiepNhan: '20220301080000', DonViXuLy: '\u{fffd}' },
    });
    expect(JSON.stringify(kept)).not.toContain('Nguyễn');
  });

  it('tells of it in the language of the request', async () => {
    const { result } = await api.ingest([{ ...GOOD, KenhThucHien: '9' }], {
      headers: { 'accept-language': 'en-GB,en;q=0.9' },
    });
    expect(result.errors[0]?.message).toBe('The channel must be 1, 2, 3 or absent.');
  });

  it('tells the first thousand of very many and keeps them all', async () => {
    const bad = Array.from({ length: 1_500 }, (_, i) => ({ ...GOOD, MaHoSo: `bad ${i}` }));
    const { result } = await api.ingest(bad);
    expect(result).toMatchObject({ received: 1_500, rejected: 1_500 });
    expect(result.errors.map((error) => error.row)).toEqual(Array.from({ length: 1_000 }, (_, i) => i + 1));
    expect(await api.ask('query ($id: ID!) { ingestBatch(id: $id) { openRows } }', { id: result.batch })).toEqual({
      ingestBatch: { openRows: 1_500 },
    });
  });
});

describe('no bad row is', () => {
  it.each([
    ['a due or return time that cannot be read', { NgayHenTra: 'thứ hai', NgayTra: '20220230000000' }],
    ['a number instead of a text', { KenhThucHien: 2, TrangThaiHoSo: 10, NgayTiepNhan: 20220301080000 }],
    ['blanks around the values', { MaHoSo: ` ${CODE} `, MaTTHC: '2.000815 ', KenhThucHien: ' 2' }],
    ['a procedure with what a province adds to its code', { MaTTHC: '2.000815.000.00.00.H55' }],
    ['fields that nobody knows', { Khac: { sau: [1, 2, 3] }, 'tên có dấu': true }],
    ['a name of the unit in decomposed Unicode', { DonViXuLy: 'UBND xã Tân Cương'.normalize('NFD') }],
    ['a finish in the second of reception', { NgayKetThucXuLy: '20220301080000' }],
    ['half of a surrogate pair', { DonViXuLy: 'UBND \ud83d', GhiChu: '\udc00' }],
    ['what COPY would take for something else', { DonViXuLy: '\\N\t\\.\r\n\\' }],
  ])('%s', async (_what, facts) => {
    const { result } = await api.ingest([{ ...dossierRow({ MaHoSo: CODE }), ...facts }]);
    expect(result).toMatchObject({ created: 1, rejected: 0 });
    const { rows } = await api.db.query('select code, code_key, channel, status, received_day::text from dossier');
    expect(rows).toEqual([
      { code: CODE, code_key: 'H55.164.03-220301-0001', channel: 'ONLINE', status: 10, received_day: '2022-03-01' },
    ]);
  });

  it('a unit that only its name tells, marks and case apart, where the organisation is unknown', async () => {
    const names = ['UBND xã Tân Cương', 'ubnd XA TAN CUONG', 'UBND xã Tân Cương'.normalize('NFD')];
    const rows = names.map((DonViXuLy, i) => dossierRow({ MaHoSo: `H55.777-220301-000${i}`, DonViXuLy }));
    const { result } = await api.ingest([
      ...rows,
      dossierRow({ MaHoSo: 'H55.777-220301-0009', DonViXuLy: 'UBND xã khác' }),
    ]);
    expect(result).toMatchObject({ created: 3, rejected: 1 });
    expect(result.notes).toEqual([
      'Hồ sơ H55.777-220301-0001: nhận cho đơn vị có tên «UBND xã Tân Cương», dù tên gửi lên khác dấu.',
    ]);
  });
});

describe('a name that differs from a unit’s only in its marks', () => {
  const unitOf = async (DonViXuLy: string) => {
    const { result } = await api.ingest([dossierRow({ MaHoSo: 'H55.777-220301-0001', DonViXuLy })], {
      headers: { 'accept-language': 'en' },
    });
    const { rows } = await api.db.query<{ code: string }>(
      'select v.code from dossier d join unit_version v on v.unit_id = d.unit_id and v.superseded_by is null order by lower(v.valid) desc limit 1',
    );
    return { unit: rows[0]?.code ?? null, notes: result.notes ?? [] };
  };

  it('is taken for it, and said so, where no other name comes nearer', async () => {
    await nameUnits(api, { '05500': ['UBND xã Tân Thành'] });
    expect(await unitOf('UBND xã Tân Thanh')).toEqual({
      unit: '05500',
      notes: [
        'Dossier H55.777-220301-0001: taken for the unit named «UBND xã Tân Thành», though the name that came has other marks.',
      ],
    });
    expect(await unitOf('ubnd XÃ TÂN THÀNH')).toEqual({ unit: '05500', notes: [] });
  });

  it('gives way to the same name with the same marks', async () => {
    await nameUnits(api, { '05500': ['UBND xã Tân Thành'], '05503': ['UBND xã Tân Thanh'] });
    expect(await unitOf('UBND xã Tân Thanh')).toEqual({ unit: '05503', notes: [] });
    expect(await unitOf('UBND xã Tân Thành')).toEqual({ unit: '05500', notes: [] });
    await api.db.query('truncate dossier');
    expect(await unitOf('UBND xa Tan Thanh')).toEqual({ unit: null, notes: [] });
  });
});

describe('what is kept of a row', () => {
  it('whose times lie before 1975 is what was sent', async () => {
    const sent = dossierRow({
      MaHoSo: CODE,
      MaTTHC: '2.999999',
      NgayTiepNhan: '19600101080000',
      NgayHenTra: '19430101080000',
      NgayKetThucXuLy: '19740101080000',
    });
    await api.ingest([sent]);
    expect((await api.db.query('select fields from quarantine')).rows).toEqual([{ fields: sent }]);
  });

  it('is nothing where there are a hundred thousand others to be mended, and the good ones are taken', async () => {
    const replaced = `${JSON.stringify({ MaHoSo: GOOD['MaHoSo'] })}\n`.repeat(3);
    const { result } = await api.ingest(`${replaced}${'{}\n'.repeat(100_000)}${JSON.stringify(GOOD)}`, {
      type: 'application/x-ndjson',
      headers: { 'accept-language': 'en' },
    });
    expect(result).toMatchObject({ received: 100_004, created: 1, rejected: 100_003 });
    expect(result.notes).toEqual([
      '3 more bad rows are not kept to be mended: add the units or procedures, or mend the file, and send it again.',
    ]);
    const { rows } = await api.db.query(
      'select count(*)::int as kept, min(row_number), max(row_number), count(closed_as)::int as closed from quarantine',
    );
    expect(rows).toEqual([{ kept: 100_000, min: 4, max: 100_003, closed: 0 }]);
  }, 120_000);
});
