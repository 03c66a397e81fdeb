import { isConvexEffort, type EffortBand } from './effort.ts';

/** How children must meet their parent's target: as the mean weighted by volume, or every single one of them as well. */
export type CascadePolicy = 'MEAN' | 'FLOOR';

/** The ways to spread a target over children (docs/GLOSSARY.md; each method's file says what it promises). */
export type CascadeMethod =
  'UNIFORM' | 'PROPORTIONAL' | 'CLOSE_THE_GAP' | 'FAIREST' | 'LEAST_EFFORT' | 'SPREAD_REMAINDER';

/**
 * One unit that gets a target. Percentages are whole hundredths, volumes whole dossiers; null and absent mean "not given".
 * `current` is the target that stands in the plan now; only SPREAD_REMAINDER looks at it.
 */
export interface CascadeChild {
  code: string;
  volume: number;
  baseline: number | null;
  floor?: number | null | undefined;
  ceiling?: number | null | undefined;
  locked?: number | null | undefined;
  current?: number | null | undefined;
}

/** The issuing unit's own dossiers: they keep their own rate and are part of every sum. */
export interface CascadeIssuer {
  code: string;
  volume: number;
  baseline: number | null;
}

/** What a cascade is asked: the parent's target, the policy, the step (all percentages in hundredths), and the units. */
export interface CascadeProblem {
  required: number;
  policy: CascadePolicy;
  step: number;
  children: readonly CascadeChild[];
  issuer?: CascadeIssuer | null | undefined;
  /** What a point of rise costs, for LEAST_EFFORT; DEFAULT_EFFORT unless given. */
  effort?: readonly EffortBand[] | undefined;
}

export type FaultCode =
  | 'NO_CHILDREN'
  | 'TOO_MANY_CHILDREN'
  | 'CODE_MISSING'
  | 'CODE_TWICE'
  | 'VOLUME_OUT_OF_RANGE'
  | 'PERCENT_OUT_OF_RANGE'
  | 'STEP_OUT_OF_RANGE'
  | 'FLOOR_OVER_CEILING'
  | 'EFFORT_NOT_CONVEX';

/** What is wrong with a problem and where: `path` is like `step` or `children.3.floor`, counted from 0. */
export interface ProblemFault {
  path: string;
  code: FaultCode;
}

export const FULL = 10_000;

/** Targets are multiples of half a point unless one says otherwise. */
export const DEFAULT_STEP = 50;

/**
 * With these limits every sum of volume × hundredths stays below 10,001 × 10⁷ × 10⁴ ≈ 10¹⁵, well under 2⁵³: plain numbers
 * are exact, and BigInt is needed only where two such sums are multiplied.
 */
export const MAX_VOLUME = 10_000_000;
export const MAX_CHILDREN = 10_000;

/**
 * Everything that makes a problem meaningless, in the order of the fields; empty when it can be cascaded. A lock beyond the
 * limits, a baseline over the ceiling, volumes of 0 are not faults: the outcome says what comes of them.
 */
export function checkProblem(problem: CascadeProblem): ProblemFault[] {
  const { required, step, children, issuer, effort } = problem;
  const faults: ProblemFault[] = [];
  if (!isPercent(required)) faults.push({ path: 'required', code: 'PERCENT_OUT_OF_RANGE' });
  if (!isPercent(step) || step === 0) faults.push({ path: 'step', code: 'STEP_OUT_OF_RANGE' });
  if (effort && !isConvexEffort(effort)) faults.push({ path: 'effort', code: 'EFFORT_NOT_CONVEX' });
  if (children.length === 0) faults.push({ path: 'children', code: 'NO_CHILDREN' });
  if (children.length > MAX_CHILDREN) faults.push({ path: 'children', code: 'TOO_MANY_CHILDREN' });
  const seen = new Set<string>();
  if (issuer) faults.push(...unitFaults(issuer, 'issuer', seen));
  children.forEach((child, index) => faults.push(...childFaults(child, `children.${index}`, seen)));
  return faults;
}

function childFaults(child: CascadeChild, path: string, seen: Set<string>): ProblemFault[] {
  const faults = unitFaults(child, path, seen);
  const limits = ['floor', 'ceiling', 'locked', 'current'] as const;
  const wrong = limits.filter((field) => !isPercent(child[field] ?? 0));
  for (const field of wrong) faults.push({ path: `${path}.${field}`, code: 'PERCENT_OUT_OF_RANGE' });
  if (wrong.length === 0 && (child.floor ?? 0) > (child.ceiling ?? FULL)) {
    faults.push({ path: `${path}.floor`, code: 'FLOOR_OVER_CEILING' });
  }
  return faults;
}

function unitFaults(unit: CascadeIssuer, path: string, seen: Set<string>): ProblemFault[] {
  const faults: ProblemFault[] = [];
  if (unit.code === '') faults.push({ path: `${path}.code`, code: 'CODE_MISSING' });
  else if (seen.has(unit.code)) faults.push({ path: `${path}.code`, code: 'CODE_TWICE' });
  seen.add(unit.code);
  const isVolume = Number.isInteger(unit.volume) && unit.volume >= 0 && unit.volume <= MAX_VOLUME;
  if (!isVolume) faults.push({ path: `${path}.volume`, code: 'VOLUME_OUT_OF_RANGE' });
  if (!isPercent(unit.baseline ?? 0)) faults.push({ path: `${path}.baseline`, code: 'PERCENT_OUT_OF_RANGE' });
  return faults;
}

function isPercent(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= FULL;
}
