import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEPT_FIELDS, readDossierRow, type DossierFields } from './dossier-row.ts';

const GOOD = {
  MaHoSo: '000.00.16.H55-220831-0001',
  MaTTHC: '2.000815',
  KenhThucHien: '2',
  ChuHoSo: 'Nguyễn Văn A',
  SoGiayToChuHoSo: '019080000001',
  SoDienThoai: '0900000000',
  NgayTiepNhan: '20220831081500',
  NgayHenTra: '20220831170000',
  TrangThaiHoSo: '10',
  NgayKetThucXuLy: '20220831100000',
  NgayTra: '20220831103000',
  DonViXuLy: 'UBND phường Hoàng Văn Thụ',
  DinhDanhCHS: [{ SoDinhDanh: '019080000001' }],
};
const PERSONAL = ['Nguyễn', '019080000001', '0900000000'];

function dossierOf(changes: Record<string, unknown>): DossierFields {
  const row = readDossierRow({ ...GOOD, ...changes });
  if (!row.ok) throw new Error(`${row.field} ${row.problem}`);
  return row.dossier;
}

function problemOf(changes: Record<string, unknown>): string {
  const row = readDossierRow({ ...GOOD, ...changes });
  return row.ok ? 'good' : `${row.field} ${row.problem}`;
}

describe('a good row', () => {
  it('becomes a dossier', () => {
    expect(dossierOf({})).toEqual({
      code: '000.00.16.H55-220831-0001',
      codeKey: 'H55.16-220831-0001',
      organisation: 'H55.16',
      unitName: 'UBND phường Hoàng Văn Thụ',
      procedureCode: '2.000815',
      procedureText: null,
      channel: 'ONLINE',
      status: 10,
      receivedAt: new Date('2022-08-31T08:15:00+07:00'),
      dueAt: new Date('2022-08-31T17:00:00+07:00'),
      finishedAt: new Date('2022-08-31T10:00:00+07:00'),
      returnedAt: new Date('2022-08-31T10:30:00+07:00'),
      receivedDay: '2022-08-31',
      finishedDay: '2022-08-31',
    });
  });

  it.each([
    ['1', 'IN_PERSON'],
    ['2', 'ONLINE'],
    ['3', 'POSTAL'],
    [2, 'ONLINE'],
    [' 2 ', 'ONLINE'],
    ['', 'UNKNOWN'],
    ['  ', 'UNKNOWN'],
    [null, 'UNKNOWN'],
    [undefined, 'UNKNOWN'],
  ])('has with KenhThucHien %o the channel %s', (value, channel) => {
    expect(dossierOf({ KenhThucHien: value }).channel).toBe(channel);
  });

  it.each([
    ['1', 1],
    ['9', 9],
    [10, 10],
    [' 4 ', 4],
  ])('has with TrangThaiHoSo %o the status %i', (value, status) => {
    expect(dossierOf({ TrangThaiHoSo: value }).status).toBe(status);
  });

  it('falls on the days of Vietnam', () => {
    const dossier = dossierOf({ NgayTiepNhan: '20211231235959', NgayKetThucXuLy: '20220101000000' });
    expect([dossier.receivedDay, dossier.finishedDay]).toEqual(['2021-12-31', '2022-01-01']);
  });

  it("keeps the procedure's code as received where it is more than the national part", () => {
    const dossier = dossierOf({ MaTTHC: ' 2.000815.000.00.00.H55 ' });
    expect([dossier.procedureCode, dossier.procedureText]).toEqual(['2.000815', '2.000815.000.00.00.H55']);
  });

  it('may be unfinished, and may have a finish time whatever its status', () => {
    expect(dossierOf({ TrangThaiHoSo: '4', NgayKetThucXuLy: '' }).finishedAt).toBeNull();
    expect(dossierOf({ TrangThaiHoSo: '10', NgayKetThucXuLy: null }).finishedDay).toBeNull();
    expect(dossierOf({ TrangThaiHoSo: '4' }).finishedDay).toBe('2022-08-31');
  });

  it('may be finished in the second of its reception', () => {
    expect(problemOf({ NgayKetThucXuLy: GOOD.NgayTiepNhan })).toBe('good');
  });

  it.each(['20220230000000', 'hôm nay', '2022', 'x'.repeat(9000), {}, [], true, 7])(
    'is not made bad by %o as due or return time, which is then absent',
    (value) => {
      const dossier = dossierOf({ NgayHenTra: value, NgayTra: value });
      expect([dossier.dueAt, dossier.returnedAt]).toEqual([null, null]);
    },
  );

  it('may lack the name of its unit, which is composed and trimmed where it is there', () => {
    expect(dossierOf({ DonViXuLy: undefined }).unitName).toBeNull();
    expect(dossierOf({ DonViXuLy: { ten: 'UBND' } }).unitName).toBeNull();
    expect(dossierOf({ DonViXuLy: ' UBND xã Hóa Thượng '.normalize('NFD') }).unitName).toBe('UBND xã Hóa Thượng');
  });

  it('may carry times as numbers', () => {
    expect(dossierOf({ NgayTiepNhan: 20220831081500 }).receivedDay).toBe('2022-08-31');
  });
});

