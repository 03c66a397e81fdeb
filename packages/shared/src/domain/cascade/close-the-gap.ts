import { forcedAnswer, type MethodResult, type OpenChild, type OpenProblem } from './method.ts';
import { lowestTargets, shareInHundredths, smallestShare, targetsAt, type Ray } from './ray.ts';

/**
 * Every open child closes the same share g of the way from its baseline to its ceiling, clipped to its limits, g as small as
 * reaches the need; rounded up to the step, then lowered step by step (lowerBySteps). Where the baselines already do more
 * than reach it, g is negative and everybody gives back the same share. A baseline at or over the ceiling has no way to go
 * and stands at the upper limit, until the others can give back no more.
 */
export function closeTheGap(problem: OpenProblem): MethodResult {
  const forced = forcedAnswer(problem);
  if (forced) return forced;
  const share = smallestShare(problem, towardsCeiling);
  if (share === 'LOWEST') return lowestTargets(problem, towardsCeiling);
  // At a share of 1 everybody stands at the upper limit, and that this reaches the need is known here.
  if (share === 'OUT_OF_REACH') throw new RangeError('A reachable need was not reached at the ceilings');
  return { ...targetsAt(problem, towardsCeiling, share), common: { kind: 'SHARE', value: shareInHundredths(share) } };
}

function towardsCeiling({ baseline, ceiling }: OpenChild): Ray {
  return { start: baseline, slope: Math.max(0, ceiling - baseline) };
}
