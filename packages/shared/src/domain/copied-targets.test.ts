import { describe, expect, it } from 'vitest';
import { copiedTargets, type OldTarget } from './copied-targets.ts';

const target = (unitId: number, hundredths: number, more: Partial<OldTarget> = {}): OldTarget => ({
  unitId,
  hundredths,
  scope: 'SUBTREE',
  locked: false,
  volume: 10,
  ...more,
});

/** Unit 2 became 1, unit 3 became 1, unit 4 became 9 that lies elsewhere, unit 5 nobody answers for. */
const BECAME = new Map<number, number | null>([
  [2, 1],
  [3, 1],
  [4, 9],
  [5, null],
]);

const copy = (targets: OldTarget[], step = 50) =>
  copiedTargets({
    targets,
    answersFor: (unitId) => (BECAME.has(unitId) ? (BECAME.get(unitId) ?? null) : unitId),
    isChild: (unitId) => unitId < 9,
    step,
  });

describe('copied targets', () => {
  it('stay what they were for a unit that is still there, to the hundredth, with scope and lock', () => {
    const { copied, left } = copy([target(7, 5_499, { scope: 'OWN', locked: true })]);
    expect(copied).toEqual([{ unitId: 7, hundredths: 5_499, scope: 'OWN', locked: true, from: [7] }]);
    expect(left).toEqual([]);
  });

  it('go to who succeeded the unit', () => {
    expect(copy([target(2, 4_010)]).copied).toEqual([
      { unitId: 1, hundredths: 4_010, scope: 'SUBTREE', locked: false, from: [2] },
    ]);
  });

  it.each([
    ['weighted by volume', [target(1, 5_000, { volume: 30 }), target(2, 6_000, { volume: 10 })], 5_250, 50],
    ['rounded half up to the step', [target(1, 5_000), target(2, 5_050)], 5_050, 50],
    ['rounded down below the half', [target(1, 5_000, { volume: 3 }), target(2, 5_050, { volume: 2 })], 5_000, 50],
    ['by another step', [target(1, 5_000), target(2, 5_050)], 5_000, 100],
    ['plain without dossiers', [target(1, 4_000, { volume: 0 }), target(2, 6_000, { volume: 0 })], 5_000, 50],
    ['of three', [target(1, 3_000), target(2, 6_000), target(3, 6_000)], 5_000, 50],
    ['never above 100', [target(1, 10_000), target(2, 9_990)], 10_000, 600],
  ])('become one mean, %s, where units became one', (_what, targets, hundredths, step) => {
    const { copied } = copy(targets, step);
    expect(copied.map((row) => [row.unitId, row.hundredths, row.from.length])).toEqual([
      [1, hundredths, targets.length],
    ]);
  });

  it('are locked or of own dossiers after a merger only if all were', () => {
    const all = copy([target(1, 50, { locked: true, scope: 'OWN' }), target(2, 50, { locked: true, scope: 'OWN' })]);
    const some = copy([target(1, 50, { locked: true, scope: 'OWN' }), target(2, 50)]);
    expect([all, some].map(({ copied }) => [copied[0]?.locked, copied[0]?.scope])).toEqual([
      [true, 'OWN'],
      [false, 'SUBTREE'],
    ]);
  });

  it('that go nowhere are told, each with why', () => {
    const { copied, left } = copy([target(4, 10), target(5, 20), target(6, 30)]);
    expect(copied.map(({ unitId }) => unitId)).toEqual([6]);
    expect(left.map(({ target: { unitId }, why }) => [unitId, why])).toEqual([
      [4, 'ELSEWHERE'],
      [5, 'GONE'],
    ]);
  });

  it('come out the same in whatever order they are told', () => {
    const targets = [target(1, 5_000, { volume: 7 }), target(2, 6_130, { volume: 3 }), target(3, 100, { volume: 1 })];
    const [one, other] = [copy(targets), copy(targets.toReversed())];
    expect(one.copied[0]?.hundredths).toBe(other.copied[0]?.hundredths);
  });
});
