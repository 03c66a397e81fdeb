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

describe('whatever limits, locks, steps and own dossiers there are', () => {
  type Kind = 'none' | 'ceiling' | 'lock' | 'narrow' | 'floor';
  const parts = fc.array(
    fc.record({
      volume: fc.integer({ min: 0, max: 40 }),
      at: fc.integer({ min: 0, max: 98 }),
      kind: fc.constantFrom<Kind>('none', 'ceiling', 'ceiling', 'lock', 'narrow', 'floor'),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const problems = fc
    .record({
      parts,
      required: fc.integer({ min: 1, max: 100 }),
      policy: fc.constantFrom('MEAN' as const, 'FLOOR' as const),
      own: fc.option(fc.record({ volume: fc.integer({ min: 1, max: 60 }), rate: fc.integer({ min: 0, max: 100 }) })),
    })
    .map(({ parts: given, required, policy, own }): CascadeProblem => ({
      required: required * 100,
      policy,
      step: 500,
      children: given.map(({ volume, at, kind }, index) => {
        const low = at * 100;
        const limits: Record<Kind, Partial<CascadeChild>> = {
          none: {},
          ceiling: { ceiling: low },
          lock: { locked: low },
          // No multiple of 5 lies between: settled off the step.
          narrow: { floor: low - (low % 500) + 110, ceiling: low - (low % 500) + 140 },
          floor: { floor: low },
        };
        return child(`${index}`, volume, limits[kind]);
      }),
      issuer: own && { code: '9', volume: own.volume, baseline: own.rate * 100 },
    }));
  const solve = (problem: CascadeProblem) => cascade(problem, 'FAIREST');
  /** The same with only these limits and locks: everybody else's gave way. */
  const keeping = (problem: CascadeProblem, codes: ReadonlySet<string>): CascadeProblem => ({
    ...problem,
    children: problem.children.map((one) => (codes.has(one.code) ? one : child(one.code, one.volume))),
  });

  it('something is named exactly where the target is out of reach, each with the limit that is its own', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const outcome = solve(problem);
        const named = outcome.conflicts.filter(({ kind }) => kind !== 'NO_STEP' && kind !== 'LOCK_BEYOND_LIMITS');
        expect(outcome.feasible || outcome.conflicts.length > 0).toBe(true);
        if (outcome.feasible) expect(named).toEqual([]);
        for (const { code, kind, limit } of named) {
          const one = problem.children.find((unit) => unit.code === code);
          if (kind === 'ISSUER') expect(limit).toBe(problem.issuer?.baseline);
          else expect(limit).toBe(kind === 'LOCK' ? one?.locked : one?.ceiling);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('for the mean what is named keeps the target out of reach alone, and nothing fewer does', () => {
    fc.assert(
      fc.property(problems, (given) => {
        const problem = { ...given, policy: 'MEAN' as const };
        const { feasible, conflicts: found } = solve(problem);
        if (feasible) return;
        const limits = problem.children.filter(({ volume }) => volume > 0);
        const blocking = new Set(
          found.filter(({ code }) => limits.some((one) => one.code === code)).map(({ code }) => code),
        );
        expect(solve(keeping(problem, blocking)).feasible).toBe(false);
        const settled = new Set(
          problem.children.filter(({ floor, ceiling }) => floor && ceiling).map(({ code }) => code),
        );
        // Those without a multiple of the step are told in any case: only without them is it the smallest set.
        if ([...blocking].some((code) => settled.has(code))) return;
        for (let mask = 0; mask < 2 ** limits.length; mask++) {
          const codes = new Set(limits.filter((_one, index) => (mask >> index) % 2 === 1).map(({ code }) => code));
          if (codes.size < blocking.size) expect(solve(keeping(problem, codes)).feasible).toBe(true);
        }
        // The own dossiers are named exactly where these limits alone would leave a way.
        const without = keeping(
          { ...problem, issuer: problem.issuer && { ...problem.issuer, baseline: 10_000 } },
          blocking,
        );
        expect(found.some(({ kind }) => kind === 'ISSUER')).toBe(solve(without).feasible);
      }),
      { numRuns: 300 },
    );
  });

  it('under FLOOR whoever is named for itself is below the target whatever the others do', () => {
    fc.assert(
      fc.property(problems, (given) => {
        const problem = { ...given, policy: 'FLOOR' as const };
        for (const { code, kind } of solve(problem).conflicts) {
          if (kind !== 'FLOOR_POLICY') continue;
          expect(solve(keeping(problem, new Set([code]))).feasible).toBe(false);
          expect(solve(problem).proposals.find((unit) => unit.code === code)?.percent).toBeLessThan(problem.required);
        }
      }),
      { numRuns: 200 },
    );
  });
});
