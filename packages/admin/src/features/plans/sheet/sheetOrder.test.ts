import { expect, it } from 'vitest';
import type { PlanUnit } from './planUnit.ts';
import { inOrder, type SheetOrder } from './sheetOrder.ts';

const unit = (code: string, volume: number, baseline: number | null, isIssuer = false): PlanUnit => ({
  code,
  name: code,
  aliases: [],
  kind: 'COMMUNE',
  volume,
  baseline,
  isIssuer,
  before: null,
});
const UNITS = [
  unit('05761', 100, 4000),
  unit('05764', 900, 5000),
  unit('05767', 500, null),
  unit('05770', 100, 4500),
  unit('171', 50, 1000, true),
];
const TARGETS = new Map([
  ['05761', 5500],
  ['05764', 5500],
  ['05767', 5500],
]);

it.each<[SheetOrder, string[]]>([
  ['code', ['05761', '05764', '05767', '05770', '171']],
  ['rise', ['05761', '05764', '05767', '05770', '171']],
  ['more', ['05764', '05761', '05767', '05770', '171']],
])('stands by %s with what cannot be compared after the others and the own dossiers last', (order, codes) => {
  expect(inOrder(UNITS, order, (code) => TARGETS.get(code) ?? null).map(({ code }) => code)).toEqual(codes);
});
