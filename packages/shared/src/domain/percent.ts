/** The languages that figures are written in. */
export type Locale = 'vi' | 'en';

/**
 * A percentage as whole hundredths: 55 is 5500, 54.99 is 5499. Null beyond 0 to 100 and for what is finer than two decimals.
 * Exact: a decimal with two digits is the double nearest to hundredths / 100, and division rounds to just that double.
 */
export function hundredthsOf(value: number): number | null {
  const hundredths = Math.round(value * 100);
  if (!(hundredths >= 0 && hundredths <= 10_000) || hundredths / 100 !== value) return null;
  return hundredths === 0 ? 0 : hundredths;
}

/** Hundredths of a percent as the number that the API's `Percent` carries: 5499 is 54.99. */
export function percentOf(hundredths: number): number {
  return hundredths / 100;
}

/** Hundredths of a percent for a screen, always two decimals: `54,99 %` with a no-break space, or `54.99%` in English. */
export function formatPercent(hundredths: number, locale: Locale): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  const sign = hundredths < 0 ? '-' : '';
  return writePercent(sign + digits.slice(0, -2), digits.slice(-2), locale);
}

/** A percentage from its whole part and its decimals, in the form of the language. */
export function writePercent(whole: string, decimals: string, locale: Locale): string {
  return locale === 'vi' ? `${whole},${decimals}\u00a0%` : `${whole}.${decimals}%`;
}
