import { describe, expect, it } from 'vitest';
import { cascade, type CascadeOutcome } from './cascade.ts';
import type { CascadeChild, CascadeMethod, CascadeProblem } from './problem.ts';

type Row = Omit<CascadeChild, 'code'>;

const row = (volume: number, baseline: number | null, limits: Partial<CascadeChild> = {}): Row => {
  return { volume, baseline, ...limits };
};

function solve(
  method: CascadeMethod,
  required: number,
  rows: readonly Row[],
  rest: Partial<CascadeProblem> = {},
): CascadeOutcome {
  const children = rows.map((given, index) => ({ ...given, code: `0${index}` }));
  return cascade({ required, policy: 'MEAN', step: 100, children, ...rest }, method);
}

const targets = (outcome: CascadeOutcome): number[] => outcome.proposals.map(({ percent }) => percent);

// Small enough to work out with a pencil. All numbers are hundredths, the step is one point unless told.
describe('by hand', () => {
  it.each<[string, CascadeMethod, number, Row[], number[]]>([
    ['one number for all', 'UNIFORM', 5500, [row(100, 3000), row(300, 9000)], [5500, 5500]],
    [
      'the others make up for a ceiling',
      'UNIFORM',
      5500,
      [row(100, 3000, { ceiling: 4000 }), row(100, 3000)],
      [4000, 7000],
    ],
    [
      'the others profit from a floor',
      'UNIFORM',
      5500,
      [row(100, 3000, { floor: 7000 }), row(100, 3000)],
      [7000, 4000],
    ],
    [
      'floors that are enough',
      'UNIFORM',
      5500,
      [row(100, 3000, { floor: 7000 }), row(100, 3000, { floor: 6000 })],
      [7000, 6000],
    ],
    ['one and a half times', 'PROPORTIONAL', 6000, [row(100, 3000), row(100, 5000)], [4500, 7500]],
    [
      'rounded up, the earlier codes lowered again',
      'PROPORTIONAL',
      5000,
      [row(1, 3000), row(1, 3050), row(1, 3100)],
      [4900, 5000, 5100],
    ],
    ['5 400 and 4 600 by halves', 'PROPORTIONAL', 5000, [row(1, 4050), row(1, 3450)], [5400, 4600]],
    ['a ceiling in the way', 'PROPORTIONAL', 6000, [row(100, 3000), row(100, 5000, { ceiling: 7000 })], [5000, 7000]],
    ['nobody has a baseline', 'PROPORTIONAL', 6000, [row(100, null), row(100, null)], [6000, 6000]],
    ['no factor moves 0', 'PROPORTIONAL', 4000, [row(100, 0, { floor: 1000 }), row(100, 5000)], [1000, 7000]],
    [
      'zero baselines carry what the others cannot, by one number',
      'PROPORTIONAL',
      6000,
      [row(100, 0, { ceiling: 5000 }), row(100, 0), row(100, 4000, { ceiling: 9000 })],
      [4500, 4500, 9000],
    ],
    ['a fifth of the way for both', 'CLOSE_THE_GAP', 5600, [row(100, 4000), row(100, 5000)], [5200, 6000]],
    [
      'half of the way, to a ceiling',
      'CLOSE_THE_GAP',
      5500,
      [row(100, 4000, { ceiling: 6000 }), row(100, 2000)],
      [5000, 6000],
    ],
    ['a fifth given back', 'CLOSE_THE_GAP', 3400, [row(100, 4000), row(100, 5000)], [2800, 4000]],
    [
      'exactly to the ceilings',
      'CLOSE_THE_GAP',
      5500,
      [row(100, 4000, { ceiling: 6000 }), row(100, 4000, { ceiling: 5000 })],
      [6000, 5000],
    ],
    [
      'a baseline over the ceiling stays there',
      'CLOSE_THE_GAP',
      5500,
      [row(100, 9000, { ceiling: 5000 }), row(100, 5000)],
      [5000, 6000],
    ],
    [
      'a baseline over the ceiling gives way last',
      'CLOSE_THE_GAP',
      1000,
      [row(100, 9000, { ceiling: 5000 }), row(100, 5000)],
      [2000, 0],
    ],
    ['the same rise for both', 'FAIREST', 5500, [row(100, 4000), row(100, 5000)], [5000, 6000]],
    ['the smaller rises less where one step is left', 'FAIREST', 5500, [row(100, 4000), row(101, 5000)], [5000, 6000]],
    [
      'a ceiling holds one, the others rise more',
      'FAIREST',
      5500,
      [row(100, 4000, { ceiling: 4500 }), row(100, 5000)],
      [4500, 6500],
    ],
    [
      'a floor beyond the common rise',
      'FAIREST',
      5500,
      [row(100, 4000, { floor: 7000 }), row(100, 5000)],
      [7000, 4000],
    ],
    ['of alike ones the first stays lower', 'FAIREST', 5550, [row(1, 5000), row(1, 5000)], [5500, 5600]],
    ['falls where less is asked', 'FAIREST', 4000, [row(100, 4000), row(100, 5000)], [3500, 4500]],
    ['who has room in the cheap band', 'LEAST_EFFORT', 5500, [row(100, 4000), row(100, 5000)], [5000, 6000]],
    [
      'beyond 20 points only when all others are',
      'LEAST_EFFORT',
      6000,
      [row(100, 3000, { ceiling: 9000 }), row(100, 5000)],
      [5000, 7000],
    ],
    ['a fall costs nothing and wins nothing', 'LEAST_EFFORT', 4000, [row(100, 4000), row(100, 5000)], [4000, 4000]],
    [
      'the rest by the fairest way',
      'SPREAD_REMAINDER',
      5500,
      [row(100, 4000, { current: 4000 }), row(100, 4000, { locked: 6000 }), row(100, 5000), row(100, 4000)],
      [4000, 6000, 6500, 5500],
    ],
  ])('%s (%s)', (_name, method, required, rows, expected) => {
    expect(targets(solve(method, required, rows))).toEqual(expected);
  });

  it('counts a point of effort by the bands given', () => {
    const effort = [
      { points: 500, weight: 1 },
      { points: null, weight: 9 },
    ];
    const rows: Row[] = [row(100, 4000), row(100, 5000, { ceiling: 5300 })];
    const outcome = solve('LEAST_EFFORT', 4900, rows, { effort });
    expect(targets(outcome)).toEqual([4500, 5300]);
    expect(outcome.proposals[0]?.reason.common).toEqual({ kind: 'EFFORT', value: 100 });
  });

  it('holds the issuing unit’s own dossiers at their rate', () => {
    const outcome = solve('UNIFORM', 5500, [row(100, 4000)], { issuer: { code: '1', volume: 100, baseline: 5000 } });
    expect(targets(outcome)).toEqual([6000]);
    expect(outcome).toMatchObject({ feasible: true, achieved: 5500 });
  });

  it('raises everybody under FLOOR and lets the others make up for a lock', () => {
    const rows: Row[] = [row(100, 4000, { locked: 5000 }), row(100, 4000), row(100, 6000)];
    const outcome = solve('PROPORTIONAL', 5500, rows, { policy: 'FLOOR' });
    expect(targets(outcome)).toEqual([5000, 5500, 6000]);
    expect(outcome).toMatchObject({ feasible: false, achieved: 5500, residualPoints: 500, residualDossiers: 5 });
  });
});

