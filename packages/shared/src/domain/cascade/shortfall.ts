import { FULL, type CascadePolicy } from './problem.ts';

/** Whole numbers to judge by: `sum` is Σ volume × target with the issuer's own dossiers, `volume` all dossiers. */
export interface Sums {
  required: number;
  sum: number;
  volume: number;
}

/** How far targets fall short of the required one. All 0 exactly when they reach it. */
export interface Shortfall {
  feasible: boolean;
  /** In hundredths of a point, rounded up: never 0 when anything is missing. */
  residualPoints: number;
  /** How many dossiers more would have to be online, rounded up. */
  residualDossiers: number;
}

/** A child as the policy FLOOR looks at it. */
export interface Aimed {
  volume: number;
  target: number;
}

/**
 * The rolled-up rate in hundredths, rounded half up, except that a rate below the required one is never shown as reaching it:
 * then it is rounded down. Null without dossiers.
 */
export function achievedRate({ required, sum, volume }: Sums): number | null {
  if (volume === 0) return null;
  const rounded = Math.floor((2 * sum + volume) / (2 * volume));
  return sum < required * volume && rounded >= required ? Math.floor(sum / volume) : rounded;
}

/**
 * What is missing to the required target. MEAN: of the weighted mean, which is reached where there are no dossiers. FLOOR: the
 * mean and every child, also one without dossiers, must reach it; the points are then the most that the mean or a single
 * child is short of, the dossiers those of the mean or of all the children below together, whichever is more.
 */
export function shortfallOf(sums: Sums, policy: CascadePolicy, children: readonly Aimed[]): Shortfall {
  const { required, sum, volume } = sums;
  const missing = Math.max(0, required * volume - sum);
  let points = volume === 0 ? 0 : Math.ceil(missing / volume);
  let below = 0;
  if (policy === 'FLOOR') {
    for (const child of children) {
      const gap = Math.max(0, required - child.target);
      points = Math.max(points, gap);
      below += Math.ceil((gap * child.volume) / FULL);
    }
  }
  const dossiers = Math.max(Math.ceil(missing / FULL), below);
  return { feasible: points === 0, residualPoints: points, residualDossiers: dossiers };
}
