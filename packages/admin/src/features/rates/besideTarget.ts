import { hundredthsOf } from '@chi-tieu/shared/domain/percent';
import { attainmentStatus, missingToTarget } from '@chi-tieu/shared/domain/rate';
import type { AttainmentStatus, FigureFragment } from '@chi-tieu/shared/generated/graphql';

/** A figure beside what it is read against. */
export interface BesideTarget {
  /** In percent: the unit's own target, else what all units below share, else null. */
  readonly wanted: number | null;
  /** The same in hundredths of a percent. */
  readonly hundredths: number | null;
  readonly status: AttainmentStatus;
  /** How many of the counted dossiers more would have had to be online; 0 when met or without a target. */
  readonly missing: number;
}

/** Reads a figure beside its own target or, where it has none, beside the one that the units below share (standings.ts). */
export function besideTarget(figure: FigureFragment, shared: number | null): BesideTarget {
  const wanted = figure.target ?? shared;
  const hundredths = wanted === null ? null : hundredthsOf(wanted);
  const missing = hundredths === null ? 0 : missingToTarget(figure, hundredths);
  return { wanted, hundredths, status: attainmentStatus(figure, hundredths), missing };
}
