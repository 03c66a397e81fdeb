import { effortOf, type EffortBand } from '../cascade/effort.ts';
import { meanBaseline } from '../cascade/prepare.ts';
import type { CascadePolicy } from '../cascade/problem.ts';
import { rollUp } from '../cascade/roll-up.ts';

/** A unit as a scenario has it; percentages in hundredths, null where there is none. */
export interface ScenarioUnit {
  code: string;
  volume: number;
  baseline: number | null;
  target: number | null;
}

/** What a plan would be: its units with their targets, and what these are judged by. */
export interface Scenario {
  /** Null where nobody said what is to be reached: then nothing is missing. */
  required: number | null;
  policy: CascadePolicy;
  effort: readonly EffortBand[];
  units: readonly ScenarioUnit[];
  /** The issuing unit's own dossiers. */
  issuer?: { volume: number; baseline: number | null } | null | undefined;
}

/** What a scenario comes to, to be held beside others. */
export interface ScenarioFacts {
  /** The rolled-up rate in hundredths; null without dossiers. */
  achieved: number | null;
  feasible: boolean;
  residualPoints: number;
  residualDossiers: number;
  /**
   * The effort of LEAST_EFFORT over all dossiers, in dossiers: one that has to be online more and lies in a stretch of weight 2
   * counts twice. Rounded half up.
   */
  effort: number;
  /** Of whom most is asked, by how many hundredths of a point; null where nobody has both a target and dossiers. */
  steepest: { code: string; rise: number } | null;
  /** Who has to rise by more than ten points, in the order given. */
  steep: string[];
  /** How many units have no target. */
  withoutTarget: number;
}

/** From here on a rise counts as steep, in hundredths of a point. */
export const STEEP = 1_000;

/**
 * What a scenario comes to. Judged as plans are (rollUp); a unit without a rate of its own rises from the others' mean, as in a
 * cascade, and one without dossiers does not rise.
 */
export function factsOf({ required, policy, effort, units, issuer }: Scenario): ScenarioFacts {
  const rolled = rollUp({ required, policy, children: units, issuer });
  const filling = meanBaseline(units) ?? required ?? 0;
  let [sum, steepest] = [0n, null as ScenarioFacts['steepest']];
  const steep: string[] = [];
  for (const { code, volume, baseline, target } of units) {
    if (target === null || volume === 0) continue;
    const rise = target - (baseline ?? filling);
    sum += BigInt(volume) * BigInt(effortOf(rise, effort));
    if (rise > STEEP) steep.push(code);
    if (steepest === null || rise > steepest.rise || (rise === steepest.rise && code < steepest.code))
      steepest = { code, rise };
  }
  const { achieved, feasible, residualPoints, residualDossiers, childrenWithoutTarget: withoutTarget } = rolled;
  const inDossiers = Number((sum + 5_000n) / 10_000n);
  return { achieved, feasible, residualPoints, residualDossiers, effort: inDossiers, steepest, steep, withoutTarget };
}
