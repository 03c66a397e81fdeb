/** One bar of a waterfall: from where to where, and what it is. */
export interface WaterfallBar {
  readonly key: string;
  readonly label: string;
  /** What is written at it. */
  readonly shown: string;
  readonly kind: 'END' | 'UP' | 'DOWN';
  readonly low: number;
  readonly high: number;
}

/** A value at either end, or what a step adds. */
export interface WaterfallStep {
  readonly key: string;
  readonly label: string;
  readonly shown: string;
  /** Where it leads to. */
  readonly after: number;
}

/**
 * The bars of a waterfall: the first and the last stand on the floor, each between them on where the one before ended. The floor is
 * below the lowest of them where all lie far from zero, so that small steps can be seen.
 */
export function waterfall(start: WaterfallStep, steps: readonly WaterfallStep[], end: WaterfallStep): WaterfallBar[] {
  const floor = floorOf([start.after, ...steps.map(({ after }) => after), end.after]);
  const standing = ({ key, label, shown, after }: WaterfallStep): WaterfallBar => ({
    ...{ key, label, shown, kind: 'END' },
    low: floor,
    high: after,
  });
  let before = start.after;
  const between = steps.map(({ key, label, shown, after }): WaterfallBar => {
    const bar = { low: Math.min(before, after), high: Math.max(before, after) };
    const kind = after < before ? 'DOWN' : 'UP';
    before = after;
    return { key, label, shown, kind, ...bar };
  });
  return [standing(start), ...between, standing(end)];
}

function floorOf(values: readonly number[]): number {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return Math.max(0, least - Math.max(1, (most - least) * 0.6));
}

/** Where a value lies between the lowest and the highest of all bars, 0 to 1. */
export function placeOf(value: number, bars: readonly WaterfallBar[]): number {
  const low = Math.min(...bars.map((bar) => bar.low));
  const high = Math.max(...bars.map((bar) => bar.high));
  return high === low ? 0 : (value - low) / (high - low);
}
