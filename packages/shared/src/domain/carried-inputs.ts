import { weightedMean } from './copied-targets.ts';
import { groupBy } from './group-by.ts';

/** What is typed of a unit besides its target, percentages in hundredths; `weight` is what was counted for it. */
export interface OldInput {
  readonly unitId: number;
  readonly volume: number | null;
  readonly baseline: number | null;
  readonly floor: number | null;
  readonly ceiling: number | null;
  readonly weight: number;
}

/** What it becomes; `from` are the units that it was of. */
export interface CarriedInput extends Omit<OldInput, 'weight'> {
  readonly from: readonly number[];
}

/**
 * Carries what is typed of units over to the units themselves or to who succeeded them, as targets are. `units` are all of the old
 * plan, also those of which nothing is typed. A unit that several became gets the mean of those that had a limit, weighted by volume and rounded half
 * up to the step, and no limits where its floor would stand above its ceiling; dossiers and a rate only if they were typed of all.
 */
export function carriedInputs(
  units: readonly OldInput[],
  successorOf: (unitId: number) => number | null,
  step: number,
): CarriedInput[] {
  const placed = units.flatMap((unit) => {
    const to = successorOf(unit.unitId);
    return to === null ? [] : [{ unit, to }];
  });
  return [...groupBy(placed, ({ to }) => to)]
    .map(([unitId, rows]) =>
      merged(
        unitId,
        rows.map(({ unit }) => unit),
        step,
      ),
    )
    .filter(({ volume, baseline, floor, ceiling }) => [volume, baseline, floor, ceiling].some((one) => one !== null));
}

type Percentage = 'baseline' | 'floor' | 'ceiling';

/** The units of which something is typed. */
function having<Field extends Percentage | 'volume'>(units: readonly OldInput[], field: Field) {
  return units.flatMap(({ weight, [field]: value }) => (value === null ? [] : [{ hundredths: value, volume: weight }]));
}

function meanOf(units: readonly OldInput[], field: Percentage, step: number): number | null {
  const rows = having(units, field);
  return rows.length > 1 ? weightedMean(rows, step) : (rows[0]?.hundredths ?? null);
}

function merged(unitId: number, units: readonly OldInput[], step: number): CarriedInput {
  const isTyped = (field: 'volume' | 'baseline'): boolean => having(units, field).length === units.length;
  const [floor, ceiling] = [meanOf(units, 'floor', step), meanOf(units, 'ceiling', step)];
  const crossed = floor !== null && ceiling !== null && floor > ceiling;
  return {
    unitId,
    volume: isTyped('volume') ? units.reduce((sum, { volume }) => sum + (volume ?? 0), 0) : null,
    baseline: isTyped('baseline') ? meanOf(units, 'baseline', 1) : null,
    floor: crossed ? null : floor,
    ceiling: crossed ? null : ceiling,
    from: units.map((unit) => unit.unitId),
  };
}
