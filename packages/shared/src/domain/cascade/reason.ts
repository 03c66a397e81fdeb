import type { Common } from './method.ts';
import type { PreparedChild } from './prepare.ts';
import type { CascadeMethod, CascadeProblem } from './problem.ts';

/**
 * What held a target where the method's rule alone did not set it: the child's floor or ceiling, the floor raised by the
 * policy FLOOR, a lock, the target kept from the plan, no dossiers, no multiple of the step between the limits.
 */
export type HeldBy = 'FLOOR' | 'POLICY' | 'CEILING' | 'LOCK' | 'CURRENT' | 'NO_VOLUME' | 'STEP';

/** Why a child got its number, as data; percentages, rises and effects in hundredths. */
export interface Reason {
  method: CascadeMethod;
  /** Null where the rule set it; `limit` is then null too, else the value that held it. */
  held: HeldBy | null;
  limit: number | null;
  /** The value common to all that the rule applied; null where limits left no choice to anybody. */
  common: Common | null;
  percent: number;
  required: number;
  step: number;
  volume: number;
  /** As used; `baselineIsFilled` where the child had none of its own. */
  baseline: number;
  baselineIsFilled: boolean;
  rise: number;
  /** By how much one point more here moves the parent, rounded half up. */
  effectPerPoint: number;
}

/** What the reason is made of besides the child: the method with its common value, what it wished, all dossiers. */
export interface ReasonFrame {
  method: CascadeMethod;
  common: Common | null;
  wish: number;
  totalVolume: number;
}

/** The reason behind a child's target. */
export function reasonFor(problem: CascadeProblem, child: PreparedChild, target: number, frame: ReasonFrame): Reason {
  const held = child.heldFirst ?? heldBy(child, target, problem.required, frame.wish);
  return {
    method: frame.method,
    held,
    limit: held === null ? null : limitOf(child, target, problem.required, held),
    common: frame.common,
    percent: target,
    required: problem.required,
    step: problem.step,
    volume: child.volume,
    baseline: child.baseline,
    baselineIsFilled: child.baselineIsFilled,
    rise: target - child.baseline,
    effectPerPoint: effectPerPoint(child.volume, frame.totalVolume),
  };
}

/** By how many hundredths of a point the parent moves with one point more at a child, rounded half up; 0 without dossiers. */
export function effectPerPoint(volume: number, totalVolume: number): number {
  return totalVolume === 0 ? 0 : Math.floor((200 * volume + totalVolume) / (2 * totalVolume));
}

function heldBy(
  { lo, hi, isRaised, ceiling }: PreparedChild,
  target: number,
  required: number,
  wish: number,
): HeldBy | null {
  if (isRaised && ceiling < required) return 'CEILING';
  if (target === hi && wish > hi) return 'CEILING';
  if (target === lo && wish < lo) return isRaised ? 'POLICY' : 'FLOOR';
  return null;
}

function limitOf({ floor, ceiling }: PreparedChild, target: number, required: number, held: HeldBy): number {
  if (held === 'FLOOR') return floor;
  if (held === 'CEILING') return ceiling;
  return held === 'POLICY' ? required : target;
}
