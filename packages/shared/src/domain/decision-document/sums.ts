import { rollUp } from '../cascade/roll-up.ts';
import type { DocumentFacts } from './facts.ts';

/** What a plan's annex comes to; percentages in hundredths, null without dossiers. */
export interface AnnexSums {
  volume: number;
  /** The mean of the basis period, weighted by dossiers. */
  baseline: number | null;
  /** What the targets come to together: the same rule that judges a plan when it is issued. */
  achieved: number | null;
  /** The same of the plan that is amended. */
  before: number | null;
}

/** The sums of a plan's numbers. */
export function sumsOf({
  units,
  own,
  required,
  amended,
}: Pick<DocumentFacts, 'units' | 'own' | 'required' | 'amended'>): AnnexSums {
  const counted = units.filter(({ isGone }) => !isGone);
  const achievedBy = (targetOf: (unit: (typeof counted)[number]) => number | null): number | null =>
    rollUp({
      required,
      children: counted.map((unit) => ({ volume: unit.volume, baseline: unit.baseline, target: targetOf(unit) })),
      issuer: own,
    }).achieved;
  const known = [...counted, ...(own ? [own] : [])].filter(({ baseline }) => baseline !== null);
  const dossiers = known.reduce((sum, { volume }) => sum + volume, 0);
  const online = known.reduce((sum, { volume, baseline }) => sum + volume * (baseline ?? 0), 0);
  return {
    volume: counted.reduce((sum, { volume }) => sum + volume, own?.volume ?? 0),
    baseline: dossiers === 0 ? null : Math.floor((2 * online + dossiers) / (2 * dossiers)),
    achieved: achievedBy(({ target }) => target),
    before: amended === null ? null : achievedBy(({ before }) => before),
  };
}
