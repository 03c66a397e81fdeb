import { formatWhole, type Counts } from '@chi-tieu/shared/domain/rate';
import type { Locale } from '@chi-tieu/shared/domain/percent';

/** How a figure was compared with its target, each number as it is written; `holds` is what decided. */
export interface Comparison {
  readonly online: string;
  readonly counted: string;
  readonly target: string;
  /** The numerator times 100. */
  readonly left: string;
  /** The target in percent times the denominator. */
  readonly right: string;
  readonly sign: '≥' | '<';
}

/** The comparison of counts with a target in hundredths of a percent, exact: 186 × 100 = 18.600 ≥ 58,5 × 281 = 16.438,5. */
export function comparisonOf({ numerator, denominator }: Counts, targetHundredths: number, locale: Locale): Comparison {
  const [left, right] = [BigInt(numerator) * 10_000n, BigInt(targetHundredths) * BigInt(denominator)];
  return {
    online: formatWhole(numerator, locale),
    counted: formatWhole(denominator, locale),
    target: withoutZeros(BigInt(targetHundredths), locale),
    left: withoutZeros(left, locale),
    right: withoutZeros(right, locale),
    sign: left >= right ? '≥' : '<',
  };
}

/** Hundredths as a number with no more decimals than it needs. */
function withoutZeros(hundredths: bigint, locale: Locale): string {
  const decimals = String(hundredths % 100n)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const whole = formatWhole(Number(hundredths / 100n), locale);
  return decimals === '' ? whole : `${whole}${locale === 'vi' ? ',' : '.'}${decimals}`;
}
