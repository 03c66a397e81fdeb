import { cascade } from '@chi-tieu/shared/domain/cascade/cascade';
import type { Conflict } from '@chi-tieu/shared/domain/cascade/conflicts';
import { beforeEach, describe, expect, it } from 'vitest';
import { ref } from 'vue';
import { cascadeProblemOf } from '../proposals/cascadeProblem.ts';
import type { PlanUnit } from './planUnit.ts';
import { readField, type SheetField, type SheetValues, emptyValues } from './sheetField.ts';
import { looseningOf, useSheetActions } from './useSheetActions.ts';
import type { Sheet } from './useSheet.ts';
import { useSheetHistory } from './useSheetHistory.ts';

const unit = (code: string): PlanUnit => ({
  code,
  name: code,
  aliases: [],
  kind: 'COMMUNE',
  volume: 100,
  baseline: 4000,
  isIssuer: false,
  before: null,
});
const UNITS = ['a', 'b', 'c', 'd'].map(unit);
const target = (percent: number, locked = false) => ({ percent, locked, scope: 'SUBTREE' as const });

let values: SheetValues;
beforeEach(() => {
  values = {
    ...emptyValues(),
    targets: new Map([
      ['a', target(3000, true)],
      ['b', target(5000)],
    ]),
    floors: new Map([
      ['b', 2000],
      ['c', 5110],
    ]),
    ceilings: new Map([
      ['b', 6000],
      ['c', 5140],
    ]),
  };
});

const read = (code: string, field: SheetField): number | null => readField(values, code, field);
const everything = (): string[] =>
  UNITS.flatMap(({ code }) =>
    (['target', 'lock', 'floor', 'ceiling'] as const).map((field) => `${code} ${field} ${read(code, field)}`),
  );
const loosen = (conflict: Conflict): void => {
  const parts = { history: useSheetHistory(values, () => undefined), read, isOpen: ref(true) };
  useSheetActions(parts as unknown as Sheet, () => Promise.resolve(() => undefined)).loosen(conflict);
};

describe('loosening just one', () => {
  it.each<[Conflict, string, string]>([
    [{ code: 'a', kind: 'LOCK', limit: 3000 }, 'a lock 1', 'a lock 0'],
    [{ code: 'b', kind: 'CEILING', limit: 6000 }, 'b ceiling 6000', 'b ceiling null'],
    [{ code: 'b', kind: 'FLOOR_POLICY', limit: 6000 }, 'b ceiling 6000', 'b ceiling null'],
    [{ code: 'b', kind: 'CURRENT', limit: 5000 }, 'b target 5000', 'b target null'],
    [{ code: 'c', kind: 'NO_STEP', limit: 5140 }, 'c ceiling 5140', 'c ceiling null'],
    [{ code: 'b', kind: 'LOCK_BEYOND_LIMITS', limit: 2000 }, 'b floor 2000', 'b floor null'],
    [{ code: 'b', kind: 'LOCK_BEYOND_LIMITS', limit: 6000 }, 'b ceiling 6000', 'b ceiling null'],
  ])('%j changes %s and nothing else', (conflict, before, after) => {
    const was = everything();
    loosen(conflict);
    expect(everything()).toEqual(was.map((one) => (one === before ? after : one)));
    expect(was).toContain(before);
  });

  it('of what cannot be changed here changes nothing', () => {
    expect(looseningOf({ code: 'own', kind: 'ISSUER', limit: 100 }, { read })).toEqual([]);
    expect(looseningOf({ code: 'd', kind: 'NO_STEP', limit: 9000 }, { read })).toEqual([]);
  });

  it('goes on until the target is reached or nothing is left to give', () => {
    const choice = { method: 'SPREAD_REMAINDER', policy: 'MEAN', step: 50 } as const;
    const solve = () => {
      const problem = cascadeProblemOf(UNITS, values, 9800, choice);
      return problem && cascade(problem, choice.method);
    };
    const given: string[] = [];
    for (let round = 0; round < 10 && solve()?.feasible === false; round++) {
      const [first] = solve()?.conflicts.filter((one) => looseningOf(one, { read }).length > 0) ?? [];
      if (!first) break;
      given.push(`${first.code} ${first.kind}`);
      loosen(first);
    }
    expect(solve()?.feasible).toBe(true);
    expect(given).toContain('a LOCK');
    expect(new Set(given).size).toBe(given.length);
  });
});
