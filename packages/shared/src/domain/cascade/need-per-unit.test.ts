import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needPerUnit } from './need-per-unit.ts';

describe('what a target means in dossiers', () => {
  it.each([
    // online, counted, expected, target → needed, share, possible
    [300, 600, 400, 5500, 250, 6250, true],
    [0, 0, 1000, 5500, 550, 5500, true],
    [550, 1000, 0, 5500, 0, null, true],
    [549, 1000, 0, 5500, 1, null, false],
    [900, 1000, 500, 5500, 0, 0, true],
    [100, 900, 100, 5500, 450, 45_000, false],
    [5499, 9999, 1, 5500, 1, 10_000, true],
    [5498, 9999, 1, 5500, 2, 20_000, false],
    [0, 0, 0, 5500, 0, null, true],
    [0, 3, 3, 3333, 2, 6667, true],
  ])(
    '%i online of %i, %i to come, target %i: %i more, %s',
    (online, counted, expected, target, needed, share, isPossible) => {
      expect(needPerUnit({ online, counted, expected, target })).toEqual({ needed, share, isPossible });
    },
  );

  it('is the smallest number that meets the target, and over 100 % exactly when there are not enough', () => {
    const count = fc.integer({ min: 0, max: 10_000_000 });
    const standing = fc.record({
      counted: count,
      expected: count,
      target: fc.integer({ min: 0, max: 10_000 }),
      part: count,
    });
    fc.assert(
      fc.property(standing, ({ counted, expected, target, part }) => {
        const online = counted === 0 ? 0 : part % (counted + 1);
        const { needed, share, isPossible } = needPerUnit({ online, counted, expected, target });
        const meets = (more: number): boolean =>
          BigInt(online + more) * 10_000n >= BigInt(target) * BigInt(counted + expected);
        expect(meets(needed)).toBe(true);
        if (needed > 0) expect(meets(needed - 1)).toBe(false);
        expect(isPossible).toBe(meets(expected));
        if (share !== null) expect(share > 10_000).toBe(!isPossible);
      }),
    );
  });
});
