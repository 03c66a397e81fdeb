import type { EffortBand } from './effort.ts';

/**
 * A child whose target is to be found, in the order of the codes: volume above 0, baseline filled. `lo` and `hi` are the
 * smallest and the largest multiple of the step within its limits, `ceiling` the limit itself. All in hundredths.
 */
export interface OpenChild {
  code: string;
  volume: number;
  baseline: number;
  ceiling: number;
  lo: number;
  hi: number;
}

/** What a method works on: Σ volume × target of the open children must reach `need` (dossiers × hundredths). */
export interface OpenProblem {
  open: readonly OpenChild[];
  need: number;
  step: number;
  effort: readonly EffortBand[];
  /** Hears how much of a long search is done, 0 to 1; that of the same question is always told in the same steps. */
  progress?: Progress | undefined;
}

/** Hears a share from 0 to 1 that never falls. */
export type Progress = (share: number) => void;

/**
 * The one value that a method applies to all: the common number (NUMBER), the largest rise asked of a child that may choose
 * (RISE) or the effort of the dearest point asked (EFFORT), in hundredths; the factor on the baselines (FACTOR) or the share
 * of the way to the ceiling (SHARE) in hundredths of a percent, rounded half up.
 */
export interface Common {
  kind: 'NUMBER' | 'FACTOR' | 'SHARE' | 'RISE' | 'EFFORT';
  value: number;
}

/**
 * A method's answer, one entry a child in the order given. `wishes` is what the rule alone would ask, in hundredths rounded
 * up: below `lo` the floor held it, above `hi` the ceiling; infinite where only limits speak. `optimal` is false only where
 * the search for the very best had to stop early: all other promises still hold.
 */
export interface MethodResult {
  targets: number[];
  wishes: number[];
  common: Common | null;
  optimal: boolean;
}

export type Method = (problem: OpenProblem) => MethodResult;

/** Σ volume × target, exact (see MAX_VOLUME). */
export function weigh(open: readonly OpenChild[], targetOf: (child: OpenChild, index: number) => number): number {
  return open.reduce((sum, child, index) => sum + child.volume * targetOf(child, index), 0);
}

/**
 * The answer where no method has a choice: everybody at the upper limit when even that does not reach the need, everybody at
 * the lower one when that already does; null otherwise.
 */
export function forcedAnswer({ open, need }: OpenProblem): MethodResult | null {
  if (weigh(open, ({ hi }) => hi) < need) return heldAnswer(open, 'hi', Number.POSITIVE_INFINITY);
  if (weigh(open, ({ lo }) => lo) >= need) return heldAnswer(open, 'lo', Number.NEGATIVE_INFINITY);
  return null;
}

function heldAnswer(open: readonly OpenChild[], limit: 'lo' | 'hi', wish: number): MethodResult {
  return { targets: open.map((child) => child[limit]), wishes: open.map(() => wish), common: null, optimal: true };
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

/** The largest multiple of the step that is not above the value; also for negative values. */
export function floorToStep(value: number, step: number): number {
  return Math.floor(value / step) * step;
}

export function ceilToStep(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
