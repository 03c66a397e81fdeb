import { groupBy } from './group-by.ts';
import type { Scope } from './unit-tree.ts';

/** A target of the plan that is copied; `volume` is what that plan counted for the unit. */
export interface OldTarget {
  readonly unitId: number;
  readonly hundredths: number;
  readonly scope: Scope;
  readonly locked: boolean;
  readonly volume: number;
}

/** What it becomes; `from` are the units that it was of. */
export interface CopiedTarget {
  readonly unitId: number;
  readonly hundredths: number;
  readonly scope: Scope;
  readonly locked: boolean;
  readonly from: readonly number[];
}

/** Why a target goes nowhere: nobody answers for its unit any more, or whoever does is no child of the issuing unit. */
export type NotCarried = 'GONE' | 'ELSEWHERE';

export interface CopyQuestion {
  readonly targets: readonly OldTarget[];
  /** The unit that answers for one in the new plan's time; null if nobody does. */
  readonly answersFor: (unitId: number) => number | null;
  readonly isChild: (unitId: number) => boolean;
  /** Means are multiples of it, in hundredths. */
  readonly step: number;
}

export interface CopyOutcome {
  readonly copied: readonly CopiedTarget[];
  readonly left: readonly { readonly target: OldTarget; readonly why: NotCarried }[];
}

/**
 * Carries the targets of one plan over to another one of the same issuing unit: to the units themselves, or to who succeeded
 * them. A unit that several became gets their mean weighted by volume (the plain one where nobody has any), rounded half up to
 * the step and never above 100; it is locked, or of its own dossiers alone, only if all of them were. What cannot be carried
 * over is told with why; nothing is left out silently.
 */
export function copiedTargets({ targets, answersFor, isChild, step }: CopyQuestion): CopyOutcome {
  const placed = targets.map((target) => ({ target, to: answersFor(target.unitId) }));
  const left = placed.flatMap(({ target, to }): { target: OldTarget; why: NotCarried }[] => {
    if (to === null) return [{ target, why: 'GONE' }];
    return isChild(to) ? [] : [{ target, why: 'ELSEWHERE' }];
  });
  const carried = placed.flatMap(({ target, to }) => (to !== null && isChild(to) ? [{ target, to }] : []));
  const copied = [...groupBy(carried, ({ to }) => to)].map(([unitId, rows]) =>
    merged(
      unitId,
      rows.map(({ target }) => target),
      step,
    ),
  );
  return { copied, left };
}

function merged(unitId: number, targets: readonly OldTarget[], step: number): CopiedTarget {
  return {
    unitId,
    hundredths: targets.length === 1 ? (targets[0]?.hundredths ?? 0) : weightedMean(targets, step),
    scope: targets.every(({ scope }) => scope === 'OWN') ? 'OWN' : 'SUBTREE',
    locked: targets.every(({ locked }) => locked),
    from: targets.map((target) => target.unitId),
  };
}

/** The mean weighted by volume, the plain one where nobody has any, to the step and never above 100. Decided on whole numbers: halves go up. */
export function weightedMean(targets: readonly Pick<OldTarget, 'hundredths' | 'volume'>[], step: number): number {
  const hasDossiers = targets.some(({ volume }) => volume > 0);
  const weigh = ({ volume }: { volume: number }): number => (hasDossiers ? volume : 1);
  const weight = targets.reduce((sum, target) => sum + weigh(target), 0);
  const sum = targets.reduce((total, target) => total + weigh(target) * target.hundredths, 0);
  return Math.min(10_000, Math.floor((2 * sum + weight * step) / (2 * weight * step)) * step);
}
