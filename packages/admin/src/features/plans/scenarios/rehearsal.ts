import type { RehearsalFactsFragment } from '@chi-tieu/shared/generated/graphql';

type Row = Pick<RehearsalFactsFragment, 'status' | 'missing' | 'unit'>;

const RANKS: Record<Row['status'], number> = { NOT_MET: 0, MET: 1, NO_DOSSIERS: 2, NO_TARGET: 3 };

/** Those who would not have met it first, by how many dossiers; then the others, equal ones in the order of their codes. */
export function hardestFirst<R extends Row>(rows: readonly R[]): R[] {
  return rows.toSorted(
    (a, b) => RANKS[a.status] - RANKS[b.status] || b.missing - a.missing || (a.unit.code < b.unit.code ? -1 : 1),
  );
}

/** How many would have met their targets, of how many that had one and dossiers; and how many had not both. */
export function tally(rows: readonly Row[]): { met: number; judged: number; without: number } {
  const met = rows.filter(({ status }) => status === 'MET').length;
  const judged = met + rows.filter(({ status }) => status === 'NOT_MET').length;
  return { met, judged, without: rows.length - judged };
}
