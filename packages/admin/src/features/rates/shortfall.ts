import { basisPoints, type Counts } from '@chi-tieu/shared/domain/rate';

/**
 * How far counts are below a target (both in hundredths of a percent), rounded up: whoever is below is below by at least
 * 0.01 point. 0 when the target is reached and without dossiers.
 */
export function shortfall({ numerator, denominator }: Counts, targetHundredths: number): number {
  if (denominator === 0) return 0;
  return Math.max(0, Math.ceil((targetHundredths * denominator - numerator * 10_000) / denominator));
}

/** How many hundredths of a point the rate rose from one count to another; null where either has no dossiers. */
export function rise(before: Counts, now: Counts): number | null {
  const [from, to] = [basisPoints(before), basisPoints(now)];
  return from === null || to === null ? null : to - from;
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
