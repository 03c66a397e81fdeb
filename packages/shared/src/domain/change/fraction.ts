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

/** Decimals that a share is kept to where thousands of them are summed. */
const SCALE = 10n ** 24n;

/** A share to the nearest of so many decimals that nothing shown depends on it: sums of such ones keep their short bottom. */
export function toScale({ top, bottom }: Fraction): Fraction {
  const doubled = 2n * top * SCALE + bottom;
  const rest = ((doubled % (2n * bottom)) + 2n * bottom) % (2n * bottom);
  return { top: (doubled - rest) / (2n * bottom), bottom: SCALE };
}

/**
 * Parts in hundredths of a point that sum to the rounded whole: each is rounded down, and what is missing then goes to those that
 * lost most by it, of equal ones to the first. With `shown` they sum to that: the difference of two rates as they are shown.
 */
export function sharedOut(parts: readonly Fraction[], shown: number | null = null): number[] {
  const whole = shown ?? hundredthsOf(sumOf(parts));
  const down = parts.map(roundedDown);
  const given = down.map(({ whole: part }) => part);
  let missing = whole - given.reduce((sum, part) => sum + part, 0);
  if (missing === 0 || parts.length === 0) return given;
  const order = down.map(({ rest }, at) => ({ rest, at })).sort((a, b) => compare(b.rest, a.rest) || a.at - b.at);
  // More than one each, or less than nothing, is missing only where `shown` is not the rounded sum of exactly these parts.
  const step = Math.sign(missing);
  const turns = step > 0 ? order : order.toReversed();
  for (let turn = 0; missing !== 0; turn += 1, missing -= step) {
    const { at } = turns[turn % turns.length] ?? { at: 0 };
    given[at] = (given[at] ?? 0) + step;
  }
  return given;
}

/** A share rounded down to hundredths of a point, and what that lost of a hundredth. */
export function roundedDown({ top, bottom }: Fraction): { whole: number; rest: Fraction } {
  const scaled = top * 10_000n;
  const rest = ((scaled % bottom) + bottom) % bottom;
  return { whole: Number((scaled - rest) / bottom), rest: { top: rest, bottom } };
}

/** Below zero where the first is less, above where it is more. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
