import { moreDossiers, riseOf, type PlanUnit } from './planUnit.ts';

/** How the rows stand: by their codes, or those first of whom most is asked, in points or in dossiers. */
export type SheetOrder = 'code' | 'rise' | 'more';

export const ORDERS: readonly SheetOrder[] = ['code', 'rise', 'more'];

/**
 * The rows in an order, by the targets of now: whoever types does not see rows jump. Units without a target come after all
 * others, equal ones by code, the issuing unit's own dossiers last.
 */
export function inOrder(
  units: readonly PlanUnit[],
  order: SheetOrder,
  targetOf: (code: string) => number | null,
): readonly PlanUnit[] {
  if (order === 'code') return units;
  const asked = ({ code, ...unit }: PlanUnit): number => {
    const target = targetOf(code);
    return (
      (order === 'rise' ? riseOf(unit, target) : moreDossiers({ code, ...unit }, target)) ?? Number.NEGATIVE_INFINITY
    );
  };
  const children = units.filter(({ isIssuer }) => !isIssuer).map((unit) => ({ unit, asked: asked(unit) }));
  children.sort((a, b) => (a.asked === b.asked ? 0 : b.asked - a.asked));
  return [...children.map(({ unit }) => unit), ...units.filter(({ isIssuer }) => isIssuer)];
}
