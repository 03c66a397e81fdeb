import { describe, expect, it } from 'vitest';
import { ownRaises } from './ownRaises.ts';
import type { PlanUnit } from './planUnit.ts';

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
const communes = [unit('a', 200, 5000), unit('b', 100, 4000)];

describe('the issuing unit’s own dossiers', () => {
  it('raise what the others must reach where they stay below it', () => {
    // (5500 · 400 − 3615 · 100) / 300 = 6128,33: what is rounded down would not be enough.
    expect(ownRaises([...communes, unit('x', 100, 3615, true)], 5500)).toEqual({
      volume: 100,
      rate: 3615,
      needed: 6129,
    });
  });

  it.each([
    ['that reach it', 100, 5500, 5500],
    ['of which there are none', 0, 3000, 5500],
    ['of an unknown rate', 100, null, 5500],
    ['before it is known what is required', 100, 3000, null],
  ])('%s ask nothing', (_what, volume, baseline, required) => {
    expect(ownRaises([...communes, unit('x', volume, baseline, true)], required)).toBeNull();
  });
});
