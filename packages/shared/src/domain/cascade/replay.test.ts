import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { cascade } from './cascade.ts';
import type { CascadeProblem } from './problem.ts';

vi.setConfig({ testTimeout: 60_000 });

// PROPORTIONAL and CLOSE_THE_GAP once more, written down from their definition in another way: exact fractions throughout, the
// sum evaluated as a whole at every value of the factor where a child starts or stops moving, a straight line in between.
interface Part {
  volume: number;
  lo: number;
  hi: number;
  start: bigint;
  slope: bigint;
}

type Fraction = readonly [over: bigint, under: bigint];

const problems = (least: number): fc.Arbitrary<CascadeProblem> =>
  fc
    .record({
      step: fc.constantFrom(1, 10, 50, 70, 100, 333, 1000),
      required: fc.integer({ min: 0, max: 10_000 }),
      parts: fc.array(
        fc.record({
          volume: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 10_000_000 })),
          baseline: fc.integer({ min: least, max: 10_000 }),
          limits: fc.option(fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }))),
        }),
        { minLength: 1, maxLength: 8 },
      ),
    })
    .map(({ step, required, parts }) => ({
      step,
      required,
      policy: 'MEAN' as const,
      children: parts.map(({ volume, baseline, limits }, index) => ({
        code: `0${index}`,
        volume,
        baseline,
        // Limits on the step, so that none is empty.
        floor: limits ? Math.floor(Math.min(...limits) / step) * step : null,
        ceiling: limits ? Math.floor(Math.max(...limits) / step) * step : null,
      })),
    }));

function sumAt(parts: readonly Part[], [over, under]: Fraction): bigint {
  return parts.reduce((sum, { volume, lo, hi, start, slope }) => {
    const at = start * under + slope * over;
    const [low, high] = [BigInt(lo) * under, BigInt(hi) * under];
    const clipped = at < low ? low : at > high ? high : at;
    return sum + BigInt(volume) * clipped;
  }, 0n);
}

/** The smallest factor that reaches the need: null where even the first place at which anybody moves does. */
function smallestFactor(parts: readonly Part[], need: bigint): Fraction | null {
  const turns = parts
    .filter(({ slope }) => slope > 0n)
    .flatMap(({ lo, hi, start, slope }): Fraction[] => [
      [BigInt(lo) - start, slope],
      [BigInt(hi) - start, slope],
    ])
    .sort((a, b) => Number(a[0] * b[1] - b[0] * a[1]));
  const place = turns.findIndex((turn) => sumAt(parts, turn) >= need * turn[1]);
  const [before, after] = [turns[place - 1], turns[place]];
  if (!before || !after) return null;
  // On a common denominator: before + (after − before) × (need − sum before) / (sum after − sum before).
  const under = before[1] * after[1];
  const [from, to] = [before[0] * after[1], after[0] * before[1]];
  const [low, high] = [sumAt(parts, [from, under]), sumAt(parts, [to, under])];
  return [from * (high - low) + (to - from) * (need * under - low), under * (high - low)];
}

function replay({ children, required, step }: CascadeProblem, parts: readonly Part[]): number[] {
  const need = BigInt(required) * children.reduce((sum, { volume }) => sum + BigInt(volume), 0n);
  const total = (targets: readonly number[]): bigint =>
    parts.reduce((sum, { volume }, index) => sum + BigInt(volume) * BigInt(targets[index] ?? 0), 0n);
  const highest = parts.map(({ hi }) => hi);
  if (total(highest) < need) return highest;
  const factor = smallestFactor(parts, need);
  const targets = parts.map(({ lo, hi, start, slope }) => {
    if (!factor) return slope > 0n ? lo : hi;
    const [over, under] = factor;
    let target = lo;
    while (target < hi && BigInt(target) * under < start * under + slope * over) target += step;
    return target;
  });
  for (let moved = true; moved;) {
    moved = false;
    for (const [index, { lo }] of parts.entries()) {
      const lower = targets.map((target, place) => (place === index ? target - step : target));
      if ((lower[index] ?? 0) < lo || total(lower) < need) continue;
      targets[index] = lower[index] ?? 0;
      moved = true;
    }
  }
  return targets;
}

function partsOf(problem: CascadeProblem, rayOf: (baseline: bigint, ceiling: bigint) => [bigint, bigint]): Part[] {
  return problem.children.map(({ volume, baseline, floor, ceiling }) => {
    const [start, slope] = rayOf(BigInt(baseline ?? 0), BigInt(ceiling ?? 10_000));
    const hi = Math.floor((ceiling ?? 10_000) / problem.step) * problem.step;
    return { volume, lo: floor ?? 0, hi, start, slope };
  });
}

describe('replayed from the definition', () => {
  it('PROPORTIONAL is the smallest factor, rounded up, then lowered in the order of the codes', () => {
    fc.assert(
      fc.property(problems(1), (problem) => {
        const parts = partsOf(problem, (baseline) => [0n, baseline]);
        const { proposals } = cascade(problem, 'PROPORTIONAL');
        expect(proposals.map(({ percent }) => percent)).toEqual(replay(problem, parts));
      }),
      { numRuns: 400 },
    );
  });

  it('CLOSE_THE_GAP is the smallest share of the way to the ceiling, rounded and lowered alike', () => {
    fc.assert(
      fc.property(problems(0), (problem) => {
        const parts = partsOf(problem, (baseline, ceiling) => [baseline, ceiling > baseline ? ceiling - baseline : 0n]);
        const { proposals } = cascade(problem, 'CLOSE_THE_GAP');
        expect(proposals.map(({ percent }) => percent)).toEqual(replay(problem, parts));
      }),
      { numRuns: 400 },
    );
  });
});
