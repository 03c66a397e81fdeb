import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import type { ServiceLevel, ServiceListAction, UnitKind } from '../../app/enums.ts';
import { badInput, badInputs, type FieldProblem } from '../../app/errors.ts';
import { lockDossiers } from '../../app/moments.ts';
import { bookCatalogueChange } from '../rates/booking.queries.ts';
import { proceduresByCode } from './catalogue.queries.ts';
import {
  auditedDecision,
  checkDecision,
  recordDecision,
  type CheckedDecision,
  type DecisionDraft,
} from './decisions.service.ts';
import { rebuildEntries, type ChangedEntries } from './list-entries.service.ts';
import {
  insertChanges,
  insertList,
  listChanges,
  renameList,
  serviceLists,
  type EntryRow,
  type ListRow,
  type NewChange,
} from './lists.queries.ts';
import { listByCode } from './lists.service.ts';
import { recordStep } from './steps.queries.ts';

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
 * Lines that the decision is already known to say are not entered again. At most 5,000 lines at a time.
 */
export async function amendServiceList(ctx: Context, draft: AmendmentDraft): Promise<ListRow> {
  if (draft.changes.length > MOST_LINES) throw badInput('input.changes', 'input.tooMany', { most: MOST_LINES });
  const decision = await checkDecision(ctx, 'input.decision', draft.decision);
  await ctx.write(
    'amendServiceList',
    async (tx) => {
      await lockDossiers(tx);
      const lines = await checkLines(tx, ctx.provinceId, draft);
      const list = await listToAmend(tx, ctx.provinceId, draft);
      const listId = list.id;
      const decisionId = await recordDecision(tx, ctx.provinceId, 'input.decision', decision);
      const fresh = await unsaidLines(tx, ctx.provinceId, { listId, decisionId, lines });
      const procedureIds = [...new Set(fresh.map((line) => line.procedureId))];
      const facts = { list: draft.list, decision: decision.number };
      if (fresh.length > 0)
        await recordStep(tx, ctx.provinceId, tx.moment, {
          kind: 'LISTED',
          facts,
          procedureIds: [],
          lines: fresh.length,
        });
      const changed = await bookCatalogueChange(tx, ctx.provinceId, procedureIds, async () => {
        const ids = await insertChanges(tx, ctx.provinceId, tx.moment, listId, decisionId, fresh);
        const entered = new Map(ids.map((id, at) => [id, fresh[at]?.index ?? 0]));
        return rebuildEntries(tx, ctx.provinceId, listId, procedureIds, entered);
      });
      const codes = new Map(lines.map((line) => [line.procedureId, line.code]));
      auditAmendment(tx, ctx.provinceId, { list, code: draft.list, decision, lines: fresh.length, changed, codes });
    },
    { books: true },
  );
  return listByCode(ctx, draft.list);
}

const LIST_CODE = /^[0-9A-Za-z][0-9A-Za-z._/-]{0,39}$/;
const LONGEST_NAME = 500;
const MOST_LINES = 5_000;

/** A list with the name that it has from now on and the one that it had, null where it was not there. */
interface AmendedList {
  id: number;
  name: string;
  formerName: string | null;
}

interface Amendment {
  list: AmendedList;
  code: string;
  decision: CheckedDecision;
  /** How many lines were entered: those that the decision was not known to say. */
  lines: number;
  changed: ChangedEntries;
  /** The codes of procedures by their ids. */
  codes: ReadonlyMap<number, string>;
}

/** Says in the audit trail which entries end or go and which begin, with the decision that says so. */
function auditAmendment(tx: Writer, provinceId: number, amendment: Amendment): void {
  const { list, code, decision, lines, changed, codes } = amendment;
  const show = (entries: Pick<EntryRow, 'procedureId' | 'tier' | 'level' | 'from' | 'to'>[]) =>
    entries.map(({ procedureId, tier, level, from, to }) => {
      return { procedure: codes.get(procedureId) ?? '', tier, level, from, to };
    });
  const counts = { lines, closed: changed.closed.length, opened: changed.opened.length };
  tx.audit({
    what: 'LIST_AMENDED',
    about: { kind: 'LIST', id: code },
    unitId: provinceId,
    before: { name: list.formerName, entries: show(changed.closed) },
    after: { name: list.name, decision: auditedDecision(decision), ...counts, entries: show(changed.opened) },
  });
}

/** The list that a decision is about: renamed or made where the decision gives it a name. */
async function listToAmend(tx: Writer, provinceId: number, draft: AmendmentDraft): Promise<AmendedList> {
  const known = (await serviceLists(tx, provinceId)).find((list) => list.code === draft.list);
  const name = draft.name?.normalize('NFC').trim().replace(/\s+/g, ' ') ?? '';
  if (name.length > LONGEST_NAME) throw badInput('input.name', 'list.nameLong', { most: LONGEST_NAME });
  if (!known && name === '') throw badInput('input.list', 'list.unknown', { code: draft.list.slice(0, 60) });
  if (!known && !LIST_CODE.test(draft.list)) throw badInput('input.list', 'list.code');
  if (!known) return { id: await insertList(tx, provinceId, draft.list, name), name, formerName: null };
  if (name !== '' && name !== known.name) await renameList(tx, known.id, name);
  return { id: known.id, name: name || known.name, formerName: known.name };
}

/** A line of the input with its place there and the code of its procedure. */
type Line = NewChange & { index: number; code: string };

/** The lines but for those that only repeat the last thing which the decision says about their procedure and tier. */
async function unsaidLines(
  tx: Writer,
  provinceId: number,
  { listId, decisionId, lines }: { listId: number; decisionId: number; lines: Line[] },
): Promise<Line[]> {
  const procedureIds = lines.map((line) => line.procedureId);
  const known = await listChanges(tx, provinceId, { listId, procedureIds });
  const about = (change: NewChange) => `${change.procedureId}|${change.tier}`;
  const says = (change: NewChange) => `${change.action}|${change.level ?? ''}`;
  const said = known.filter((change) => change.decisionId === decisionId);
  const last = new Map(said.map((change) => [about(change), says(change)]));
  return lines.filter((line) => {
    const repeats = last.get(about(line)) === says(line);
    last.set(about(line), says(line));
    return !repeats;
  });
}

async function checkLines(tx: Writer, provinceId: number, draft: AmendmentDraft): Promise<Line[]> {
  const codes = draft.changes.map((change) => nationalCode(change.procedure) ?? '');
  const known = new Map((await proceduresByCode(tx, provinceId, codes)).map((row) => [row.code, row.id]));
  const problems: FieldProblem[] = [];
  const checked = draft.changes.map((change, index): Line => {
    const code = codes[index] ?? '';
    const procedureId = known.get(code);
    const tell = (field: string, text: FieldProblem['text']) =>
      problems.push({ path: `input.changes.${index}.${field}`, text, params: { code: change.procedure.slice(0, 60) } });
    if (procedureId === undefined) tell('procedure', 'procedure.unknown');
    if (change.tier === 'DEPARTMENT') tell('tier', 'tier.department');
    if (change.action !== 'REMOVE' && !change.level) tell('level', 'list.level');
    const level = change.action === 'REMOVE' ? null : (change.level ?? null);
    return { index, code, action: change.action, procedureId: procedureId ?? 0, tier: change.tier, level };
  });
  if (problems.length > 0) throw badInputs(problems);
  return checked;
}
