import type {
  CascadeChild,
  CascadeMethod,
  CascadePolicy,
  CascadeProblem,
} from '@chi-tieu/shared/domain/cascade/problem';
import type { EffortBand } from '@chi-tieu/shared/domain/cascade/effort';
import type { PlanUnit } from '../sheet/planUnit.ts';
import type { SheetValues } from '../sheet/sheetField.ts';

/** How proposals are to be made; the step in hundredths of a percent. */
export interface ProposalChoice {
  readonly method: CascadeMethod;
  readonly policy: CascadePolicy;
  readonly step: number;
  /** What points cost, in hundredths, for LEAST_EFFORT; the usual unless given. */
  readonly effort?: readonly EffortBand[];
}

/** All methods, in the order in which they are offered. */
export const METHODS: readonly CascadeMethod[] = [
  'FAIREST',
  'UNIFORM',
  'PROPORTIONAL',
  'CLOSE_THE_GAP',
  'LEAST_EFFORT',
  'SPREAD_REMAINDER',
];
export const POLICIES: readonly CascadePolicy[] = ['MEAN', 'FLOOR'];
/** The steps that are offered, in hundredths. */
export const STEPS: readonly number[] = [50, 100];

/** The question that a plan on the screen puts to a method. Null where there is nothing to spread or nothing to reach. */
export function cascadeProblemOf(
  units: readonly PlanUnit[],
  values: SheetValues,
  required: number | null,
  { policy, step, effort }: ProposalChoice,
): CascadeProblem | null {
  const children = units.filter(({ isIssuer }) => !isIssuer);
  if (required === null || children.length === 0) return null;
  const issuer = units.find(({ isIssuer }) => isIssuer);
  return {
    required,
    policy,
    step,
    ...(effort && { effort }),
    children: children.map((unit) => childOf(unit, values)),
    issuer: issuer ? { code: `${issuer.code} own`, volume: issuer.volume, baseline: issuer.baseline } : null,
  };
}

function childOf({ code, volume, baseline }: PlanUnit, { targets, floors, ceilings }: SheetValues): CascadeChild {
  const target = targets.get(code);
  return {
    code,
    volume,
    baseline,
    floor: floors.get(code) ?? null,
    ceiling: ceilings.get(code) ?? null,
    locked: target?.locked ? target.percent : null,
    current: target?.percent ?? null,
  };
}
