import { addCounts, attainmentStatus, type AttainmentStatus, type Counts } from '../rate.ts';
import { fraction, minus, ZERO, type Fraction } from './fraction.ts';

/** What one cause adds to a figure (takes away where negative). */
export interface BridgeStep<Cause> extends Counts {
  cause: Cause;
}

/** A step with where it leads: the counts after it, what it does to the rate, and where these counts stand beside the target of then. */
export interface BridgePart<Cause> extends BridgeStep<Cause> {
  after: Counts;
  /** Of the rate as a share of one; null where there is no rate before or after it. */
  share: Fraction | null;
  status: AttainmentStatus;
}

/** The way from one figure to another. */
export interface Bridge<Cause> {
  parts: BridgePart<Cause>[];
  /** The step by which the status became another one and stayed so, or TARGET where the target did it; null: it is the same. */
  statusChangedBy: Cause | 'TARGET' | null;
}

/** The two ends: counts, and the target beside each. */
export interface BridgeEnds {
  from: Counts & { targetHundredths: number | null };
  to: Counts & { targetHundredths: number | null };
}

/**
 * The steps from one figure to another, in their order, each with what it does. Steps that change nothing are left out. Throws where
 * they do not lead from one to the other: a bridge that does not sum is none.
 */
export function bridge<Cause>(ends: BridgeEnds, steps: readonly BridgeStep<Cause>[]): Bridge<Cause> {
  const target = ends.from.targetHundredths;
  let counts: Counts = { numerator: ends.from.numerator, denominator: ends.from.denominator };
  const parts: BridgePart<Cause>[] = [];
  for (const step of steps.filter(({ numerator, denominator }) => numerator !== 0 || denominator !== 0)) {
    const after = addCounts(counts, step);
    parts.push({ ...step, after, share: shareOf(counts, after), status: attainmentStatus(after, target) });
    counts = after;
  }
  if (counts.numerator !== ends.to.numerator || counts.denominator !== ends.to.denominator)
    throw new Error('the steps of a bridge do not lead to its other end');
  return { parts, statusChangedBy: changerOf(ends, parts) };
}

/** The rate as a share of one; null without dossiers. */
export function rateOf({ numerator, denominator }: Counts): Fraction | null {
  return denominator === 0 ? null : fraction(numerator, denominator);
}

function shareOf(before: Counts, after: Counts): Fraction | null {
  const [from, to] = [rateOf(before), rateOf(after)];
  return from === null || to === null ? (from === to ? ZERO : null) : minus(to, from);
}

function changerOf<Cause>({ from, to }: BridgeEnds, parts: readonly BridgePart<Cause>[]): Cause | 'TARGET' | null {
  const first = attainmentStatus(from, from.targetHundredths);
  const last = attainmentStatus(to, to.targetHundredths);
  if (first === last) return null;
  if (attainmentStatus(to, from.targetHundredths) !== last) return 'TARGET';
  return parts.findLast((_, at) => (at === 0 ? first : parts[at - 1]?.status) !== last)?.cause ?? 'TARGET';
}
