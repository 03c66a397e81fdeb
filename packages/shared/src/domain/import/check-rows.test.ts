import { describe, expect, it } from 'vitest';
import { checkRows, countStatuses, mendedCell, type KnownProcedure, type RowToCheck } from './check-rows.ts';
import { NearNames } from './near-names.ts';

const known = (code: string, more: Partial<KnownProcedure> = {}): KnownProcedure => ({
  code,
  name: `Thủ tục ${code}`,
  field: 'Hộ tịch',
  tiers: ['COMMUNE'],
  inForceFrom: null,
  inForceTo: null,
  authority: null,
  processingDays: null,
  legalBases: [],
  fees: null,
  conditions: null,
  version: 3,
  ...more,
});

const row = (number: number, code: string, name: string, more: Partial<RowToCheck> = {}): RowToCheck => ({
  row: number,
  cells: { CODE: mendedCell(code), NAME: mendedCell(name) },
  isLeftOut: false,
  seenVersion: null,
  ...more,
});

function judge(rows: RowToCheck[], stored: KnownProcedure[] = []) {
  const names = new NearNames(stored);
  return checkRows(rows, new Map(stored.map((one) => [one.code, one])), (name, code) => names.nearest(name, code));
}

const shown = (rows: RowToCheck[], stored: KnownProcedure[] = []) =>
  judge(rows, stored).map(({ row: at, status, problems }) =>
    [at, status, ...problems.map(({ code }) => code)].join(' '),
  );

describe('rows of an import beside each other and the catalogue', () => {
  it('are new, changed, unchanged or rejected, and nothing else', () => {
    const rows = [
      row(2, '2.000815', 'Tên mới'),
      row(3, '1.000689', 'Thủ tục 1.000689'),
      row(4, '1.001193', 'Tên khác'),
      row(5, 'x', 'Tên'),
    ];
    const verdicts = judge(rows, [known('1.000689'), known('1.001193')]);
    expect(countStatuses(verdicts)).toEqual({ NEW: 1, CHANGED: 1, UNCHANGED: 1, REJECTED: 1 });
    expect(verdicts[2]?.changes).toEqual([{ field: 'NAME', before: 'Thủ tục 1.001193', after: 'Tên khác' }]);
  });

  it('keep what their columns do not tell, and change what they do', () => {
    const told = row(2, '2.000815', 'Thủ tục 2.000815');
    const cells = { ...told.cells, FIELD: mendedCell(''), IN_FORCE_TO: mendedCell('31/05/2022') };
    const [verdict] = judge([{ ...told, cells }], [known('2.000815', { inForceFrom: '2020-01-01' })]);
    expect(verdict?.changes).toEqual([
      { field: 'FIELD', before: 'Hộ tịch', after: '' },
      { field: 'IN_FORCE_TO', before: '', after: '2022-05-31' },
    ]);
  });

  it('of one code that say different things are all kept out, until one is left out', () => {
    const rows = [row(2, '2.000815', 'Một'), row(3, '2.000815.02', 'Hai'), row(4, '1.000689', 'Ba')];
    expect(shown(rows)).toEqual(['2 REJECTED TWICE', '3 REJECTED SUFFIX TWICE', '4 NEW']);
    expect(shown([rows[0] as RowToCheck, { ...(rows[1] as RowToCheck), isLeftOut: true }])).toEqual([
      '2 NEW',
      '3 REJECTED LEFT_OUT SUFFIX',
    ]);
  });

  it('of one code that say the same are taken once', () => {
    expect(shown([row(2, '2.000815', 'Một'), row(3, '2.000815', ' Một ')])).toEqual([
      '2 NEW',
      '3 UNCHANGED SAME_AS_ROW',
    ]);
    expect(judge([row(2, '2.000815', 'Một'), row(3, '2.000815', 'Một')])[1]?.procedure).toBeNull();
  });

  it('point at a name of another code that is nearly the same, where the procedure is new', () => {
    const stored = [known('1.001193', { name: 'Thủ tục đăng ký khai sinh' })];
    expect(shown([row(2, '2.000815', 'Đăng kí khai sinh')], stored)).toEqual(['2 NEW SIMILAR_NAME']);
    expect(shown([row(2, '1.001193', 'Đăng kí khai sinh')], stored)).toEqual(['2 CHANGED']);
  });

  it('tell that the catalogue has changed since it was looked at', () => {
    const at = (seenVersion: number) => [row(2, '2.000815', 'Tên mới', { seenVersion })];
    expect(shown(at(3), [known('2.000815')])).toEqual(['2 CHANGED']);
    expect(shown(at(2), [known('2.000815')])).toEqual(['2 CHANGED CHANGED_MEANWHILE']);
    expect(shown(at(0), [known('2.000815')])).toEqual(['2 CHANGED CHANGED_MEANWHILE']);
  });
});
