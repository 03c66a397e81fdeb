import { DEFAULT_EFFORT } from './effort.ts';
import { ceilToStep, clamp, floorToStep, type OpenChild, type OpenProblem } from './method.ts';
import { FULL, type CascadeChild, type CascadeIssuer, type CascadeProblem } from './problem.ts';

/** Why a child's target is settled before any method runs. */
export type HeldFirst = 'LOCK' | 'CURRENT' | 'NO_VOLUME' | 'STEP';

/**
 * A child with everything filled in, all in hundredths. `fixed` is its target where it is settled already, `heldFirst` why;
 * for the others `lo` and `hi` are the multiples of the step that limit it. `floor` is the floor given, `lo` knows the
 * policy too: `isRaised` where the policy FLOOR lifted it.
 */
export interface PreparedChild extends OpenChild {
  floor: number;
  baselineIsFilled: boolean;
  fixed: number | null;
  heldFirst: HeldFirst | null;
  isRaised: boolean;
}

export interface Prepared {
  /** In the order of the codes, whatever order they came in. */
  children: PreparedChild[];
  /** Those of them that a method decides on, and what they must reach together. */
  open: OpenProblem & { open: PreparedChild[] };
  issuer: { code: string; volume: number; rate: number } | null;
  /** All dossiers, and those × target that are settled already: locked and kept children, the issuer's own. */
  volume: number;
  fixedSum: number;
}

/**
 * Makes a checked problem ready for a method. No baseline: the other children's mean weighted by volume, rounded half up to
 * hundredths, or the required target where nobody with dossiers has one. Volume 0: stays at the required target within its
 * limits, off the step if that is, and takes no part. The issuer's own dossiers keep its rate (filled alike). Limits are
 * narrowed to multiples of the step; where none lies between them the child is held at the limit that is nearer to the
 * required target, the ceiling of two as near. Under FLOOR every floor is raised to the required target, but never over
 * the ceiling. With `keepsCurrent` a child that has a target in the plan is held at it.
 */
export function prepare(problem: CascadeProblem, keepsCurrent: boolean): Prepared {
  const { required, step, issuer: own } = problem;
  const filling = meanBaseline(problem.children) ?? required;
  const children = [...problem.children]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((child) => prepareChild(problem, child, { filling, keepsCurrent }));
  const issuer = own ? { code: own.code, volume: own.volume, rate: own.baseline ?? filling } : null;
  const volume = children.reduce((sum, child) => sum + child.volume, issuer?.volume ?? 0);
  const ownSum = issuer ? issuer.volume * issuer.rate : 0;
  const fixedSum = children.reduce((sum, child) => sum + child.volume * (child.fixed ?? 0), ownSum);
  const open = {
    open: children.filter(({ fixed }) => fixed === null),
    need: required * volume - fixedSum,
    step,
    effort: problem.effort ?? DEFAULT_EFFORT,
  };
  return { children, open, issuer, volume, fixedSum };
}

/** The mean of the given baselines weighted by volume, in hundredths, rounded half up; null where nothing weighs. */
export function meanBaseline(units: readonly Pick<CascadeIssuer, 'volume' | 'baseline'>[]): number | null {
  let [sum, volume] = [0, 0];
  for (const unit of units) {
    if (unit.baseline === null) continue;
    sum += unit.volume * unit.baseline;
    volume += unit.volume;
  }
  return volume === 0 ? null : Math.floor((2 * sum + volume) / (2 * volume));
}

interface Filling {
  filling: number;
  keepsCurrent: boolean;
}

function prepareChild(problem: CascadeProblem, child: CascadeChild, { filling, keepsCurrent }: Filling): PreparedChild {
  const { required, policy, step } = problem;
  const [floor, ceiling] = [child.floor ?? 0, child.ceiling ?? FULL];
  const raised = policy === 'FLOOR' ? Math.min(Math.max(floor, required), ceiling) : floor;
  const [lo, hi] = [ceilToStep(raised, step), floorToStep(ceiling, step)];
  const held = holdFirst(problem, child, { floor, raised, ceiling, keepsCurrent });
  return {
    code: child.code,
    volume: child.volume,
    baseline: child.baseline ?? filling,
    baselineIsFilled: child.baseline === null,
    floor,
    ceiling,
    // A ceiling below the required target leaves its largest multiple of the step, not the empty span above it.
    lo: Math.min(lo, hi),
    hi,
    fixed: held?.at ?? null,
    heldFirst: held?.by ?? null,
    isRaised: raised > floor,
  };
}

interface Limits {
  floor: number;
  raised: number;
  ceiling: number;
  keepsCurrent: boolean;
}

function holdFirst(
  { required, step }: CascadeProblem,
  child: CascadeChild,
  { floor, raised, ceiling, keepsCurrent }: Limits,
): { at: number; by: HeldFirst } | null {
  const { locked, current } = child;
  if (typeof locked === 'number') return { at: locked, by: 'LOCK' };
  if (keepsCurrent && typeof current === 'number') return { at: current, by: 'CURRENT' };
  if (child.volume === 0) return { at: clamp(required, raised, ceiling), by: 'NO_VOLUME' };
  const highest = floorToStep(ceiling, step);
  const lowest = ceiling < required ? floor : raised;
  if (highest >= lowest) return null;
  return { at: required - lowest < ceiling - required ? lowest : ceiling, by: 'STEP' };
}
