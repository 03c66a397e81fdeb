import type { PlanUnit } from './planUnit.ts';

/** What the issuing unit's own dossiers ask of the others: how many they are, the rate they keep, the mean that is left to reach. */
export interface OwnRaises {
  readonly volume: number;
  readonly rate: number;
  readonly needed: number;
}

/**
 * Where the issuing unit's own dossiers stay below what is required, the others have to reach more than that on average, in
 * hundredths rounded up; null where they do not.
 */
export function ownRaises(units: readonly PlanUnit[], required: number | null): OwnRaises | null {
  const own = units.find(({ isIssuer }) => isIssuer);
  const volume = units.reduce((sum, unit) => sum + (unit.isIssuer ? 0 : unit.volume), 0);
  if (!own || own.baseline === null || own.volume === 0 || required === null || volume === 0) return null;
  const needed = Math.ceil((required * (volume + own.volume) - own.baseline * own.volume) / volume);
  return needed > required ? { volume: own.volume, rate: own.baseline, needed } : null;
}
