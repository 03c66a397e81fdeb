import type { Day } from '@chi-tieu/shared/domain/days';
import type { ForceAction } from '@chi-tieu/shared/domain/force';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { badInput, badInputs, type FieldProblem } from '../../app/errors.ts';
import type { ErrorText } from '../../app/error-texts.ts';
import { lockDossiers } from '../../app/moments.ts';
import type { Sql } from '../../app/sql.ts';
import { bookCatalogueChange } from '../rates/booking.queries.ts';
import { today } from '../units/units.service.ts';
import { unknownText } from './amendment-lines.service.ts';
import { proceduresByCode, type ProcedureRow } from './catalogue.queries.ts';
import {
  auditedDecision,
  checkDecision,
  recordDecision,
  type CheckedDecision,
  type DecisionDraft,
} from './decisions.service.ts';
import { forceChanges, insertForceChanges, type NewForceChange } from './force.queries.ts';
import { rebuildPeriods, type ForceTrouble } from './periods.service.ts';
import type { ForceChangeInput, ForceChangesInput } from './history.types.ts';
import { recordStep } from './steps.queries.ts';

/** One line about a procedure's being in force; it holds from the decision's effective day unless it names its own. */
export interface ForceLineDraft {
  action: Exclude<ForceAction, 'STATED'>;
  procedure: string;
  from?: Day | null | undefined;
  replacedBy?: string | null | undefined;
  locator?: string | null | undefined;
}

/** What a decision says of procedures' being in force. */
export interface ForceDraft {
  decision: DecisionDraft;
  changes: ForceLineDraft[];
}

const MOST_LINES = 5_000;
const LONGEST_LOCATOR = 100;
/** Where the lines stand in the input, unless told. */
const LINES_PATH = 'input.changes';

/** A line of the input with its place there and the code of its procedure. */
export interface ForceLine extends Omit<NewForceChange, 'decisionId'> {
  index: number;
  /** Where it is told that it makes no sense, where it stands not among the lines. */
  place?: string;
  code: string;
}

/**
 * Enters what a decision says of procedures' being in force, as one step, and re-books the figures. Decisions may be entered late
 * and out of order. Lines that the decision is known to say are not entered again. At most 5,000 lines.
 */
export async function changeForce(ctx: Context, draft: ForceDraft): Promise<ProcedureRow[]> {
  const decision = await checkForce(ctx, draft);
  await ctx.write('changeForce', (tx) => enterForce(tx, ctx.provinceId, draft, decision), { books: true });
  const codes = draft.changes.map(({ procedure }) => nationalCode(procedure) ?? '');
  return proceduresByCode(ctx.read, ctx.provinceId, codes, { on: today(ctx) });
}

/** Checks what can be checked before anything is written; gives the decision. */
export async function checkForce(ctx: Context, draft: ForceDraft): Promise<CheckedDecision> {
  if (draft.changes.length > MOST_LINES) throw badInput('input.changes', 'input.tooMany', { most: MOST_LINES });
  return checkDecision(ctx, 'input.decision', draft.decision);
}

/** Enters the lines in a transaction, as its step; `watch` is told the procedures before anything of them changes. */
export async function enterForce(
  tx: Writer,
  provinceId: number,
  draft: ForceDraft,
  decision: CheckedDecision,
  watch: (procedureIds: number[]) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await lockDossiers(tx);
  const { lines, problems } = await readForceLines(tx, provinceId, draft.changes, decision.effectiveOn, LINES_PATH);
  if (problems.length > 0) throw badInputs(problems);
  await watch(proceduresOf(lines));
  const decisionId = await recordDecision(tx, provinceId, 'input.decision', decision);
  const fresh = await unsaidForceLines(tx, decisionId, lines);
  await bookCatalogueChange(tx, provinceId, 'FORCE', proceduresOf(fresh), () =>
    sayForceLines(tx, provinceId, { fresh, decisionId, number: decision.number, path: LINES_PATH }),
  );
  auditForceLines(tx, provinceId, fresh, decision);
}

/** Leaves an event for each procedure of whose being in force something was said. */
export function auditForceLines(tx: Writer, provinceId: number, fresh: ForceLine[], decision: CheckedDecision): void {
  for (const { code, action, from } of fresh)
    tx.audit({
      what: 'PROCEDURE_FORCE_CHANGED',
      about: { kind: 'PROCEDURE', id: code },
      unitId: provinceId,
      after: { action, from, decision: auditedDecision(decision) },
    });
}

/** The procedures that lines are about, each once. */
export function proceduresOf(lines: readonly { procedureId: number }[]): number[] {
  return [...new Set(lines.map(({ procedureId }) => procedureId))];
}

/**
 * The lines as they would be recorded, with every problem of every line; `path` is where they stand in the input, `made` are procedures
 * that come with them, by code.
 */
