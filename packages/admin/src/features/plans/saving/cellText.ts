import { t, type PlainKey } from '../../../i18n/i18n.ts';
import { whole } from '../../../i18n/format.ts';
import { figure } from '../sheet/figure.ts';
import type { Sheet } from '../sheet/useSheet.ts';
import { cellOfKey, isTarget, type CellValue, type PlanField, type UnitField } from './targets.ts';

const UNIT_TEXTS: Record<UnitField, PlainKey> = {
  volume: 'planparts.volumeField',
  baseline: 'planparts.baselineField',
  floor: 'plans.floor',
  ceiling: 'plans.ceiling',
};
const PLAN_TEXTS: Record<PlanField, PlainKey> = {
  policy: 'plans.policy',
  step: 'plans.step',
  method: 'plans.method',
  required: 'plans.requiredTyped',
  effort: 'planparts.effort',
};
const WORDS: Partial<Record<string, PlainKey>> = {
  MEAN: 'plans.mean',
  FLOOR: 'plans.policyFloor',
  UNIFORM: 'plans.uniform',
  PROPORTIONAL: 'plans.proportional',
  CLOSE_THE_GAP: 'plans.closeTheGap',
  FAIREST: 'plans.fairest',
  LEAST_EFFORT: 'plans.leastEffort',
  SPREAD_REMAINDER: 'plans.spreadRemainder',
};

/** What a cell is called: the unit, and of what is not its target the field; or what is chosen for the whole plan. */
export function cellName({ unitOf, plan }: Pick<Sheet, 'unitOf' | 'plan'>, key: string): string {
  const cell = cellOfKey(key);
  if (cell.field === 'plan') return t(PLAN_TEXTS[cell.code]);
  const name = cell.code === plan.issuer.code ? plan.issuer.name : (unitOf(cell.code)?.name ?? cell.code);
  return cell.field === 'target' ? name : `${name} · ${t(UNIT_TEXTS[cell.field])}`;
}

/** What stands in a cell, in words. */
export function cellText(key: string, value: CellValue | undefined): string {
  const { field } = cellOfKey(key);
  if (value === undefined) return t(field === 'target' ? 'planparts.noTarget' : 'planparts.notTyped');
  if (isTarget(value))
    return value.locked ? t('planparts.lockedValue', { percent: figure(value.percent) }) : figure(value.percent);
  if (typeof value === 'number') return field === 'volume' ? whole(value) : figure(value);
  const word = WORDS[value];
  return word ? t(word) : bandsText(value);
}

/** Bands of effort in short: `10 × 1, 10 × 2, … × 4`. */
function bandsText(cell: string): string {
  const bands = JSON.parse(cell) as { points: number | null; weight: number }[];
  return bands.map(({ points, weight }) => `${points === null ? '…' : String(points)} × ${String(weight)}`).join(', ');
}
