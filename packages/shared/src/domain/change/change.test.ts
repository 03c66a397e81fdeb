import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCounts, type Counts } from '../rate.ts';
import { bridge, rateOf } from './bridge.ts';
import { explainChange, type ChangeGroup } from './change.ts';
import { fraction, hundredthsOf, isSame, minus, plus, sharedOut, sumOf, writeFraction } from './fraction.ts';

const arbitraryCounts: fc.Arbitrary<Counts> = fc
  .tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 }))
  .map(([a, b]) => ({ numerator: Math.min(a, b), denominator: Math.max(a, b) }));

const NOTHING: Counts = { numerator: 0, denominator: 0 };
const of = (numerator: number, denominator: number): Counts => ({ numerator, denominator });

describe('fractions', () => {
  it('are exact, and written in their lowest terms', () => {
    expect(writeFraction(plus(fraction(1, 3), fraction(1, 6)))).toBe('1/2');
    expect(writeFraction(minus(fraction(1, 3), fraction(1, 2)))).toBe('-1/6');
    expect(writeFraction(fraction(4, -2))).toBe('-2');
    expect(writeFraction(fraction(0, 5))).toBe('0');
    expect(() => fraction(1, 0)).toThrow(RangeError);
  });

  it('are rounded half away from zero in hundredths of a point', () => {
    expect([fraction(1, 8), fraction(-1, 8), fraction(1, 20_000), fraction(-1, 20_000)].map(hundredthsOf)).toEqual([
      1250, -1250, 1, -1,
    ]);
  });

  it('are shared out so that the rounded parts sum to the rounded whole', () => {
    expect(sharedOut([fraction(1, 3), fraction(1, 3), fraction(1, 3)])).toEqual([3334, 3333, 3333]);
    const arbitrary = fc.array(
      fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 60 })).map(([a, b]) => fraction(a, b)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(arbitrary, (parts) => {
        const shared = sharedOut(parts);
        expect(shared.reduce((sum, part) => sum + part, 0)).toBe(hundredthsOf(sumOf(parts)));
        parts.forEach((part, at) => expect(Math.abs((shared[at] ?? 0) - hundredthsOf(part))).toBeLessThanOrEqual(1));
      }),
    );
  });
});

describe('a bridge', () => {
  const ends = (from: Counts, to: Counts, targets: [number | null, number | null] = [5500, 5500]) => ({
    from: { ...from, targetHundredths: targets[0] },
    to: { ...to, targetHundredths: targets[1] },
  });

  it('leads over its steps from one figure to the other, and says what each does to the rate', () => {
    const { parts, statusChangedBy } = bridge(ends(of(60, 100), of(61, 120)), [
      { cause: 'NEW', ...of(6, 30) },
      { cause: 'CORRECTED', ...of(0, 0) },
      { cause: 'LIST', ...of(-5, -10) },
    ]);
    expect(parts.map(({ cause, after, share }) => [cause, after, share && writeFraction(share)])).toEqual([
      ['NEW', of(66, 130), '-6/65'],
      ['LIST', of(61, 120), '1/1560'],
    ]);
    expect(parts.map(({ status }) => status)).toEqual(['NOT_MET', 'NOT_MET']);
    expect(statusChangedBy).toBe('NEW');
  });

  it('says which step changed the status for good, or that the target did', () => {
    const steps = [
      { cause: 'NEW', ...of(0, 100) },
      { cause: 'CORRECTED', ...of(60, 0) },
      { cause: 'LIST', ...of(-50, 0) },
    ];
    expect(bridge(ends(of(60, 100), of(70, 200)), steps).statusChangedBy).toBe('LIST');
    expect(bridge(ends(of(60, 100), of(60, 100), [5500, 6500]), []).statusChangedBy).toBe('TARGET');
    expect(bridge(ends(of(60, 100), of(70, 200), [null, null]), steps).statusChangedBy).toBeNull();
  });

  it('has no rate where there are no dossiers', () => {
    const { parts } = bridge(ends(NOTHING, of(1, 2)), [{ cause: 'NEW', ...of(1, 2) }]);
    expect(parts[0]).toMatchObject({ share: null, status: 'NOT_MET' });
  });

  it('is none where its steps do not sum', () => {
    expect(() => bridge(ends(of(1, 2), of(2, 3)), [{ cause: 'NEW', ...of(1, 2) }])).toThrow('other end');
  });
});

