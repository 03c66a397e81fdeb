import { describe, expect, it } from 'vitest';
import { DEFAULT_EFFORT, effortOf, isConvexEffort, type EffortBand } from './effort.ts';

describe('the effort of a rise', () => {
  it.each([
    [-500, 0],
    [0, 0],
    [1, 1],
    [1000, 1000],
    [1001, 1002],
    [2000, 3000],
    [2001, 3004],
    [3000, 7000],
    [10_000, 35_000],
  ])('of %i hundredths of a point is %i', (rise, effort) => expect(effortOf(rise, DEFAULT_EFFORT)).toBe(effort));

  it.each<[string, EffortBand[], boolean]>([
    ['the default', [...DEFAULT_EFFORT], true],
    ['one band for all', [{ points: null, weight: 3 }], true],
    [
      'equal weights',
      [
        { points: 10, weight: 2 },
        { points: null, weight: 2 },
      ],
      true,
    ],
    ['no band', [], false],
    ['a last band with an end', [{ points: 1000, weight: 1 }], false],
    [
      'an open band before the last',
      [
        { points: null, weight: 1 },
        { points: null, weight: 2 },
      ],
      false,
    ],
    [
      'a band without width',
      [
        { points: 0, weight: 1 },
        { points: null, weight: 2 },
      ],
      false,
    ],
    [
      'weights that fall',
      [
        { points: 10, weight: 2 },
        { points: null, weight: 1 },
      ],
      false,
    ],
    ['a weight below 0', [{ points: null, weight: -1 }], false],
    ['a weight that is not whole', [{ points: null, weight: 1.5 }], false],
    ['a weight beyond all measure', [{ points: null, weight: 1001 }], false],
  ])('knows whether bands rise and end open: %s', (_name, bands, expected) =>
    expect(isConvexEffort(bands)).toBe(expected),
  );
});
