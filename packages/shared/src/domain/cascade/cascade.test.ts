import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { cascade, type CascadeOutcome } from './cascade.ts';
import type { CascadeChild, CascadeMethod, CascadeProblem } from './problem.ts';

vi.setConfig({ testTimeout: 60_000 });

const METHODS: CascadeMethod[] = [
  'UNIFORM',
  'PROPORTIONAL',
  'CLOSE_THE_GAP',
  'FAIREST',
  'LEAST_EFFORT',
  'SPREAD_REMAINDER',
];

const percent = fc.integer({ min: 0, max: 10_000 });
const maybePercent = fc.option(percent, { freq: 2 });
const volume = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 10_000_000 }));

const childParts = fc.record({
  volume,
  baseline: fc.option(percent, { freq: 4 }),
  limits: fc.option(fc.tuple(percent, percent)),
  locked: fc.option(percent, { freq: 1 }),
  current: maybePercent,
});

const problems: fc.Arbitrary<CascadeProblem> = fc
  .record({
    required: percent,
    policy: fc.constantFrom('MEAN' as const, 'FLOOR' as const),
    step: fc.constantFrom(1, 50, 100, 170, 1000),
    parts: fc.array(childParts, { minLength: 1, maxLength: 8 }),
    own: fc.option(fc.record({ volume, baseline: maybePercent })),
  })
  .map(({ parts, own, ...rest }) => ({
    ...rest,
    children: parts.map(({ limits, ...part }, index): CascadeChild => {
      const [floor, ceiling] = limits ? [Math.min(...limits), Math.max(...limits)] : [null, null];
      return { ...part, code: `0${index}`, floor, ceiling };
    }),
    issuer: own && { code: '1', ...own },
  }));

/** What a child may be lowered to: its floor, or the required target under FLOOR, never over the ceiling. */
function lowerLimit({ required, policy }: CascadeProblem, { floor, ceiling }: CascadeChild): number {
  const given = floor ?? 0;
  return policy === 'FLOOR' ? Math.min(Math.max(given, required), ceiling ?? 10_000) : given;
}

/** The multiples of the step that a child may get; under FLOOR a ceiling below the required target is stronger. */
function allowedFor(problem: CascadeProblem, child: CascadeChild): number[] {
  const ceiling = child.ceiling ?? 10_000;
  const low = ceiling < problem.required ? (child.floor ?? 0) : lowerLimit(problem, child);
  const all = Array.from({ length: Math.floor(10_000 / problem.step) + 1 }, (_value, index) => index * problem.step);
  return all.filter((value) => value >= low && value <= ceiling);
}

function isHeld(child: CascadeChild, method: CascadeMethod): boolean {
  const isKept = method === 'SPREAD_REMAINDER' && typeof child.current === 'number';
  return typeof child.locked === 'number' || isKept || child.volume === 0;
}

/** What is missing to the required target, in dossiers × hundredths, with the targets of the outcome or changed ones. */
function missing(problem: CascadeProblem, outcome: CascadeOutcome, changed: ReadonlyMap<string, number>): bigint {
  const units = outcome.proposals.map((unit) => ({ volume: unit.volume, at: changed.get(unit.code) ?? unit.percent }));
  const own = { volume: problem.issuer?.volume ?? 0, at: problem.issuer?.baseline ?? filledBaseline(problem) };
  return [...units, own].reduce((sum, { volume: n, at }) => sum + BigInt(n) * BigInt(problem.required - at), 0n);
}

function filledBaseline({ children, required }: CascadeProblem): number {
  const known = children.filter(({ baseline }) => baseline !== null);
  const weight = known.reduce((total, unit) => total + BigInt(unit.volume), 0n);
  const sum = known.reduce((total, unit) => total + BigInt(unit.volume) * BigInt(unit.baseline ?? 0), 0n);
  return weight === 0n ? required : Number((2n * sum + weight) / (2n * weight));
}

const none = new Map<string, number>();

