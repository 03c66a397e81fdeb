import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProcedureRow, type ProcedureFields } from './procedure-row.ts';

const REPLY = {
  ID: '432777',
  MATTHC: '2.000815',
  TENTTHC: 'Chứng thực bản sao từ bản chính',
  CAPTHUCHIEN: [
    { CAPTHUCHIEN: '2', TENCAP: 'Cấp Quận/huyện' },
    { CAPTHUCHIEN: '3', TENCAP: 'Cấp Xã/phường' },
  ],
  LINHVUCTHUCHIEN: [{ MALINHVUC: 'G15-CT01', TENLINHVUC: 'Chứng thực' }],
};
const RECORD = {
  code: '1.000689',
  name: 'Đăng ký kết hôn',
  field: 'Hộ tịch',
  tiers: 'COMMUNE',
  in_force_from: '',
  in_force_to: '2022-05-31',
};

function procedureOf(raw: unknown): ProcedureFields {
  const row = readProcedureRow(raw);
  if (!row.ok) throw new Error(`${row.field} ${row.problem}`);
  return row.procedure;
}

function problemOf(raw: unknown): string {
  const row = readProcedureRow(raw);
  return row.ok ? 'good' : `${row.field} ${row.problem}`;
}

describe('a reply', () => {
  it('of LayThuTuc tells name, field and tiers, and no days', () => {
    expect(procedureOf(REPLY)).toEqual({
      code: '2.000815',
      name: 'Chứng thực bản sao từ bản chính',
      field: 'Chứng thực',
      tiers: ['DISTRICT', 'COMMUNE'],
      droppedTiers: [],
    });
  });

  it('of LayDanhSachTTHC tells code and name alone', () => {
    const procedure = procedureOf({ MATTHC: '2.000815.000.00.00.H55', TENTTHC: '  Chứng  thực\n' });
    expect(procedure).toEqual({ code: '2.000815', name: 'Chứng thực', droppedTiers: [] });
  });

  it.each([
    [{ LINHVUCTHUCHIEN: [] }, 'field'],
    [{ LINHVUCTHUCHIEN: [{ TENLINHVUC: '' }] }, 'field'],
    [{ CAPTHUCHIEN: [] }, 'tiers'],
  ])('with %o does not tell the %s', (changes, part) =>
    expect(procedureOf({ ...REPLY, ...changes })).not.toHaveProperty(part),
  );

  it('reports the tiers of a ministry and leaves them out', () => {
    const procedure = procedureOf({
      ...REPLY,
      CAPTHUCHIEN: [
        { CAPTHUCHIEN: '0', TENCAP: 'Cấp Bộ' },
        { CAPTHUCHIEN: '1', TENCAP: 'Cấp Tỉnh' },
      ],
    });
    expect([procedure.tiers, procedure.droppedTiers]).toEqual([['PROVINCE'], ['MINISTRY']]);
  });

  it.each([
    [{ MATTHC: '' }, 'MATTHC MISSING'],
    [{ MATTHC: '9.1' }, 'MATTHC MALFORMED'],
    [{ MATTHC: 2.000815 }, 'MATTHC MALFORMED'],
    [{ MATTHC: '2.000815\0' }, 'MATTHC HAS_NUL'],
    [{ TENTTHC: ' ' }, 'TENTTHC MISSING'],
    [{ TENTTHC: 'x'.repeat(2001) }, 'TENTTHC TOO_LONG'],
    [{ TENTTHC: 'x\0' }, 'TENTTHC HAS_NUL'],
    [{ CAPTHUCHIEN: [{ CAPTHUCHIEN: '2', TENCAP: 'Cấp Xã' }] }, 'CAPTHUCHIEN TIERS_DISAGREE'],
    [{ CAPTHUCHIEN: [{}] }, 'CAPTHUCHIEN MALFORMED'],
    [{ LINHVUCTHUCHIEN: [{ TENLINHVUC: 5 }] }, 'LINHVUCTHUCHIEN MALFORMED'],
    [{ MOTA: 'x'.repeat(20_000) }, 'good'],
  ])('with %o: %s', (changes, problem) => expect(problemOf({ ...REPLY, ...changes })).toBe(problem));
});

