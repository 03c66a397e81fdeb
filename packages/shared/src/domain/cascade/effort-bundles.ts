import { effortOf } from './effort.ts';
import type { Dial } from './effort-meet.ts';
import type { OpenChild, OpenProblem } from './method.ts';
import { smallestThat } from './uniform.ts';

/**
 * Steps of one child that are alike: `count` of them, one after the other up (direction 1) or down (−1) from where it stands.
 * `dearness` is what each of its dossiers costs more than the common weight when a step is taken, or saves less when one
 * is taken back; never negative.
 */
export interface Bundle {
  /** The child's place in the order of the codes. */
  index: number;
  volume: number;
  direction: 1 | -1;
  count: number;
  dearness: number;
}

/** What the step that ends at a target costs a child for each of its dossiers. */
export function stepCost({ step, effort }: OpenProblem, { baseline }: OpenChild, target: number): number {
  return effortOf(target - baseline, effort) - effortOf(target - step - baseline, effort);
}

/** The common weight, and the total from which on nothing is worth considering. */
export interface Worth {
  weight: number;
  most: number;
}

/** A child as something that moves by whole steps from its target, as far as one move alone costs less than `most`. */
export function dialOf({ step, effort }: OpenProblem, child: OpenChild, target: number, { weight, most }: Worth): Dial {
  const { volume, baseline, lo, hi } = child;
  const before = effortOf(target - baseline, effort);
  const costOf = (shift: number): number =>
    volume * (effortOf(target + shift * step - baseline, effort) - before - weight * shift);
  const furthest = (room: number, direction: 1 | -1): number =>
    smallestThat((steps) => costOf(direction * (steps + 1)) >= most, 0, room);
  // Written as a difference, for a room of 0 must not become a negative 0.
  return { volume, from: 0 - furthest((target - lo) / step, -1), to: furthest((hi - target) / step, 1), costOf };
}

/**
 * The steps that a child could still take or take back, the cheapest ones of each direction first, as long as a single one is
 * not dearer than `most` in all. Effort is convex, so a dearer bundle is never worth more than a cheaper one of the child.
 */
export function bundlesOf(problem: OpenProblem, index: number, target: number, { weight, most }: Worth): Bundle[] {
  const child = problem.open[index] as OpenChild;
  const { step } = problem;
  const { volume, lo, hi } = child;
  const bundles: Bundle[] = [];
  for (const direction of [1, -1] as const) {
    const room = (direction > 0 ? hi - target : target - lo) / step;
    // The n-th step up ends n steps above the target; the n-th step down takes back the one that ends n − 1 below it.
    const dearnessOf = (nth: number): number =>
      direction > 0
        ? stepCost(problem, child, target + nth * step) - weight
        : weight - stepCost(problem, child, target - (nth - 1) * step);
    for (let done = 0; done < room;) {
      const dearness = dearnessOf(done + 1);
      if (dearness * volume >= most) break;
      const start = done;
      done = smallestThat((steps) => dearnessOf(steps + 1) > dearness, start + 1, room);
      bundles.push({ index, volume, direction, count: done - start, dearness });
    }
  }
  return bundles;
}

/** The greatest common divisor; of 0 and a number that number. */
export function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
