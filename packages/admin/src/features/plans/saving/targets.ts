import { hundredthsOf, percentOf } from '@chi-tieu/shared/domain/percent';
import type {
  EffortBandInput,
  PlanTargetsFragment,
  SetPlanInputsMutationVariables,
  TargetInput,
  UnitInputsInput,
} from '@chi-tieu/shared/generated/graphql';

/** The target of one unit, in hundredths of a percent. */
export interface TargetValue {
  readonly percent: number;
  readonly locked: boolean;
  /** Whether the unit answers for itself alone or for all below it; what the server gave stays. */
  readonly scope: 'OWN' | 'SUBTREE';
}

/** What is typed of a unit besides its target: dossiers, or hundredths of a percent. */
export const UNIT_FIELDS = ['volume', 'baseline', 'floor', 'ceiling'] as const;
export type UnitField = (typeof UNIT_FIELDS)[number];

/** What is chosen for a plan as a whole; percentages in hundredths, the effort as JSON of its bands. */
export const PLAN_FIELDS = ['policy', 'step', 'method', 'required', 'effort'] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

/** What stands in one cell of a plan: a target, a number typed beside it, a word chosen for the whole. */
export type CellValue = TargetValue | number | string;

/**
 * Everything that is typed in a plan, by keys: a unit's target by the unit's code, another field of it by `floor:05761`, what is
 * chosen for the whole by `plan:step`. What is not in it is not typed.
 */
export type Cells = ReadonlyMap<string, CellValue>;

/** Where a key leads. */
export type Cell =
  | { readonly field: 'target' | UnitField; readonly code: string }
  | { readonly field: 'plan'; readonly code: PlanField };

/** A plan as the server has it: what one may change only while it is a draft. */
export interface RemotePlan {
  readonly version: number;
  readonly isDraft: boolean;
  readonly cells: Cells;
}

/** The key of a cell. */
export function cellKey({ field, code }: Cell): string {
  return field === 'target' ? code : `${field}:${code}`;
}

/** The cell of a key. */
export function cellOfKey(key: string): Cell {
  const [word = '', code = ''] = key.split(':');
  const field = UNIT_FIELDS.find((one) => one === word);
  const choice = word === 'plan' ? PLAN_FIELDS.find((one) => one === code) : undefined;
  if (choice) return { field: 'plan', code: choice };
  return field ? { field, code } : { field: 'target', code: key };
}

/** Whether a cell holds a target. */
export function isTarget(value: CellValue | undefined): value is TargetValue {
  return typeof value === 'object';
}

/** Whether two cells say the same, nothing being the same as nothing. */
export function sameCell(a: CellValue | undefined, b: CellValue | undefined): boolean {
  if (isTarget(a) && isTarget(b)) return a.percent === b.percent && a.locked === b.locked;
  return a === b;
}

/** Reads what is typed in a plan from an answer. */
export function remotePlanOf({ version, state, ...plan }: PlanTargetsFragment): RemotePlan {
  return { version, isDraft: state === 'DRAFT', cells: cellsOf(plan) };
}

/** Reads targets and inputs, of a plan or of a scenario, from an answer. */
export function cellsOf({ targets, inputs }: Pick<PlanTargetsFragment, 'targets' | 'inputs'>): Map<string, CellValue> {
  const cells = new Map<string, CellValue>();
  for (const { unit, percent, locked, scope } of targets)
    cells.set(unit.code, { percent: hundredthsOf(percent) ?? 0, locked, scope });
  for (const { unit, volume, ...percents } of inputs.units) {
    if (volume !== null) cells.set(`volume:${unit.code}`, volume);
    for (const field of ['baseline', 'floor', 'ceiling'] as const)
      if (percents[field] !== null) cells.set(`${field}:${unit.code}`, hundredthsOf(percents[field]) ?? 0);
  }
  for (const field of ['policy', 'method'] as const) if (inputs[field]) cells.set(`plan:${field}`, inputs[field]);
  for (const field of ['step', 'required'] as const)
    if (inputs[field] !== null) cells.set(`plan:${field}`, hundredthsOf(inputs[field]) ?? 0);
  if (inputs.effort) cells.set('plan:effort', effortText(inputs.effort));
  return cells;
}

/** A target as the API takes it. */
export function targetInput(code: string, { percent, locked, scope }: TargetValue): TargetInput {
  return { unit: code, percent: percentOf(percent), locked, scope };
}

/** Inputs as the API takes them: null is dropped, undefined stays. */
type InputsVariables = Pick<SetPlanInputsMutationVariables, 'policy' | 'step' | 'method' | 'required'> & {
  readonly effort: EffortBandInput[] | null | undefined;
  readonly units: UnitInputsInput[] | undefined;
};

/** Cells besides targets as the API takes them: those without a value are dropped, those that are not told stay. */
export function inputsVariables(
  changed: readonly (readonly [key: string, value: CellValue | undefined])[],
): InputsVariables {
  const units = new Map<string, Record<string, number | null>>();
  const whole: Partial<Omit<InputsVariables, 'units'>> = {};
  for (const [key, value] of changed) {
    const { field, code } = cellOfKey(key);
    if (field === 'plan') Object.assign(whole, { [code]: chosen(code, value) });
    else if (field !== 'target') {
      const typed = typeof value !== 'number' ? null : field === 'volume' ? value : percentOf(value);
      units.set(code, { ...units.get(code), [field]: typed });
    }
  }
  const all = [...units].map(([unit, fields]) => ({ unit, ...fields }));
  const { policy, step, method, required, effort } = whole;
  // What is undefined does not reach the server: it stays as it is there.
  return { policy, step, method, required, effort, units: all.length > 0 ? all : undefined };
}

function chosen(field: PlanField, value: CellValue | undefined): unknown {
  if (value === undefined) return null;
  if (typeof value === 'number') return percentOf(value);
  return field === 'effort' && typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
}

/** Bands of effort as a cell keeps them, points in percent. */
export function effortText(bands: readonly { points: number | null; weight: number }[]): string {
  return JSON.stringify(bands.map(({ points, weight }) => ({ points, weight })));
}
