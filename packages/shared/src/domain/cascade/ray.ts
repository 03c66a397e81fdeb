import { lowerBySteps } from './lower-by-steps.ts';
import { clamp, weigh, type MethodResult, type OpenChild, type OpenProblem } from './method.ts';

/** How a child's target moves with the common share λ before it is clipped: start + λ × slope, slope never below 0. */
export interface Ray {
  start: number;
  slope: number;
}

export type RayOf = (child: OpenChild) => Ray;

/** A share as numerator over a positive denominator, both exact. */
export interface Share {
  over: number;
  under: number;
}

/**
 * The smallest share λ, of all real numbers, at which Σ volume × clip(start + λ × slope) reaches the need: exact, as a fraction.
 * LOWEST where no share is too small (those that move may all stand at `lo`), OUT_OF_REACH where none is large enough.
 */
export function smallestShare({ open, need }: OpenProblem, rayOf: RayOf): Share | 'LOWEST' | 'OUT_OF_REACH' {
  const events = open.flatMap((child) => eventsOf(child, rayOf(child))).sort(byShare);
  // What the moving children, taken at λ = 0, leave open of the need, and how fast they close it.
  let gap = need - weigh(open, (child) => lowest(child, rayOf(child)));
  let speed = 0;
  if (gap <= 0) return 'LOWEST';
  for (const event of events) {
    if (BigInt(speed) * BigInt(event.over) >= BigInt(gap) * BigInt(event.under)) return { over: gap, under: speed };
    gap -= event.shift;
    speed += event.faster;
  }
  return 'OUT_OF_REACH';
}

/** Targets on their rays at a share, clipped, rounded up to the step, then lowered step by step while the need holds. */
export function targetsAt(problem: OpenProblem, rayOf: RayOf, share: Share): Omit<MethodResult, 'common'> {
  const { open, step } = problem;
  const [over, under] = [BigInt(share.over), BigInt(share.under)];
  const exact = (child: OpenChild): bigint => {
    const { start, slope } = rayOf(child);
    return BigInt(start) * under + BigInt(slope) * over;
  };
  const raised = open.map((child) => {
    const steps = ceilDivide(exact(child), under * BigInt(step));
    return clamp(steps * step, child.lo, child.hi);
  });
  const wishes = open.map((child) => ceilDivide(exact(child), under));
  return { targets: lowerBySteps(problem, raised), wishes, optimal: true };
}

/** The answer where no share is too small: the moving children at `lo`, then all lowered while the need holds. */
export function lowestTargets(problem: OpenProblem, rayOf: RayOf): MethodResult {
  const targets = lowerBySteps(
    problem,
    problem.open.map((child) => lowest(child, rayOf(child))),
  );
  return { targets, wishes: targets.map(() => Number.NEGATIVE_INFINITY), common: null, optimal: true };
}

/** A share in hundredths of a percent, rounded half up. */
export function shareInHundredths({ over, under }: Share): number {
  const twice = BigInt(under) * 2n;
  // The quotient rounded down, written by the one rounded up.
  return ceilDivide(BigInt(over) * 20_000n + BigInt(under) - twice + 1n, twice);
}

interface Event extends Share {
  /** What the children's sum at λ = 0 gains, and by how much their speed grows, once λ is beyond the event. */
  shift: number;
  faster: number;
}

/** A child leaves `lo` at one share and comes to rest at `hi` at another. */
function eventsOf({ volume, lo, hi }: OpenChild, { start, slope }: Ray): Event[] {
  if (slope === 0) return [];
  return [
    { over: lo - start, under: slope, shift: volume * (start - lo), faster: volume * slope },
    { over: hi - start, under: slope, shift: volume * (hi - start), faster: -volume * slope },
  ];
}

function byShare(a: Share, b: Share): number {
  return a.over * b.under - b.over * a.under;
}

function lowest({ lo, hi }: OpenChild, { start, slope }: Ray): number {
  return slope === 0 ? clamp(start, lo, hi) : lo;
}

/** A quotient rounded up to a whole number; the divisor is positive. */
function ceilDivide(dividend: bigint, divisor: bigint): number {
  const quotient = dividend / divisor;
  return Number(dividend > quotient * divisor ? quotient + 1n : quotient);
}
