import { clamp, forcedAnswer, weigh, type MethodResult, type OpenChild, type OpenProblem } from './method.ts';
import { lowerBySteps } from './lower-by-steps.ts';
import { lowestTargets, shareInHundredths, smallestShare, targetsAt, type Ray } from './ray.ts';
import { uniform } from './uniform.ts';

/**
 * Every open child gets its baseline times one factor k, clipped to its limits, k as small as reaches the need; rounded up to
 * the step, then lowered step by step (lowerBySteps). A baseline of 0 stays at the lower limit, for no factor moves it; only
 * where the others cannot reach the need at their upper limits do such children share what is missing, by one common number.
 */
export function proportional(problem: OpenProblem): MethodResult {
  const forced = forcedAnswer(problem);
  if (forced) return forced;
  const factor = smallestShare(problem, timesBaseline);
  if (factor === 'LOWEST') return lowestTargets(problem, timesBaseline);
  if (factor === 'OUT_OF_REACH') return carriedByZeroBaselines(problem);
  return { ...targetsAt(problem, timesBaseline, factor), common: { kind: 'FACTOR', value: shareInHundredths(factor) } };
}

function timesBaseline({ baseline }: OpenChild): Ray {
  return { start: 0, slope: baseline };
}

function carriedByZeroBaselines(problem: OpenProblem): MethodResult {
  const { open, need } = problem;
  const isZero = ({ baseline }: OpenChild): boolean => baseline === 0;
  const rest = need - weigh(open, (child) => (isZero(child) ? 0 : child.hi));
  const { common } = uniform({ ...problem, open: open.filter(isZero), need: rest });
  const number = common?.value ?? Number.POSITIVE_INFINITY;
  const raised = open.map((child) => (isZero(child) ? clamp(number, child.lo, child.hi) : child.hi));
  const wishes = open.map((child) => (isZero(child) ? number : Number.POSITIVE_INFINITY));
  return { targets: lowerBySteps(problem, raised), wishes, common, optimal: true };
}
