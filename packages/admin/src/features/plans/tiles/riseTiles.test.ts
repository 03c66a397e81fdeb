import { describe, expect, it } from 'vitest';
import type { PlanUnit } from '../sheet/planUnit.ts';
import { riseTiles } from './riseTiles.ts';

const unit = (code: string, baseline: number | null, isIssuer = false): PlanUnit => ({
  code,
  name: code,
  aliases: [],
  kind: 'COMMUNE',
  volume: 100,
  baseline,
  isIssuer,
  before: null,
});
const targets = new Map([
  ['a', 5000],
  ['b', 6000],
  ['c', 3000],
  ['e', 7000],
]);
const tilesOf = (units: PlanUnit[]) =>
  riseTiles(units, (code) => targets.get(code) ?? null).map(({ unit: { code }, rise, depth }) => [code, rise, depth]);

describe('the tiles of a plan', () => {
  it('stand by their rise, the largest first and darkest, without the issuing unit', () => {
    const units = [
      unit('a', 4000),
      unit('b', 4000),
      unit('c', 4000),
      unit('d', 4000),
      unit('e', null),
      unit('x', 1, true),
    ];
    expect(tilesOf(units)).toEqual([
      ['b', 2000, 1],
      ['a', 1000, 0.5],
      ['c', -1000, 0],
      ['d', null, 0],
      ['e', null, 0],
    ]);
  });

  it('are all light where nobody has to rise', () => {
    expect(tilesOf([unit('c', 4000)])).toEqual([['c', -1000, 0]]);
  });
});
