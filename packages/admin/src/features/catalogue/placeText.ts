import type { UnitKind } from '@chi-tieu/shared/generated/graphql';
import { tierText } from './levels.ts';

/** For whom something on a list holds: the unit that it names, else its tier. */
export interface Placed {
  readonly tier: UnitKind;
  readonly unit?: { readonly code: string; readonly name: string } | null;
}

/** For whom in words: `Xã`, or the name of the unit. */
export const placeText = ({ tier, unit }: Placed): string => unit?.name ?? tierText(tier);

/** Tells apart for whom something holds. */
export const placeKey = ({ tier, unit }: Placed): string => (unit ? `${tier}|${unit.code}` : tier);
