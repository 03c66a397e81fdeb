/** An exact fraction; the denominator is above zero. Not kept in its lowest terms: sums of many would take long. */
export interface Fraction {
  top: bigint;
  bottom: bigint;
}

export const ZERO: Fraction = { top: 0n, bottom: 1n };

/** `top / bottom` of whole numbers. Throws RangeError for a bottom of zero. */
export function fraction(top: number | bigint, bottom: number | bigint = 1): Fraction {
  const [a, b] = [BigInt(top), BigInt(bottom)];
  if (b === 0n) throw new RangeError('nothing is divided by zero');
  return b < 0n ? { top: -a, bottom: -b } : { top: a, bottom: b };
}

/** The sum, over the least common bottom: quick where one of them has a small one. */
export function plus(a: Fraction, b: Fraction): Fraction {
  const common = divisor(a.bottom, b.bottom);
  const bottom = (a.bottom / common) * b.bottom;
  return { top: a.top * (bottom / a.bottom) + b.top * (bottom / b.bottom), bottom };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { top: -b.top, bottom: b.bottom });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

export function sumOf(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce(plus, ZERO);
}

export function isSame(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom === b.top * a.bottom;
}

/** In its lowest terms, `-1/3`; a whole number without a bottom. */
export function writeFraction({ top, bottom }: Fraction): string {
  const common = divisor(top, bottom);
  return bottom === common ? String(top / common) : `${top / common}/${bottom / common}`;
}

/** A share as hundredths of a percentage point, rounded half away from zero. */
export function hundredthsOf({ top, bottom }: Fraction): number {
  const [size, sign] = top < 0n ? [-top, -1] : [top, 1];
  const rounded = (size * 20_000n + bottom) / (bottom * 2n);
  return rounded === 0n ? 0 : sign * Number(rounded);
}

/**
 * Parts in hundredths of a point that sum to the rounded whole: each is rounded down, and what is missing then goes to those that
 * lost most by it, of equal ones to the first. With `shown` they sum to that: the difference of two rates as they are shown, which lies
 * less than a hundredth from the exact one.
 */
export function sharedOut(parts: readonly Fraction[], shown: number | null = null): number[] {
  const whole = shown ?? hundredthsOf(sumOf(parts));
  const down = parts.map(({ top, bottom }) => floor(top * 10_000n, bottom));
  let missing = whole - down.reduce((sum, { whole: part }) => sum + part, 0);
  const order = down.map(({ rest }, at) => ({ rest, at })).sort((a, b) => compare(b.rest, a.rest) || a.at - b.at);
  const given = down.map(({ whole: part }) => part);
  for (const { at } of order) {
    if (missing <= 0) break;
    given[at] = (given[at] ?? 0) + 1;
    missing -= 1;
  }
  return given;
}

function floor(top: bigint, bottom: bigint): { whole: number; rest: Fraction } {
  const rest = ((top % bottom) + bottom) % bottom;
  return { whole: Number((top - rest) / bottom), rest: { top: rest, bottom } };
}

function compare(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
