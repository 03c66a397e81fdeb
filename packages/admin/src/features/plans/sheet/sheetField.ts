import type { TargetValue } from '../saving/targets.ts';

/** What can be typed or set for a unit: its target, the limits of proposals, whether it is locked (1) or not (0). */
export type SheetField = 'target' | 'floor' | 'ceiling' | 'lock';

/** The values of a plan on the screen. Percentages in hundredths; null where there is none. */
export interface SheetValues {
  readonly targets: Map<string, TargetValue>;
  readonly floors: Map<string, number>;
  readonly ceilings: Map<string, number>;
}

/** One value of one unit. */
export function readField(values: SheetValues, code: string, field: SheetField): number | null {
  const target = values.targets.get(code);
  switch (field) {
    case 'target':
      return target?.percent ?? null;
    case 'lock':
      return target?.locked ? 1 : 0;
    case 'floor':
      return values.floors.get(code) ?? null;
    case 'ceiling':
      return values.ceilings.get(code) ?? null;
  }
}

/** Sets one value of one unit; a unit without a target has nothing to lock. */
export function writeField(values: SheetValues, code: string, field: SheetField, value: number | null): void {
  const target = values.targets.get(code);
  switch (field) {
    case 'target':
      if (value === null) values.targets.delete(code);
      else values.targets.set(code, { locked: false, scope: 'SUBTREE', ...target, percent: value });
      break;
    case 'lock':
      if (target) values.targets.set(code, { ...target, locked: value === 1 });
      break;
    case 'floor':
      putOrDelete(values.floors, code, value);
      break;
    case 'ceiling':
      putOrDelete(values.ceilings, code, value);
      break;
  }
}

function putOrDelete(map: Map<string, number>, code: string, value: number | null): void {
  if (value === null) map.delete(code);
  else map.set(code, value);
}
