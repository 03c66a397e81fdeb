import { carriedInputs, type CarriedInput } from '@chi-tieu/shared/domain/carried-inputs';
import { DEFAULT_STEP } from '@chi-tieu/shared/domain/cascade/problem';
import { copiedTargets, type CopyOutcome } from '@chi-tieu/shared/domain/copied-targets';
import { yearEnd } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import { unitTree } from '../units/units.service.ts';
import type { PlanBasis } from './basis.service.ts';
import type { UnitInput } from './inputs.queries.ts';
import type { TargetRow } from './plans.queries.ts';

/** The numbers of a plan, and what it rests on. */
export interface OldPlan {
  basis: PlanBasis;
  targets: readonly TargetRow[];
  inputs: readonly UnitInput[];
}

export interface CarriedOver extends CopyOutcome {
  inputs: CarriedInput[];
}

/** What the numbers of a plan become among the units of another basis of the same issuing unit, through successors. */
export async function carryOver(
  ctx: Context,
  before: OldPlan,
  { basis, year }: { basis: PlanBasis; year: number },
): Promise<CarriedOver> {
  const volumes = new Map(before.basis.children.map(({ version, volume }) => [version.unitId, volume]));
  const children = new Set(basis.children.map(({ version }) => version.unitId));
  const atEnd = await unitTree(ctx, yearEnd(year));
  const answersFor = (unitId: number): number | null =>
    children.has(unitId) ? unitId : (basis.tree.liveUnitOf(unitId) ?? atEnd.liveUnitOf(unitId));
  const isChild = (unitId: number): boolean => children.has(unitId);
  const outcome = copiedTargets({
    targets: before.targets.map(({ unitId, hundredths, scope, locked }) => ({
      unitId,
      hundredths,
      scope,
      locked,
      volume: volumes.get(unitId) ?? 0,
    })),
    answersFor,
    isChild,
    step: DEFAULT_STEP,
  });
  return { ...outcome, inputs: inputsAmong(before, volumes, { answersFor, isChild }) };
}

function inputsAmong(
  before: OldPlan,
  volumes: ReadonlyMap<number, number>,
  { answersFor, isChild }: { answersFor: (unitId: number) => number | null; isChild: (unitId: number) => boolean },
): CarriedInput[] {
  const typed = new Map(before.inputs.map((input) => [input.unitId, input]));
  const known = new Set([...volumes.keys(), ...typed.keys()]);
  const units = [...known].map((unitId) => {
    const { volume = null, baseline = null, floor = null, ceiling = null } = typed.get(unitId) ?? {};
    return { unitId, volume, baseline, floor, ceiling, weight: volumes.get(unitId) ?? 0 };
  });
  const childFor = (unitId: number): number | null => {
    const to = answersFor(unitId);
    return to !== null && isChild(to) ? to : null;
  };
  return carriedInputs(units, childFor, DEFAULT_STEP);
}

/** Whether a number is of the very unit that it was of. */
export const isItself = ({ unitId, from }: { unitId: number; from: readonly number[] }): boolean =>
  from.length === 1 && from[0] === unitId;
