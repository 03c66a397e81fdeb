/** What decides when a child is looked at. */
interface Movable {
  volume: number;
  down: number;
  up: number;
}

/**
 * The order in which a search looks at those that can move at all: first whoever keeps the others from having a larger common
 * divisor (once they are settled, what cannot be divided by it cannot be perfect any more), then from the largest volume to
 * the smallest, so that what is left to choose narrows quickly.
 */
export function searchOrder<T extends Movable>(movers: readonly T[]): T[] {
  let rest = movers.filter(({ down, up }) => down + up > 0).sort((a, b) => b.volume - a.volume);
  const first: T[] = [];
  for (let odd = oddOneOut(rest); odd !== null; odd = oddOneOut(rest)) {
    const found = odd;
    first.push(found);
    rest = rest.filter((mover) => mover !== found);
  }
  return [...first, ...rest];
}

/** The greatest common divisor; of 0 and a number that number. */
export function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** The one without which the others' common divisor is largest, if that is larger than that of all of them. */
function oddOneOut<T extends Movable>(movers: readonly T[]): T | null {
  if (movers.length < 3) return null;
  const after = movers.reduceRight<number[]>(
    (divisors, { volume }) => [commonDivisor(divisors[0] ?? 0, volume), ...divisors],
    [],
  );
  let before = 0;
  let found: { mover: T; divisor: number } = { mover: movers[0] as T, divisor: after[0] ?? 0 };
  let isOdd = false;
  for (const [index, mover] of movers.entries()) {
    const divisor = commonDivisor(before, after[index + 1] ?? 0);
    if (divisor > found.divisor) {
      found = { mover, divisor };
      isOdd = true;
    }
    before = commonDivisor(before, mover.volume);
  }
  return isOdd ? found.mover : null;
}
