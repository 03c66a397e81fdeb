import { compareDays, isBetween, previousDay, type Day } from './days.ts';
import type { Tier } from './tier.ts';

/** The level at which a service is offered online: 1 to 4 by Decree 43/2011, PARTIAL and FULL from Decree 42/2022. */
export type ServiceLevel = 'LEVEL_1' | 'LEVEL_2' | 'LEVEL_3' | 'LEVEL_4' | 'PARTIAL' | 'FULL';

/** What a decision does to a procedure on a list. */
export type ListAction = 'ADD' | 'REMOVE' | 'CHANGE_LEVEL';

/** One line of a decision about one procedure at one tier, or for one unit. `sequence` orders what one decision, or one day, says. */
export interface ListChange {
  action: ListAction;
  /** Needed for ADD and CHANGE_LEVEL; not looked at for REMOVE. */
  level: ServiceLevel | null;
  effectiveOn: Day;
  issuedOn: Day;
  sequence: number;
  decisionId: number;
}

/** A level that held from one day to another, both included; `to` is null while nothing ended it. */
export interface ListEntry {
  level: ServiceLevel;
  from: Day;
  to: Day | null;
  openedBy: number;
  closedBy: number | null;
}

/** Why a line of a decision has no effect. */
export type ListProblemCode = 'LEVEL_MISSING' | 'ALREADY_LISTED_AT_OTHER_LEVEL' | 'NOT_LISTED';

/** A line without effect; `change` is its index among the changes as they were given. */
export interface ListProblem {
  change: number;
  code: ListProblemCode;
}

/**
 * The entries of one procedure at one tier, or for one unit, oldest first, from all that decisions said about it: in the order of the days from
 * which they hold, then of issue, then of their sequence, whatever order they are given in. A removal that holds from a day ends the
 * entry on the day before; what would begin and end on one day leaves nothing. Adding what stands there at the same level only
 * confirms it. Changes that make no sense on their day have no effect and are told as problems.
 */
export function entriesFromChanges(changes: readonly ListChange[]): { entries: ListEntry[]; problems: ListProblem[] } {
  const entries: ListEntry[] = [];
  const problems: ListProblem[] = [];
  const ordered = changes
    .map((change, index) => ({ change, index }))
    .toSorted((a, b) => compareChanges(a.change, b.change));
  let open: ListEntry | null = null;
  for (const { change, index } of ordered) {
    const code = problemOf(change, open);
    if (code !== null) problems.push({ change: index, code });
    if (code !== null || (change.action !== 'REMOVE' && change.level === open?.level)) continue;
    if (open !== null) close(entries, open, change);
    open = openedBy(change);
  }
  if (open !== null) entries.push(open);
  return { entries, problems };
}

/** The level that holds on a day; null if nothing is listed then. */
export function levelOn(entries: readonly ListEntry[], day: Day): ServiceLevel | null {
  return entries.find((entry) => isBetween(day, entry.from, entry.to))?.level ?? null;
}

/** The entries of one procedure on a list: those for a tier, and those for the units that lines name. */
export interface EntriesOfProcedure {
  tier: (tier: Tier) => readonly ListEntry[];
  /** The ids of the units that any line names. */
  units: ReadonlyMap<number, readonly ListEntry[]>;
}

/**
 * The level that holds for a unit on a day; null if nothing is listed for it then. `line` is the unit and what stood above it on
 * the day, from the unit upwards. An entry that names a unit holds for it and all below it and goes before that of the tier; of
 * several the nearest unit's does. Once the last such line is removed the tier's holds again.
 */
export function levelFor(
  { tier: ofTier, units }: EntriesOfProcedure,
  tier: Tier,
  line: readonly number[],
  day: Day,
): ServiceLevel | null {
  for (const unitId of units.size === 0 ? [] : line) {
    const level = levelOn(units.get(unitId) ?? [], day);
    if (level !== null) return level;
  }
  return levelOn(ofTier(tier), day);
}

function compareChanges(a: ListChange, b: ListChange): number {
  return compareDays(a.effectiveOn, b.effectiveOn) || compareDays(a.issuedOn, b.issuedOn) || a.sequence - b.sequence;
}

function problemOf(change: ListChange, open: ListEntry | null): ListProblemCode | null {
  if (change.action !== 'ADD' && open === null) return 'NOT_LISTED';
  if (change.action !== 'REMOVE' && change.level === null) return 'LEVEL_MISSING';
  const isAtOtherLevel = open !== null && open.level !== change.level;
  return change.action === 'ADD' && isAtOtherLevel ? 'ALREADY_LISTED_AT_OTHER_LEVEL' : null;
}

function openedBy({ action, level, effectiveOn, decisionId }: ListChange): ListEntry | null {
  if (action === 'REMOVE' || level === null) return null;
  return { level, from: effectiveOn, to: null, openedBy: decisionId, closedBy: null };
}

function close(entries: ListEntry[], open: ListEntry, by: ListChange): void {
  if (by.effectiveOn > open.from) entries.push({ ...open, to: previousDay(by.effectiveOn), closedBy: by.decisionId });
}
