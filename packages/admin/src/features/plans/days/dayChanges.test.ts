import { expect, it } from 'vitest';
import { differs, targetTexts, unitTexts, type DayChanges } from './dayChanges.ts';

const unit = (name: string) => ({ id: name, name });
const CHANGES = {
  came: [],
  gone: [unit('Giang Tiên')],
  passed: [{ unit: unit('Phấn Mễ'), percent: 55, mergedFrom: [unit('Giang Tiên'), unit('Phấn Mễ')] }],
  left: [{ unit: unit('Đu') }],
} as unknown as DayChanges;

it('says by name who comes and goes with a day, and what becomes of their targets', () => {
  expect(unitTexts(CHANGES, '2025-03-15')).toEqual(['Từ ngày 15/03/2025 không còn: Giang Tiên.']);
  expect(targetTexts(CHANGES).map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
    'Chỉ tiêu chuyển cho đơn vị tiếp nhận: Phấn Mễ 55 % (từ Giang Tiên, Phấn Mễ).',
    'Chỉ tiêu không có đơn vị tiếp nhận, sẽ bỏ: Đu.',
  ]);
  expect([differs(CHANGES), differs({ ...CHANGES, gone: [] })]).toEqual([true, false]);
});

it('names the first few of many', () => {
  const gone = Array.from({ length: 9 }, (_none, index) => unit(String(index)));
  expect(unitTexts({ ...CHANGES, gone }, '2025-03-15')[0]).toContain('6, 7, ….');
});
