import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { cascade, type CascadeOutcome } from './cascade.ts';
import type { CascadeChild, CascadeMethod, CascadeProblem } from './problem.ts';

vi.setConfig({ testTimeout: 60_000 });

// Small enough to try every answer there is: a few children, each with a handful of multiples of the step to choose from.
// Baselines often share their remainder by the step, so that many rises are equal and ties have to be told apart.
const RUNS = 500;

interface Small {
  problem: CascadeProblem;
  /** For each child, in the order of the codes, everything it may get. */
  choices: number[][];
}

const smallChild = (step: number): fc.Arbitrary<Omit<CascadeChild, 'code'>> =>
  fc
    .record({
      volume: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 3000 })),
      whole: fc.integer({ min: 0, max: Math.floor(10_000 / step) }),
      offset: fc.constantFrom(0, 0, 0, 130, -170),
      low: fc.integer({ min: 0, max: Math.floor(10_000 / step) }),
      span: fc.integer({ min: 0, max: 4 }),
      isLocked: fc.integer({ min: 0, max: 9 }).map((roll) => roll === 0),
    })
    .map(({ volume, whole, offset, low, span, isLocked }) => ({
      volume,
      baseline: Math.max(0, Math.min(10_000, whole * step + offset)),
      floor: low * step,
      ceiling: Math.min(10_000, (low + span) * step),
      ...(isLocked ? { locked: low * step } : {}),
    }));

const small: fc.Arbitrary<Small> = fc
  .record({
    step: fc.constantFrom(500, 700, 1000, 1250),
    count: fc.integer({ min: 1, max: 5 }),
    share: fc.integer({ min: 0, max: 105 }),
    own: fc.option(
      fc.record({ volume: fc.integer({ min: 0, max: 9 }), baseline: fc.integer({ min: 0, max: 10_000 }) }),
    ),
  })
  .chain(({ step, count, share, own }) =>
    fc.array(smallChild(step), { minLength: count, maxLength: count }).map((parts): Small => {
      const children = parts.map((part, index) => ({ ...part, code: `0${index}` }));
      const issuer = own && { code: '1', ...own };
      const choices = children.map((child) => choicesOf(child, step));
      const at = (pick: (...values: number[]) => number): number => {
        const targets = choices.map((values) => pick(...values));
        return sumOf({ children, issuer }, targets) / volumeOf({ children, issuer });
      };
      // A target between what all floors and what all ceilings give, sometimes just beyond.
      const required = Math.round(at(Math.min) + (share / 100) * (at(Math.max) - at(Math.min)));
      const problem = { required: Math.min(10_000, required), policy: 'MEAN' as const, step, children, issuer };
      return { problem, choices };
    }),
  );

function choicesOf({ floor, ceiling, locked }: CascadeChild, step: number): number[] {
  if (typeof locked === 'number') return [locked];
  const values: number[] = [];
  for (let value = 0; value <= 10_000; value += step) {
    if (value >= (floor ?? 0) && value <= (ceiling ?? 10_000)) values.push(value);
  }
  return values;
}

type Units = Pick<CascadeProblem, 'children' | 'issuer'>;

function volumeOf({ children, issuer }: Units): number {
  return children.reduce((sum, { volume }) => sum + volume, issuer?.volume ?? 0);
}

function sumOf({ children, issuer }: Units, targets: readonly number[]): number {
  const own = (issuer?.volume ?? 0) * (issuer?.baseline ?? 0);
  return children.reduce((sum, { volume }, index) => sum + volume * (targets[index] ?? 0), own);
}

/** Every answer that reaches the target; the one with all ceilings where none does. */
function answersOf({ problem, choices }: Small): number[][] {
  const all = choices.reduce<number[][]>(
    (sofar, values) => sofar.flatMap((before) => values.map((value) => [...before, value])),
    [[]],
  );
  const reaching = all.filter((targets) => sumOf(problem, targets) >= problem.required * volumeOf(problem));
  return reaching.length > 0 ? reaching : [choices.map((values) => Math.max(...values))];
}