describe('what is common to all', () => {
  it.each<[CascadeMethod, number, Row[], unknown]>([
    ['UNIFORM', 5500, [row(1, 4000)], { kind: 'NUMBER', value: 5500 }],
    ['PROPORTIONAL', 5500, [row(1, 4000)], { kind: 'FACTOR', value: 13_750 }],
    ['PROPORTIONAL', 5500, [row(1, 3000)], { kind: 'FACTOR', value: 18_333 }],
    ['PROPORTIONAL', 5000, [row(1, 3000)], { kind: 'FACTOR', value: 16_667 }],
    ['CLOSE_THE_GAP', 5500, [row(1, 4000)], { kind: 'SHARE', value: 2500 }],
    ['CLOSE_THE_GAP', 3000, [row(1, 4000)], { kind: 'SHARE', value: -1667 }],
    ['FAIREST', 5500, [row(1, 4000)], { kind: 'RISE', value: 1500 }],
    ['FAIREST', 3000, [row(1, 4000)], { kind: 'RISE', value: -1000 }],
    ['LEAST_EFFORT', 5500, [row(1, 4000)], { kind: 'EFFORT', value: 200 }],
    ['UNIFORM', 5500, [row(1, 4000, { ceiling: 5000 })], null],
    ['FAIREST', 5500, [row(1, 4000, { floor: 6000 })], null],
  ])('%s for %i', (method, required, rows, expected) => {
    expect(solve(method, required, rows).proposals[0]?.reason.common).toEqual(expected);
  });
});
