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
  type ChangeRow,
  type EntryRow,
  type NewEntry,
} from './lists.queries.ts';

const keyOf = (row: { procedureId: number; tier: UnitKind }) => `${row.procedureId}|${row.tier}`;

/** Entries that hold no more as they were, and those that are new. */
export interface ChangedEntries {
  closed: EntryRow[];
  opened: NewEntry[];
}

/**
 * Derives the entries of some procedures anew and records what differs from what is stored. `entered` gives the place in the
 * input of each change that is being entered, by its id. Gives the entries that hold no more and those that are new.
 */
export async function rebuildEntries(
  tx: Writer,
  provinceId: number,
  listId: number,
  procedureIds: number[],
  entered: ReadonlyMap<number, number>,
): Promise<ChangedEntries> {
  const changes = await listChanges(tx, provinceId, { listId, procedureIds });
  const stored = await listEntries(tx, provinceId, { listId, procedureIds });
  const problems: FieldProblem[] = [];
  const derived: NewEntry[] = [];
  for (const [key, mine] of groupBy(changes, keyOf)) {
    const [id = '', tier = ''] = key.split('|');
    const { entries, problems: found } = entriesFromChanges(mine);
    derived.push(...entries.map((entry) => ({ ...entry, procedureId: Number(id), tier: tier as UnitKind })));
    problems.push(...found.map((problem) => toldOf(problem, mine, entered)));
  }
  if (problems.length > 0) throw badInputs(problems);
  const same = (a: NewEntry | EntryRow) => [keyOf(a), a.level, a.from, a.to, a.openedBy, a.closedBy].join('|');
  const wanted = new Set(derived.map(same));
  const there = new Set(stored.map(same));
  const closed = stored.filter((entry) => !wanted.has(same(entry)));
  const opened = derived.filter((entry) => !there.has(same(entry)));
  await supersedeEntries(
    tx,
    tx.moment,
    closed.map((entry) => entry.id),
  );
  await insertEntries(tx, provinceId, tx.moment, listId, opened);
  return { closed, opened };
}

/** A problem of a change that is being entered points to it; one of an earlier change, to the decision that upsets it. */
function toldOf(problem: ListProblem, changes: ChangeRow[], entered: ReadonlyMap<number, number>): FieldProblem {
  const change = changes[problem.change];
  const at = change && entered.get(change.sequence);
  const text = problem.code === 'ALREADY_LISTED_AT_OTHER_LEVEL' ? 'list.alreadyListed' : 'list.notListed';
  const params = { day: change?.effectiveOn ?? '' };
  return at !== undefined
    ? { path: `input.changes.${at}.procedure`, text, params }
    : { path: 'input.decision.effectiveOn', text: 'list.upsetsLater', params };
}
