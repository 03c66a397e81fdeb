import { cascade, type CascadeOutcome } from '../cascade/cascade.ts';
import { MAX_VOLUME, type CascadeMethod, type CascadeProblem } from '../cascade/problem.ts';

/**
 * What would become of volumes: so many parts of what there is (two in three: a third is lost), or a number. `of` and `in` are
 * whole, `in` above 0.
 */
export type VolumeChange = { kind: 'FACTOR'; of: number; in: number } | { kind: 'NUMBER'; volume: number };

/** A change and the units that it is about; the issuing unit's own dossiers by the code that they have in the problem. */
export interface WhatIf {
  codes: ReadonlySet<string>;
  change: VolumeChange;
}

/** A volume after a change, rounded half up, never beyond what a cascade takes. */
export function changedVolume(volume: number, change: VolumeChange): number {
  if (change.kind === 'NUMBER') return within(change.volume);
  const [of, parts] = [BigInt(change.of), BigInt(change.in)];
  return within(Number((2n * BigInt(volume) * of + parts) / (2n * parts)));
}

/** The same question with the volumes that would be; what is not named stays as it is. */
export function changedProblem(problem: CascadeProblem, { codes, change }: WhatIf): CascadeProblem {
  const moved = <U extends { code: string; volume: number }>(unit: U): U =>
    codes.has(unit.code) ? { ...unit, volume: changedVolume(unit.volume, change) } : unit;
  const { children, issuer } = problem;
  return { ...problem, children: children.map(moved), issuer: issuer ? moved(issuer) : issuer };
}

/** That question and its answer by a method. */
export function whatIf(
  problem: CascadeProblem,
  asked: WhatIf,
  method: CascadeMethod,
): { problem: CascadeProblem; outcome: CascadeOutcome } {
  const changed = changedProblem(problem, asked);
  return { problem: changed, outcome: cascade(changed, method) };
}

function within(volume: number): number {
  return Math.min(Math.max(Math.round(volume), 0), MAX_VOLUME);
}
