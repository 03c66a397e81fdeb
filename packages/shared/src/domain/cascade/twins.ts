import type { OpenChild } from './method.ts';

/**
 * Hands the targets of children that are alike in everything but the code out in the order of the codes, lowest first. Which
 * of two equally good answers is given then never depends on how it was found.
 */
export function orderTwins(open: readonly OpenChild[], targets: readonly number[]): number[] {
  const twins = new Map<string, number[]>();
  open.forEach(({ volume, baseline, lo, hi }, index) => {
    const key = [volume, baseline, lo, hi].join();
    const places = twins.get(key) ?? [];
    places.push(index);
    twins.set(key, places);
  });
  const ordered = [...targets];
  for (const places of twins.values()) {
    const values = places.map((place) => targets[place] ?? 0).sort((a, b) => a - b);
    places.forEach((place, position) => (ordered[place] = values[position] ?? 0));
  }
  return ordered;
}
