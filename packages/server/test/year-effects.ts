import { expect } from 'vitest';
import type { Caller } from './caller.ts';

/** The fields of an effect as the tests look at them. */
const COUNTS = 'numerator denominator status';
export const YEAR_EFFECTS = `effects { indicator { code } year effect {
  statusChanges province { before { ${COUNTS} } after { ${COUNTS} } }
  units { unit { code } statusChanged before { ${COUNTS} } after { ${COUNTS} } } } }`;

export interface Counted {
  numerator: number;
  denominator: number;
  status: string;
}
interface Told {
  before: Counted;
  after: Counted;
}
export interface ShownYearEffect {
  indicator: { code: string };
  year: number;
  effect: {
    statusChanges: number;
    province: Told;
    units: (Told & { unit: { code: string }; statusChanged: boolean })[];
  };
}

/** What every unit counts in years by indicators: `INDICATOR year unit` to its figure. */
export type Figures = Map<string, Counted>;

export async function figuresOf(api: Caller, indicators: string[], years: number[]): Promise<Figures> {
  const found: Figures = new Map();
  for (const indicator of indicators)
    for (const year of years) {
      const { attainments } = await api.ask<{ attainments: (Counted & { unit: { code: string } })[] }>(
        `{ attainments(indicator: "${indicator}", from: "${year}-01-01", to: "${year}-12-31") { unit { code } ${COUNTS} } }`,
      );
      for (const { unit, ...figure } of attainments) found.set(`${indicator} ${year} ${unit.code}`, figure);
    }
  return found;
}

/** What was told is how the figures differ, for each unit, year and indicator, and nothing that differs is left out. */
export function expectEffects(told: readonly ShownYearEffect[], was: Figures, is: Figures): void {
  const differing = [...is].filter(([key, after]) => {
    const before = was.get(key);
    return before?.numerator !== after.numerator || before.denominator !== after.denominator;
  });
  const units = told.flatMap(({ indicator, year, effect }) =>
    effect.units.map(({ unit, before, after }) => [`${indicator.code} ${year} ${unit.code}`, before, after]),
  );
  const byKey = ([a]: unknown[], [b]: unknown[]) => (String(a) < String(b) ? -1 : 1);
  expect(units.toSorted(byKey)).toEqual(
    differing.map(([key, after]) => [key, was.get(key), after] as unknown[]).toSorted(byKey),
  );
  for (const { effect } of told) {
    expect(effect.statusChanges).toBe(
      effect.units.filter(({ before, after }) => before.status !== after.status).length,
    );
    expect(effect.units.length).toBeGreaterThan(0);
  }
}
