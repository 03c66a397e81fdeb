import { groupBy } from '@chi-tieu/shared/domain/group-by';
import { entriesFromChanges, type ListProblem } from '@chi-tieu/shared/domain/service-list';
import type { Writer } from '../../app/database.ts';
import type { UnitKind } from '../../app/enums.ts';
import { badInputs, type FieldProblem } from '../../app/errors.ts';
import {
  insertEntries,
  listChanges,
  listEntries,
  supersedeEntries,
  touchList,
  type ChangeRow,
  type EntryRow,
  type NewEntry,
} from './lists.queries.ts';

/** What lines and entries are about: a procedure at a tier, or for a unit. */
export interface About {
  procedureId: number;
  tier: UnitKind;
  unitId: number | null;
}

/** Tells apart what lines of one list are about. */
export function aboutKey({ procedureId, tier, unitId }: About): string {
  return `${procedureId}|${tier}|${unitId ?? ''}`;
}

/** Entries that hold no more as they were, and those that are new. */
export interface ChangedEntries {
  closed: EntryRow[];
  opened: NewEntry[];
}

/** The entries that follow from changes, of whatever they are about, with the changes that make no sense on their day. */
export function derivedEntries(changes: readonly ChangeRow[]): {
  entries: NewEntry[];
  problems: { problem: ListProblem; among: ChangeRow[] }[];
} {
  const entries: NewEntry[] = [];
  const problems: { problem: ListProblem; among: ChangeRow[] }[] = [];
  for (const among of groupBy(changes, aboutKey).values()) {
    const found = entriesFromChanges(among);
    const [{ procedureId, tier, unitId } = NOTHING] = among;
    entries.push(...found.entries.map((entry) => ({ ...entry, procedureId, tier, unitId })));
    problems.push(...found.problems.map((problem) => ({ problem, among })));
  }
  return { entries, problems };
}

const NOTHING: About = { procedureId: 0, tier: 'PROVINCE', unitId: null };

/**
 * Derives the entries of some procedures anew and records what differs from what is stored, as a version of the list. Gives the entries that hold no more
 * and those that are new.
 */
export async function rebuildEntries(
  tx: Writer,
  provinceId: number,
  listId: number,
  procedureIds: number[],
  entered: Entered,
): Promise<ChangedEntries> {
  const changes = await listChanges(tx, provinceId, { listId, procedureIds });
  const stored = await listEntries(tx, provinceId, { listId, procedureIds });
  const { closed, opened } = changedEntries(changes, stored, entered);
  await supersedeEntries(
    tx,
    tx.moment,
    closed.map((entry) => entry.id),
  );
  await insertEntries(tx, provinceId, tx.moment, listId, opened);
  await touchList(tx, provinceId, tx.moment, listId);
  return { closed, opened };
}

/** Which changes are being entered, and where in the input what is wrong with them, or with their day, is told. */
export interface Entered {
  /** The place in `input.changes` of each change by its id. */
  lines: ReadonlyMap<number, number>;
  /** Where the day of the decision stands in the input. */
  dayPath: string;
}

/** What differs between the stored entries and those that follow from changes; BAD_USER_INPUT where these make no sense. */
export function changedEntries(
  changes: readonly ChangeRow[],
  stored: readonly EntryRow[],
  entered: Entered,
): ChangedEntries {
  const { entries: derived, problems } = derivedEntries(changes);
  if (problems.length > 0) throw badInputs(problems.map(({ problem, among }) => toldOf(problem, among, entered)));
  const same = (a: NewEntry | EntryRow) => [aboutKey(a), a.level, a.from, a.to, a.openedBy, a.closedBy].join('|');
  const wanted = new Set(derived.map(same));
  const there = new Set(stored.map(same));
  return {
    closed: stored.filter((entry) => !wanted.has(same(entry))),
    opened: derived.filter((entry) => !there.has(same(entry))),
  };
}

/** A problem of a change that is being entered points to it; one of an earlier change, to the decision that upsets it. */
function toldOf(problem: ListProblem, changes: ChangeRow[], { lines, dayPath }: Entered): FieldProblem {
  const change = changes[problem.change];
  const at = change && lines.get(change.sequence);
  const text = problem.code === 'ALREADY_LISTED_AT_OTHER_LEVEL' ? 'list.alreadyListed' : 'list.notListed';
  const params = { day: change?.effectiveOn ?? '' };
  return at !== undefined
    ? { path: `input.changes.${at}.procedure`, text, params }
    : { path: dayPath, text: 'list.upsetsLater', params };
}
