import type { Locale } from '../percent.ts';

/** Hundredths with two decimals and a true minus sign, without a unit: `18,50`, `−6,39`, in English `18.50`. */
export function formatHundredths(hundredths: number, locale: Locale): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  const sign = hundredths < 0 ? '−' : '';
  return `${sign}${digits.slice(0, -2)}${locale === 'vi' ? ',' : '.'}${digits.slice(-2)}`;
}

/** Points of a percentage: `18,50 điểm`, in English `18.50 points`. */
export function formatPoints(hundredths: number, locale: Locale): string {
  return `${formatHundredths(hundredths, locale)} ${locale === 'vi' ? 'điểm' : 'points'}`;
}
