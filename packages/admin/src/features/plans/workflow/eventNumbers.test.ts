import { expect, it } from 'vitest';
import { changeText, dayText, methodText, type EventNumbers } from './eventNumbers.ts';

const unit = { id: '1', name: 'Xã 1' };
const change = (before: number | null, after: number | null, locked: boolean | null = null) =>
  changeText({ unit, before, after, locked }).replaceAll('\u00a0', ' ');

it('says from what to what a target went, also from and to nothing, and what was locked', () => {
  expect(change(50, 55.5)).toBe('50 % → 55,50 %');
  expect([change(null, 60), change(60, null)]).toEqual(['để trống → 60 %', '60 % → để trống']);
  expect([change(60, 60, true), change(60, 60, false)]).toEqual(['60 % (khóa)', '60 % (mở khóa)']);
});

it('says by which method numbers were proposed with what it was told, and nothing where somebody typed', () => {
  const numbers = { count: 0, targets: [], effectiveOn: null } as const;
  const proposedBy = { method: 'FAIREST', policy: 'FLOOR', step: 0.5, required: 55 } as const;
  expect(methodText({ ...numbers, proposedBy } as unknown as EventNumbers).replaceAll('\u00a0', ' ')).toMatch(
    /^Theo đề xuất: .+ · từng đơn vị phải đạt · bước 0,50 % · mức cần đạt 55 %$/,
  );
  expect(methodText({ ...numbers, proposedBy: null } as unknown as EventNumbers)).toBe('');
});

it('says for which day a plan is drafted since', () => {
  const numbers = { count: 0, targets: [], proposedBy: null } as const;
  expect(dayText({ ...numbers, effectiveOn: '2025-03-15' } as unknown as EventNumbers)).toBe(
    'Lập cho ngày có hiệu lực 15/03/2025',
  );
  expect(dayText({ ...numbers, effectiveOn: null } as unknown as EventNumbers)).toBe('');
});
