import type { WorkingCells } from '../saving/TargetSaving.ts';
import {
  cellKey,
  cellOfKey,
  isTarget,
  UNIT_FIELDS,
  type Cells,
  type CellValue,
  type TargetValue,
  type UnitField,
} from '../saving/targets.ts';

/** What can be typed or set for a unit: its target, whether it is locked (1) or not (0), what is known of it besides. */
export type SheetField = 'target' | 'lock' | UnitField;

/** The values of a plan on the screen. Percentages in hundredths; nothing where nothing is typed. */
export interface SheetValues {
  readonly targets: Map<string, TargetValue>;
  readonly volumes: Map<string, number>;
  readonly baselines: Map<string, number>;
  readonly floors: Map<string, number>;
  readonly ceilings: Map<string, number>;
  /** What is chosen for the plan as a whole (PLAN_FIELDS). */
  readonly choices: Map<string, number | string>;
}

/** Values with nothing in them; `keep` makes each map one that is watched. */
export function emptyValues(keep: <V>(map: Map<string, V>) => Map<string, V> = (map) => map): SheetValues {
  return {
    targets: keep(new Map<string, TargetValue>()),
    volumes: keep(new Map<string, number>()),
    baselines: keep(new Map<string, number>()),
    floors: keep(new Map<string, number>()),
    ceilings: keep(new Map<string, number>()),
    choices: keep(new Map<string, number | string>()),
  };
}

/** One value of one unit. */
export function readField(values: SheetValues, code: string, field: SheetField): number | null {
  const target = values.targets.get(code);
  if (field === 'target') return target?.percent ?? null;
  if (field === 'lock') return target?.locked ? 1 : 0;
  return values[`${field}s`].get(code) ?? null;
}

/** Sets one value of one unit; a unit without a target has nothing to lock. */
export function writeField(values: SheetValues, code: string, field: SheetField, value: number | null): void {
  const target = values.targets.get(code);
  if (field === 'target') {
    if (value === null) values.targets.delete(code);
    else values.targets.set(code, { locked: false, scope: 'SUBTREE', ...target, percent: value });
  } else if (field === 'lock') {
    if (target) values.targets.set(code, { ...target, locked: value === 1 });
  } else if (value === null) values[`${field}s`].delete(code);
  else values[`${field}s`].set(code, value);
}

/** The key of the cell in which a value is kept: a lock is part of the target. */
export function keyOfField(code: string, field: SheetField): string {
  return field === 'lock' || field === 'target' ? code : cellKey({ field, code });
}

/** The values as saving and merging see them: one map of cells. */
export function workingCells(values: SheetValues): WorkingCells {
  const mapOf = (key: string): [map: Map<string, CellValue>, code: string] => {
    const { field, code } = cellOfKey(key);
    const map = field === 'target' ? values.targets : field === 'plan' ? values.choices : values[`${field}s`];
    return [map, code];
  };
  return {
    *keys() {
      yield* values.targets.keys();
      for (const field of UNIT_FIELDS) for (const code of values[`${field}s`].keys()) yield `${field}:${code}`;
      for (const field of values.choices.keys()) yield `plan:${field}`;
    },
    get(key) {
      const [map, code] = mapOf(key);
      return map.get(code);
    },
    set(key, value) {
      const [map, code] = mapOf(key);
      if (isTarget(value) === (cellOfKey(key).field === 'target')) map.set(code, value);
    },
    delete(key) {
      const [map, code] = mapOf(key);
      map.delete(code);
    },
  };
}

/** Puts all cells of a plan into values. */
export function fillValues(values: SheetValues, cells: Cells): SheetValues {
  const working = workingCells(values);
  for (const [key, value] of cells) working.set(key, value);
  return values;
}