function risesOf({ children }: CascadeProblem, targets: readonly number[]): number[] {
  const rises = children.flatMap(({ baseline, locked }, index) =>
    typeof locked === 'number' ? [] : [(targets[index] ?? 0) - (baseline ?? 0)],
  );
  return rises.sort((a, b) => b - a);
}

function compareRises(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((rise, index) => rise !== b[index]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

/** One hundredth of a point at a time: 1 for each of the first ten points, 2 for the next ten, 4 beyond. */
const EFFORTS = [0];
for (let rise = 1; rise <= 10_000; rise++) {
  const weight = rise <= 1000 ? 1 : rise <= 2000 ? 2 : 4;
  EFFORTS.push((EFFORTS[rise - 1] ?? 0) + weight);
}

function effortByHand({ children }: CascadeProblem, targets: readonly number[]): number {
  return children.reduce((sum, { volume, baseline }, index) => {
    return sum + volume * (EFFORTS[Math.max(0, (targets[index] ?? 0) - (baseline ?? 0))] ?? 0);
  }, 0);
}

const percents = (outcome: CascadeOutcome): number[] => outcome.proposals.map(({ percent }) => percent);

function forSmall(method: CascadeMethod, check: (given: Small, outcome: CascadeOutcome) => void): void {
  fc.assert(
    fc.property(small, (given) => check(given, cascade(given.problem, method))),
    { numRuns: RUNS },
  );
}

describe('against every answer there is', () => {
  it('FAIREST asks for the smallest largest rise, then the smallest second largest, and so on', () => {
    forSmall('FAIREST', (given, outcome) => {
      const best = answersOf(given)
        .map((targets) => risesOf(given.problem, targets))
        .reduce((a, b) => (compareRises(a, b) <= 0 ? a : b));
      expect(risesOf(given.problem, percents(outcome))).toEqual(best);
    });
  });

  it('FAIREST takes, of equally fair answers, one with the highest roll-up', () => {
    forSmall('FAIREST', (given, outcome) => {
      const rises = risesOf(given.problem, percents(outcome));
      const alike = answersOf(given).filter((targets) => compareRises(risesOf(given.problem, targets), rises) === 0);
      expect(sumOf(given.problem, percents(outcome))).toBe(
        Math.max(...alike.map((targets) => sumOf(given.problem, targets))),
      );
    });
  });

  it('LEAST_EFFORT costs no more than any of them, and says that it is sure', () => {
    forSmall('LEAST_EFFORT', (given, outcome) => {
      const answers = answersOf(given);
      const least = Math.min(...answers.map((targets) => effortByHand(given.problem, targets)));
      expect(outcome.optimal).toBe(true);
      expect(answers).toContainEqual(percents(outcome));
      expect(effortByHand(given.problem, percents(outcome))).toBe(least);
    });
  });

  it('UNIFORM finds the smallest number that, clipped to the limits, reaches the target', () => {
    forSmall('UNIFORM', (given, outcome) => {
      const { step } = given.problem;
      const clipped = (number: number): number[] =>
        given.choices.map((values) => Math.max(Math.min(...values), Math.min(Math.max(...values), number)));
      const need = given.problem.required * volumeOf(given.problem);
      const numbers = Array.from({ length: Math.floor(10_000 / step) + 1 }, (_value, index) => index * step);
      const found = numbers.find((number) => sumOf(given.problem, clipped(number)) >= need);
      expect(percents(outcome)).toEqual(clipped(found ?? 10_000));
    });
  });

  it.each<CascadeMethod>(['UNIFORM', 'PROPORTIONAL', 'CLOSE_THE_GAP', 'FAIREST', 'LEAST_EFFORT', 'SPREAD_REMAINDER'])(
    '%s reaches the target exactly when any of them does',
    (method) => {
      forSmall(method, (given, outcome) => {
        const need = given.problem.required * volumeOf(given.problem);
        const canReach = answersOf(given).some((targets) => sumOf(given.problem, targets) >= need);
        expect(outcome.feasible).toBe(canReach);
        expect(sumOf(given.problem, percents(outcome)) >= need).toBe(canReach);
      });
    },
  );
});
