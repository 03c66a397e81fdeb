import { describe, expect, it } from 'vitest';
import type { CitedCounts, ReportFacts, ReportRow } from './facts.ts';
import { NO_RECEPTION } from './reception.ts';
import { difficultiesTable, receptionTable, unitsTable } from './tables.ts';
import { reportValues, tellsNothing } from './values.ts';

const cited = (numerator: number, denominator: number, target: number | null = 5_500): CitedCounts => ({
  ...{ numerator, denominator, target, reference: `R-${numerator}-${denominator}` },
});
const row = (code: string, now: CitedCounts, before: CitedCounts | null): ReportRow => ({
  unit: { code, name: `Huyện ${code}`, type: 'Huyện', kind: 'DISTRICT' },
  ...now,
  before,
});
const SUMS = {
  ...{ ...NO_RECEPTION, online: 11, direct: 7, unknownChannel: 2, carriedOver: 5, early: 3, onTime: 6, late: 4 },
  ...{ withoutDue: 1, left: 2, openInTime: 8, openOverdue: 1 },
};

/** A province of five districts, each of them something else, counted by hand. */
const FACTS: ReportFacts = {
  ...{ kind: 'YEARLY', period: { from: '2022-01-01', to: '2022-12-31', name: 'Năm 2022' } },
  ...{ indicator: { code: 'X', name: 'Tỷ lệ' }, knownAt: '2023-01-05T03:00:00.000Z', day: '2023-01-06' },
  province: {
    ...row('19', cited(54, 100, 5_500), cited(60, 100, 5_500)),
    unit: { code: '19', name: 'Tỉnh Thái Nguyên', type: 'Tỉnh', kind: 'PROVINCE' },
  },
  required: 5_400,
  units: [
    // Met, and did not before; rose.
    row('A', cited(9, 10), cited(5, 10)),
    // Missed, and met before; fell.
    row('B', cited(1, 10), cited(8, 10)),
    // Missed by two, as before.
    row('C', cited(4, 10), cited(4, 10)),
    row('D', cited(0, 0), cited(1, 2)),
    // Without a target; rose.
    row('E', cited(5, 10, null), cited(4, 10, null)),
  ],
  cumulative: cited(70, 130, 5_500),
  before: { from: '2021-01-01', to: '2021-12-31', name: 'Năm 2021', isReported: true },
  difficulties: {
    ...{ reports: 9, units: 4, asOf: '2022-12-31' },
    groups: [
      { cause: 'SYSTEM', count: 5, open: 2, reports: 6, units: 3, dossiers: 40 },
      { cause: 'DATA', count: 2, open: 1, reports: 3, units: 2, dossiers: null },
    ],
  },
  reception: { province: SUMS, units: [] },
  list: null,
};
const NBSP = '\u00a0';

describe('what every place of a report says', () => {
  it('is what one counts by hand', () => {
    expect(reportValues(FACTS)).toEqual({
      ...{ period: 'Năm 2022', from: '01/01/2022', to: '31/12/2022', year: '2022', indicator: 'Tỷ lệ' },
      ...{ province: 'tỉnh Thái Nguyên', provincePlace: 'Thái Nguyên', reference: 'R-54-100' },
      ...{ numerator: '54', denominator: '100', rate: `54,00${NBSP}%`, target: '55%', missing: '2' },
      // By the year so far: 70 of 130 beside 55 %.
      verdict: 'chưa đạt chỉ tiêu, còn thiếu 2 hồ sơ',
      ...{ required: '54%', requiredVerdict: 'chưa đạt, còn thiếu 1 hồ sơ', sharedTarget: null, sharedVerdict: null },
      ...{ cumulative: `53,85${NBSP}%`, cumulativeNumerator: '70', cumulativeDenominator: '130' },
      ...{ periodBefore: 'năm 2021', rateBefore: `60,00${NBSP}%`, change: 'giảm 6,00 điểm %' },
      ...{ unitsCount: '5', withTarget: '4', met: '1', notMet: '2', noDossiers: '1' },
      notMetUnits: `huyện B (đạt 10,00${NBSP}%, còn thiếu 5 hồ sơ); huyện C (đạt 40,00${NBSP}%, còn thiếu 2 hồ sơ)`,
      ...{ judgedUnits: '5', marksMet: null, marksMissed: null, belowMark: null, marksOther: null, marksOdd: null },
      ...{ rankedFrom: '10', receivedAll: '25', directionsTold: null },
      ...{ best: `huyện A (90,00${NBSP}%)`, worst: `huyện B (10,00${NBSP}%)` },
      ...{ rose: '2', fell: '1', nowMet: 'huyện A', nowNotMet: 'huyện B' },
      ...{ difficulties: '7', difficultiesOpen: '3', difficultyUnits: '4' },
      ...{ received: '20', carriedOver: '5', resolved: '14', early: '3', onTime: '6', late: '4' },
      ...{ withdrawn: '2', open: '9', overdue: '1' },
      ...{ knownAt: reportValues(FACTS).knownAt, drawnOn: '06/01/2023', difficultiesOn: '31/12/2022' },
    });
    expect(reportValues({ ...FACTS, required: 5_500 }).requiredVerdict).toBe('chưa đạt, còn thiếu 2 hồ sơ');
    const met = { ...FACTS, cumulative: cited(72, 130, 5_500) };
    expect([reportValues(met).verdict, reportValues(met).missing]).toEqual(['đạt chỉ tiêu', null]);
  });

  it('stands in the tables as it does in the sentences', () => {
    const cells = (table: ReturnType<typeof unitsTable> | null) =>
      table?.rows.map((one) => one.cells.map(({ text }) => text));
    expect(cells(receptionTable(FACTS))?.at(-1)?.slice(2)).toEqual([
      ...['25', '11', '7', '2', '5', '14', '3', '6', '4', '1', '9', '8', '1', '2'],
    ]);
    expect(cells(difficultiesTable(FACTS))).toEqual([
      ['1', 'Hệ thống, phần mềm, kết nối', '5', '2', '3', '40'],
      ['2', 'Dữ liệu thiếu, sai, chưa chia sẻ', '2', '1', '2', '–'],
    ]);
    expect(cells(unitsTable(FACTS))?.slice(0, 5)).toEqual([
      ['1', 'Huyện A', '9', '10', '90,00', '55', 'Đạt', ''],
      ['2', 'Huyện B', '1', '10', '10,00', '55', 'Chưa đạt', '5'],
      ['3', 'Huyện C', '4', '10', '40,00', '55', 'Chưa đạt', '2'],
      ['4', 'Huyện D', '0', '0', '–', '55', 'Không có hồ sơ', ''],
      ['5', 'Huyện E', '5', '10', '50,00', '–', 'Chưa giao', ''],
    ]);
  });
});

describe('a period without data', () => {
  const none = { ...FACTS.province, numerator: 0, denominator: 0 };
  const empty = (sums: Partial<typeof SUMS> | null, province = none) =>
    tellsNothing({ province, reception: sums && { province: { ...NO_RECEPTION, ...sums }, units: [] } });

  it('is one of which nothing counts and in which nothing came or was done', () => {
    expect([empty(null), empty({}), empty({ carriedOver: 5, openOverdue: 5 })]).toEqual([true, true, true]);
    expect([empty({ direct: 1, openInTime: 1 }), empty({ carriedOver: 1, late: 1 })]).toEqual([false, false]);
    expect(empty(null, FACTS.province)).toBe(false);
  });
});