describe('a bad row', () => {
  it.each([
    ['MaHoSo', undefined, 'MISSING'],
    ['MaHoSo', '', 'MISSING'],
    ['MaHoSo', 'abc', 'MALFORMED'],
    ['MaHoSo', {}, 'MALFORMED'],
    ['MaHoSo', '000.00.16.H55-220231-0001', 'MALFORMED'],
    ['MaTTHC', null, 'MISSING'],
    ['MaTTHC', '2.00815', 'MALFORMED'],
    ['MaTTHC', 2.000815, 'good'],
    ['MaTTHC', [], 'MALFORMED'],
    ['KenhThucHien', '4', 'UNKNOWN_CHANNEL'],
    ['KenhThucHien', '0', 'UNKNOWN_CHANNEL'],
    ['KenhThucHien', '22', 'UNKNOWN_CHANNEL'],
    ['KenhThucHien', 'constructor', 'UNKNOWN_CHANNEL'],
    ['KenhThucHien', true, 'UNKNOWN_CHANNEL'],
    ['NgayTiepNhan', '', 'MISSING'],
    ['NgayTiepNhan', '31/08/2022', 'MALFORMED'],
    ['NgayTiepNhan', '20220831', 'MALFORMED'],
    ['NgayTiepNhan', '20221331000000', 'NO_SUCH_TIME'],
    ['NgayTiepNhan', '20220230000000', 'NO_SUCH_TIME'],
    ['NgayTiepNhan', '20220831246060', 'NO_SUCH_TIME'],
    ['TrangThaiHoSo', undefined, 'MISSING'],
    ['TrangThaiHoSo', '0', 'UNKNOWN_STATUS'],
    ['TrangThaiHoSo', '11', 'UNKNOWN_STATUS'],
    ['TrangThaiHoSo', 'xong', 'MALFORMED'],
    ['TrangThaiHoSo', '1.5', 'MALFORMED'],
    ['TrangThaiHoSo', {}, 'MALFORMED'],
    ['NgayKetThucXuLy', 'xong', 'MALFORMED'],
    ['NgayKetThucXuLy', '20220229100000', 'NO_SUCH_TIME'],
    ['NgayKetThucXuLy', '20220831081459', 'FINISH_BEFORE_RECEPTION'],
    ['ChuHoSo', 'A\0', 'HAS_NUL'],
    ['GhiChu', 'x'.repeat(10_001), 'TOO_LONG'],
    ['MaHoSo', 'x'.repeat(10_001), 'TOO_LONG'],
  ])('with %s %o is %s', (field, value, problem) => {
    expect(problemOf({ [field]: value })).toBe(problem === 'good' ? 'good' : `${field} ${problem}`);
  });

  it.each([null, undefined, 'text', 7, true, [[]], [[GOOD]]])('is %o', (raw) => {
    expect(readDossierRow(raw)).toEqual({
      ok: false,
      code: null,
      codeKey: null,
      field: '',
      problem: 'NOT_AN_OBJECT',
      kept: {},
    });
  });

  it('keeps its code, the comparable form of it, and what was received of the nine fields, trimmed', () => {
    const row = readDossierRow({
      ...GOOD,
      KenhThucHien: 7,
      NgayTiepNhan: ' 20221331000000 ',
      NgayTra: null,
      NgayHenTra: {},
    });
    expect(row).toMatchObject({ code: GOOD.MaHoSo, codeKey: 'H55.16-220831-0001' });
    expect(row.kept).toEqual({
      MaHoSo: GOOD.MaHoSo,
      MaTTHC: GOOD.MaTTHC,
      KenhThucHien: '7',
      NgayTiepNhan: '20221331000000',
      NgayHenTra: '\u{fffd}',
      TrangThaiHoSo: '10',
      NgayKetThucXuLy: GOOD.NgayKetThucXuLy,
      DonViXuLy: GOOD.DonViXuLy,
    });
  });

  it('is rid of NUL and of what is too long to be stored', () => {
    const row = readDossierRow({ ...GOOD, MaHoSo: `a${'b'.repeat(20_000)}`, MaTTHC: '2.000\u0000815' });
    expect(row).toMatchObject({ ok: false, field: 'MaHoSo', problem: 'TOO_LONG', code: null, codeKey: null });
    expect([row.kept['MaHoSo'], row.kept['MaTTHC']]).toEqual(['\u{fffd}', '2.000815']);
  });

  it.each([
    ['MaHoSo', 'Nguyễn Văn A', '\u{fffd}'],
    ['MaHoSo', 'nguyen van a', '\u{fffd}'],
    ['MaHoSo', 'H55.16/22-0001', 'H55.16/22-0001'],
    ['MaTTHC', 'Sao y giấy tờ', '\u{fffd}'],
    ['MaTTHC', 'CT-01_2', 'CT-01_2'],
    ['KenhThucHien', 'nộp tại nhà', '\u{fffd}'],
    ['KenhThucHien', '2, 3', '2, 3'],
    ['NgayTiepNhan', 'sáng 31/08', '\u{fffd}'],
    ['NgayTiepNhan', '31/08/2022 08:15', '31/08/2022 08:15'],
    ['NgayHenTra', '2022-08-31T08:15:00+07:00', '2022-08-31T08:15:00+07:00'],
    ['NgayTra', 'a@b.vn', '\u{fffd}'],
    ['NgayKetThucXuLy', '1'.repeat(41), '\u{fffd}'],
    ['TrangThaiHoSo', 'xong', '\u{fffd}'],
    ['DonViXuLy', 'c'.repeat(200), 'c'.repeat(200)],
    ['DonViXuLy', 'c'.repeat(201), '\u{fffd}'],
    ['MaHoSo', '0987654321', '\u{fffd}'],
    ['MaHoSo', 'H55.16-019080424242-0001', '\u{fffd}'],
    ['MaHoSo', 'H55.0164.003.0001-220831-0001', 'H55.0164.003.0001-220831-0001'],
    ['MaTTHC', '2.000815.0987654321', '\u{fffd}'],
    ['MaTTHC', '2.000815.000.00.00.H55', '2.000815.000.00.00.H55'],
    ['KenhThucHien', '0987654321', '\u{fffd}'],
    ['NgayTiepNhan', '019080424242', '\u{fffd}'],
    ['NgayTiepNhan', '202208310815', '202208310815'],
    ['TrangThaiHoSo', '073123456', '\u{fffd}'],
    ['DonViXuLy', 'Xã Một, ĐT 0987.654.321', '\u{fffd}'],
    ['DonViXuLy', 'H55.164.003', 'H55.164.003'],
  ])('keeps of %s only what looks like it: of %o %o', (field, value, kept) => {
    const row = readDossierRow({ ...GOOD, [field]: value, GhiChu: '\0' });
    expect(row.kept[field]).toBe(kept);
    expect(row).toMatchObject({ code: field === 'MaHoSo' ? (kept === '\u{fffd}' ? null : kept) : GOOD.MaHoSo });
  });

  it('is bad where a procedure’s code goes on with the number of a citizen, and takes no unit’s name that holds one', () => {
    expect(readDossierRow({ ...GOOD, MaTTHC: '2.000815.0987654321' })).toMatchObject({
      ok: false,
      field: 'MaTTHC',
      problem: 'MALFORMED',
    });
    const named = readDossierRow({ ...GOOD, DonViXuLy: `${GOOD.DonViXuLy} 0987654321` });
    expect(named).toMatchObject({ ok: true, dossier: { unitName: null }, kept: { DonViXuLy: '\u{fffd}' } });
  });

  it('is taken once the marked field is mended', () => {
    const row = readDossierRow({ ...GOOD, MaTTHC: 'Sao y', NgayTiepNhan: 'sáng nay', DonViXuLy: 'c'.repeat(300) });
    expect(readDossierRow({ ...row.kept, MaTTHC: GOOD.MaTTHC })).toMatchObject({ field: 'NgayTiepNhan' });
    const mended = readDossierRow({ ...row.kept, MaTTHC: GOOD.MaTTHC, NgayTiepNhan: GOOD.NgayTiepNhan });
    expect(mended).toMatchObject({ ok: true, dossier: { ...dossierOf({}), unitName: null } });
  });
});

