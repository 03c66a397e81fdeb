import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { badInput, badInputs } from '../../app/errors.ts';
import { lockDossiers } from '../../app/moments.ts';
import { bookCatalogueChange } from '../rates/booking.queries.ts';
import { causeOf } from '../rates/causes.types.ts';
import {
  auditAmendment,
  DAY_PATH,
  listToAmend,
  MOST_LINES,
  type AmendedList,
  type AmendmentDraft,
} from './amend-list.service.ts';
import {
  namedUnits,
  readLines,
  unsaidLines,
  type Line,
  type LineDraft,
  type NamedUnit,
} from './amendment-lines.service.ts';
import { requireSeenVersion } from './decision-conflicts.service.ts';
import { checkDecision, recordDecision, type CheckedDecision, type DecisionDraft } from './decisions.service.ts';
import {
  auditForceLines,
  proceduresOf,
  readForceLines,
  sayForceLines,
  unsaidForceLines,
  type ForceLine,
  type ForceLineDraft,
} from './force.service.ts';
import { rebuildEntries, type ChangedEntries } from './list-entries.service.ts';
import { insertChanges, listChanges, type ListRow } from './lists.queries.ts';
import { listByCode } from './lists.service.ts';
import {
  forceOfNew,
  identifyNew,
  NEW_PATH,
  storeNew,
  type NewProcedureDraft,
  type NewProcedures,
} from './new-procedures.service.ts';
import { checkAbout, describeDecision, type DecisionAbout } from './save-decision.service.ts';
import { recordStep } from './steps.queries.ts';

/** All that one decision does: to a list, and to procedures' being in force. */
export interface DecisionEntryDraft {
  decision: DecisionDraft;
  about?: DecisionAbout | null | undefined;
  /** The version of the decision that the caller saw, 0 for none; whatever it is unless given. */
  expectedVersion?: number | null | undefined;
  /** Needed where there are lines about a list. An unknown list is made when it is given a name. */
  list?: string | null | undefined;
  name?: string | null | undefined;
  changes: LineDraft[];
  force: ForceLineDraft[];
  /** Procedures that it announces, for its lines to name; in force from its effective day on. */
  procedures: NewProcedureDraft[];
}

/** What was entered; no step where the decision was known to say it all. */
export interface EnteredDecision {
  decisionId: number;
  stepId: string | null;
  lines: number;
  /** The procedures that it made. */
  made: number[];
}

/** A draft of which all is checked that needs no transaction. */
export interface ReadyEntry {
  draft: DecisionEntryDraft;
  decision: CheckedDecision;
  units: ReadonlyMap<string, NamedUnit>;
  about: ReturnType<typeof checkAbout> | null;
}

/** Where lines about procedures' being in force stand in the input. */
export const FORCE_PATH = 'input.force';

/**
 * Enters a decision with all that it does, as one step: the procedures that it announces, what it does to a list, and to procedures'
 * being in force. Whatever the order
 * in which decisions are entered, entries and periods are those that follow from all lines; the figures of the procedures
 * touched are booked once. One bad line refuses the whole; all bad lines are told at once. Lines that the decision is
 * already known to say are not entered again.
 */
export async function enterDecision(ctx: Context, draft: DecisionEntryDraft): Promise<EnteredDecision> {
  const ready = await checkEntry(ctx, draft);
  return ctx.write('enterDecision', (tx) => enter(tx, ctx.provinceId, ready), { books: true });
}

/** Enters a decision's changes of a list, and nothing else. */
export async function amendServiceList(ctx: Context, draft: AmendmentDraft): Promise<ListRow> {
  const ready = await checkEntry(ctx, { ...draft, force: [], procedures: [] });
  await ctx.write('amendServiceList', (tx) => enter(tx, ctx.provinceId, ready), { books: true });
  return listByCode(ctx, draft.list);
}

/** Checks what can be checked before anything is written. */
export async function checkEntry(ctx: Context, draft: DecisionEntryDraft): Promise<ReadyEntry> {
  const { changes, force, procedures } = draft;
  if (changes.length > MOST_LINES) throw badInput('input.changes', 'input.tooMany', { most: MOST_LINES });
  if (force.length > MOST_LINES) throw badInput(FORCE_PATH, 'input.tooMany', { most: MOST_LINES });
  if (procedures.length > MOST_LINES) throw badInput(NEW_PATH, 'input.tooMany', { most: MOST_LINES });
  if (changes.length > 0 && (draft.list ?? null) === null) throw badInput('input.list', 'list.unknown', { code: '' });
  const decision = await checkDecision(ctx, 'input.decision', draft.decision);
  const units = await namedUnits(ctx, changes, decision.effectiveOn);
  const about = draft.about ? checkAbout(draft.about, 'input.about', decision.number) : null;
  return { draft, decision, units, about };
}

/** Lines of both kinds, checked. */
interface ReadyLines {
  listed: Line[];
  forced: ForceLine[];
}

/** What an entry says, checked, with the procedures that come with it. */
interface Read extends ReadyLines {
  added: NewProcedures;
}