describe('a record of a table', () => {
  it('tells everything that has a column; an empty cell is an open end', () => {
    expect(procedureOf(RECORD)).toEqual({
      code: '1.000689',
      name: 'Đăng ký kết hôn',
      field: 'Hộ tịch',
      tiers: ['COMMUNE'],
      inForceFrom: null,
      inForceTo: '2022-05-31',
      droppedTiers: [],
    });
  });

  it('tells nothing of what has no column', () => {
    expect(procedureOf({ code: '1.000689', name: 'A' })).toEqual({ code: '1.000689', name: 'A', droppedTiers: [] });
  });

  it('may be without tiers and field, or with those of a ministry', () => {
    expect(procedureOf({ ...RECORD, tiers: '', field: ' ' })).toMatchObject({
      tiers: [],
      field: null,
      droppedTiers: [],
    });
    expect(procedureOf({ ...RECORD, tiers: 'MINISTRY|COMMUNE' })).toMatchObject({
      tiers: ['COMMUNE'],
      droppedTiers: ['MINISTRY'],
    });
  });

  it('may write its days as people do', () => {
    expect(procedureOf({ ...RECORD, in_force_from: '1/7/2021' }).inForceFrom).toBe('2021-07-01');
  });

  it('composes the name', () => {
    expect(procedureOf({ ...RECORD, name: 'Đăng ký'.normalize('NFD') }).name).toBe('Đăng ký');
  });

  it.each([
    [{ code: undefined }, 'code MISSING'],
    [{ code: '0.123456' }, 'code MALFORMED'],
    [{ name: '' }, 'name MISSING'],
    [{ name: 'x'.repeat(2000) }, 'good'],
    [{ name: 'x'.repeat(2001) }, 'name TOO_LONG'],
    [{ field: '\0' }, 'field HAS_NUL'],
    [{ tiers: 'DEPARTMENT' }, 'tiers UNKNOWN_TIER'],
    [{ in_force_from: 'hôm qua' }, 'in_force_from MALFORMED'],
    [{ in_force_to: '2022-02-30' }, 'in_force_to NO_SUCH_TIME'],
    [{ in_force_from: '2022-06-01' }, 'in_force_to ENDS_BEFORE_START'],
    [{ in_force_from: '2022-05-31' }, 'good'],
  ])('with %o: %s', (changes, problem) => expect(problemOf({ ...RECORD, ...changes })).toBe(problem));
});

describe('any row', () => {
  it.each([[null], [[]], ['2.000815'], [7]])('that is no object, %o, is bad', (raw) => {
    expect(readProcedureRow(raw)).toEqual({
      ok: false,
      code: null,
      codeKey: null,
      field: '',
      problem: 'NOT_AN_OBJECT',
      kept: {},
    });
  });

  it('keeps what was received when it is bad, and marks what cannot be kept as it came', () => {
    const row = readProcedureRow({
      ...RECORD,
      code: ' 7.1 ',
      name: 'A\0B',
      field: 5,
      tiers: null,
      in_force_to: 20220531,
      GHICHU: 'x',
    });
    expect(row).toMatchObject({ code: '7.1', codeKey: null });
    expect('kept' in row && row.kept).toEqual({
      code: ' 7.1 ',
      name: '\u{fffd}',
      field: '\u{fffd}',
      tiers: '',
      in_force_from: '',
      in_force_to: '\u{fffd}',
    });
  });

  it('keeps tiers and field of a reply, and nothing else of them', () => {
    const row = readProcedureRow({ ...REPLY, TENTTHC: '' });
    expect(row).toMatchObject({ code: '2.000815', codeKey: '2.000815' });
    expect('kept' in row && row.kept).toEqual({
      MATTHC: '2.000815',
      TENTTHC: '',
      CAPTHUCHIEN: JSON.stringify(REPLY.CAPTHUCHIEN),
      LINHVUCTHUCHIEN: '[{"TENLINHVUC":"Chứng thực"}]',
    });
  });

  it('says the same, with any field mended, of what was kept as of what came', () => {
    const lists = fc.constantFrom('CAPTHUCHIEN', 'LINHVUCTHUCHIEN');
    const names = fc.oneof(fc.constantFrom(...Object.keys(REPLY), ...Object.keys(RECORD)), lists);
    const part = fc.oneof(fc.constantFrom('2', 'Cấp Xã', '', 'x\0', 3, null), fc.jsonValue());
    const item = fc.record({ CAPTHUCHIEN: part, TENCAP: part, TENLINHVUC: part }, { requiredKeys: [] });
    const values = fc.oneof(fc.jsonValue(), fc.array(item), item, fc.constantFrom('', null, 'A\0', 'x'.repeat(2001)));
    const bases = fc.constantFrom({ ...REPLY, TENTTHC: '' }, { ...RECORD, name: '' }, { ...RECORD, code: '7' });
    fc.assert(
      fc.property(fc.dictionary(names, values), bases, names, (changes, base, mended) => {
        const raw: Record<string, unknown> = { ...base, ...changes };
        const row = readProcedureRow(raw);
        if (row.ok) return;
        expect(readProcedureRow(row.kept).ok).toBe(false);
        const right = { ...RECORD, ...REPLY }[mended];
        const fromRaw = readProcedureRow({ ...raw, [mended]: right });
        const fromKept = readProcedureRow({ ...row.kept, [mended]: right });
        expect(fromKept.ok ? fromKept : fromKept.field).toEqual(fromRaw.ok ? fromRaw : fromRaw.field);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws', () => {
    const names = fc.constantFrom(...Object.keys(REPLY), ...Object.keys(RECORD));
    fc.assert(
      fc.property(fc.dictionary(names, fc.jsonValue()), fc.constantFrom(REPLY, RECORD, {}), (changes, base) => {
        expect(readProcedureRow({ ...base, ...changes })).toHaveProperty('ok');
      }),
    );
  });
});
