import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_EFFORT, effortOf } from '../cascade/effort.ts';
import { MAX_VOLUME, type CascadeMethod, type CascadeProblem } from '../cascade/problem.ts';
import { rollUp } from '../cascade/roll-up.ts';
import { compareTargets } from './compare.ts';
import { factsOf, type Scenario, type ScenarioUnit } from './facts.ts';
import { changedVolume, whatIf } from './what-if.ts';

const percent = fc.integer({ min: 0, max: 10_000 });
const perhaps = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one, { nil: null });
const unitWith = (code: string): fc.Arbitrary<ScenarioUnit> =>
  fc.record({
    code: fc.constant(code),
    volume: fc.integer({ min: 0, max: 5_000 }),
    baseline: perhaps(percent),
    target: perhaps(percent),
  });
const scenario: fc.Arbitrary<Scenario> = fc.record({
  required: perhaps(percent),
  policy: fc.constantFrom('MEAN' as const, 'FLOOR' as const),
  effort: fc.constant(DEFAULT_EFFORT),
  units: fc.tuple(unitWith('a'), unitWith('b'), unitWith('c')),
  issuer: perhaps(fc.record({ volume: fc.integer({ min: 0, max: 500 }), baseline: perhaps(percent) })),
});

const unit = (code: string, volume: number, baseline: number | null, target: number | null): ScenarioUnit => ({
  code,
  volume,
  baseline,
  target,
});
const of = (...units: ScenarioUnit[]): Scenario => ({
  required: 5500,
  policy: 'MEAN',
  effort: DEFAULT_EFFORT,
  units,
});

describe('what a scenario comes to', () => {
  it('is its rate, what is missing, its effort, of whom most is asked and who rises by more than ten points', () => {
    const facts = factsOf(of(unit('a', 100, 4000, 5500), unit('b', 100, 5000, 5000), unit('c', 0, null, 9000)));
    expect(facts).toEqual({
      achieved: 5250,
      feasible: false,
      residualPoints: 250,
      residualDossiers: 5,
      // Ten points of 100 dossiers once, five of them twice.
      effort: 20,
      steepest: { code: 'a', rise: 1500 },
      steep: ['a'],
      withoutTarget: 0,
    });
  });

  it('does not count ten points as steep, and asks nobody where nobody has a target', () => {
    expect(factsOf(of(unit('a', 10, 4000, 5000))).steep).toEqual([]);
    expect(factsOf(of(unit('a', 10, 4000, null)))).toMatchObject({ steepest: null, effort: 0, withoutTarget: 1 });
  });

  it('has a unit without a rate of its own rise from the mean of the others', () => {
    const { steepest } = factsOf(of(unit('a', 100, 4000, 4000), unit('b', 50, null, 5000)));
    expect(steepest).toEqual({ code: 'b', rise: 1000 });
  });

  it('is judged as plans are, and no order of units changes it', () => {
    fc.assert(
      fc.property(scenario, (one) => {
        const facts = factsOf(one);
        const rolled = rollUp({ ...one, children: one.units });
        expect([facts.achieved, facts.feasible, facts.residualPoints, facts.residualDossiers]).toEqual([
          rolled.achieved,
          rolled.feasible,
          rolled.residualPoints,
          rolled.residualDossiers,
        ]);
        const turned = factsOf({ ...one, units: one.units.toReversed() });
        expect({ ...turned, steep: turned.steep.toReversed() }).toEqual(facts);
      }),
    );
  });

  it('has no effort exactly where nobody rises, and the largest rise is nobody’s less', () => {
    fc.assert(
      fc.property(scenario, (one) => {
        const whole = { ...one, units: one.units.map((each) => ({ ...each, baseline: each.baseline ?? 0 })) };
        const { effort, steepest, steep } = factsOf(whole);
        const rises = whole.units.flatMap(({ volume, baseline, target }) =>
          target === null || volume === 0 ? [] : [{ volume, rise: target - baseline }],
        );
        expect(steepest?.rise ?? null).toBe(rises.length === 0 ? null : Math.max(...rises.map(({ rise }) => rise)));
        expect(steep.length).toBe(rises.filter(({ rise }) => rise > 1_000).length);
        const sum = rises.reduce((all, { volume, rise }) => all + volume * effortOf(rise, DEFAULT_EFFORT), 0);
        expect(effort).toBe(Math.floor((sum + 5_000) / 10_000));
      }),
    );
  });
});

