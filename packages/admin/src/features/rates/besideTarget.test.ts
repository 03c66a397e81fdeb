import type { FigureFragment } from '@chi-tieu/shared/generated/graphql';
import { describe, expect, it } from 'vitest';
import { besideTarget } from './besideTarget.ts';

const figure = (numerator: number, denominator: number, target: number | null): FigureFragment => ({
  numerator,
  denominator,
  rate: null,
  target,
  status: 'NO_TARGET',
  missing: null,
});

describe('a figure beside its target', () => {
  it.each([
    ['its own target', figure(54, 100, 55), 60, { wanted: 55, hundredths: 5500, status: 'NOT_MET', missing: 1 }],
    ['what all below share', figure(55, 100, null), 55, { wanted: 55, hundredths: 5500, status: 'MET', missing: 0 }],
    ['nothing', figure(55, 100, null), null, { wanted: null, hundredths: null, status: 'NO_TARGET', missing: 0 }],
    ['no dossiers', figure(0, 0, null), 55, { wanted: 55, hundredths: 5500, status: 'NO_DOSSIERS', missing: 0 }],
  ])('is read against %s', (_what, one, shared, expected) => {
    expect(besideTarget(one, shared)).toEqual(expected);
  });
});
