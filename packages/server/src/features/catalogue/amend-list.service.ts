import { entriesFromChanges, type ListProblem } from '@chi-tieu/shared/domain/service-list';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import type { ServiceLevel, ServiceListAction, UnitKind } from '../../app/enums.ts';
import { badInputs, notFound, type FieldProblem } from '../../app/errors.ts';
import { lockDossiers } from '../../app/moments.ts';
import { bookCatalogueChange } from '../rates/booking.queries.ts';
import { proceduresByCode } from './catalogue.queries.ts';
import { checkDecision, recordDecision, type DecisionDraft } from './decisions.service.ts';
import {
  insertChanges,
  insertEntries,
  insertList,
  listChanges,
  listEntries,
  renameList,
  supersedeEntries,
  type ChangeRow,
  type EntryRow,
  type ListRow,
  type NewChange,
  type NewEntry,
} from './lists.queries.ts';
import { allLists, listByCode } from './lists.service.ts';

/** What one decision changes about a list. An unknown list is made when it is given a name. */
export interface AmendmentDraft {
  list: string;
  name?: string | null | undefined;
  decision: DecisionDraft;
  changes: { action: ServiceListAction; procedure: string; tier: UnitKind; level?: ServiceLevel | null | undefined }[];
}

/**
 * Enters a decision's changes of a list. Whatever the order in which decisions are entered, the entries are those that
 * follow from all changes in the order in which they take effect; the figures of the procedures touched are re-booked.
 */
export async function amendServiceList(ctx: Context, draft: AmendmentDraft): Promise<ListRow> {
  const decision = await checkDecision(ctx, 'input.decision', draft.decision);
  const known = (await allLists(ctx)).find((list) => list.code === draft.list);
  if (!known && !draft.name) throw notFound('list.unknown', { code: draft.list });
  await ctx.write('amendServiceList', async (tx) => {
    await lockDossiers(tx);
    const changes = await checkChanges(tx, ctx.provinceId, draft);
    const listId = known?.id ?? (await insertList(tx, ctx.provinceId, draft.list, draft.name ?? draft.list));
    if (known && draft.name && draft.name !== known.name) await renameList(tx, known.id, draft.name);
    const decisionId = await recordDecision(tx, ctx.provinceId, 'input.decision', decision);
    const procedureIds = [...new Set(changes.map((change) => change.procedureId))];
    await bookCatalogueChange(tx, ctx.provinceId, procedureIds, async () => {
      const ids = await insertChanges(tx, ctx.provinceId, tx.moment, listId, decisionId, changes);
      await rebuildEntries(tx, ctx.provinceId, listId, procedureIds, ids);
    });
  });
  return listByCode(ctx, draft.list);
}

async function checkChanges(tx: Writer, provinceId: number, draft: AmendmentDraft): Promise<NewChange[]> {
  const codes = draft.changes.map((change) => nationalCode(change.procedure) ?? '');
  const known = new Map((await proceduresByCode(tx, provinceId, codes)).map((row) => [row.code, row.id]));
  const problems: FieldProblem[] = [];
  const checked = draft.changes.map((change, index): NewChange => {
    const procedureId = known.get(codes[index] ?? '');
    const tell = (field: string, text: FieldProblem['text']) =>
      problems.push({ path: `input.changes.${index}.${field}`, text, params: { code: change.procedure.slice(0, 60) } });
    if (procedureId === undefined) tell('procedure', 'procedure.unknown');
    if (change.tier === 'DEPARTMENT') tell('tier', 'tier.department');
    if (change.action !== 'REMOVE' && !change.level) tell('level', 'list.level');
    return { action: change.action, procedureId: procedureId ?? 0, tier: change.tier, level: change.level ?? null };
  });
  if (problems.length > 0) throw badInputs(problems);
  return checked;
}

const keyOf = (row: { procedureId: number; tier: UnitKind }) => `${row.procedureId}|${row.tier}`;

/** Derives the entries of some procedures anew and records what differs from what is stored. */
async function rebuildEntries(
  tx: Writer,
  provinceId: number,
  listId: number,
  procedureIds: number[],
  newIds: number[],
): Promise<void> {
  const changes = await listChanges(tx, provinceId, { listId, procedureIds });
  const stored = await listEntries(tx, provinceId, { listId, procedureIds });
  const problems: FieldProblem[] = [];
  const derived: NewEntry[] = [];
  for (const [key, mine] of groupBy(changes, keyOf)) {
    const [id = '', tier = ''] = key.split('|');
    const { entries, problems: found } = entriesFromChanges(mine);
    derived.push(...entries.map((entry) => ({ ...entry, procedureId: Number(id), tier: tier as UnitKind })));
    problems.push(...found.map((problem) => toldOf(problem, mine, newIds)));
  }
  if (problems.length > 0) throw badInputs(problems);
  const same = (a: NewEntry | EntryRow) => [keyOf(a), a.level, a.from, a.to, a.openedBy, a.closedBy].join('|');
  const wanted = new Set(derived.map(same));
  const there = new Set(stored.map(same));
  await supersedeEntries(
    tx,
    tx.moment,
    stored.filter((entry) => !wanted.has(same(entry))).map((entry) => entry.id),
  );
  await insertEntries(
    tx,
    provinceId,
    tx.moment,
    listId,
    derived.filter((entry) => !there.has(same(entry))),
  );
}

/** A problem of a change that is being entered points to it; one of an earlier change, to the decision that upsets it. */
function toldOf(problem: ListProblem, changes: ChangeRow[], newIds: number[]): FieldProblem {
  const change = changes[problem.change];
  const at = change ? newIds.indexOf(change.sequence) : -1;
  const text = problem.code === 'ALREADY_LISTED_AT_OTHER_LEVEL' ? 'list.alreadyListed' : 'list.notListed';
  const params = { day: change?.effectiveOn ?? '' };
  return at >= 0
    ? { path: `input.changes.${at}.procedure`, text, params }
    : { path: 'input.decision.effectiveOn', text: 'list.upsetsLater', params };
}

function groupBy<T>(rows: T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
