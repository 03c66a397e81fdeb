import { bundlesOf, dialOf, stepCost } from './effort-bundles.ts';
import { meetSurplus } from './effort-meet.ts';
import { searchCheapest } from './effort-search.ts';
import { lowerBySteps } from './lower-by-steps.ts';
import { forcedAnswer, weigh, type MethodResult, type OpenChild, type OpenProblem } from './method.ts';
import { orderTwins } from './twins.ts';
import { smallestThat } from './uniform.ts';

/**
 * The smallest Σ volume × effort(rise) of all answers on the step and within the limits that reach the need; a fall costs
 * nothing. Without the step that is simple: take the points that cost least per dossier, whoever's they are. So the weight
 * of the dearest step needed is found first and the cheaper ones are taken; within that weight everybody rises by as many
 * steps as the others, which costs the same as any other way. What whole steps then give too much is reduced by an exact
 * search (searchCheapest). `optimal` tells whether it could prove the answer the very best: that fails only for unusual
 * problems, such as three children with volumes in the millions at a step of 0.01.
 */
export function leastEffort(problem: OpenProblem): MethodResult {
  const forced = forcedAnswer(problem);
  if (forced) return forced;
  const weight = dearestWeight(problem);
  const start = evenStart(problem, weight);
  const found = weight === 0 ? { targets: start, optimal: true } : improve(problem, start, weight);
  const targets = lowerBySteps(problem, orderTwins(problem.open, found.targets));
  const wishes = problem.open.map((child, index) => wishOf(problem, child, targets[index] ?? 0, weight));
  const common = { kind: 'EFFORT', value: dearestPoint(problem, targets) } as const;
  return { targets, wishes, common, optimal: found.optimal };
}

/** The highest target all steps to which cost a child at most `weight` each. */
function highestAt(problem: OpenProblem, child: OpenChild, weight: number): number {
  const { step } = problem;
  const isDearer = (steps: number): boolean => stepCost(problem, child, child.lo + (steps + 1) * step) > weight;
  return child.lo + step * smallestThat(isDearer, 0, (child.hi - child.lo) / step);
}

/** The smallest cost of a step such that taking every step that costs no more reaches the need. */
function dearestWeight(problem: OpenProblem): number {
  const { open, need, step, effort } = problem;
  const reaches = (weight: number): boolean => weigh(open, (child) => highestAt(problem, child, weight)) >= need;
  return smallestThat(reaches, 0, step * Math.max(...effort.map(({ weight }) => weight)));
}

/** Every step cheaper than `weight`, and of those that cost just that as many for each as reach the need, then lowered. */
function evenStart(problem: OpenProblem, weight: number): number[] {
  const { open, need, step } = problem;
  const spans = open.map((child) => ({
    ...child,
    lo: weight === 0 ? child.lo : highestAt(problem, child, weight - 1),
    hi: highestAt(problem, child, weight),
  }));
  const after = (steps: number): number[] => spans.map(({ lo, hi }) => Math.min(lo + steps * step, hi));
  const longest = Math.max(...spans.map(({ lo, hi }) => (hi - lo) / step));
  const steps = smallestThat(
    (count) => {
      const targets = after(count);
      return weigh(open, (_child, index) => targets[index] ?? 0) >= need;
    },
    0,
    longest,
  );
  return lowerBySteps({ ...problem, open: spans }, after(steps));
}

/** Trades the start for the cheapest answer: first by what is near and many, then, if that leaves a doubt, by a full search. */
function improve(
  problem: OpenProblem,
  start: readonly number[],
  weight: number,
): { targets: number[]; optimal: boolean } {
  const { open, need, step } = problem;
  const surplus = Math.floor((weigh(open, (_child, index) => start[index] ?? 0) - need) / step);
  const dials = open.map((child, index) =>
    dialOf(problem, child, start[index] ?? 0, { weight, most: weight * surplus }),
  );
  const met = meetSurplus(dials, surplus, weight);
  const targets = start.map((target, index) => target + step * (met.shifts[index] ?? 0));
  if (met.isComplete) return { targets, optimal: true };
  const bundles = start.flatMap((target, index) => bundlesOf(problem, index, target, { weight, most: met.total }));
  const { taken, isProven } = searchCheapest(bundles, {
    surplus,
    weight,
    known: met.total,
    progress: problem.progress,
  });
  if (!taken) return { targets, optimal: isProven };
  const better = [...start];
  bundles.forEach(({ index, direction }, place) => {
    better[index] = (better[index] ?? 0) + direction * step * (taken[place] ?? 0);
  });
  return { targets: better, optimal: isProven };
}

/** The weight of the dearest point that is asked of anybody, in hundredths, rounded half up. */
function dearestPoint(problem: OpenProblem, targets: readonly number[]): number {
  const costs = problem.open.map((child, index) => {
    const target = targets[index] ?? child.lo;
    return target > child.lo ? stepCost(problem, child, target) : 0;
  });
  return Math.floor((200 * Math.max(...costs) + problem.step) / (2 * problem.step));
}

/** Infinite where a limit held a child that could go on as cheaply as others do, or that is dearer than the others. */
function wishOf(problem: OpenProblem, child: OpenChild, target: number, weight: number): number {
  if (target === child.hi && stepCost(problem, child, target + problem.step) <= weight) return Number.POSITIVE_INFINITY;
  if (target === child.lo && stepCost(problem, child, target) > weight) return Number.NEGATIVE_INFINITY;
  return target;
}