export async function readForceLines(
  sql: Sql,
  provinceId: number,
  drafts: readonly ForceLineDraft[],
  effectiveOn: Day,
  path: string,
  made: ReadonlyMap<string, number> = new Map(),
): Promise<{ lines: ForceLine[]; problems: FieldProblem[] }> {
  const named = drafts.flatMap(({ procedure, replacedBy }) => [procedure, replacedBy ?? '']);
  const codes = named.map((code) => nationalCode(code) ?? '').filter((code) => code !== '');
  const found = (await proceduresByCode(sql, provinceId, codes)).map(({ code, id }) => [code, id] as const);
  const known = new Map([...made, ...found]);
  const idOf = (code: string | null | undefined) => known.get(nationalCode(code ?? '') ?? '') ?? null;
  const problems: FieldProblem[] = [];
  const lines = drafts.map((change, index): ForceLine => {
    const tell = (field: string, text: ErrorText, params = {}) =>
      problems.push({ path: `${path}.${index}.${field}`, text, params });
    const [procedureId, other] = [idOf(change.procedure), idOf(change.replacedBy)];
    const isReplaced = change.action === 'REPLACED';
    if (procedureId === null) tell('procedure', unknownText(change.procedure), { code: change.procedure.slice(0, 60) });
    if (isReplaced && (other === null || other === procedureId)) tell('replacedBy', 'force.replacedBy');
    const locator = change.locator?.normalize('NFC').trim() ?? '';
    if (locator.length > LONGEST_LOCATOR || locator.includes('\0'))
      tell('locator', 'force.locator', { most: LONGEST_LOCATOR });
    return {
      index,
      code: nationalCode(change.procedure) ?? '',
      procedureId: procedureId ?? 0,
      action: change.action,
      from: change.from ?? effectiveOn,
      to: null,
      replacedBy: isReplaced ? other : null,
      locator: locator || null,
    };
  });
  return { lines, problems };
}

/** The lines that the decision is not known to say, each once. */
export async function unsaidForceLines(sql: Sql, decisionId: number, lines: ForceLine[]): Promise<ForceLine[]> {
  const says = (line: Pick<NewForceChange, 'procedureId' | 'action' | 'from' | 'replacedBy'>) =>
    [line.procedureId, line.action, line.from, line.replacedBy].join('|');
  const stored = await forceChanges(sql, proceduresOf(lines), 'CURRENT');
  const said = new Set(stored.filter((line) => line.decisionId === decisionId).map(says));
  return lines.filter((line) => !said.has(says(line)) && said.add(says(line)));
}

/** Lines that are not recorded yet, the decision that says them, and where they stand in the input. */
interface FreshLines {
  fresh: ForceLine[];
  decisionId: number;
  number: string;
  path: string;
}

/** Records lines and what follows from them, as part of the transaction's step; whoever calls books the figures around it. */
export async function sayForceLines(tx: Writer, provinceId: number, said: FreshLines): Promise<void> {
  const { fresh, decisionId, number } = said;
  if (fresh.length === 0) return;
  const procedureIds = proceduresOf(fresh);
  const facts = { decision: number };
  await recordStep(tx, provinceId, tx.moment, { kind: 'DECIDED', facts, procedureIds, lines: fresh.length });
  await insertForceChanges(
    tx,
    provinceId,
    tx.moment,
    fresh.map((line) => ({ ...line, decisionId })),
  );
  const troubles = await rebuildPeriods(tx, provinceId, procedureIds);
  if (troubles.length > 0) throw badInputs(troubles.map((trouble) => toldOf(trouble, said)));
}

const TEXTS = {
  ALREADY_IN_FORCE: 'force.alreadyInForce',
  NOT_IN_FORCE: 'force.notInForce',
  IN_FORCE_LATER: 'force.inForceLater',
} as const satisfies Record<ForceTrouble['code'], ErrorText>;

/** A line that is being entered is told at its place; one that was there, at the line that upsets it. */
function toldOf({ line, code }: ForceTrouble, { fresh, decisionId, path }: FreshLines): FieldProblem {
  const mine = fresh.filter(({ procedureId }) => procedureId === line.procedureId);
  const own = mine.find(
    ({ action, from }) => line.decisionId === decisionId && action === line.action && from === line.from,
  );
  const at = own ?? mine[0];
  const params = { day: line.from ?? '', code: at?.code ?? '' };
  return {
    path: at?.place ?? `${path}.${at?.index ?? 0}.procedure`,
    text: own ? TEXTS[code] : 'force.upsetsLater',
    params,
  };
}

/** The lines as a caller sent them; nobody states a period by a decision. */
export function decided(input: ForceChangesInput): ForceDraft {
  return { decision: input.decision, changes: decidedLines(input.changes, LINES_PATH) };
}

/** The lines that stand at `path` of the input, as a decision says them. */
export function decidedLines(lines: readonly ForceChangeInput[], path: string): ForceLineDraft[] {
  return lines.map(({ action, ...rest }, index) => {
    if (action === 'STATED') throw badInput(`${path}.${index}.action`, 'force.stated');
    return { action, ...rest };
  });
}
