import type { IndexScoresQuery } from '@chi-tieu/shared/generated/graphql';
import { language } from '../../i18n/i18n.ts';

export type IndexRow = IndexScoresQuery['indexScores']['rows'][number];
export type IndexSetShown = IndexScoresQuery['indexScores']['set'];

const MOST_DECIMALS = 2;

/** Points as they are written: at most two decimals, more only where they would say 0; `least` where others in the column have so many. */
export function pointsText(points: number, least = 0): string {
  const decimals = points !== 0 && Math.abs(points) < 0.01 ? 4 : MOST_DECIMALS;
  const digits = { minimumFractionDigits: least, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(language.value, digits).format(points);
}

/** How many decimals the points of a column have at most: one below the other they are read with the same. */
export function decimalsOf(column: readonly (number | null)[]): number {
  const counts = column.map((points) => {
    const hundredths = Math.round((points ?? 0) * 100);
    return hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : MOST_DECIMALS;
  });
  return Math.max(0, ...counts);
}
