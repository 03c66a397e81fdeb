import { expect, it } from 'vitest';
import type { PlanUnit } from '../sheet/planUnit.ts';
import { missingUnits } from './missingUnits.ts';

const unit = (code: string, isIssuer = false): PlanUnit => ({
  code,
  name: `Xã ${code}`,
  aliases: [],
  kind: 'COMMUNE',
  volume: 100,
  baseline: null,
  isIssuer,
  before: null,
});

it('names who is left without a target, never the issuing unit itself; a target of 0 is one', () => {
  const targets = new Map([['a', 0]]);
  const units = [unit('a'), unit('b'), unit('c'), unit('x', true)];
  const missing = missingUnits({ units, targetOf: (code) => targets.get(code) ?? null });
  expect(missing.map(({ name }) => name)).toEqual(['Xã b', 'Xã c']);
});
