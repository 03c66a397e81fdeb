import {
  clamp,
  floorToStep,
  forcedAnswer,
  weigh,
  type MethodResult,
  type OpenChild,
  type OpenProblem,
} from './method.ts';
import { FULL } from './problem.ts';
import { smallestThat } from './uniform.ts';

/**
 * The largest rise asked of any open child is as small as can be, then the second largest, and so on: of all answers on the
 * step and within the limits that reach the need, the one whose rises, sorted from the largest down, come first. Exact, not
 * approximate. Of answers that are equally fair it is one with the highest roll-up; of children alike in everything the
 * ones with the earlier codes get the lower targets.
 *
 * The smallest bound on the rises that reaches the need is found first, with everybody as high as the bound and the limits
 * let them. Then, from the largest rise down, as many of those who share a rise as possible are taken a step below it.
 */
export function fairest(problem: OpenProblem): MethodResult {
  const forced = forcedAnswer(problem);
  if (forced) return forced;
  const { open, need, step } = problem;
  const highest = (child: OpenChild, rise: number): number =>
    clamp(floorToStep(child.baseline + rise, step), child.lo, child.hi);
  const reaches = (rise: number): boolean => weigh(open, (child) => highest(child, rise)) >= need;
  const bound = smallestThat(reaches, -FULL, FULL);
  const start = open.map((child) => highest(child, bound));
  const targets = lowerFromTheTop(problem, start, bound);
  return {
    targets,
    wishes: open.map((child) => floorToStep(child.baseline + bound, step)),
    common: { kind: 'RISE', value: bound },
    optimal: true,
  };
}

/**
 * Lowers those with the largest rise by a step, the ones with the smallest volumes first, as long as the need holds; then those
 * with the next smaller rise, and so on. Lightest first lowers the most children, so the fewest keep that rise, and leaves the
 * most to spare. Choosing otherwise, to have somebody else further down, never pays: whoever stays at a rise although the
 * limits let it lower weighs more than what is left to spare, and what is left only shrinks.
 */
function lowerFromTheTop({ open, need, step }: OpenProblem, start: readonly number[], bound: number): number[] {
  const targets = [...start];
  const levels = new Map<number, Climber[]>();
  open.forEach(({ volume, baseline, lo }, index) => {
    stand(levels, (start[index] ?? 0) - baseline, { index, volume, bottom: lo - baseline });
  });
  let spare = weigh(open, (_child, index) => start[index] ?? 0) - need;
  for (let rise = bound; rise > -FULL; rise--) {
    const lightestFirst = (levels.get(rise) ?? []).sort((a, b) => a.volume - b.volume || a.index - b.index);
    for (const climber of lightestFirst) {
      if (climber.volume * step > spare) break;
      if (climber.bottom === rise) continue;
      targets[climber.index] = (targets[climber.index] ?? 0) - step;
      spare -= climber.volume * step;
      stand(levels, rise - step, climber);
    }
  }
  return targets;
}

/** A child on its way down: its place in the order of the codes and the smallest rise that its limits allow. */
interface Climber {
  index: number;
  volume: number;
  bottom: number;
}

function stand(levels: Map<number, Climber[]>, rise: number, climber: Climber): void {
  const there = levels.get(rise) ?? [];
  there.push(climber);
  levels.set(rise, there);
}