describe('scenarios beside each other', () => {
  it('show who differs most first', () => {
    const now = new Map([
      ['a', 5000],
      ['b', 5000],
      ['c', 5000],
    ]);
    const other = new Map<string, number | null>([
      ['a', 5000],
      ['b', 5500],
      ['c', null],
    ]);
    expect(compareTargets([now, other])).toEqual([
      { code: 'c', targets: [5000, null], spread: 5000, differs: true },
      { code: 'b', targets: [5000, 5500], spread: 500, differs: true },
      { code: 'a', targets: [5000, 5000], spread: 0, differs: false },
    ]);
  });

  it('tell a target of 0 from none, though both count as nothing', () => {
    const [found] = compareTargets([new Map([['a', 0]]), new Map()]);
    expect(found).toEqual({ code: 'a', targets: [0, null], spread: 0, differs: true });
  });

  it('differ from themselves in nothing, and from others whatever their order', () => {
    const targets = fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), perhaps(percent)))
      .map((pairs) => new Map(pairs));
    fc.assert(
      fc.property(targets, targets, (one, two) => {
        expect(compareTargets([one, one]).every(({ spread, differs }) => spread === 0 && !differs)).toBe(true);
        const there = compareTargets([one, two]).map(({ code, spread }) => [code, spread]);
        expect(compareTargets([two, one]).map(({ code, spread }) => [code, spread])).toEqual(there);
        const spreads = there.map(([, spread]) => Number(spread));
        expect(spreads).toEqual(spreads.toSorted((a, b) => b - a));
      }),
    );
  });
});

describe('what if volumes were others', () => {
  it.each([
    [300, { kind: 'FACTOR', of: 2, in: 3 }, 200],
    [100, { kind: 'FACTOR', of: 2, in: 3 }, 67],
    [5, { kind: 'FACTOR', of: 1, in: 2 }, 3],
    [7, { kind: 'FACTOR', of: 0, in: 1 }, 0],
    [MAX_VOLUME, { kind: 'FACTOR', of: 9, in: 1 }, MAX_VOLUME],
    [7, { kind: 'NUMBER', volume: 12 }, 12],
    [7, { kind: 'NUMBER', volume: -12 }, 0],
  ] as const)('%i becomes by %j %i', (volume, change, expected) =>
    expect(changedVolume(volume, change)).toBe(expected),
  );

  const problem: fc.Arbitrary<CascadeProblem> = fc
    .array(fc.record({ volume: fc.integer({ min: 0, max: 3_000 }), baseline: perhaps(percent) }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((units) => ({
      required: 5500,
      policy: 'MEAN',
      step: 100,
      children: units.map((each, index) => ({ code: `u${String(index)}`, ...each })),
      issuer: { code: 'own', volume: 100, baseline: 4000 },
    }));
  const method = fc.constantFrom<CascadeMethod>('UNIFORM', 'FAIREST', 'LEAST_EFFORT');

  it('whole parts change nothing, others change those who are named alone', () => {
    fc.assert(
      fc.property(problem, method, fc.integer({ min: 0, max: 4 }), (asked, by, of) => {
        const codes = new Set(['u0', 'own']);
        const same = whatIf(asked, { codes, change: { kind: 'FACTOR', of: 1, in: 1 } }, by);
        expect(same.problem).toEqual(asked);
        const { problem: changed, outcome } = whatIf(asked, { codes, change: { kind: 'FACTOR', of, in: 3 } }, by);
        for (const [index, child] of changed.children.entries()) {
          const before = asked.children[index];
          if (child.code === 'u0')
            expect(child.volume).toBe(changedVolume(before?.volume ?? 0, { kind: 'FACTOR', of, in: 3 }));
          else expect(child).toEqual(before);
        }
        expect(changed.issuer?.volume).toBe(Math.floor((200 * of + 3) / 6));
        expect(outcome.proposals.map(({ volume }) => volume)).toEqual(changed.children.map(({ volume }) => volume));
      }),
    );
  });
});
