import type { Trial } from './back-test.ts';

/** By how much the share that came lay beside the one that was forecast, at the ends of the middle eighty percent. Of 1. */
export interface Spread {
  low: number;
  high: number;
}

/** Which past forecasts are like one that is made now. */
export interface Alike {
  group: string;
  /** How many months are to come. */
  ahead: number;
  /** How many dossiers are to come. */
  volume: number;
}

/** Fewer past forecasts than this say nothing of one in ten. */
const LEAST_ALIKE = 20;
/** One in ten lies below the interval, one in ten above. */
const TAIL = 0.1;
/** Of all units. */
const ALL = '';
/** Months and dossiers are alike between these. */
const AHEAD_STEPS = [1, 2, 3, 6];
const VOLUME_STEPS = [100, 1000, 10_000];
/** Where there is no past at all, nobody can say more than this. */
const UNKNOWN: Spread = { low: -0.15, high: 0.15 };

/**
 * How wide the interval of a forecast is, from what forecasts of the past were off by: those of the same kind of unit, as many months
 * ahead, over as many dossiers; where these are too few, over any number of dossiers, then any number of months, then of all units.
 */
export function spreads(trials: readonly Trial[]): (alike: Alike) => Spread {
  const kept = new Map<string, Spread | null>();
  const byKey = new Map<string, number[]>();
  for (const trial of trials) {
    for (const key of keysOf({ ...trial, volume: trial.came.denominator })) {
      const missed = byKey.get(key);
      if (missed) missed.push(trial.missedShare);
      else byKey.set(key, [trial.missedShare]);
    }
  }
  const spreadOf = (key: string): Spread | null => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const found = spreadAmong(byKey.get(key) ?? []);
    kept.set(key, found);
    return found;
  };
  return (alike) => {
    for (const key of keysOf(alike)) {
      const spread = spreadOf(key);
      if (spread) return spread;
    }
    return UNKNOWN;
  };
}

/** From the narrowest likeness to the widest. */
function keysOf({ group, ahead, volume }: Alike): string[] {
  const [months, dossiers] = [stepOf(ahead, AHEAD_STEPS), stepOf(volume, VOLUME_STEPS)];
  return [`${group}|${months}|${dossiers}`, `${group}|${months}`, group, ALL];
}

function stepOf(value: number, steps: readonly number[]): number {
  const step = steps.findIndex((end) => value <= end);
  return step === -1 ? steps.length : step;
}

function spreadAmong(missed: readonly number[]): Spread | null {
  if (missed.length < LEAST_ALIKE) return null;
  const sorted = missed.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { low: Math.min(0, at(TAIL)), high: Math.max(0, at(1 - TAIL)) };
}