describe.each(METHODS)('%s', (method) => {
  const forAll = (check: (problem: CascadeProblem, outcome: CascadeOutcome) => void): void => {
    fc.assert(
      fc.property(problems, (problem) => check(problem, cascade(problem, method))),
      { numRuns: 120 },
    );
  };

  it('gives open children whole multiples of the step within their limits, wherever there are any', () => {
    forAll((problem, { proposals }) => {
      for (const [index, child] of problem.children.entries()) {
        if (isHeld(child, method)) continue;
        const target = proposals[index]?.percent ?? -1;
        const allowed = allowedFor(problem, child);
        if (allowed.length > 0) expect(allowed).toContain(target);
        else expect([lowerLimit(problem, child), child.floor ?? 0, child.ceiling ?? 10_000]).toContain(target);
      }
    });
  });

  it('never moves a lock, and leaves a child without dossiers at the parent’s target within its limits', () => {
    forAll((problem, { proposals }) => {
      for (const [index, child] of problem.children.entries()) {
        const target = proposals[index]?.percent;
        if (typeof child.locked === 'number') expect(target).toBe(child.locked);
        else if (child.volume === 0 && !isHeld({ ...child, volume: 1 }, method)) {
          const low = lowerLimit(problem, child);
          expect(target).toBe(Math.max(low, Math.min(problem.required, child.ceiling ?? 10_000)));
        }
      }
    });
  });

  it('reaches the parent’s target where the highest multiples do, and says by how much it does not', () => {
    forAll((problem, outcome) => {
      const highest = new Map(
        problem.children
          .filter((child) => !isHeld(child, method))
          .map((child): [string, number] => [child.code, allowedFor(problem, child).at(-1) ?? -1])
          .filter(([, value]) => value >= 0),
      );
      const gap = missing(problem, outcome, none);
      const isBelow = outcome.proposals.some((unit) => problem.policy === 'FLOOR' && unit.percent < problem.required);
      const total = outcome.proposals.reduce((sum, unit) => sum + unit.volume, problem.issuer?.volume ?? 0);
      expect(gap <= 0n).toBe(missing(problem, outcome, highest) <= 0n);
      expect(outcome.feasible).toBe(gap <= 0n && !isBelow);
      expect(outcome.residualPoints > 0).toBe(!outcome.feasible);
      if (total > 0) expect(outcome.achieved >= problem.required).toBe(gap <= 0n);
      if (problem.policy === 'MEAN') {
        expect(outcome.residualDossiers).toBe(gap > 0n ? Number((gap + 9999n) / 10_000n) : 0);
        if (total > 0) expect(outcome.residualPoints).toBe(gap > 0n ? Number((gap - 1n) / BigInt(total)) + 1 : 0);
      }
    });
  });

  it('leaves nobody who could go one step lower', () => {
    forAll((problem, outcome) => {
      if (missing(problem, outcome, none) > 0n) return;
      const open = outcome.proposals.filter((unit, index) => {
        const child = problem.children[index];
        return child && !isHeld(child, method) && unit.percent - problem.step >= lowerLimit(problem, child);
      });
      const lowered = open.map((unit): [string, number] => [unit.code, unit.percent - problem.step]);
      if (method !== 'UNIFORM') {
        for (const one of lowered) expect(missing(problem, outcome, new Map([one]))).toBeGreaterThan(0n);
        return;
      }
      // A smaller common number lowers exactly those who stand at it.
      const top = outcome.proposals.find(({ reason }) => reason.common)?.reason.common?.value;
      const together = lowered.filter(([, value]) => value + problem.step === top);
      if (together.length > 0) expect(missing(problem, outcome, new Map(together))).toBeGreaterThan(0n);
    });
  });

  it('does not depend on the order in which the children come', () => {
    const shuffled = problems.chain((problem) =>
      fc.tuple(
        fc.constant(problem),
        fc.shuffledSubarray([...problem.children], { minLength: problem.children.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([problem, children]) => {
        expect(cascade({ ...problem, children }, method)).toEqual(cascade(problem, method));
      }),
    );
  });

  it('gives, of units alike in everything, the one with the earlier code no more', () => {
    const twins = fc.record({
      count: fc.integer({ min: 2, max: 6 }),
      part: childParts,
      other: childParts,
      required: percent,
    });
    fc.assert(
      fc.property(twins, ({ count, part, other, required }) => {
        const alike = Array.from({ length: count }, (_value, index): CascadeChild => {
          return { code: `0${index}`, volume: part.volume, baseline: part.baseline };
        });
        const children = [...alike, { code: '1', volume: other.volume, baseline: other.baseline }];
        const { proposals } = cascade({ required, policy: 'MEAN', step: 100, children }, method);
        const targets = proposals.slice(0, count).map((unit) => unit.percent);
        expect(targets).toEqual([...targets].sort((a, b) => a - b));
      }),
    );
  });
});

describe('a cascade', () => {
  it('refuses a problem with faults', () => {
    expect(() => cascade({ required: 5500, policy: 'MEAN', step: 0, children: [] }, 'UNIFORM')).toThrow(RangeError);
  });

  it('leaves everybody at the parent’s target where nobody has dossiers', () => {
    const children = [
      { code: '2', volume: 0, baseline: null, ceiling: 4000 },
      { code: '1', volume: 0, baseline: 3000 },
    ];
    const outcome = cascade({ required: 5512, policy: 'MEAN', step: 50, children }, 'FAIREST');
    expect(outcome).toMatchObject({ feasible: true, achieved: 5512, residualPoints: 0, conflicts: [] });
    expect(outcome.proposals.map((unit) => [unit.code, unit.percent])).toEqual([
      ['1', 5512],
      ['2', 4000],
    ]);
  });
});
