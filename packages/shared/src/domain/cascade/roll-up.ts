import { meanBaseline } from './prepare.ts';
import type { CascadeIssuer, CascadePolicy } from './problem.ts';
import { achievedRate, shortfallOf, type Shortfall } from './shortfall.ts';

/** A child as the grid shows it; percentages in hundredths, null where there is none (yet). */
export interface RollUpChild {
  volume: number;
  target: number | null;
  baseline: number | null;
}

export interface RollUpInput {
  /** Null where nobody gave the issuing unit a target: then nothing is missing. */
  required: number | null;
  children: readonly RollUpChild[];
  issuer?: Pick<CascadeIssuer, 'volume' | 'baseline'> | null | undefined;
  /** MEAN unless given. */
  policy?: CascadePolicy | undefined;
}

/** The rolled-up rate in hundredths (null without dossiers) and what is missing to the required target. */
export interface Rolled extends Shortfall {
  achieved: number | null;
}

/**
 * The rate that targets add up to, live. In the rate itself a child without a target counts with 0: what nobody is asked for
 * is not promised. `withBaselines` counts it with its baseline instead: where things would go if it only kept what it has.
 */
export interface RollUp extends Rolled {
  withBaselines: Rolled;
  /** How many children have no target yet. */
  childrenWithoutTarget: number;
}

/**
 * Rolls up the targets of a plan: two passes over the children, fit for every keystroke. Decided on whole numbers like a
 * cascade, with the same rules for missing baselines (the other children's weighted mean) and for the issuer's own rate.
 */
export function rollUp({ required, children, issuer, policy = 'MEAN' }: RollUpInput): RollUp {
  const filling = meanBaseline(children) ?? required ?? 0;
  let volume = issuer?.volume ?? 0;
  let promised = volume * (issuer?.baseline ?? filling);
  let kept = 0;
  let childrenWithoutTarget = 0;
  for (const child of children) {
    volume += child.volume;
    if (child.target === null) {
      kept += child.volume * (child.baseline ?? filling);
      childrenWithoutTarget++;
    } else promised += child.volume * child.target;
  }
  const roll = (sum: number, targetOf: (child: RollUpChild) => number): Rolled => {
    const sums = { required: required ?? 0, sum, volume };
    const aimed =
      policy === 'FLOOR' ? children.map((child) => ({ volume: child.volume, target: targetOf(child) })) : [];
    return { achieved: achievedRate(sums), ...shortfallOf(sums, policy, aimed) };
  };
  return {
    ...roll(promised, ({ target }) => target ?? 0),
    withBaselines: roll(promised + kept, ({ target, baseline }) => target ?? baseline ?? filling),
    childrenWithoutTarget,
  };
}
