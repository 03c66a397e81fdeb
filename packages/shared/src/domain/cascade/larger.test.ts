import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { cascade } from './cascade.ts';
import { DEFAULT_EFFORT, effortOf } from './effort.ts';
import type { CascadeChild, CascadeProblem } from './problem.ts';

vi.setConfig({ testTimeout: 60_000 });

// Too large to try everything: here other ways to know that there is nothing better.
const problemsWith = (mostVolume: number, step: number): fc.Arbitrary<CascadeProblem> =>
  fc
    .record({
      required: fc.integer({ min: 2000, max: 8000 }),
      parts: fc.array(
        fc.record({
          volume: fc.integer({ min: 1, max: mostVolume }),
          baseline: fc.integer({ min: 1000, max: 8000 }),
          hasFloor: fc.boolean(),
          room: fc.option(fc.integer({ min: 0, max: 4000 })),
        }),
        { minLength: 6, maxLength: 10 },
      ),
    })
    .map(({ required, parts }) => ({
      required,
      policy: 'MEAN',
      step,
      children: parts.map(({ volume, baseline, hasFloor, room }, index): CascadeChild => {
        const floor = hasFloor ? Math.ceil(baseline / step) * step : 0;
        const ceiling = room === null ? 10_000 : Math.min(10_000, Math.max(floor, baseline + room));
        return { code: `0${index}`, volume, baseline, floor, ceiling };
      }),
    }));

/** The least effort for every number of dossiers × steps there is, child by child; of those that reach the need the least. */
function leastByTable({ children, required, step }: CascadeProblem): number {
  const total = children.reduce((sum, { volume }) => sum + volume, 0);
  const size = (total * 10_000) / step + 1;
  let costs = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  costs[0] = 0;
  let highest = 0;
  for (const { volume, baseline, floor, ceiling } of children) {
    const next = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    const last = Math.floor((ceiling ?? 0) / step);
    for (let steps = Math.ceil((floor ?? 0) / step); steps <= last; steps++) {
      const cost = volume * effortOf(steps * step - (baseline ?? 0), DEFAULT_EFFORT);
      for (let sum = 0; sum <= highest; sum++) {
        const at = sum + steps * volume;
        next[at] = Math.min(next[at] ?? 0, (costs[sum] ?? 0) + cost);
      }
    }
    highest += last * volume;
    costs = next;
  }
  return costs.slice(Math.ceil((required * total) / step)).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

describe('with more children', () => {
  it('LEAST_EFFORT costs as little as a table of all sums says', () => {
    fc.assert(
      fc.property(problemsWith(40, 200), (problem) => {
        const outcome = cascade(problem, 'LEAST_EFFORT');
        if (!outcome.feasible) return;
        const effort = outcome.proposals.reduce(
          (sum, { volume, reason }) => sum + volume * effortOf(reason.rise, DEFAULT_EFFORT),
          0,
        );
        expect(outcome.optimal).toBe(true);
        expect(effort).toBe(leastByTable(problem));
      }),
      { numRuns: 60 },
    );
  });

  it('FAIREST cannot be made fairer by lowering anybody and raising anybody else', () => {
    fc.assert(
      fc.property(problemsWith(3000, 50), (problem) => {
        const outcome = cascade(problem, 'FAIREST');
        if (!outcome.feasible) return;
        const rises = outcome.proposals.map(({ reason }) => reason.rise);
        const spare = outcome.proposals.reduce((sum, { volume, percent }) => {
          return sum + volume * (percent - problem.required);
        }, 0);
        for (const [down, lowered] of outcome.proposals.entries()) {
          for (const [up, raised] of outcome.proposals.entries()) {
            if (down === up) continue;
            // Lowered by one step, and the other raised by as few as make up for it.
            const steps = Math.max(
              0,
              Math.ceil((lowered.volume * problem.step - spare) / (raised.volume * problem.step)),
            );
            const [child, other] = [problem.children[down], problem.children[up]];
            const isAllowed =
              lowered.percent - problem.step >= (child?.floor ?? 0) &&
              raised.percent + steps * problem.step <= (other?.ceiling ?? 0);
            const [before, after] = [
              [rises[down] ?? 0, rises[up] ?? 0],
              [(rises[down] ?? 0) - problem.step, (rises[up] ?? 0) + steps * problem.step],
            ].map((pair) => ({ larger: Math.max(...pair), smaller: Math.min(...pair) }));
            if (!isAllowed || !before || !after) continue;
            const isFairer = after.larger < before.larger;
            expect(isFairer || (after.larger === before.larger && after.smaller < before.smaller)).toBe(false);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
