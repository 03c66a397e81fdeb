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
  it('stand by their rise, the largest first and strongest, down to the lowest, without the issuing unit', () => {
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
      ['a', 1000, 2 / 3],
      ['c', -1000, 0],
      ['d', null, 0],
      ['e', null, 0],
    ]);
  });

  it('differ where all have to rise much, and by little', () => {
    expect(tilesOf([unit('a', 2000), unit('b', 2800), unit('e', 3900)]).map(([, , depth]) => depth)).toEqual([
      1, 0.5, 0,
    ]);
  });

  it('are strong where all rise alike, light where nobody has to', () => {
    expect(tilesOf([unit('a', 4000), unit('b', 5000)]).map(([, , depth]) => depth)).toEqual([1, 1]);
    expect(tilesOf([unit('c', 4000)])).toEqual([['c', -1000, 0]]);
  });
});
