import { compareDays, isBetween, previousDay, type Day } from './days.ts';

/**
 * What is said of a procedure's being in force. A decision enforces, amends, replaces by another or repeals it from a day on; STATED
 * is the whole period as somebody knew it who named no decision (a saved procedure, the national database).
 */
export type ForceAction = 'STATED' | 'ENFORCED' | 'AMENDED' | 'REPLACED' | 'REPEALED';

/** One line about one procedure. `sequence` is the order in which lines were entered. */
export interface ForceChange {
  action: ForceAction;
  /** The day from which it holds; for STATED the first day in force, null: since ever. */
  from: Day | null;
  /** The last day in force, for STATED alone; null: open. */
  to: Day | null;
  /** The day on which the decision was signed; null for STATED. */
  issuedOn: Day | null;
  sequence: number;
  /** Null for STATED. */
  decisionId: number | null;
}

/** From one day to another, both included; null: open. The decisions at its ends, null where none is known. */
export interface ForcePeriod {
  from: Day | null;
  to: Day | null;
  openedBy: number | null;
  closedBy: number | null;
}

/** Why a line has no effect. */
export type ForceProblemCode = 'ALREADY_IN_FORCE' | 'NOT_IN_FORCE' | 'IN_FORCE_LATER';

/** A line without effect; `change` is its index among the changes as they were given. */
export interface ForceProblem {
  change: number;
  code: ForceProblemCode;
}

interface Placed {
  change: ForceChange;
  index: number;
}

/**
 * The periods in which a procedure is in force, oldest first, from all that was said of it. The line STATED that was entered last says
 * all at once, and what was entered before it counts no more; decisions entered after it hold in the order of the days from which
 * they hold, then of issue, then of their entering. Who repeals or replaces from a day on ends the period on the day before; what
 * would begin and end on one day leaves nothing. A decision that says what is there already gives the end of the period its
 * source. Amending changes no period. Lines that make no sense on their day have no effect and are told as problems.
 */
export function periodsFromChanges(changes: readonly ForceChange[]): {
  periods: ForcePeriod[];
  problems: ForceProblem[];
} {
  const placed = changes.map((change, index) => ({ change, index }));
  const stated = placed
    .filter(({ change }) => change.action === 'STATED')
    .toSorted((a, b) => a.change.sequence - b.change.sequence)
    .at(-1)?.change;
  const since = stated?.sequence ?? -Infinity;
  const periods: ForcePeriod[] = stated ? [{ from: stated.from, to: stated.to, openedBy: null, closedBy: null }] : [];
  const problems: ForceProblem[] = [];
  for (const { change, index } of placed.filter(({ change: { sequence } }) => sequence > since).toSorted(inOrder)) {
    const code = apply(periods, change);
    if (code !== null) problems.push({ change: index, code });
  }
  return { periods: periods.filter(({ from, to }) => from === null || to === null || from <= to), problems };
}

/** The period of a day; null where the procedure is not in force then. */
export function periodOn(periods: readonly ForcePeriod[], day: Day): ForcePeriod | null {
  return periods.find(({ from, to }) => isBetween(day, from, to)) ?? null;
}

/** The period that is shown of a day: its own, else the last one. */
export function shownPeriod(periods: readonly ForcePeriod[], day: Day): ForcePeriod | null {
  return periodOn(periods, day) ?? periods.at(-1) ?? null;
}

function inOrder(a: Placed, b: Placed): number {
  const [one, other] = [a.change, b.change];
  return (
    compareDays(one.from ?? '', other.from ?? '') ||
    compareDays(one.issuedOn ?? '', other.issuedOn ?? '') ||
    one.sequence - other.sequence
  );
}

/** Changes the periods by one line, or says why it has no effect. */
function apply(periods: ForcePeriod[], { action, from: day, decisionId }: ForceChange): ForceProblemCode | null {
  if (day === null) return null;
  const before = previousDay(day);
  const open = periods.find(({ from, to }) => isBetween(day, from, to));
  switch (action) {
    case 'STATED':
      return null;
    case 'AMENDED':
      return open ? null : 'NOT_IN_FORCE';
    case 'ENFORCED':
      if (open && open.from !== day) return 'ALREADY_IN_FORCE';
      if (open) open.openedBy = decisionId;
      else if (periods.some(({ from }) => from !== null && from > day)) return 'IN_FORCE_LATER';
      else periods.push({ from: day, to: null, openedBy: decisionId, closedBy: null });
      return null;
    case 'REPLACED':
    case 'REPEALED': {
      const ending = open ?? periods.find(({ to }) => to === before);
      if (!ending) return 'NOT_IN_FORCE';
      ending.to = before;
      ending.closedBy = decisionId;
      return null;
    }
  }
}
