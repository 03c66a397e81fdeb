import { describe, expect, it } from 'vitest';
import { achievedRate, shortfallOf } from './shortfall.ts';

describe('the rate that targets add up to', () => {
  it.each([
    // required, sum, volume → achieved
    [5500, 5500 * 200, 200, 5500],
    [5500, 5400 * 100 + 5601 * 100, 200, 5501],
    // 54.995 would round to 55.00 and does not reach it.
    [5500, 5499 * 100 + 5500 * 100, 200, 5499],
    [5500, 5500 * 3 - 1, 3, 5499],
    // Far below the target half up is harmless: 41.005 is 41.01.
    [5500, 4100 * 100 + 4101 * 100, 200, 4101],
    [5500, 4100 * 100 + 4101 * 99, 199, 4100],
    [0, 0, 5, 0],
  ])('for %i required, %i over %i is %i', (required, sum, volume, achieved) => {
    expect(achievedRate({ required, sum, volume })).toBe(achieved);
  });

  it('is nothing without dossiers', () => expect(achievedRate({ required: 5500, sum: 0, volume: 0 })).toBeNull());
});

describe('what is missing', () => {
  it.each([
    // sum over volume against 55 % → points, dossiers
    [5500 * 200, 200, 0, 0],
    [5600 * 200, 200, 0, 0],
    [5400 * 200, 200, 100, 2],
    // A hair below: still a hundredth of a point and one dossier.
    [5500 * 200 - 1, 200, 1, 1],
    [5500 * 10_000_000 - 1, 10_000_000, 1, 1],
    [0, 3, 5500, 2],
  ])('of %i over %i is %i hundredths of a point, %i dossiers', (sum, volume, residualPoints, residualDossiers) => {
    const expected = { feasible: residualPoints === 0, residualPoints, residualDossiers };
    expect(shortfallOf({ required: 5500, sum, volume }, 'MEAN', [])).toEqual(expected);
  });

  it('is nothing where there are no dossiers', () => {
    const nothing = { feasible: true, residualPoints: 0, residualDossiers: 0 };
    expect(shortfallOf({ required: 5500, sum: 0, volume: 0 }, 'MEAN', [])).toEqual(nothing);
  });

  it('counts under FLOOR every child that stays below, though the mean is reached', () => {
    const children = [
      { volume: 100, target: 4000 },
      { volume: 30, target: 5400 },
      { volume: 900, target: 6000 },
    ];
    const sum = 100 * 4000 + 30 * 5400 + 900 * 6000;
    const sums = { required: 5500, sum, volume: 1030 };
    expect(shortfallOf(sums, 'MEAN', children).feasible).toBe(true);
    expect(shortfallOf(sums, 'FLOOR', children)).toEqual({
      feasible: false,
      residualPoints: 1500,
      residualDossiers: 16,
    });
  });

  it('sees under FLOOR a child without dossiers that stays below', () => {
    const children = [{ volume: 0, target: 4000 }];
    const expected = { feasible: false, residualPoints: 1500, residualDossiers: 0 };
    expect(shortfallOf({ required: 5500, sum: 0, volume: 0 }, 'FLOOR', children)).toEqual(expected);
  });

  it('asks under FLOOR for the mean too, which the issuing unit may pull down', () => {
    const sums = { required: 5500, sum: 100 * 5500 + 100 * 5000, volume: 200 };
    const expected = { feasible: false, residualPoints: 250, residualDossiers: 5 };
    expect(shortfallOf(sums, 'FLOOR', [{ volume: 100, target: 5500 }])).toEqual(expected);
  });
});
