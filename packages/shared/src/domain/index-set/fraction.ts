/** An exact number: a fraction in lowest terms whose lower part is above 0. */
export interface Fraction {
  over: bigint;
  under: bigint;
}

/** A whole number, or two of them, as a fraction. Throws RangeError for nothing below the line. */
export function fraction(over: bigint | number, under: bigint | number = 1n): Fraction {
  const [top, bottom] = [BigInt(over), BigInt(under)];
  if (bottom === 0n) throw new RangeError('nothing can be divided by 0');
  const sign = bottom < 0n ? -1n : 1n;
  const common = divisorOf(top < 0n ? -top : top, bottom * sign) || 1n;
  return { over: (top * sign) / common, under: (bottom * sign) / common };
}

/** The number that a decimal writes, with a point or a comma: `0.8` is 4/5. Null for anything else. */
export function fractionOfDecimal(text: string): Fraction | null {
  const found = /^(\d{1,15})(?:[.,](\d{1,15}))?$/.exec(text);
  if (!found) return null;
  const decimals = found[2] ?? '';
  return fraction(BigInt((found[1] ?? '') + decimals), 10n ** BigInt(decimals.length));
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.under + b.over * a.under, a.under * b.under);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.under - b.over * a.under, a.under * b.under);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.over, a.under * b.under);
}

/** Null where the second is 0. */
export function divide(a: Fraction, b: Fraction): Fraction | null {
  return b.over === 0n ? null : fraction(a.over * b.under, a.under * b.over);
}

/** Below 0, 0 or above it as the first is smaller, equal, larger. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** In ten-thousandths, rounded half away from 0: to be shown only. */
export function tenThousandths({ over, under }: Fraction): number {
  const size = over < 0n ? -over : over;
  const rounded = Number((size * 20_000n + under) / (2n * under));
  return over < 0n ? -rounded : rounded;
}

function divisorOf(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisorOf(b, a % b);
}
