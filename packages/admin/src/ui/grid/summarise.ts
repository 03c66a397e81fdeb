/** A number in the selection and how much it weighs in the weighted mean. */
export interface Weighed {
  readonly value: number | null;
  readonly weight: number;
}

/** What the numbers of a selection come to, in whole units; means rounded half up, null where there is nothing to divide by. */
export interface Summary {
  /** How many numbers there are; empty cells are none. */
  readonly count: number;
  readonly sum: number;
  readonly mean: number | null;
  readonly weightedMean: number | null;
}

/** Adds up the numbers of a selection. */
export function summarise(cells: readonly Weighed[]): Summary {
  let [count, sum, weight, weighted] = [0, 0, 0, 0];
  for (const cell of cells) {
    if (cell.value === null) continue;
    count++;
    sum += cell.value;
    weight += cell.weight;
    weighted += cell.value * cell.weight;
  }
  return { count, sum, mean: divided(sum, count), weightedMean: divided(weighted, weight) };
}

/** Whole numbers divided and rounded half up, also below zero: −1.5 is −1. */
function divided(sum: number, by: number): number | null {
  return by === 0 ? null : Math.floor((2 * sum + by) / (2 * by));
}
