import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { badInput } from '../../app/errors.ts';
import { lockDossiers } from '../../app/moments.ts';
import { bookCatalogueChange } from '../rates/booking.queries.ts';
import { checkLines, namedUnits, unsaidLines, type LineDraft } from './amendment-lines.service.ts';
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
} from './lists.queries.ts';
import { listByCode } from './lists.service.ts';
import { checkAbout, describeDecision, type DecisionAbout } from './save-decision.service.ts';
import { recordStep } from './steps.queries.ts';

/** What one decision changes about a list. An unknown list is made when it is given a name. */
export interface AmendmentDraft {
  list: string;
  name?: string | null | undefined;
  decision: DecisionDraft;
  /** What is told of the decision beyond its number and days. */
  about?: DecisionAbout | null | undefined;
  changes: LineDraft[];
}

/**
 * Enters a decision's changes of a list. Whatever the order in which decisions are entered, the entries are those that
 * follow from all changes in the order in which they take effect; the figures of the procedures touched are re-booked.
 * Lines that the decision is already known to say are not entered again. At most 5,000 lines at a time.
 */
export async function amendServiceList(ctx: Context, draft: AmendmentDraft): Promise<ListRow> {
  if (draft.changes.length > MOST_LINES) throw badInput('input.changes', 'input.tooMany', { most: MOST_LINES });
  const decision = await checkDecision(ctx, 'input.decision', draft.decision);
  const units = await namedUnits(ctx, draft.changes, decision.effectiveOn);
  const about = draft.about ? checkAbout(draft.about, 'input.about', decision.number) : null;
  await ctx.write(
    'amendServiceList',
    async (tx) => {
      await lockDossiers(tx);
      const lines = await checkLines(tx, ctx.provinceId, draft.changes, units);
      const list = await listToAmend(tx, ctx.provinceId, draft);
      const listId = list.id;
      const decisionId = await recordDecision(tx, ctx.provinceId, 'input.decision', decision);
      if (about) await describeDecision(tx, ctx.provinceId, decisionId, about);
      const asked = { listId, procedureIds: lines.map((line) => line.procedureId) };
      const fresh = unsaidLines(await listChanges(tx, ctx.provinceId, asked), decisionId, lines);
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
        return rebuildEntries(tx, ctx.provinceId, listId, procedureIds, { lines: entered, dayPath: DAY_PATH });
      });
      const codes = new Map(lines.map((line) => [line.procedureId, line.code]));
      const unitCodes = new Map([...units].flatMap(([code, unit]) => (unit === 'UNKNOWN' ? [] : [[unit.id, code]])));
      const told = { list, code: draft.list, decision, lines: fresh.length, changed, codes, unitCodes };
      auditAmendment(tx, ctx.provinceId, told);
    },
    { books: true },
  );
  return listByCode(ctx, draft.list);
}

/** Where the day from which a decision holds stands in the input. */
export const DAY_PATH = 'input.decision.effectiveOn';

const LIST_CODE = /^[0-9A-Za-z][0-9A-Za-z._/-]{0,39}$/;
const LONGEST_NAME = 500;
/** So many lines are taken at a time. */
export const MOST_LINES = 5_000;

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
  /** Those of the units that lines name. */
  unitCodes: ReadonlyMap<number, string>;
}

/** Says in the audit trail which entries end or go and which begin, with the decision that says so. */
function auditAmendment(tx: Writer, provinceId: number, amendment: Amendment): void {
  const { list, code, decision, lines, changed, codes, unitCodes } = amendment;
  const show = (entries: Pick<EntryRow, 'procedureId' | 'tier' | 'unitId' | 'level' | 'from' | 'to'>[]) =>
    entries.map(({ procedureId, tier, unitId, level, from, to }) => {
      const unit = unitId === null ? {} : { unit: unitCodes.get(unitId) ?? String(unitId) };
      return { procedure: codes.get(procedureId) ?? '', tier, ...unit, level, from, to };
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
