import { hundredthsOf, percentOf } from '@chi-tieu/shared/domain/percent';
import type { PlanTargetsFragment, TargetInput } from '@chi-tieu/shared/generated/graphql';

/** The target of one unit, in hundredths of a percent. */
export interface TargetValue {
  readonly percent: number;
  readonly locked: boolean;
  /** Whether the unit answers for itself alone or for all below it; what the server gave stays. */
  readonly scope: 'OWN' | 'SUBTREE';
}

/** The targets of a plan by the codes of the units; a unit that is not in it has none. */
export type Targets = ReadonlyMap<string, TargetValue>;

/** A plan as the server has it: what one may change only while it is a draft. */
export interface RemotePlan {
  readonly version: number;
  readonly isDraft: boolean;
  readonly targets: Targets;
}

/** Whether two targets are the same, no target being the same as none. */
export function sameTarget(a: TargetValue | undefined, b: TargetValue | undefined): boolean {
  return a?.percent === b?.percent && a?.locked === b?.locked;
}

/** Reads a plan's targets from an answer. */
export function remotePlanOf({ version, state, targets }: PlanTargetsFragment): RemotePlan {
  const values = targets.map(({ unit, percent, locked, scope }): [string, TargetValue] => [
    unit.code,
    { percent: hundredthsOf(percent) ?? 0, locked, scope },
  ]);
  return { version, isDraft: state === 'DRAFT', targets: new Map(values) };
}

/** A target as the API takes it. */
export function targetInput(code: string, { percent, locked, scope }: TargetValue): TargetInput {
  return { unit: code, percent: percentOf(percent), locked, scope };
}