describe('a change of a rate', () => {
  const group = (key: string, a: Counts, b: Counts, byCatalogue = false): ChangeGroup<string> => ({
    key,
    a,
    b,
    byCatalogue,
  });
  const written = (groups: ChangeGroup<string>[], to: Counts, learned: Counts, from = learned) => {
    const change = explainChange({ from, learned, groups, to });
    return change && Object.values(change.parts).map(writeFraction);
  };

  it('is of rates where weights stay, and of weights where rates stay', () => {
    expect(written([group('x', of(1, 10), of(3, 10)), group('y', of(5, 10), of(5, 10))], of(8, 20), of(6, 20))).toEqual(
      ['0', '0', '1/10', '0', '0'],
    );
    expect(written([group('x', of(1, 10), of(3, 30)), group('y', of(5, 10), of(5, 10))], of(8, 40), of(6, 20))).toEqual(
      ['0', '0', '0', '-1/10', '0'],
    );
  });

  it('gives a group that is empty on one side the other side’s rate: it changes weights alone', () => {
    expect(written([group('x', of(1, 2), of(1, 2)), group('y', NOTHING, of(2, 2))], of(3, 4), of(1, 2))).toEqual([
      '0',
      '0',
      '0',
      '1/4',
      '0',
    ]);
  });

  it('keeps apart what counts on one side only because of the catalogue, what was learned, and other units', () => {
    const groups = [group('x', of(1, 2), of(1, 2)), group('y', NOTHING, of(2, 2), true)];
    expect(written(groups, of(3, 5), of(1, 2), of(0, 2))).toEqual(['1/2', '3/16', '0', '1/16', '-3/20']);
  });

  it('holds weights against the middle of both rates: growing below it takes away', () => {
    const groups = [group('low', of(1, 10), of(3, 30)), group('high', of(8, 10), of(8, 10))];
    const change = explainChange({ from: of(9, 20), learned: of(9, 20), groups, to: of(11, 40) });
    expect(change?.groups.map(({ mix }) => mix.top < 0n)).toEqual([true, true]);
  });

  it('is not told without a rate at either end', () => {
    expect(written([], NOTHING, of(1, 2))).toBeNull();
    expect(written([], of(1, 2), of(1, 2), NOTHING)).toBeNull();
  });

  it('sums exactly, whatever the groups are, by parts and by groups', () => {
    const arbitraryGroup = fc.record({ a: arbitraryCounts, b: arbitraryCounts, byCatalogue: fc.boolean() });
    fc.assert(
      fc.property(fc.array(arbitraryGroup, { maxLength: 7 }), arbitraryCounts, arbitraryCounts, (some, from, to) => {
        const groups = some.map((one, key) => ({ key, ...one }));
        const learned = groups.reduce<Counts>((sum, { a }) => addCounts(sum, a), NOTHING);
        const change = explainChange({ from, learned, groups, to });
        const [start, end] = [rateOf(from), rateOf(to)];
        expect(change === null).toBe(start === null || end === null);
        if (change === null || start === null || end === null) return;
        expect(isSame(sumOf(Object.values(change.parts)), minus(end, start))).toBe(true);
        for (const [part, name] of [
          ['catalogue', 'CATALOGUE'],
          ['rate', 'RATE'],
          ['mix', 'MIX'],
        ] as const)
          expect(isSame(sumOf(change.groups.map((told) => told[part])), change.parts[name])).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
