import { cascade } from '@chi-tieu/shared/domain/cascade/cascade';
import { describe, expect, it } from 'vitest';
import type { PlanUnit } from '../sheet/planUnit.ts';
import { emptyValues } from '../sheet/sheetField.ts';
import { cascadeProblemOf } from './cascadeProblem.ts';

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
const CHOICE = { method: 'FAIREST', policy: 'MEAN', step: 50 } as const;
const UNITS = [unit('05761', 100, 4000), unit('05764', 300, 5000), unit('171', 50, 6000, true)];
const values = emptyValues;

describe('the question put to a method', () => {
  it('keeps the own dossiers of the issuing unit apart, and takes limits, locks and present targets along', () => {
    const sheet = values();
    sheet.targets.set('05761', { percent: 5500, locked: true, scope: 'SUBTREE' });
    sheet.targets.set('05764', { percent: 5200, locked: false, scope: 'SUBTREE' });
    sheet.ceilings.set('05764', 6000);
    expect(cascadeProblemOf(UNITS, sheet, 5500, CHOICE)).toEqual({
      required: 5500,
      policy: 'MEAN',
      step: 50,
      children: [
        { code: '05761', volume: 100, baseline: 4000, floor: null, ceiling: null, locked: 5500, current: 5500 },
        { code: '05764', volume: 300, baseline: 5000, floor: null, ceiling: 6000, locked: null, current: 5200 },
      ],
      issuer: { code: '171 own', volume: 50, baseline: 6000 },
    });
  });

  it('can be answered: a lock stays and the others reach what is missing', () => {
    const sheet = values();
    sheet.targets.set('05761', { percent: 4500, locked: true, scope: 'SUBTREE' });
    const problem = cascadeProblemOf(UNITS, sheet, 5500, CHOICE);
    const outcome = problem && cascade(problem, 'FAIREST');
    expect(outcome?.proposals.map(({ code, percent }) => [code, percent])).toEqual([
      ['05761', 4500],
      ['05764', 5750],
    ]);
    expect(outcome?.feasible).toBe(true);
  });

  it.each([
    ['nothing is required', UNITS, null],
    ['there is nobody below', [unit('171', 50, 6000, true)], 5500],
  ])('is none where %s', (_what, units, required) => {
    expect(cascadeProblemOf(units, values(), required, CHOICE)).toBeNull();
  });
});
