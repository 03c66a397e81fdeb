import type { DifferenceFactsFragment, EntryFactsFragment, ServiceLevel } from '@chi-tieu/shared/generated/graphql';
import { placeKey, type Placed } from './placeText.ts';

export type DifferenceKind = 'ADDED' | 'REMOVED' | 'CHANGED';

/** What differs for one tier (or named unit) of one procedure: `before` is null where it was not listed, `after` where it no longer is. */
export interface Difference extends Placed {
  readonly kind: DifferenceKind;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly before: ServiceLevel | null;
  readonly after: ServiceLevel | null;
}

/** Tells differences apart. */
export const differenceKey = (row: Difference): string => `${row.procedure.code}|${placeKey(row)}`;

/** The three parts of a difference as rows, in the order of the codes. */
export function differenceRows({ added, removed, changed, changedBefore }: DifferenceFactsFragment): Difference[] {
  const rows = [
    ...removed.map((entry) => rowOf('REMOVED', entry, entry.level, null)),
    ...added.map((entry) => rowOf('ADDED', entry, null, entry.level)),
    ...changed.map((entry, i) => rowOf('CHANGED', entry, changedBefore[i]?.level ?? null, entry.level)),
  ];
  return rows.sort((a, b) => (a.procedure.code < b.procedure.code ? -1 : a.procedure.code > b.procedure.code ? 1 : 0));
}

function rowOf(
  kind: DifferenceKind,
  { procedure, tier, unit }: EntryFactsFragment,
  before: ServiceLevel | null,
  after: ServiceLevel | null,
): Difference {
  return { kind, procedure, tier, unit, before, after };
}