describe('any row', () => {
  const values = fc.oneof(
    fc.constantFrom(...Object.values(GOOD), '', null, '20220230000000', '\0', '\ud800', 'x'.repeat(10_001)),
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
  );
  const names = fc.constantFrom(...Object.keys(GOOD), 'GhiChu', 'toString');
  const rows = fc.dictionary(names, values, { noNullPrototype: true }).map((changes) => ({ ...GOOD, ...changes }));

  it('never throws, and gives out nothing but the nine fields, storable', () => {
    fc.assert(
      fc.property(rows, (raw) => {
        const row = readDossierRow({ ...raw, ChuHoSo: 'Nguyễn', SoGiayTo: PERSONAL[1], SoDienThoai: PERSONAL[2] });
        const told = JSON.stringify(row);
        const mayTell = KEPT_FIELDS.map((name) => JSON.stringify(raw[name])).join();
        for (const word of PERSONAL) expect(told.includes(word) && !mayTell.includes(word)).toBe(false);
        for (const name of KEPT_FIELDS) expect(row.kept[name]?.length ?? 0).toBeLessThanOrEqual(200);
        expect(told).not.toMatch(/\\u0000|\\ud[89a-f]/);
        expect(KEPT_FIELDS).toEqual(expect.arrayContaining(Object.keys(row.kept)));
      }),
      { numRuns: 500 },
    );
  });

  it('reads the same again from what was kept of it, unless it had to be cut', () => {
    fc.assert(
      fc.property(rows, (raw) => {
        const row = readDossierRow(raw);
        const again = readDossierRow(row.kept);
        if (row.ok) expect(again).toEqual(row);
        else if (row.problem !== 'HAS_NUL' && row.problem !== 'TOO_LONG') expect(again.ok).toBe(false);
      }),
    );
  });
});

it.each([
  ['MaHoSo', 19203012358],
  ['MaHoSo', '1203012358'],
  ['MaHoSo', '1.9203012358e10'],
  ['TrangThaiHoSo', 79203012355],
  ['KenhThucHien', '19203012351'],
  ['NgayTra', '9203012358'],
])('keeps nothing of an identity number whose first zeros were lost, in %s: %s', (field, value) => {
  const row = { MaHoSo: 'x', MaTTHC: '2.000815', [field]: value };
  const result = readDossierRow(row);
  expect(result.ok).toBe(false);
  expect(JSON.stringify(result)).not.toContain('203012');
});

it('keeps an hour written in digits', () => {
  expect(readDossierRow({ MaHoSo: 'x', NgayTiepNhan: '2022083108' })).toMatchObject({
    kept: { NgayTiepNhan: '2022083108' },
  });
});
