import { LEAST_DOSSIERS } from '@chi-tieu/shared/domain/connected/effect';
import type { OutageEffectQuery } from '@chi-tieu/shared/generated/graphql';

type Outage = NonNullable<NonNullable<OutageEffectQuery['connectedSystem']>['outage']>;
export type Effect = NonNullable<Outage['effect']>;
type Counts = Effect['during'];

/** What a unit, or a district with its communes, had on the days of an outage and on all days beside it. */
export interface EffectRow {
  code: string;
  name: string;
  during: Counts;
  around: Counts;
}

const add = (a: Counts, b: Counts): Counts => ({
  numerator: a.numerator + b.numerator,
  denominator: a.denominator + b.denominator,
});

/** Of how many dossiers fewer than on as many days beside it, so that the hardest hit stands first. */
const fewer = ({ during, around }: EffectRow, each: number): number => around.denominator - during.denominator * each;

/** Districts with their communes and departments first, then communes by themselves; what had too little to be compared stands apart. */
export function effectRows({ units, each }: Pick<Effect, 'units' | 'each'>): {
  areas: EffectRow[];
  communes: EffectRow[];
  few: EffectRow[];
} {
  const areas = new Map<string, EffectRow>();
  const communes: EffectRow[] = [];
  for (const { unit, during, around } of units) {
    const isCommune = unit.kind === 'COMMUNE' && unit.parent != null;
    const { code, name } = isCommune && unit.parent ? unit.parent : unit;
    const area = areas.get(code) ?? {
      code,
      name,
      during: { numerator: 0, denominator: 0 },
      around: { numerator: 0, denominator: 0 },
    };
    areas.set(code, { ...area, during: add(area.during, during), around: add(area.around, around) });
    if (isCommune) communes.push({ code: unit.code, name: unit.name, during, around });
  }
  const isFew = ({ around }: EffectRow): boolean => each === 0 || around.denominator < LEAST_DOSSIERS;
  const sorted = (rows: EffectRow[]): EffectRow[] =>
    rows.sort((a, b) => fewer(b, each) - fewer(a, each) || (a.code < b.code ? -1 : 1));
  const all = [...areas.values()];
  return {
    areas: sorted(all.filter((row) => !isFew(row))),
    communes: sorted(communes.filter((row) => !isFew(row))),
    // A commune of a district that has too little itself is told with it.
    few: sorted([...all, ...communes].filter(isFew)),
  };
}

const TENTHS = 10;

/** So many a day, in whole tenths: exact up to its one rounding. */
export const tenthsADay = (count: number, days: number): number => Math.round((count * TENTHS) / days);
