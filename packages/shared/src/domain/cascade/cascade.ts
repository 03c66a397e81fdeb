import { closeTheGap } from './close-the-gap.ts';
import { conflictsOf, type Conflict } from './conflicts.ts';
import { fairest } from './fairest.ts';
import { leastEffort } from './least-effort.ts';
import { weigh, type Method, type MethodResult, type Progress } from './method.ts';
import { prepare, type Prepared, type PreparedChild } from './prepare.ts';
import { checkProblem, type CascadeMethod, type CascadeProblem } from './problem.ts';
import { proportional } from './proportional.ts';
import { reasonFor, type Reason } from './reason.ts';
import { achievedRate, shortfallOf } from './shortfall.ts';
import { spreadRemainder } from './spread-remainder.ts';
import { uniform } from './uniform.ts';

/** A child's proposed target in hundredths; `baseline` is as it was given, the one used stands in the reason. */
export interface Proposal {
  code: string;
  percent: number;
  volume: number;
  baseline: number | null;
  reason: Reason;
}

/**
 * What comes of a cascade; percentages and points in hundredths. `feasible` says whether the policy is met. `achieved` is the
 * weighted mean of all targets and the issuer's own rate, never shown as reaching `required` when it does not; without any
 * dossiers it is `required`. The residuals are rounded up and 0 exactly where nothing is missing (shortfallOf). `conflicts`
 * is never empty when it is infeasible. `optimal` is false only where LEAST_EFFORT stopped before it could prove its answer
 * the very best; its other promises hold all the same.
 */
export interface CascadeOutcome {
  feasible: boolean;
  optimal: boolean;
  required: number;
  achieved: number;
  residualPoints: number;
  residualDossiers: number;
  conflicts: Conflict[];
  proposals: Proposal[];
}

const METHODS: Readonly<Record<CascadeMethod, Method>> = {
  UNIFORM: uniform,
  PROPORTIONAL: proportional,
  CLOSE_THE_GAP: closeTheGap,
  FAIREST: fairest,
  LEAST_EFFORT: leastEffort,
  SPREAD_REMAINDER: spreadRemainder,
};

/**
 * Spreads a parent's target over its children by a method. Whole numbers only, so page and server agree; the order in which
 * the children come does not matter, and proposals are in the order of the codes. It ends at or above the required target
 * whenever limits and locks allow that, with nobody higher than the method needs; else everybody stands as high as allowed.
 * Throws RangeError for a problem in which checkProblem finds faults. `progress` hears of a search that may take a while.
 */
export function cascade(problem: CascadeProblem, method: CascadeMethod, progress?: Progress): CascadeOutcome {
  const faults = checkProblem(problem);
  if (faults.length > 0) throw new RangeError(`Not a problem to cascade: ${faults.map(({ path }) => path).join(', ')}`);
  const prepared = prepare(problem, method === 'SPREAD_REMAINDER');
  const result = METHODS[method]({ ...prepared.open, progress });
  const targets = allTargets(prepared, result);
  const aimed = prepared.children.map(({ volume }, index) => ({ volume, target: targets[index] ?? 0 }));
  const foundSum = weigh(prepared.open.open, (_child, index) => result.targets[index] ?? 0);
  const sums = { required: problem.required, sum: prepared.fixedSum + foundSum, volume: prepared.volume };
  return {
    ...shortfallOf(sums, problem.policy, aimed),
    optimal: result.optimal,
    required: problem.required,
    achieved: achievedRate(sums) ?? problem.required,
    conflicts: conflictsOf(problem, prepared, targets),
    proposals: proposalsOf(problem, { method, prepared, result, targets }),
  };
}

/** The targets of all children in the order of the codes: the settled ones and, between them, those the method found. */
function allTargets({ children, open }: Prepared, { targets }: MethodResult): number[] {
  const found = new Map(open.open.map(({ code }, index) => [code, targets[index] ?? 0]));
  return children.map(({ code, fixed }) => fixed ?? found.get(code) ?? 0);
}

interface Answer {
  method: CascadeMethod;
  prepared: Prepared;
  result: MethodResult;
  targets: readonly number[];
}

function proposalsOf(problem: CascadeProblem, { method, prepared, result, targets }: Answer): Proposal[] {
  const wishes = new Map(prepared.open.open.map(({ code }, index) => [code, result.wishes[index] ?? 0]));
  return prepared.children.map((child, index) => {
    const percent = targets[index] ?? 0;
    const wish = wishes.get(child.code) ?? percent;
    const frame = { method, common: result.common, wish, totalVolume: prepared.volume };
    return {
      code: child.code,
      percent,
      volume: child.volume,
      baseline: givenBaseline(child),
      reason: reasonFor(problem, child, percent, frame),
    };
  });
}

function givenBaseline({ baseline, baselineIsFilled }: PreparedChild): number | null {
  return baselineIsFilled ? null : baseline;
}
