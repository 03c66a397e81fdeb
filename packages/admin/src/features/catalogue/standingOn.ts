import { isBetween, type Day } from '@chi-tieu/shared/domain/days';
import type { ServiceLevel, UnitKind } from '@chi-tieu/shared/generated/graphql';

/** A procedure's place on a list at one tier. `to` is its last day, null while it lasts. */
export interface Span {
  readonly tier: UnitKind;
  readonly level: ServiceLevel;
  readonly from: Day;
  readonly to: Day | null;
}

/** Whether a procedure is in force on a day, will be, or was. */
export type InForce = 'IN_FORCE' | 'NOT_YET' | 'ENDED';

/** How a procedure stands on a day; open ends hold for ever. */
export function inForceOn(procedure: { inForceFrom: Day | null; inForceTo: Day | null }, day: Day): InForce {
  if (procedure.inForceFrom !== null && day < procedure.inForceFrom) return 'NOT_YET';
  return procedure.inForceTo !== null && day > procedure.inForceTo ? 'ENDED' : 'IN_FORCE';
}

/** The levels at which a procedure stands on a day, those of the same level together: usually one. */
export function levelsOn(spans: readonly Span[], day: Day): { level: ServiceLevel; tiers: UnitKind[] }[] {
  const groups = new Map<ServiceLevel, UnitKind[]>();
  for (const { level, tier, from, to } of spans) {
    if (!isBetween(day, from, to)) continue;
    const tiers = groups.get(level) ?? [];
    if (!tiers.includes(tier)) groups.set(level, [...tiers, tier]);
  }
  return [...groups].map(([level, tiers]) => ({ level, tiers }));
}
