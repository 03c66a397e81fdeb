import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cascade } from './cascade.ts';
import type { Conflict } from './conflicts.ts';
import type { CascadeChild, CascadeProblem } from './problem.ts';

const child = (code: string, volume: number, rest: Partial<CascadeChild> = {}): CascadeChild => {
  return { code, volume, baseline: 4000, ...rest };
};
const conflicts = (children: CascadeChild[], rest: Partial<CascadeProblem> = {}): Conflict[] =>
  cascade({ required: 5500, policy: 'MEAN', step: 50, children, ...rest }, 'SPREAD_REMAINDER').conflicts;

describe('what stands in the way', () => {
  it.each<[string, CascadeChild[], Partial<CascadeProblem>, [string, string, number][]]>([
    ['nothing', [child('1', 100), child('2', 100, { locked: 3000, ceiling: 4000 })], {}, []],
    ['one ceiling', [child('1', 100, { ceiling: 5000 })], {}, [['1', 'CEILING', 5000]]],
    ['a lock', [child('1', 100, { locked: 900 }), child('2', 100, { ceiling: 9900 })], {}, [['1', 'LOCK', 900]]],
    ['a target of the plan', [child('1', 100, { current: 900 }), child('2', 100)], {}, [['1', 'CURRENT', 900]]],
    [
      'two that are only together too much',
      [child('1', 100, { locked: 2000 }), child('2', 100, { ceiling: 8000 }), child('3', 10, { ceiling: 9900 })],
      {},
      [
        ['1', 'LOCK', 2000],
        ['2', 'CEILING', 8000],
      ],
    ],
    ['a step that stops short of 100 %', [child('1', 100)], { required: 9500, step: 3000 }, [['1', 'NO_STEP', 9000]]],
    ['no multiple between limits', [child('1', 9, { floor: 5510, ceiling: 5540 })], {}, [['1', 'NO_STEP', 5510]]],
    [
      'a lock beyond its ceiling',
      [child('1', 9, { ceiling: 6000, locked: 7000 })],
      {},
      [['1', 'LOCK_BEYOND_LIMITS', 6000]],
    ],
    ['a lock below its floor', [child('1', 9, { floor: 7000, locked: 6000 })], {}, [['1', 'LOCK_BEYOND_LIMITS', 7000]]],
    ['a ceiling against FLOOR', [child('1', 9, { ceiling: 5000 })], { policy: 'FLOOR' }, [['1', 'FLOOR_POLICY', 5000]]],
    [
      'a lock against FLOOR, though the mean is reached',
      [child('1', 9, { locked: 5000 }), child('2', 900)],
      { policy: 'FLOOR' },
      [['1', 'LOCK', 5000]],
    ],
    [
      'a ceiling against FLOOR without dossiers',
      [child('1', 0, { ceiling: 5000 }), child('2', 9)],
      { policy: 'FLOOR' },
      [['1', 'FLOOR_POLICY', 5000]],
    ],
    [
      'a lock that needs no help from the issuing unit',
      [child('1', 100, { locked: 900 }), child('2', 100)],
      { issuer: { code: '19', volume: 1, baseline: 9900 } },
      [['1', 'LOCK', 900]],
    ],
    [
      'the issuing unit',
      [child('1', 100)],
      { issuer: { code: '19', volume: 100, baseline: 900 } },
      [['19', 'ISSUER', 900]],
    ],
  ])('%s', (_name, children, rest, expected) => {
    expect(conflicts(children, rest).map(({ code, kind, limit }) => [code, kind, limit])).toEqual(expected);
  });
});

describe('the set that keeps a target out of reach', () => {
  const units = fc.array(
    fc.record({
      volume: fc.integer({ min: 1, max: 50 }),
      ceiling: fc.integer({ min: 0, max: 100 }),
      isLock: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const loosened = (child_: CascadeChild): CascadeChild => child(child_.code, child_.volume);

  it('is enough alone, needs each of its members, and no smaller one exists', () => {
    fc.assert(
      fc.property(units, fc.integer({ min: 1, max: 100 }), (parts, required) => {
        const children = parts.map(({ volume, ceiling, isLock }, index) =>
          child(`${index}`, volume, isLock ? { locked: ceiling * 100 } : { ceiling: ceiling * 100 }),
        );
        const solve = (given: CascadeChild[]) =>
          cascade({ required: required * 100, policy: 'MEAN', step: 100, children: given }, 'FAIREST');
        const outcome = solve(children);
        expect(outcome.conflicts.length > 0).toBe(!outcome.feasible);
        if (outcome.feasible) return;
        const blocking = new Set(outcome.conflicts.map(({ code }) => code));
        const keeping = (codes: ReadonlySet<string>): boolean =>
          solve(children.map((one) => (codes.has(one.code) ? one : loosened(one)))).feasible;
        expect(keeping(blocking)).toBe(false);
        for (let mask = 0; mask < 2 ** children.length; mask++) {
          const codes = new Set(children.filter((_child, index) => (mask >> index) % 2 === 1).map(({ code }) => code));
          if (codes.size < blocking.size) expect(keeping(codes)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
