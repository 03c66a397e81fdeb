import { expect, it } from 'vitest';
import { effectSentence, shifted, shiftOf, turned, type Effect, type UnitEffect } from './effectWords.ts';

function row(code: string, facts: Partial<UnitEffect> & { by?: number; status?: 'MET' | 'NOT_MET' } = {}): UnitEffect {
  const { by = 0, status = 'MET', statusChanged = false } = facts;
  const before = { numerator: 1, denominator: 10, rate: 10, target: 50, status: 'MET' } as const;
  return {
    statusChanged,
    unit: { id: code, code, name: code, kind: 'COMMUNE', ...facts.unit },
    before,
    after: { ...before, denominator: 10 + by, status },
  };
}
const province = row('19', { by: 9, unit: { id: '19', code: '19', name: 'Tỉnh', kind: 'PROVINCE' } });
const effect = (units: UnitEffect[]): Effect => ({ province, units: [...units, province], statusChanges: 0 });
const codes = (rows: UnitEffect[]): string[] => rows.map(({ unit }) => unit.code);

it('names first who fails now, then who meets the target now', () => {
  const units = [
    row('a', { statusChanged: true }),
    row('b', { statusChanged: true, status: 'NOT_MET' }),
    row('c', { by: 3 }),
  ];
  expect(codes(turned(effect(units)))).toEqual(['b', 'a']);
});

it('tells of the others the largest change first, and leaves the province out', () => {
  const units = [row('a', { by: 1 }), row('b', { by: -5 }), row('c', { by: 3, statusChanged: true })];
  expect(codes(shifted(effect(units)))).toEqual(['b', 'a']);
  expect(shiftOf(row('b', { by: -5 }))).toEqual({ numerator: 0, denominator: -5 });
});

it('tells a step of a year in a sentence', () => {
  const indicator = { code: 'X', name: 'Tỷ lệ trực tuyến' };
  const told = effectSentence({ indicator, year: 2022, effect: { ...effect([]), statusChanges: 6 } });
  expect(told).toBe('Tỷ lệ trực tuyến: mẫu số 2022 +9 hồ sơ, tử số 0; 6 đơn vị đổi trạng thái');
});
