import { fairest } from './fairest.ts';
import type { MethodResult, OpenProblem } from './method.ts';

/**
 * What is missing is carried by FAIREST among the children that have no target yet. That those with a target in the plan stay
 * is settled before: `prepare` with `keepsCurrent` holds them like locked ones.
 */
export function spreadRemainder(problem: OpenProblem): MethodResult {
  return fairest(problem);
}
