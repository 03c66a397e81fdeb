import type { Proposal } from '@chi-tieu/shared/domain/cascade/cascade';
import { DEFAULT_EFFORT } from '@chi-tieu/shared/domain/cascade/effort';
import type { CascadeMethod, CascadeProblem } from '@chi-tieu/shared/domain/cascade/problem';
import { hundredthsOf } from '@chi-tieu/shared/domain/percent';
import type { Scenario } from '@chi-tieu/shared/domain/scenario/facts';
import { changedVolume, type WhatIf } from '@chi-tieu/shared/domain/scenario/what-if';
import type { ScenarioInput } from '@chi-tieu/shared/generated/graphql';
import { METHODS, POLICIES, STEPS } from '../proposals/cascadeProblem.ts';
import {
  cellOfKey,
  inputsVariables,
  isTarget,
  targetInput,
  type Cells,
  type CellValue,
  type PlanField,
  type UnitField,
} from '../saving/targets.ts';
import { workingCells } from '../sheet/sheetField.ts';
import { bandsIn } from '../sheet/usePlanChoices.ts';
import type { PlanUnit } from '../sheet/planUnit.ts';
import type { Sheet } from '../sheet/useSheet.ts';

/** What scenarios are reckoned with besides their own cells. */
export type Ground = Pick<Sheet, 'plan' | 'units'>;

/** The cells of the sheet as they stand now. */
export function cellsNow({ values }: Pick<Sheet, 'values'>): Map<string, CellValue> {
  const working = workingCells(values);
  return new Map(
    [...working.keys()].flatMap((key): [string, CellValue][] => {
      const value = working.get(key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function numberAt(cells: Cells, key: string): number | null {
  const value = cells.get(key);
  return typeof value === 'number' ? value : null;
}
const typed = (cells: Cells, field: UnitField, code: string): number | null => numberAt(cells, `${field}:${code}`);
const chosen = (cells: Cells, field: PlanField): CellValue | undefined => cells.get(`plan:${field}`);

/** A unit's target in cells, in hundredths; null where it has none. */
export function targetIn(cells: Cells, code: string): number | null {
  const value = cells.get(code);
  return isTarget(value) ? value.percent : null;
}

/** Volume and baseline by which cells go: the typed ones before the counted. */
function basisIn(cells: Cells, { code, counted, volume, baseline }: PlanUnit) {
  const known = counted ?? { volume, baseline };
  return {
    volume: typed(cells, 'volume', code) ?? known.volume,
    baseline: typed(cells, 'baseline', code) ?? known.baseline,
  };
}

/** What is to be reached: what the issuing unit was given, else what the cells say; null for neither. */
export function requiredIn({ plan }: Pick<Sheet, 'plan'>, cells: Cells): number | null {
  return plan.required === null ? numberAt(cells, 'plan:required') : hundredthsOf(plan.required);
}

/** The policy, step, method and effort of cells. */
export function choicesIn(cells: Cells) {
  return {
    policy: POLICIES.find((one) => one === chosen(cells, 'policy')) ?? 'MEAN',
    method: METHODS.find((one) => one === chosen(cells, 'method')) ?? 'FAIREST',
    step: numberAt(cells, 'plan:step') ?? STEPS[0] ?? 50,
    effort: bandsIn(chosen(cells, 'effort')) ?? DEFAULT_EFFORT,
  };
}

/** Cells as the rules compare them. */
export function scenarioIn(ground: Ground, cells: Cells): Scenario {
  const { policy, effort } = choicesIn(cells);
  const issuer = ground.units.find(({ isIssuer }) => isIssuer);
  return {
    required: requiredIn(ground, cells),
    policy,
    effort,
    units: ground.units
      .filter(({ isIssuer }) => !isIssuer)
      .map((unit) => ({ code: unit.code, ...basisIn(cells, unit), target: targetIn(cells, unit.code) })),
    issuer: issuer ? basisIn(cells, issuer) : null,
  };
}

/** The question that cells put to a method. Null where there is nothing to spread or nothing to reach. */
export function problemIn(ground: Ground, cells: Cells): CascadeProblem | null {
  const { required, issuer, units } = scenarioIn(ground, cells);
  if (required === null || units.length === 0) return null;
  const { policy, step, effort } = choicesIn(cells);
  return {
    required,
    policy,
    step,
    effort,
    children: units.map(({ code, volume, baseline, target }) => {
      const cell = cells.get(code);
      return {
        code,
        volume,
        baseline,
        floor: typed(cells, 'floor', code),
        ceiling: typed(cells, 'ceiling', code),
        locked: isTarget(cell) && cell.locked ? cell.percent : null,
        current: target,
      };
    }),
    issuer: issuer ? { code: `${ground.plan.issuer.code} own`, ...issuer } : null,
  };
}

/** Cells with the volumes that would be, typed for those whose change it is. */
export function changedCells(ground: Ground, cells: Cells, { codes, change }: WhatIf): Map<string, CellValue> {
  const changed = new Map(cells);
  for (const unit of ground.units)
    if (codes.has(unit.code)) changed.set(`volume:${unit.code}`, changedVolume(basisIn(cells, unit).volume, change));
  return changed;
}

/** Cells with proposals in the place of their targets; what is locked and for whom a target counts stays. */
export function cellsWith(cells: Cells, proposals: readonly Proposal[], method: CascadeMethod): Map<string, CellValue> {
  const proposed = new Map(cells).set('plan:method', method);
  for (const { code, percent } of proposals) {
    const before = cells.get(code);
    const rest = isTarget(before) ? before : ({ locked: false, scope: 'SUBTREE' } as const);
    proposed.set(code, { ...rest, percent });
  }
  return proposed;
}

/** Cells as a scenario that is to be kept. */
export function contentOf(cells: Cells): Pick<ScenarioInput, 'inputs' | 'targets'> {
  const targets = [...cells].flatMap(([key, value]) => (isTarget(value) ? [targetInput(key, value)] : []));
  const inputs = inputsVariables([...cells].filter(([key]) => cellOfKey(key).field !== 'target'));
  return { targets, inputs };
}
