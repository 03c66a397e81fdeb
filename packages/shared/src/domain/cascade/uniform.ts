import { clamp, forcedAnswer, weigh, type MethodResult, type OpenProblem } from './method.ts';
import { FULL } from './problem.ts';

/**
 * The same number for every open child, clipped to its limits: the smallest multiple of the step that reaches the need.
 * No rounding beyond that, so a child may be one that could go lower alone; no smaller common number reaches it.
 */
export function uniform(problem: OpenProblem): MethodResult {
  const { open, need, step } = problem;
  const forced = forcedAnswer(problem);
  if (forced) return forced;
  const reaches = (steps: number): boolean => weigh(open, ({ lo, hi }) => clamp(steps * step, lo, hi)) >= need;
  const number = step * smallestThat(reaches, 0, Math.floor(FULL / step));
  return {
    targets: open.map(({ lo, hi }) => clamp(number, lo, hi)),
    wishes: open.map(() => number),
    common: { kind: 'NUMBER', value: number },
    optimal: true,
  };
}

/** The smallest whole number from `low` to `high` for which a claim holds that, once true, stays true; `high` if none. */
export function smallestThat(holds: (value: number) => boolean, low: number, high: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
