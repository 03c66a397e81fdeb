import type { EntryFactsFragment, ServiceLevel } from '@chi-tieu/shared/generated/graphql';
import { expect, it } from 'vitest';
import { differenceKey, differenceRows } from './listDifference.ts';

function entry(code: string, level: ServiceLevel, unit: EntryFactsFragment['unit'] = null): EntryFactsFragment {
  return { tier: 'DISTRICT', level, unit, procedure: { code, name: `Thủ tục ${code}` } };
}
const DAYS = { from: '2022-01-01', to: '2022-12-31' };

it('tells what came, went and changed in the order of the codes, with the level on both sides', () => {
  const rows = differenceRows({
    ...DAYS,
    added: [entry('2.000002', 'FULL')],
    removed: [entry('3.000003', 'LEVEL_4')],
    changed: [entry('1.000001', 'FULL')],
    changedBefore: [entry('1.000001', 'PARTIAL')],
  });
  expect(rows.map(({ kind, procedure, before, after }) => [kind, procedure.code, before, after])).toEqual([
    ['CHANGED', '1.000001', 'PARTIAL', 'FULL'],
    ['ADDED', '2.000002', null, 'FULL'],
    ['REMOVED', '3.000003', 'LEVEL_4', null],
  ]);
});

it('tells a named unit apart from its tier', () => {
  const unit = { id: '1', code: '164', name: 'Thành phố Thái Nguyên' };
  const added = [entry('1.000001', 'FULL'), entry('1.000001', 'FULL', unit)];
  const rows = differenceRows({ ...DAYS, added, removed: [], changed: [], changedBefore: [] });
  expect(new Set(rows.map(differenceKey)).size).toBe(2);
});
