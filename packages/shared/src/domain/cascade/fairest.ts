import { cheapestExchange, type Climber } from './fairest-exchange.ts';
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
import { orderTwins } from './twins.ts';
import { smallestThat } from './uniform.ts';

/**
 * The largest rise asked of any open child is as small as can be, then the second largest, and so on: of all answers on the
 * step and within the limits that reach the need, the one whose rises, sorted from the largest down, come first. Exact, not
 * approximate. Of answers that are equally fair it takes one with the highest roll-up; of children alike in everything the
 * ones with the earlier codes get the lower targets.
 *
 * Works from the top down. The smallest bound on the rises that reaches the need is found first, with everybody as high
 * as the bound and the limits let them. Then, one value of the rise after the other, as many children as possible are
 * taken one step below it: with fewer at a value nothing that follows can be worse. Which ones is left open for as long as
 * it can be: cheapestExchange may still swap who stays high, at unchanged numbers of children on the values above.
 */
export function fairest(problem: OpenProblem): MethodResult {
  const forced = forcedAnswer(problem);
  if (forced) return forced;
  const { open, need, step } = problem;
  const within = (child: OpenChild, rise: number): number =>
    clamp(floorToStep(child.baseline + rise, step), child.lo, child.hi);
  const reaches = (rise: number): boolean => weigh(open, (child) => within(child, rise)) >= need;
  const largest = smallestThat(reaches, -FULL, FULL);
  const climbers = open.map((child, index) => climberOf(child, index, within(child, largest)));
  const spare = weigh(open, (child) => within(child, largest)) - need;
  settle(climbers, largest, spare, step);
  return {
    targets: orderTwins(
      open,
      climbers.map((climber, index) => climber.rise + (open[index]?.baseline ?? 0)),
    ),
    wishes: open.map((child) => floorToStep(child.baseline + largest, step)),
    common: { kind: 'RISE', value: largest },
    optimal: true,
  };
}

function climberOf({ baseline, volume, lo }: OpenChild, index: number, target: number): Climber {
  const rise = target - baseline;
  return { index, volume, rise, bottom: lo - baseline, top: rise };
}

/** Takes the values of the rise from the largest down and empties each as far as what is to spare allows. */
function settle(climbers: readonly Climber[], largest: number, spare: number, step: number): void {
  const levels = new Map<number, Climber[]>();
  // Who cannot get below the bound stands apart: nobody could ever change places with it.
  for (const climber of climbers) if (climber.rise <= largest) levelAt(levels, climber.rise).push(climber);
  const smallest = step * Math.min(...climbers.map(({ volume }) => volume));
  const bottom = Math.min(...climbers.map((climber) => climber.bottom));
  let left = spare;
  for (let level = largest; level > bottom && left >= smallest; level--) {
    for (;;) {
      const exchange = cheapestExchange(levels, level, { largest, step, spare: left });
      if (!exchange) break;
      left -= exchange.cost;
      for (const { climber, to } of exchange.moves) move(levels, climber, to);
    }
  }
}

function levelAt(levels: Map<number, Climber[]>, rise: number): Climber[] {
  const there = levels.get(rise) ?? [];
  levels.set(rise, there);
  return there;
}

function move(levels: Map<number, Climber[]>, climber: Climber, to: number): void {
  levels.set(
    climber.rise,
    levelAt(levels, climber.rise).filter((other) => other !== climber),
  );
  climber.rise = to;
  levelAt(levels, to).push(climber);
}
