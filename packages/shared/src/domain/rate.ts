import { writePercent, type Locale } from './percent.ts';

/** Two whole numbers of dossiers, the first a part of the second. Counts are added up before anything is divided. */
export interface Counts {
  numerator: number;
  denominator: number;
}

/** What a unit's counts say beside its target. */
export type AttainmentStatus = 'MET' | 'NOT_MET' | 'NO_DOSSIERS' | 'NO_TARGET';

/** How a rate is written: the language, and the target beside which it will be read. */
export interface RateFormat {
  locale: Locale;
  targetHundredths?: number | null;
}

const NO_RATE = '–';
// Two counts that doubles hold exactly differ from a target, if at all, before this many decimals.
const MOST_DECIMALS = 20;

/** The sum of two counts. */
export function addCounts(a: Counts, b: Counts): Counts {
  return { numerator: a.numerator + b.numerator, denominator: a.denominator + b.denominator };
}

/**
 * The rate in hundredths of a percent, rounded half up: 2 of 3 is 6667, 1 of 8 is 1250. Null when there is nothing to divide
 * by: "no dossiers" is not 0 %.
 */
export function basisPoints(counts: Counts): number | null {
  return counts.denominator === 0 ? null : Number(scaledRate(counts, 2));
}

/** The rate as a number with at most two decimals, rounded half up: only to show. Null without dossiers. */
export function ratePercent(counts: Counts): number | null {
  const points = basisPoints(counts);
  return points === null ? null : points / 100;
}

/**
 * Whether the target is met, decided on whole numbers: 5,499 of 9,999 prints as 55,00 % and does not meet 55 %. Without
 * dossiers nothing is met. Throws RangeError for counts that are not whole.
 */
export function meets({ numerator, denominator }: Counts, targetHundredths: number): boolean {
  return denominator > 0 && BigInt(numerator) * 10_000n >= BigInt(targetHundredths) * BigInt(denominator);
}

/** How many of the counted dossiers more would have had to be in the numerator to meet the target; 0 when it is met. */
export function missingToTarget({ numerator, denominator }: Counts, targetHundredths: number): number {
  const needed = (BigInt(targetHundredths) * BigInt(denominator) + 9_999n) / 10_000n;
  const missing = needed - BigInt(numerator);
  return missing > 0n ? Number(missing) : 0;
}

/** Where counts stand beside a target in hundredths of a percent; having no dossiers goes before having no target. */
export function attainmentStatus(counts: Counts, targetHundredths: number | null): AttainmentStatus {
  if (counts.denominator === 0) return 'NO_DOSSIERS';
  if (targetHundredths === null) return 'NO_TARGET';
  return meets(counts, targetHundredths) ? 'MET' : 'NOT_MET';
}

/**
 * A rate for a screen: two decimals, half up, `54,99 %` or `54.99%`; a dash without dossiers. Where the rounded rate would look
 * as if it met the target and it does not, as many digits as it takes to tell: 5,499 of 9,999 beside 55 % is `54,995 %`.
 */
export function formatRate(counts: Counts, { locale, targetHundredths = null }: RateFormat): string {
  if (counts.denominator === 0) return NO_RATE;
  let decimals = 2;
  if (targetHundredths !== null && !meets(counts, targetHundredths)) {
    while (decimals < MOST_DECIMALS && looksMet(counts, decimals, targetHundredths)) decimals++;
  }
  const digits = scaledRate(counts, decimals)
    .toString()
    .padStart(decimals + 1, '0');
  return writePercent(digits.slice(0, -decimals), digits.slice(-decimals), locale);
}

/** A whole number with its thousands apart: `1.234.567`, in English `1,234,567`. */
export function formatWhole(n: number, locale: Locale): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, locale === 'vi' ? '.' : ',');
}

function looksMet(counts: Counts, decimals: number, targetHundredths: number): boolean {
  return scaledRate(counts, decimals) >= BigInt(targetHundredths) * 10n ** BigInt(decimals - 2);
}

/** The percentage times 10 to the power of `decimals`, rounded half up. */
function scaledRate({ numerator, denominator }: Counts, decimals: number): bigint {
  const whole = BigInt(denominator);
  return (BigInt(numerator) * 2n * 10n ** BigInt(decimals + 2) + whole) / (whole * 2n);
}
