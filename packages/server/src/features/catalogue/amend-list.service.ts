import type { Writer } from '../../app/database.ts';
import { badInput } from '../../app/errors.ts';
import type { LineDraft } from './amendment-lines.service.ts';
import { auditedDecision, type CheckedDecision, type DecisionDraft } from './decisions.service.ts';
import type { ChangedEntries } from './list-entries.service.ts';
import { insertList, renameList, serviceLists, type EntryRow } from './lists.queries.ts';
import type { DecisionAbout } from './save-decision.service.ts';

/** What one decision changes about a list. An unknown list is made when it is given a name. */
export interface AmendmentDraft {
  list: string;
  name?: string | null | undefined;
  decision: DecisionDraft;
  /** What is told of the decision beyond its number and days. */
  about?: DecisionAbout | null | undefined;
  changes: LineDraft[];
}

/** Where the day from which a decision holds stands in the input. */
export const DAY_PATH = 'input.decision.effectiveOn';

const LIST_CODE = /^[0-9A-Za-z][0-9A-Za-z._/-]{0,39}$/;
const LONGEST_NAME = 500;
/** So many lines are taken at a time. */
export const MOST_LINES = 5_000;

/** A list with the name that it has from now on and the one that it had, null where it was not there. */
export interface AmendedList {
  id: number;
  name: string;
  formerName: string | null;
}

export interface Amendment {
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
export function auditAmendment(tx: Writer, provinceId: number, amendment: Amendment): void {
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
export async function listToAmend(
  tx: Writer,
  provinceId: number,
  draft: Pick<AmendmentDraft, 'list' | 'name'>,
): Promise<AmendedList> {
  const known = (await serviceLists(tx, provinceId)).find((list) => list.code === draft.list);
  const name = draft.name?.normalize('NFC').trim().replace(/\s+/g, ' ') ?? '';
  if (name.length > LONGEST_NAME) throw badInput('input.name', 'list.nameLong', { most: LONGEST_NAME });
  if (!known && name === '') throw badInput('input.list', 'list.unknown', { code: draft.list.slice(0, 60) });
  if (!known && !LIST_CODE.test(draft.list)) throw badInput('input.list', 'list.code');
  if (!known) {
    const id = await insertList(tx, provinceId, tx.moment, { code: draft.list, name });
    return { id, name, formerName: null };
  }
  if (name !== '' && name !== known.name) await renameList(tx, provinceId, tx.moment, { id: known.id, name });
  return { id: known.id, name: name || known.name, formerName: known.name };
}
