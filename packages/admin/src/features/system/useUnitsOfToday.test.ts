import { expect, it } from 'vitest';
import { findUnits, type UnitChoice } from './useUnitsOfToday.ts';

const unit = (code: string, name: string): UnitChoice => ({ id: code, code, name, kind: 'COMMUNE', parent: null });
const UNITS = [unit('05680', 'Xã Văn Hán'), unit('05503', 'Xã Phúc Hà'), unit('169', 'Huyện Đồng Hỷ')];
const found = (text: string, most?: number): string[] => findUnits(UNITS, text, most).map(({ code }) => code);

it('finds units by name without marks, with them, and by the beginning of their code', () => {
  expect([found('van han'), found('Văn Hán'), found('055'), found('khong co')]).toEqual([
    ['05680'],
    ['05680'],
    ['05503'],
    [],
  ]);
});

it('offers the first ones before anything is typed, so many at the most', () => {
  expect([found(' '), found('xa', 1)]).toEqual([['05680', '05503', '169'], ['05680']]);
});
