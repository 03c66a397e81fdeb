import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput, conflict } from '../../../app/errors.ts';
import { lockDossiers } from '../../../app/moments.ts';
import { today } from '../../units/units.service.ts';
import { proceduresById, type ProcedureRow } from '../catalogue.queries.ts';
import { stepById, type StepRow } from '../steps.queries.ts';
import { storeProcedures } from '../store-procedures.service.ts';
import { checkFilter, type ProcedureFilter } from '../table/filter.ts';
import { selectProcedures } from '../table/table.service.ts';
import {
  changedDraft,
  checkChanges,
  factsOf,
  partsOf,
  type BulkChanges,
  type BulkDraft,
  type BulkPart,
} from './bulk-changes.ts';
import { digestOf, freeze, thaw, type Frozen } from './frozen.ts';

const MOST_AT_ONCE = 5_000;
const MOST_NAMED = 20;

/** Which procedures: those of these codes, or what a filter (and words) finds today. */
export interface BulkSelection {
  codes?: string[] | null | undefined;
  filter?: ProcedureFilter | null | undefined;
  search?: string | null | undefined;
}

export interface BulkQuestion {
  selection: BulkSelection;
  changes: BulkChanges;
  /** From a preview of the same: then it holds for what was seen there, or is a CONFLICT. */
  token?: string | null | undefined;
  /** How many the caller expects to be selected, where they have no token. */
  expectedCount?: number | null | undefined;
  dryRun: boolean;
}

/** What one part of the changes comes to. */
export interface PartCount {
  part: BulkPart;
  changed: number;
  already: number;
  impossible: number;
}

export interface BulkEdit {
  selected: number;
  changed: number;
  unchanged: number;
  parts: PartCount[];
  /** Codes of procedures of which some part cannot be changed, twenty at most. */
  impossible: string[];
  token: string;
  step: StepRow | null;
}

/**
 * Changes many procedures as one step of kind BULK, at most 5,000. A dry run stores nothing: it tells in numbers what would change, and
 * gives the token by which the same is done to exactly what it saw. CONFLICT, with the codes, where something of that changed meanwhile.
 */
export async function editProcedures(ctx: Context, question: BulkQuestion): Promise<BulkEdit> {
  checkChanges(question.changes);
  const frozen = await frozenOf(ctx, question);
  if (question.dryRun) {
    const rows = await proceduresById(ctx.read, ctx.provinceId, idsOf(frozen), { on: today(ctx) });
    return { ...summary(refuseChanged(rows, frozen), question.changes), token: freeze(frozen), step: null };
  }
  const { done, moment } = await ctx.write('editProcedures', (tx) => edit(ctx, tx, frozen, question.changes), {
    books: true,
  });
  return {
    ...done,
    token: freeze(frozen),
    step: done.changed > 0 ? await stepById(ctx.read, ctx.provinceId, moment) : null,
  };
}

const idsOf = ({ seen }: Frozen): number[] => seen.map(([id]) => id);

async function edit(ctx: Context, tx: Writer, frozen: Frozen, changes: BulkChanges) {
  await lockDossiers(tx);
  const on = today(ctx);
  const rows = refuseChanged(await proceduresById(tx, ctx.provinceId, idsOf(frozen), { on }), frozen);
  const drafts = draftsOf(rows, changes);
  const done = summary(rows, changes, drafts);
  const facts = { ...factsOf(changes), selected: done.selected, unchanged: done.unchanged };
  await storeProcedures(
    tx,
    ctx.provinceId,
    drafts.filter(isChanged).map(({ draft }) => draft),
    { kind: 'BULK', facts, on },
  );
  return { done, moment: tx.moment };
}

/** What the caller saw: by their token, else what is selected now. */
async function frozenOf(
  ctx: Context,
  { selection, changes, token, expectedCount, dryRun }: BulkQuestion,
): Promise<Frozen> {
  const digest = digestOf(changes);
  if (typeof token === 'string' && !dryRun) {
    const frozen = thaw(token);
    if (!frozen || frozen.changes !== digest || frozen.seen.length > MOST_AT_ONCE)
      throw badInput('token', 'bulk.token');
    return frozen;
  }
  if (typeof expectedCount !== 'number' && !dryRun) throw badInput('token', 'bulk.unseen');
  const selected = await selectProcedures(
    ctx,
    { search: selection.search ?? null, filter: filterOf(selection) },
    MOST_AT_ONCE,
  );
  if (selected.length > MOST_AT_ONCE) throw badInput('selection', 'bulk.tooMany', { most: MOST_AT_ONCE });
  if (typeof expectedCount === 'number' && expectedCount !== selected.length)
    throw conflict(
      'bulk.count',
      { count: selected.length, expected: expectedCount },
      { path: 'expectedCount', facts: { count: selected.length } },
    );
  return { changes: digest, seen: selected.map(({ id, version }) => [id, version]) };
}

/** The selection as a filter. One that names nothing at all would be the whole catalogue: that has to be said. */
function filterOf({ codes, filter, search }: BulkSelection): ProcedureFilter {
  if (codes && filter) throw badInput('selection', 'bulk.selection');
  if (!codes && !filter && !search?.trim()) throw badInput('selection', 'bulk.selection');
  if (codes?.length === 0) throw badInput('selection.codes', 'bulk.selection');
  if (codes) checkFilter({ codes }, 'selection');
  if (filter) checkFilter(filter, 'selection.filter');
  return codes ? { codes } : (filter ?? {});
}

/** Refuses what is not there any more in the version that was seen; gives the rows in the order in which they were seen. */
function refuseChanged(rows: ProcedureRow[], { seen }: Frozen): ProcedureRow[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  const lost = seen.filter(([id, version]) => known.get(id)?.version !== version);
  if (lost.length > 0) {
    const codes = lost.slice(0, MOST_NAMED).map(([id]) => known.get(id)?.code ?? '?');
    const named = codes.join(', ') + (lost.length > MOST_NAMED ? '…' : '');
    throw conflict(
      'bulk.changed',
      { count: lost.length, codes: named },
      { path: 'token', facts: { count: lost.length, codes: named } },
    );
  }
  return seen.flatMap(([id]) => known.get(id) ?? []);
}

const isChanged = ({ outcomes }: BulkDraft): boolean => [...outcomes.values()].includes('CHANGED');
const draftsOf = (rows: ProcedureRow[], changes: BulkChanges): BulkDraft[] =>
  rows.map((row) => changedDraft(row, changes));

function summary(rows: ProcedureRow[], changes: BulkChanges, drafts = draftsOf(rows, changes)) {
  const changed = drafts.filter(isChanged).length;
  const parts = partsOf(changes).map((part) => {
    const of = (outcome: string) => drafts.filter(({ outcomes }) => outcomes.get(part) === outcome).length;
    return { part, changed: of('CHANGED'), already: of('ALREADY'), impossible: of('IMPOSSIBLE') };
  });
  const impossible = drafts
    .filter(({ outcomes }) => [...outcomes.values()].includes('IMPOSSIBLE'))
    .map(({ draft }) => draft.code);
  return {
    selected: rows.length,
    changed,
    unchanged: rows.length - changed,
    parts,
    impossible: impossible.slice(0, MOST_NAMED),
  };
}
