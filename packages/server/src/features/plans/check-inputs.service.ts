import { isConvexEffort, type EffortBand } from '@chi-tieu/shared/domain/cascade/effort';
import { MAX_VOLUME } from '@chi-tieu/shared/domain/cascade/problem';
import { hundredthsOf } from '@chi-tieu/shared/domain/percent';
import type { Context } from '../../app/context.ts';
import type { CascadeMethod, CascadePolicy } from '../../app/enums.ts';
import { badInput, badInputs, type FieldProblem } from '../../app/errors.ts';
import { MOST_UNITS, planUnitIds } from './set-targets.service.ts';
import { emptyInput, FIELDS, type InputField, type PlanChoices, type UnitInput } from './inputs.queries.ts';
import type { PlanRow } from './plans.queries.ts';

/** Inputs as callers give them: what is absent stays as it is, what is null is dropped. */
export interface InputsAsked {
  units?: UnitInputsAsked[] | null | undefined;
  policy?: CascadePolicy | null | undefined;
  step?: number | null | undefined;
  method?: CascadeMethod | null | undefined;
  required?: number | null | undefined;
  effort?: EffortAsked[] | null | undefined;
}

export interface UnitInputsAsked {
  unit: string;
  volume?: number | null | undefined;
  baseline?: number | null | undefined;
  floor?: number | null | undefined;
  ceiling?: number | null | undefined;
}

export interface EffortAsked {
  points?: number | null | undefined;
  weight: number;
}

/** What a checked change does: of units and of the plan as a whole what is there is set, the rest stays. */
export interface InputChange {
  units: { unitId: number; fields: Partial<Record<InputField, number | null>>; path: string }[];
  choices: Partial<PlanChoices>;
}

/** Refuses inputs that can mean nothing, each at its place below `at`. */
export async function checkInputs(ctx: Context, plan: PlanRow, asked: InputsAsked, at = ''): Promise<InputChange> {
  const units = asked.units ?? [];
  if (units.length > MOST_UNITS) throw badInput(`${at}units`, 'inputs.many', { most: MOST_UNITS });
  const ids = await planUnitIds(
    ctx,
    plan,
    units.map(({ unit }) => unit),
    { list: `${at}units`, field: 'unit', withIssuer: true },
  );
  const problems: FieldProblem[] = [];
  const changed = units.map((unit, index) => {
    const [unitId, path] = [ids[index] ?? 0, `${at}units.${index}`];
    const fields = fieldsOf(unit, path, problems);
    const limits = unitId === plan.issuerId ? (['floor', 'ceiling'] as const) : [];
    for (const field of limits)
      if (typeof fields[field] === 'number')
        problems.push({ path: `${path}.${field}`, text: 'inputs.ownLimits', params: {} });
    return { unitId, fields, path };
  });
  const choices = choicesOf(asked, at, problems);
  if (problems.length > 0) throw badInputs(problems);
  return { units: changed, choices };
}

function fieldsOf(
  unit: UnitInputsAsked,
  path: string,
  problems: FieldProblem[],
): InputChange['units'][number]['fields'] {
  const fields: Partial<Record<InputField, number | null>> = {};
  for (const field of FIELDS) {
    const value = unit[field];
    if (value === undefined) continue;
    fields[field] = value === null || field === 'volume' ? value : hundredthsOf(value);
    if (field === 'volume' && value !== null && (value < 0 || value > MAX_VOLUME))
      problems.push({ path: `${path}.volume`, text: 'cascade.volume', params: { most: MAX_VOLUME } });
  }
  return fields;
}

function choicesOf(asked: InputsAsked, at: string, problems: FieldProblem[]): Partial<PlanChoices> {
  const { policy, method, step, required, effort } = asked;
  if (step === 0) problems.push({ path: `${at}step`, text: 'cascade.step', params: {} });
  const bands = effort && effortBands(effort);
  if (bands && !isConvexEffort(bands)) problems.push({ path: `${at}effort`, text: 'cascade.effort', params: {} });
  return {
    ...(policy !== undefined && { policy }),
    ...(method !== undefined && { method }),
    ...(step !== undefined && { step: step === null ? null : hundredthsOf(step) }),
    ...(required !== undefined && { requiredTyped: required === null ? null : hundredthsOf(required) }),
    ...(bands !== undefined && { effort: bands }),
  };
}

/** Bands of effort as the rules have them, widths in hundredths. */
export function effortBands(asked: EffortAsked[]): EffortBand[] {
  return asked.map(({ points, weight }) => ({
    points: points === null || points === undefined ? null : hundredthsOf(points),
    weight,
  }));
}

/** What a change makes of the inputs of the units that it is about; refuses floors above ceilings, also one that stood there. */
export function changedInputs(before: readonly UnitInput[], { units }: InputChange): UnitInput[] {
  const known = new Map(before.map((input) => [input.unitId, input]));
  const problems: FieldProblem[] = [];
  const after = units.map(({ unitId, fields, path }) => {
    const input = { ...(known.get(unitId) ?? emptyInput(unitId)), ...fields };
    const { floor, ceiling } = input;
    if (floor !== null && ceiling !== null && floor > ceiling) {
      const field = fields.ceiling === undefined || fields.floor !== undefined ? 'floor' : 'ceiling';
      problems.push({ path: `${path}.${field}`, text: 'cascade.limits', params: {} });
    }
    return input;
  });
  if (problems.length > 0) throw badInputs(problems);
  return after;
}
