import { writePercent, type Locale } from '@chi-tieu/shared/domain/percent';
import { formatRate, meets, type Counts } from '@chi-tieu/shared/domain/rate';

/**
 * How far counts are below a target (in hundredths of a percent), in points as they stand in a sentence: what is missing
 * from the rate as it is shown, with as many decimals, so that both add up to the target. Null when the target is reached
 * and without dossiers.
 */
export function missingPoints(counts: Counts, targetHundredths: number, locale: Locale): string | null {
  if (counts.denominator === 0 || meets(counts, targetHundredths)) return null;
  const [whole = '', decimals = ''] = formatRate(counts, { locale: 'en', targetHundredths })
    .replace('%', '')
    .split('.');
  const wanted = BigInt(targetHundredths) * 10n ** BigInt(decimals.length - 2);
  const digits = String(wanted - BigInt(whole + decimals)).padStart(decimals.length + 1, '0');
  const written = writePercent(digits.slice(0, -decimals.length), digits.slice(-decimals.length), locale);
  return written.replace(/\s?%$/, '');
}

/** What was added from one count to a later one of the same period's beginning. */
export function added(before: Counts, now: Counts): Counts {
  return { numerator: now.numerator - before.numerator, denominator: now.denominator - before.denominator };
}

/** Counts added up from the first on: the n-th is the sum of the first n. */
export function cumulated<C extends Counts>(series: readonly C[]): (C & Counts)[] {
  const sum = { numerator: 0, denominator: 0 };
  return series.map((part) => {
    sum.numerator += part.numerator;
    sum.denominator += part.denominator;
    return { ...part, ...sum };
  });
}
