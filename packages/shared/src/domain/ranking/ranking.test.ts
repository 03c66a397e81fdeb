import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movements } from './movement.ts';
import { compareRates, rank, type Ranked } from './rank.ts';

const item = (key: string, numerator: number, denominator: number): Ranked<string> => ({ key, numerator, denominator });
const ranks = (items: Ranked<string>[], minimum?: number): string[] =>
  rank(items, minimum).map(({ key, rank: place, unranked }) => `${key} ${place ?? unranked ?? ''}`);

describe('a ranking', () => {
  it('shares a rank among equal fractions and skips the next one', () => {
    const items = [item('a', 1, 4), item('b', 2, 4), item('c', 50, 100), item('d', 3, 4)];
    expect(ranks(items)).toEqual(['d 1', 'b 2', 'c 2', 'a 4']);
  });

  it('tells fractions apart that are the same once rounded', () => {
    expect(ranks([item('a', 5499, 9999), item('b', 55, 100)])).toEqual(['b 1', 'a 2']);
    const many = 4_503_599_627_370_495;
    expect(compareRates(item('a', many - 1, many), item('b', many - 2, many - 1))).toBe(1);
  });

  it('gives none to few or no dossiers: no data is not 0', () => {
    const items = [item('none', 0, 0), item('few', 9, 9), item('just', 0, 10)];
    expect(ranks(items, 10)).toEqual(['just 1', 'none NO_DOSSIERS', 'few BELOW_MINIMUM']);
    expect(ranks([item('one', 0, 1)])).toEqual(['one 1']);
  });
});

const anyItems = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), { maxLength: 12 })
  .map((all) => all.map(([a, b], index) => item(`unit ${index}`, Math.min(a, b), Math.max(a, b))));

describe('whatever is ranked', () => {
  it('a rank is one more than there are higher rates', () => {
    fc.assert(
      fc.property(anyItems, fc.integer({ min: 1, max: 6 }), (items, minimum) => {
        const places = rank(items, minimum);
        expect(places.map(({ key }) => key).toSorted()).toEqual(items.map(({ key }) => key).toSorted());
        const counted = places.filter(({ denominator }) => denominator >= minimum);
        for (const place of places) {
          const higher = counted.filter((other) => compareRates(other, place) > 0).length;
          expect(place.rank).toBe(place.denominator >= minimum ? higher + 1 : null);
        }
      }),
    );
  });

  it('a movement adds up to the change of the rank', () => {
    fc.assert(
      fc.property(anyItems, anyItems, (first, second) => {
        const [before, now] = [rank(first, 3), rank(second, 3)];
        const moved = movements(before, now);
        for (const { key, rank: place } of now) {
          const was = before.find((other) => other.key === key)?.rank ?? null;
          const told = moved.get(key);
          expect(told === undefined).toBe(place === null || was === null);
          if (!told || place === null) continue;
          const { overtakenBy, entered, overtook, left } = told;
          expect(place).toBe(told.before + overtakenBy.length + entered.length - overtook.length - left.length);
        }
      }),
    );
  });
});

describe('why a rank moved', () => {
  it('is who passed, who came and who went, and whether the rate itself changed', () => {
    const before = rank([item('me', 5, 10), item('ahead', 9, 10), item('gone', 8, 10), item('behind', 1, 10)]);
    const now = rank([
      item('me', 5, 10),
      item('ahead', 1, 10),
      item('gone', 0, 0),
      item('behind', 9, 10),
      item('new', 8, 10),
    ]);
    expect(movements(before, now).get('me')).toEqual({
      before: 3,
      overtakenBy: ['behind'],
      entered: ['new'],
      overtook: ['ahead'],
      level: [],
      left: ['gone'],
      changedItself: false,
    });
  });

  it('tells whom one drew level with from whom one passed', () => {
    const before = rank([item('first', 9, 10), item('second', 8, 10), item('me', 1, 10)]);
    const now = rank([item('first', 9, 10), item('second', 1, 10), item('me', 18, 20)]);
    expect(movements(before, now).get('me')).toMatchObject({ overtook: ['first', 'second'], level: ['first'] });
  });
});
