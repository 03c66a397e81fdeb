import { weigh, type OpenProblem } from './method.ts';

/**
 * Takes back what rounding up gave too much: in the order of the codes each child goes one step lower if the need still holds
 * and its lower limit allows, round after round until nobody can. So no child falls further than the others before it
 * must, and at the end nobody above `lo` could go one step lower. `targets` are multiples of the step and reach the need.
 */
export function lowerBySteps({ open, need, step }: OpenProblem, targets: readonly number[]): number[] {
  const lowered = [...targets];
  let spare = weigh(open, (_child, index) => lowered[index] ?? 0) - need;
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    open.forEach(({ volume, lo }, index) => {
      const target = (lowered[index] ?? 0) - step;
      if (target < lo || volume * step > spare) return;
      lowered[index] = target;
      spare -= volume * step;
      isMoving = true;
    });
  }
  return lowered;
}
