import { FULL } from './problem.ts';

/** Whole dossiers: `online` of `counted` so far, `expected` more until the end of the period; the target in hundredths. */
export interface Standing {
  online: number;
  counted: number;
  expected: number;
  target: number;
}

/** What a target still asks of a unit. */
export interface Need {
  /** How many of the expected dossiers must be online; never below 0. */
  needed: number;
  /**
   * That as a share of the expected ones in hundredths of a percent, rounded up, so that it is over 100 % exactly when the
   * target can no longer be met; null when nothing more is expected.
   */
  share: number | null;
  isPossible: boolean;
}

/** What a target means in dossiers: a unit still needs target × (counted + expected) − online, rounded up. */
export function needPerUnit({ online, counted, expected, target }: Standing): Need {
  const all = BigInt(target) * BigInt(counted + expected);
  const needed = Math.max(0, Number((all + BigInt(FULL - 1)) / BigInt(FULL)) - online);
  const share = expected === 0 ? null : Math.ceil((needed * FULL) / expected);
  return { needed, share, isPossible: needed <= expected };
}
