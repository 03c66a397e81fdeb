/**
 * A stretch of points that cost the same: `points` is its width in hundredths (null: everything beyond, only and always the
 * last), `weight` a whole number, what each point in it costs.
 */
export interface EffortBand {
  points: number | null;
  weight: number;
}

/** 1 for each of the first 10 points, 2 for the next 10, 4 beyond. */
export const DEFAULT_EFFORT: readonly EffortBand[] = [
  { points: 1_000, weight: 1 },
  { points: 1_000, weight: 2 },
  { points: null, weight: 4 },
];

const MAX_WEIGHT = 1_000;

/** Whether bands describe a convex effort: whole weights from 0 to 1,000 that never fall, whole widths, the last one open. */
export function isConvexEffort(bands: readonly EffortBand[]): boolean {
  return (
    bands.length > 0 &&
    bands.every(({ points, weight }, index) => {
      const isLast = index === bands.length - 1;
      const isWidth = points === null ? isLast : !isLast && Number.isInteger(points) && points > 0;
      const isWeight = Number.isInteger(weight) && weight >= 0 && weight <= MAX_WEIGHT;
      return isWidth && isWeight && weight >= (bands[index - 1]?.weight ?? 0);
    })
  );
}

/** The effort of a rise in hundredths of a point, as hundredths × weight; 0 for no rise and for a fall. */
export function effortOf(rise: number, bands: readonly EffortBand[]): number {
  let left = rise;
  let effort = 0;
  for (const { points, weight } of bands) {
    if (left <= 0) break;
    const inBand = points === null ? left : Math.min(left, points);
    effort += inBand * weight;
    left -= inBand;
  }
  return effort;
}
