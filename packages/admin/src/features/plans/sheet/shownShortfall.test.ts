import { rollUp } from '@chi-tieu/shared/domain/cascade/roll-up';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownShortfall } from './shownShortfall.ts';

it('adds up with the rate beside it, whatever the volumes', () => {
  const child = fc.record({
    volume: fc.integer({ min: 1, max: 500 }),
    target: fc.integer({ min: 0, max: 10_000 }),
    baseline: fc.constant(null),
  });
  fc.assert(
    fc.property(
      fc.array(child, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 10_000 }),
      (children, required) => {
        const rolled = rollUp({ required, children });
        const missing = shownShortfall({ required, ...rolled }, 'MEAN');
        if (rolled.feasible) expect(missing).toBe(0);
        else expect([(rolled.achieved ?? 0) + missing, missing > 0]).toEqual([required, true]);
      },
    ),
  );
});

it.each([
  ['is that of the mean where it is further away', 5500, 5312, 189, 'FLOOR', 188],
  ['is that of a single unit where that is further away', 5500, 5490, 1500, 'FLOOR', 1500],
  ['is what was found where nothing has dossiers', 5500, null, 700, 'FLOOR', 700],
] as const)('what is missing %s', (_what, required, achieved, residualPoints, policy, expected) => {
  expect(shownShortfall({ required, achieved, residualPoints }, policy)).toBe(expected);
});
