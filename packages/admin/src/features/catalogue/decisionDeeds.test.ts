import { expect, it } from 'vitest';
import { doneBy } from './decisionDeeds.ts';

const forceCounts = { enforced: 0, amended: 0, replaced: 0, repealed: 0 };

it('tells what a decision did, over all lists, and leaves out what it did not', () => {
  const amendments = [
    { added: 40, removed: 0, changed: 1 },
    { added: 2, removed: 0, changed: 0 },
  ];
  expect(doneBy({ amendments, forceCounts: { ...forceCounts, repealed: 1_200 }, plans: [] })).toBe(
    '42 đưa vào · 1 đổi mức độ · 1.200 bãi bỏ',
  );
});

it('says that a decision changed no list and nothing in force', () => {
  expect(doneBy({ amendments: [], forceCounts, plans: [] })).toBe('không đổi danh mục, hiệu lực');
});

it('names the years of the plans that a decision issues', () => {
  const plans = [{ year: 2023 }, { year: 2022 }, { year: 2022 }];
  expect(doneBy({ amendments: [], forceCounts, plans })).toBe('giao chỉ tiêu 2022, 2023');
});