/** The procedures that an entry is about: those of whose being in force it speaks, and all. */
interface Spoken {
  forced: number[];
  all: number[];
}

/** Enters a decision in a transaction, as its step; `watch` is told the procedures before anything of them changes. */
export async function enter(
  tx: Writer,
  provinceId: number,
  ready: ReadyEntry,
  watch: (procedures: Spoken) => Promise<void> = () => Promise.resolve(),
): Promise<EnteredDecision> {
  await lockDossiers(tx);
  const lines = await readAll(tx, provinceId, ready);
  await watch({ forced: proceduresOf(lines.forced), all: proceduresOf([...lines.listed, ...lines.forced]) });
  const { draft, decision, about } = ready;
  const code = draft.list ?? null;
  const list = code === null ? null : await listToAmend(tx, provinceId, { list: code, name: draft.name });
  await requireSeenVersion(tx, provinceId, decision, { expected: draft.expectedVersion ?? null, about });
  const decisionId = await recordDecision(tx, provinceId, 'input.decision', decision);
  if (about) await describeDecision(tx, provinceId, decisionId, about);
  const fresh = {
    listed: list ? await unsaid(tx, provinceId, { listId: list.id, decisionId, lines: lines.listed }) : [],
    forced: await unsaidForceLines(tx, decisionId, lines.forced),
  };
  const touched = proceduresOf([...fresh.listed, ...fresh.forced]);
  await storeNew(tx, provinceId, lines.added, { id: decisionId, number: decision.number });
  const cause = causeOf({ lists: fresh.listed.length > 0, force: fresh.forced.length > 0 });
  const changed = await bookCatalogueChange(tx, provinceId, cause, touched, () =>
    say(tx, provinceId, { decision, decisionId, list, code: code ?? '', fresh }),
  );
  if (list) auditAmendment(tx, provinceId, amended(ready, list, { lines: lines.listed, fresh: fresh.listed, changed }));
  auditForceLines(tx, provinceId, fresh.forced, decision);
  const entered = fresh.listed.length + fresh.forced.length;
  const made = lines.added.fresh.map(({ id }) => id);
  return { decisionId, stepId: entered > 0 ? tx.moment : null, lines: entered, made };
}

/** The lines of both kinds; every problem of every line is told at once as BAD_USER_INPUT. */
async function readAll(tx: Writer, provinceId: number, { draft, decision, units }: ReadyEntry): Promise<Read> {
  const added = await identifyNew(tx, provinceId, draft.procedures, draft.changes);
  const listed = await readLines(tx, provinceId, draft.changes, { units, made: added.ids });
  const forced = await readForceLines(tx, provinceId, draft.force, decision.effectiveOn, FORCE_PATH, added.ids);
  const problems = [...added.problems, ...listed.problems, ...forced.problems];
  if (problems.length > 0) throw badInputs(problems);
  const inForce = [...forceOfNew(added, forced.lines, decision.effectiveOn), ...forced.lines];
  return { listed: listed.lines, forced: inForce, added };
}

async function unsaid(
  tx: Writer,
  provinceId: number,
  { listId, decisionId, lines }: { listId: number; decisionId: number; lines: Line[] },
): Promise<Line[]> {
  const procedureIds = lines.map((line) => line.procedureId);
  return unsaidLines(await listChanges(tx, provinceId, { listId, procedureIds }), decisionId, lines);
}

interface FreshEntry {
  decision: CheckedDecision;
  decisionId: number;
  list: AmendedList | null;
  code: string;
  fresh: ReadyLines;
}

/** Records the lines and what follows from them; gives the entries that went and came. */
async function say(
  tx: Writer,
  provinceId: number,
  { decision, decisionId, list, code, fresh: { listed, forced } }: FreshEntry,
): Promise<ChangedEntries> {
  const { number } = decision;
  await sayForceLines(tx, provinceId, { fresh: forced, decisionId, number, path: FORCE_PATH });
  if (!list || listed.length === 0) return { closed: [], opened: [] };
  const facts = { list: code, decision: number };
  await recordStep(tx, provinceId, tx.moment, { kind: 'LISTED', facts, procedureIds: [], lines: listed.length });
  const ids = await insertChanges(tx, provinceId, tx.moment, list.id, decisionId, listed);
  const entered = new Map(ids.map((id, at) => [id, listed[at]?.index ?? 0]));
  const about = { lines: entered, dayPath: DAY_PATH };
  return rebuildEntries(tx, provinceId, list.id, proceduresOf(listed), about);
}

/** What the audit trail needs of what was done to the list. */
function amended(
  { draft, decision, units }: ReadyEntry,
  list: AmendedList,
  { lines, fresh, changed }: { lines: Line[]; fresh: Line[]; changed: ChangedEntries },
): Parameters<typeof auditAmendment>[2] {
  const codes = new Map(lines.map((line) => [line.procedureId, line.code]));
  const unitCodes = new Map([...units].flatMap(([code, unit]) => (unit === 'UNKNOWN' ? [] : [[unit.id, code]])));
  return { list, code: draft.list ?? '', decision, lines: fresh.length, changed, codes, unitCodes };
}
