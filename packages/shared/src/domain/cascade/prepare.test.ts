import { describe, expect, it } from 'vitest';
import { meanBaseline, prepare, type PreparedChild } from './prepare.ts';
import type { CascadeChild, CascadeProblem } from './problem.ts';

const child = (rest: Partial<CascadeChild> = {}): CascadeChild => ({ code: '1', volume: 100, baseline: 4000, ...rest });
const problem = (children: CascadeChild[], rest: Partial<CascadeProblem> = {}): CascadeProblem => ({
  required: 5500,
  policy: 'MEAN',
  step: 50,
  children,
  ...rest,
});
const only = (one: Partial<CascadeChild>, rest: Partial<CascadeProblem> = {}, keepsCurrent = false): PreparedChild =>
  prepare(problem([child(one)], rest), keepsCurrent).children[0] as PreparedChild;

describe('a missing baseline', () => {
  it.each([
    [
      [
        [100, 4000],
        [300, 5000],
      ],
      4750,
    ],
    [
      [
        [1, 4000],
        [2, 4001],
      ],
      4001,
    ],
    [
      [
        [1, 4000],
        [1, 4001],
      ],
      4001,
    ],
    [
      [
        [5, 4000],
        [7, null],
      ],
      4000,
    ],
    [
      [
        [0, 4000],
        [7, null],
      ],
      null,
    ],
    [[], null],
  ])('of %j is filled with %s', (units, expected) => {
    expect(meanBaseline(units.map(([volume, baseline]) => ({ volume: volume ?? 0, baseline: baseline ?? null })))).toBe(
      expected,
    );
  });

  it('comes from the children alone, and the issuing unit gets it too', () => {
    const children = [child({ code: '2', baseline: null }), child({ code: '1', baseline: 3000 })];
    const prepared = prepare(problem(children, { issuer: { code: '19', volume: 50, baseline: null } }), false);
    expect(prepared.children.map(({ code, baseline, baselineIsFilled }) => [code, baseline, baselineIsFilled])).toEqual(
      [
        ['1', 3000, false],
        ['2', 3000, true],
      ],
    );
    expect(prepared.issuer).toEqual({ code: '19', volume: 50, rate: 3000 });
  });

  it('is the required target where nobody has one', () => {
    const prepared = prepare(
      problem([child({ baseline: null })], { issuer: { code: '19', volume: 5, baseline: 100 } }),
      false,
    );
    expect(prepared.children[0]).toMatchObject({ baseline: 5500, baselineIsFilled: true });
    expect(prepared.issuer?.rate).toBe(100);
  });
});

describe('the limits of a child', () => {
  it.each<[string, Partial<CascadeChild>, Partial<CascadeProblem>, number, number]>([
    ['none', {}, {}, 0, 10_000],
    ['none, with a step that 100 is no multiple of', {}, { step: 3000 }, 0, 9000],
    ['on the step', { floor: 4000, ceiling: 6000 }, {}, 4000, 6000],
    ['between two multiples', { floor: 3949, ceiling: 6049 }, {}, 3950, 6000],
    ['raised by FLOOR', { floor: 4000 }, { policy: 'FLOOR' }, 5500, 10_000],
    ['raised by FLOOR to the next multiple', { floor: 4000 }, { policy: 'FLOOR', required: 5499 }, 5500, 10_000],
    ['above what FLOOR asks', { floor: 6000 }, { policy: 'FLOOR' }, 6000, 10_000],
    ['a ceiling below what FLOOR asks', { floor: 1000, ceiling: 4530 }, { policy: 'FLOOR' }, 4500, 4500],
  ])('%s: open from %i', (_name, one, rest, lo, hi) => {
    expect(only(one, rest)).toMatchObject({ fixed: null, heldFirst: null, lo, hi });
  });

  it.each<[string, Partial<CascadeChild>, Partial<CascadeProblem>, number, string]>([
    ['a lock', { locked: 1234, floor: 4000 }, {}, 1234, 'LOCK'],
    ['a lock without dossiers', { locked: 1234, volume: 0 }, {}, 1234, 'LOCK'],
    ['no dossiers', { volume: 0 }, { required: 5512 }, 5512, 'NO_VOLUME'],
    ['no dossiers, under its ceiling', { volume: 0, ceiling: 4000 }, {}, 4000, 'NO_VOLUME'],
    ['no dossiers, over its floor', { volume: 0, floor: 7000 }, {}, 7000, 'NO_VOLUME'],
    ['no multiple, the ceiling nearer', { floor: 5110, ceiling: 5140 }, {}, 5140, 'STEP'],
    ['no multiple, the floor nearer', { floor: 6110, ceiling: 6140 }, {}, 6110, 'STEP'],
    ['no multiple, both as near', { floor: 5510, ceiling: 5530 }, { required: 5520 }, 5530, 'STEP'],
    ['no multiple, around the target', { floor: 5510, ceiling: 5540 }, { required: 5520 }, 5510, 'STEP'],
    [
      'no multiple above what FLOOR asks',
      { floor: 1000, ceiling: 5540 },
      { policy: 'FLOOR', required: 5520 },
      5520,
      'STEP',
    ],
    ['no multiple below a ceiling under FLOOR', { floor: 4510, ceiling: 4540 }, { policy: 'FLOOR' }, 4540, 'STEP'],
  ])('%s: settled at %i', (_name, one, rest, fixed, heldFirst) => {
    expect(only(one, rest)).toMatchObject({ fixed, heldFirst });
  });

  it('holds a target of the plan only when asked to, and a lock is stronger', () => {
    expect(only({ current: 5100 })).toMatchObject({ fixed: null });
    expect(only({ current: 5100 }, {}, true)).toMatchObject({ fixed: 5100, heldFirst: 'CURRENT' });
    expect(only({ current: 5100, locked: 5200 }, {}, true)).toMatchObject({ fixed: 5200, heldFirst: 'LOCK' });
    expect(only({ current: 0 }, {}, true)).toMatchObject({ fixed: 0, heldFirst: 'CURRENT' });
    expect(only({ locked: 0 })).toMatchObject({ fixed: 0, heldFirst: 'LOCK' });
  });
});

describe('a prepared problem', () => {
  it('leaves to the open children what locks and the issuing unit do not bring', () => {
    const children = [
      child({ code: '3', locked: 6000 }),
      child({ code: '1', volume: 300 }),
      child({ code: '2', volume: 0 }),
    ];
    const prepared = prepare(problem(children, { issuer: { code: '19', volume: 50, baseline: 2000 } }), false);
    expect(prepared.children.map(({ code }) => code)).toEqual(['1', '2', '3']);
    expect(prepared.open.open.map(({ code }) => code)).toEqual(['1']);
    expect(prepared).toMatchObject({ volume: 450, fixedSum: 100 * 6000 + 50 * 2000 });
    expect(prepared.open.need).toBe(450 * 5500 - 100 * 6000 - 50 * 2000);
  });
});
