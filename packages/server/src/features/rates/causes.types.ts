/**
 * Why a figure changed, as the ledger says it, in the order in which causes are told: NEW dossiers, CORRECTED ones, what is GONE
 * (deleted, or found to be another one), a LIST, being in FORCE, the CATALOGUE (a step that did both), UNITS (one came below another
 * for which a line of its own holds), a DEFINITION that was reckoned from zero, and OTHER: what was booked before causes were.
 */
export const CAUSES = [
  'NEW',
  'CORRECTED',
  'GONE',
  'LIST',
  'FORCE',
  'CATALOGUE',
  'UNITS',
  'DEFINITION',
  'OTHER',
] as const;
export type Cause = (typeof CAUSES)[number];

/** The causes of a change of what classifies dossiers. */
export type CatalogueCause = 'LIST' | 'FORCE' | 'CATALOGUE' | 'UNITS';

/** The cause of a step that says something about lists, about being in force, or about both. */
export function causeOf({ lists, force }: { lists: boolean; force: boolean }): CatalogueCause {
  if (lists && force) return 'CATALOGUE';
  return lists ? 'LIST' : 'FORCE';
}
