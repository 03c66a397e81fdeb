import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinJumps, jumpsOf, type BatchShape, type JumpRules, type UnitMonth } from './jumps.ts';

const RULES: JumpRules = { timesUsual: 3, least: 100, mostChanged: 50, mostWithdrawn: 10 };
const month = (facts: Partial<UnitMonth> = {}): UnitMonth => ({
  unitId: 7,
  month: '2022-08-01',
  stored: 0,
  added: 400,
  before: [100, 90, 110],
  ...facts,
});
const shape = (facts: Partial<BatchShape> = {}): BatchShape => ({ months: [], changed: 0, withdrawn: 0, ...facts });

describe('a batch jumps', () => {
  it('where a unit would have more than so many times its usual in a month, told by the median', () => {
    expect(jumpsOf(shape({ months: [month()] }), RULES)).toEqual([
      { kind: 'MONTH', unitId: 7, month: '2022-08-01', count: 400, usual: 100 },
    ]);
    expect(jumpsOf(shape({ months: [month({ added: 300 })] }), RULES)).toEqual([]);
    expect(jumpsOf(shape({ months: [month({ added: 150, stored: 151 })] }), RULES)).toHaveLength(1);
    expect(jumpsOf(shape({ months: [month({ before: [100, 90, 9_000, 110] })] }), RULES)).toHaveLength(1);
  });

  it('not where nothing is usual yet, where there are few, or where it adds little itself', () => {
    expect(jumpsOf(shape({ months: [month({ before: [1, 1] })] }), RULES)).toEqual([]);
    expect(jumpsOf(shape({ months: [month({ added: 99, before: [1, 1, 1] })] }), RULES)).toEqual([]);
    expect(jumpsOf(shape({ months: [month({ added: 24, stored: 900 })] }), RULES)).toEqual([]);
  });

  it('where many change or are withdrawn at once', () => {
    expect(jumpsOf(shape({ changed: 51, withdrawn: 11 }), RULES)).toEqual([
      { kind: 'WITHDRAWN', count: 11, most: 10 },
      { kind: 'CHANGED', count: 51, most: 50 },
    ]);
    expect(jumpsOf(shape({ changed: 50, withdrawn: 10 }), RULES)).toEqual([]);
  });

  it('never more often where the rules are wider', () => {
    const any = fc.record({
      months: fc.array(
        fc.record({
          unitId: fc.nat(9),
          month: fc.constant('2022-08-01'),
          stored: fc.nat(500),
          added: fc.nat(500),
          before: fc.array(fc.nat(200), { maxLength: 12 }),
        }),
        { maxLength: 5 },
      ),
      changed: fc.nat(100),
      withdrawn: fc.nat(20),
    });
    fc.assert(
      fc.property(any, (one) => {
        const wide = { timesUsual: 4, least: 100, mostChanged: 60, mostWithdrawn: 15 };
        expect(jumpsOf(one, wide).length).toBeLessThanOrEqual(jumpsOf(one, RULES).length);
      }),
    );
  });
});

describe('what holds several batches together', () => {
  const jump = (unitId: number, count: number) => ({
    kind: 'MONTH' as const,
    unitId,
    month: '2022-08-01',
    count,
    usual: 10,
  });

  it('is all of it, the larger where two say the same, in the order in which one batch tells it', () => {
    const changed = (count: number) => ({ kind: 'CHANGED' as const, count, most: 50 });
    expect(joinJumps([jump(7, 400), changed(60)], [jump(8, 500), jump(7, 300), changed(90)])).toEqual([
      changed(90),
      jump(8, 500),
      jump(7, 400),
    ]);
    expect(joinJumps([], [])).toEqual([]);
  });
});
