import type { PlanUnit } from '../sheet/planUnit.ts';
import type { Sheet } from '../sheet/useSheet.ts';

/** Who is left without a target, in the order of the sheet; the issuing unit's own dossiers get none. */
export function missingUnits({ units, targetOf }: Pick<Sheet, 'units' | 'targetOf'>): PlanUnit[] {
  return units.filter(({ code, isIssuer }) => !isIssuer && targetOf(code) === null);
}
