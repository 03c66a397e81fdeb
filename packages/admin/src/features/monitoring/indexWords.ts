import type { IndexScoresQuery } from '@chi-tieu/shared/generated/graphql';
import { language } from '../../i18n/i18n.ts';

export type IndexRow = IndexScoresQuery['indexScores']['rows'][number];
export type IndexSetShown = IndexScoresQuery['indexScores']['set'];

/** Points as they are written: at most two decimals, more only where they would say 0. */
export function pointsText(points: number): string {
  const decimals = points !== 0 && Math.abs(points) < 0.01 ? 4 : 2;
  return new Intl.NumberFormat(language.value, { maximumFractionDigits: decimals }).format(points);
}
