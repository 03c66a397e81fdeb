import { expect, it } from 'vitest';
import { summarise } from './summarise.ts';

const cells = (...pairs: [value: number | null, weight: number][]) =>
  pairs.map(([value, weight]) => ({ value, weight }));

it.each([
  [
    'counts, adds and weighs numbers',
    cells([5800, 1510], [4800, 2015], [5550, 2396]),
    { count: 3, sum: 16150, mean: 5383, weightedMean: 5359 },
  ],
  [
    'does not count empty cells',
    cells([5800, 10], [null, 90]),
    { count: 1, sum: 5800, mean: 5800, weightedMean: 5800 },
  ],
  ['has no mean of nothing', cells([null, 10]), { count: 0, sum: 0, mean: null, weightedMean: null }],
  [
    'has no weighted mean where nothing weighs',
    cells([5000, 0]),
    { count: 1, sum: 5000, mean: 5000, weightedMean: null },
  ],
  ['rounds half up, also below zero', cells([-1, 1], [-2, 1]), { count: 2, sum: -3, mean: -1, weightedMean: -1 }],
])('%s', (_what, selection, expected) => expect(summarise(selection)).toEqual(expected));
