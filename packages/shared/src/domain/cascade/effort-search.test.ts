import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Bundle } from './effort-bundles.ts';
import { meetSurplus, type Dial } from './effort-meet.ts';
import { searchCheapest } from './effort-search.ts';

vi.setConfig({ testTimeout: 60_000 });

const bundle = (volume: number, direction: 1 | -1, count: number, dearness: number): Bundle => {
  return { index: 0, volume, direction, count, dearness };
};

/** The smallest total by trying everything; infinite where nothing leaves a surplus of 0 or more. */
function cheapest(bundles: readonly Bundle[], surplus: number, weight: number): number {
  const [first, ...rest] = bundles;
  if (!first) return surplus < 0 ? Number.POSITIVE_INFINITY : weight * surplus;
  const totals = Array.from({ length: first.count + 1 }, (_value, taken) => {
    const after = surplus + taken * first.volume * first.direction;
    return taken * first.volume * first.dearness + cheapest(rest, after, weight);
  });
  return Math.min(...totals);
}

const bundles = fc.array(
  fc.record({
    index: fc.constant(0),
    volume: fc.integer({ min: 1, max: 40 }),
    direction: fc.constantFrom(1 as const, -1 as const),
    count: fc.integer({ min: 0, max: 4 }),
    dearness: fc.constantFrom(0, 0, 1, 2, 7),
  }),
  { maxLength: 6 },
);

describe('the search over whole steps', () => {
  it('finds the smallest total there is, and knows that it has', () => {
    fc.assert(
      fc.property(
        bundles,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (given, surplus, weight) => {
          const known = weight * surplus;
          const { taken, isProven } = searchCheapest(given, { surplus, weight, known });
          const left = given.reduce(
            (sum, { volume, direction }, at) => sum + volume * direction * (taken?.[at] ?? 0),
            surplus,
          );
          const cost = given.reduce((sum, { volume, dearness }, at) => sum + volume * dearness * (taken?.[at] ?? 0), 0);
          expect(isProven).toBe(true);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(given.every(({ count }, at) => (taken?.[at] ?? 0) <= count)).toBe(true);
          expect(taken ? cost + weight * left : known).toBe(cheapest(given, surplus, weight));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('tells nothing better than what is known', () => {
    expect(searchCheapest([bundle(5, -1, 1, 0)], { surplus: 7, weight: 1, known: 2 })).toEqual({
      taken: null,
      isProven: true,
    });
    expect(searchCheapest([bundle(5, -1, 1, 0)], { surplus: 7, weight: 1, known: 3 })).toEqual({
      taken: [1],
      isProven: true,
    });
  });

  it('gives up where there is too much to look at, and says that it is not sure', () => {
    // Even volumes in many ways, an odd remainder in none: only the divisor of them all could tell, and 3 spoils it.
    const many = Array.from({ length: 12 }, (_value, at) => bundle(2_000_000 + 2 * 7919 ** (at % 3), 1, 200, 0));
    const back = many.map((one) => ({ ...one, direction: -1 as const }));
    const odd = bundle(5_000_001, -1, 1, 0);
    const told: number[] = [];
    const frame = { surplus: 1, weight: 1, known: 1, progress: (share: number) => void told.push(share) };
    const { isProven } = searchCheapest([...many, ...back, odd], frame);
    expect(isProven).toBe(false);
    // Whoever waits sees it move: from little to all of it, never back.
    expect(told.length).toBeGreaterThan(20);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told[0]).toBeLessThan(0.1);
    expect(told.at(-1)).toBeGreaterThan(0.9);
    expect(told.at(-1)).toBeLessThanOrEqual(1);
  });
});

describe('meeting in the middle', () => {
  const dials = fc.array(
    fc.record({
      volume: fc.integer({ min: 1, max: 40 }),
      from: fc.integer({ min: -3, max: 0 }),
      to: fc.integer({ min: 0, max: 3 }),
      slope: fc.constantFrom(0, 0, 1, 5),
    }),
    { maxLength: 5 },
  );
  const asDial = ({ volume, from, to, slope }: { volume: number; from: number; to: number; slope: number }): Dial => {
    return { volume, from, to, costOf: (shift) => volume * slope * Math.abs(shift) };
  };

  it('finds the best of all positions where there are few', () => {
    fc.assert(
      fc.property(dials, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9 }), (given, surplus, weight) => {
        const { shifts, total, isComplete } = meetSurplus(given.map(asDial), surplus, weight);
        const asBundles = given.flatMap(({ volume, from, to, slope }) => [
          bundle(volume, 1, to, slope),
          bundle(volume, -1, -from, slope),
        ]);
        const left = given.reduce((sum, { volume }, at) => sum + volume * (shifts[at] ?? 0), surplus);
        const cost = given.reduce((sum, one, at) => sum + asDial(one).costOf(shifts[at] ?? 0), 0);
        expect(isComplete).toBe(true);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(total).toBe(cost + weight * left);
        expect(total).toBe(cheapest(asBundles, surplus, weight));
      }),
      { numRuns: 150 },
    );
  });

  it('takes some of many dials, keeps to their limits and says that there were more', () => {
    const many = Array.from({ length: 40 }, (_value, at) =>
      asDial({ volume: 1000 + 37 * at, from: -9, to: 9, slope: 0 }),
    );
    const { shifts, total, isComplete } = meetSurplus(many, 999, 3);
    expect(isComplete).toBe(false);
    expect(total).toBe(0);
    expect(many.reduce((sum, { volume }, at) => sum + volume * (shifts[at] ?? 0), 999)).toBe(0);
    expect(shifts.every((shift) => Math.abs(shift) <= 9)).toBe(true);
  });
});
