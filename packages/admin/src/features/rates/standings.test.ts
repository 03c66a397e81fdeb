import type { UnitKind } from '@chi-tieu/shared/generated/graphql';
import { describe, expect, it } from 'vitest';
import { lastDayOf, monthBefore } from './useOverview.ts';
import { byRate, childGroups, grandchildren, sharedTarget, type Standing } from './standings.ts';

function standing(
  code: string,
  kind: UnitKind,
  parent: string,
  numerator: number,
  denominator: number,
  target: number | null = 55,
): Standing {
  return {
    unit: { id: `id-${code}`, code, name: code, kind, parent: { id: `id-${parent}`, code: parent } },
    numerator,
    denominator,
    rate: null,
    target,
    status: 'NOT_MET',
    missing: null,
  };
}
const codes = (standings: readonly Standing[]): string[] => standings.map(({ unit }) => unit.code);

const all = [
  standing('05431', 'COMMUNE', '164', 1, 2),
  standing('164', 'DISTRICT', '19', 1, 3),
  standing('165', 'DISTRICT', '19', 0, 0),
  standing('171', 'DISTRICT', '19', 5499, 9999),
  standing('172', 'DISTRICT', '19', 5500, 10000),
  standing('19-A', 'DEPARTMENT', '19', 1, 1),
];

describe('the standings', () => {
  it('rank districts before departments, the best rate first by whole numbers, no dossiers last', () => {
    expect(childGroups('19', all).map(({ kind, standings }) => [kind, codes(standings)])).toEqual([
      ['DISTRICT', ['172', '171', '164', '165']],
      ['DEPARTMENT', ['19-A']],
    ]);
  });

  it('tell equal rates apart by code', () => {
    const same = [standing('B', 'COMMUNE', '1', 2, 4), standing('A', 'COMMUNE', '1', 1, 2)];
    expect(codes([...same].sort(byRate))).toEqual(['A', 'B']);
  });

  it('gather the communes of each district that has some', () => {
    expect(grandchildren('19', all).map(({ parent, standings }) => [parent.unit.code, codes(standings)])).toEqual([
      ['164', ['05431']],
    ]);
  });

  it('know a target only where all children that have one share it', () => {
    expect(sharedTarget('19', all)).toBe(55);
    expect(sharedTarget('19', [...all, standing('167', 'DISTRICT', '19', 1, 2, null)])).toBe(55);
    expect(sharedTarget('19', [...all, standing('167', 'DISTRICT', '19', 1, 2, 60)])).toBeNull();
    expect(sharedTarget('164', [standing('05431', 'COMMUNE', '164', 1, 2, null)])).toBeNull();
  });
});

describe('the day to compare with', () => {
  it.each([
    ['2022-12-31', '2022-12-31', '2022-11-30'],
    ['2022-12-31', '2022-08-16', '2022-07-31'],
    ['2022-03-31', '2022-12-31', '2022-02-28'],
    ['2022-12-31', '2022-01-20', null],
  ])('for a year to %s with data to %s it is %s', (to, lastDay, expected) => {
    expect(monthBefore('2022-01-01', lastDayOf(to, lastDay))).toBe(expected);
  });
});
