import { describe, expect, it } from 'vitest';
import { checkProblem, MAX_CHILDREN, type CascadeChild, type CascadeProblem } from './problem.ts';

const child = (code: string, rest: Partial<CascadeChild> = {}): CascadeChild => ({
  code,
  volume: 100,
  baseline: 4000,
  ...rest,
});
const problem = (rest: Partial<CascadeProblem> = {}): CascadeProblem => ({
  required: 5500,
  policy: 'MEAN',
  step: 50,
  children: [child('05503'), child('05506')],
  ...rest,
});

describe('a problem', () => {
  it.each<[string, CascadeProblem]>([
    ['an ordinary one', problem()],
    ['volumes of 0 for all', problem({ children: [child('1', { volume: 0 }), child('2', { volume: 0 })] })],
    ['a baseline over the ceiling', problem({ children: [child('1', { baseline: 9000, ceiling: 6000 })] })],
    ['a lock beyond the limits', problem({ children: [child('1', { floor: 4000, ceiling: 6000, locked: 7000 })] })],
    ['limits given as null', problem({ children: [child('1', { floor: null, ceiling: null, locked: null })] })],
    ['a floor that is the ceiling', problem({ children: [child('1', { floor: 5000, ceiling: 5000 })] })],
    ['no baseline anywhere', problem({ children: [child('1', { baseline: null })], issuer: null })],
    [
      'the largest numbers',
      problem({ required: 10_000, step: 10_000, children: [child('1', { volume: 10_000_000 })] }),
    ],
  ])('with %s has no fault', (_name, given) => expect(checkProblem(given)).toEqual([]));

  it.each<[string, CascadeProblem, string, string]>([
    ['no children', problem({ children: [] }), 'children', 'NO_CHILDREN'],
    ['a target over 100 %', problem({ required: 10_001 }), 'required', 'PERCENT_OUT_OF_RANGE'],
    ['a target finer than hundredths', problem({ required: 5500.5 }), 'required', 'PERCENT_OUT_OF_RANGE'],
    ['a target that is no number', problem({ required: Number.NaN }), 'required', 'PERCENT_OUT_OF_RANGE'],
    ['a step of 0', problem({ step: 0 }), 'step', 'STEP_OUT_OF_RANGE'],
    ['a negative step', problem({ step: -50 }), 'step', 'STEP_OUT_OF_RANGE'],
    ['a step over 100 points', problem({ step: 10_001 }), 'step', 'STEP_OUT_OF_RANGE'],
    ['a code twice', problem({ children: [child('1'), child('2'), child('1')] }), 'children.2.code', 'CODE_TWICE'],
    ['an empty code', problem({ children: [child('')] }), 'children.0.code', 'CODE_MISSING'],
    [
      'a negative volume',
      problem({ children: [child('1', { volume: -1 })] }),
      'children.0.volume',
      'VOLUME_OUT_OF_RANGE',
    ],
    [
      'half a dossier',
      problem({ children: [child('1', { volume: 0.5 })] }),
      'children.0.volume',
      'VOLUME_OUT_OF_RANGE',
    ],
    [
      'more than ten million dossiers',
      problem({ children: [child('1', { volume: 10_000_001 })] }),
      'children.0.volume',
      'VOLUME_OUT_OF_RANGE',
    ],
    [
      'a baseline below 0',
      problem({ children: [child('1'), child('2', { baseline: -1 })] }),
      'children.1.baseline',
      'PERCENT_OUT_OF_RANGE',
    ],
    [
      'a floor over 100 %',
      problem({ children: [child('1', { floor: 10_001 })] }),
      'children.0.floor',
      'PERCENT_OUT_OF_RANGE',
    ],
    [
      'a ceiling below 0',
      problem({ children: [child('1', { ceiling: -1 })] }),
      'children.0.ceiling',
      'PERCENT_OUT_OF_RANGE',
    ],
    [
      'a lock over 100 %',
      problem({ children: [child('1', { locked: 20_000 })] }),
      'children.0.locked',
      'PERCENT_OUT_OF_RANGE',
    ],
    [
      'a target finer than that',
      problem({ children: [child('1', { current: 0.5 })] }),
      'children.0.current',
      'PERCENT_OUT_OF_RANGE',
    ],
    [
      'a floor over the ceiling',
      problem({ children: [child('1', { floor: 6000, ceiling: 5999 })] }),
      'children.0.floor',
      'FLOOR_OVER_CEILING',
    ],
    ['an issuer that is its own child', problem({ issuer: child('05506') }), 'children.1.code', 'CODE_TWICE'],
    [
      'an issuer with a rate over 100 %',
      problem({ issuer: child('1', { baseline: 10_001 }) }),
      'issuer.baseline',
      'PERCENT_OUT_OF_RANGE',
    ],
    [
      'an issuer with no whole volume',
      problem({ issuer: child('1', { volume: 1.5 }) }),
      'issuer.volume',
      'VOLUME_OUT_OF_RANGE',
    ],
    [
      'an effort that falls',
      problem({
        effort: [
          { points: 1000, weight: 2 },
          { points: null, weight: 1 },
        ],
      }),
      'effort',
      'EFFORT_NOT_CONVEX',
    ],
  ])('with %s has one fault there', (_name, given, path, code) => {
    expect(checkProblem(given)).toEqual([{ path, code }]);
  });

  it('with too many children is told so', () => {
    const children = Array.from({ length: MAX_CHILDREN + 1 }, (_value, index) => child(String(index)));
    expect(checkProblem(problem({ children }))).toEqual([{ path: 'children', code: 'TOO_MANY_CHILDREN' }]);
  });

  it('tells all faults at once', () => {
    const faults = checkProblem(
      problem({ step: 0, children: [child('1', { volume: -1 }), child('1', { floor: -1 })] }),
    );
    expect(faults.map(({ path }) => path)).toEqual([
      'step',
      'children.0.volume',
      'children.1.code',
      'children.1.floor',
    ]);
  });
});
