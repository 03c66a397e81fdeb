import { expect, it } from 'vitest';
import { listDifference, type Listed } from './listDifference.ts';

const listed = (code: string, tier: Listed['tier'], level: Listed['level']): Listed => ({
  procedure: { code, name: `Thủ tục ${code}` },
  tier,
  level,
});
const before = [
  listed('2.000815', 'COMMUNE', 'LEVEL_4'),
  listed('2.000815', 'DISTRICT', 'LEVEL_4'),
  listed('1.000689', 'COMMUNE', 'LEVEL_4'),
];
const after = [
  listed('2.000815', 'COMMUNE', 'LEVEL_4'),
  listed('2.000815', 'DISTRICT', 'PARTIAL'),
  listed('1.001193', 'COMMUNE', 'FULL'),
];
const told = (a: Listed[], b: Listed[]): unknown =>
  listDifference(a, b).map((d) => [d.kind, d.procedure.code, d.tier, d.before, d.after]);

it('tells what was added, removed and changed, in the order of the codes', () => {
  expect(told(before, after)).toEqual([
    ['REMOVED', '1.000689', 'COMMUNE', 'LEVEL_4', null],
    ['ADDED', '1.001193', 'COMMUNE', null, 'FULL'],
    ['CHANGED', '2.000815', 'DISTRICT', 'LEVEL_4', 'PARTIAL'],
  ]);
});

it('finds the opposite when the days are exchanged', () => {
  const opposite = { ADDED: 'REMOVED', REMOVED: 'ADDED', CHANGED: 'CHANGED' } as const;
  const turned = listDifference(after, before).map((d) => [
    opposite[d.kind],
    d.procedure.code,
    d.tier,
    d.after,
    d.before,
  ]);
  expect(turned).toEqual(told(before, after));
});

it('accounts for every entry of both days', () => {
  const found = listDifference(before, after);
  const count = (kind: string): number => found.filter((d) => d.kind === kind).length;
  expect(before.length - count('REMOVED') + count('ADDED')).toBe(after.length);
});

it('finds nothing between a list and itself', () => {
  expect(listDifference(after, [...after].reverse())).toEqual([]);
});
