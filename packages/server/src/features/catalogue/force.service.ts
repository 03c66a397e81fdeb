import type { Day } from '@chi-tieu/shared/domain/days';
import type { ForceAction } from '@chi-tieu/shared/domain/force';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { badInput, badInputs, type FieldProblem } from '../../app/errors.ts';
import type { ErrorText } from '../../app/error-texts.ts';
import { lockDossiers } from '../../app/moments.ts';
import { bookCatalogueChange } from '../rates/booking.queries.ts';
import { today } from '../units/units.service.ts';
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
import type { ForceChangesInput } from './history.types.ts';
import { recordStep } from './steps.queries.ts';

/** What a decision says of procedures' being in force; a line holds from the decision's effective day unless it names its own. */
export interface ForceDraft {
  decision: DecisionDraft;
  changes: {
    action: Exclude<ForceAction, 'STATED'>;
    procedure: string;
    from?: Day | null | undefined;
    replacedBy?: string | null | undefined;
    locator?: string | null | undefined;
  }[];
}

const MOST_LINES = 5_000;
const LONGEST_LOCATOR = 100;

interface Line extends Omit<NewForceChange, 'decisionId'> {
  index: number;
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
  const lines = await checkLines(tx, provinceId, draft, decision.effectiveOn);
  await watch([...new Set(lines.map(({ procedureId }) => procedureId))]);
  const decisionId = await recordDecision(tx, provinceId, 'input.decision', decision);
  const fresh = await unsaid(tx, decisionId, lines);
  await enter(tx, provinceId, decisionId, { fresh, number: decision.number });
  for (const { code, action, from } of fresh)
    tx.audit({
      what: 'PROCEDURE_FORCE_CHANGED',
      about: { kind: 'PROCEDURE', id: code },
      unitId: provinceId,
      after: { action, from, decision: auditedDecision(decision) },
    });
}

async function checkLines(tx: Writer, provinceId: number, draft: ForceDraft, effectiveOn: Day): Promise<Line[]> {
  const named = draft.changes.flatMap(({ procedure, replacedBy }) => [procedure, replacedBy ?? '']);
  const codes = named.map((code) => nationalCode(code) ?? '').filter((code) => code !== '');
  const known = new Map((await proceduresByCode(tx, provinceId, codes)).map((row) => [row.code, row.id]));
  const idOf = (code: string | null | undefined) => known.get(nationalCode(code ?? '') ?? '') ?? null;
  const problems: FieldProblem[] = [];
  const lines = draft.changes.map((change, index): Line => {
    const tell = (field: string, text: ErrorText, params = {}) =>
      problems.push({ path: `input.changes.${index}.${field}`, text, params });
    const [procedureId, other] = [idOf(change.procedure), idOf(change.replacedBy)];
    const isReplaced = change.action === 'REPLACED';
    if (procedureId === null) tell('procedure', 'procedure.unknown', { code: change.procedure.slice(0, 60) });
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
  if (problems.length > 0) throw badInputs(problems);
  return lines;
}

/** The lines that the decision is not known to say, each once. */
async function unsaid(tx: Writer, decisionId: number, lines: Line[]): Promise<Line[]> {
  const says = (line: Pick<NewForceChange, 'procedureId' | 'action' | 'from' | 'replacedBy'>) =>
    [line.procedureId, line.action, line.from, line.replacedBy].join('|');
  const stored = await forceChanges(
    tx,
    lines.map(({ procedureId }) => procedureId),
    'CURRENT',
  );
  const said = new Set(stored.filter((line) => line.decisionId === decisionId).map(says));
  return lines.filter((line) => !said.has(says(line)) && said.add(says(line)));
}

async function enter(
  tx: Writer,
  provinceId: number,
  decisionId: number,
  { fresh, number }: { fresh: Line[]; number: string },
): Promise<void> {
  if (fresh.length === 0) return;
  const procedureIds = [...new Set(fresh.map(({ procedureId }) => procedureId))];
  await bookCatalogueChange(tx, provinceId, procedureIds, async () => {
    const facts = { decision: number };
    await recordStep(tx, provinceId, tx.moment, { kind: 'DECIDED', facts, procedureIds, lines: fresh.length });
    await insertForceChanges(
      tx,
      provinceId,
      tx.moment,
      fresh.map((line) => ({ ...line, decisionId })),
    );
    const troubles = await rebuildPeriods(tx, provinceId, procedureIds);
    if (troubles.length > 0) throw badInputs(troubles.map((trouble) => toldOf(trouble, fresh, decisionId)));
  });
}

const TEXTS = {
  ALREADY_IN_FORCE: 'force.alreadyInForce',
  NOT_IN_FORCE: 'force.notInForce',
  IN_FORCE_LATER: 'force.inForceLater',
} as const satisfies Record<ForceTrouble['code'], ErrorText>;

/** A line that is being entered is told at its place; one that was there, at the line that upsets it. */
function toldOf({ line, code }: ForceTrouble, fresh: Line[], decisionId: number): FieldProblem {
  const mine = fresh.filter(({ procedureId }) => procedureId === line.procedureId);
  const own = mine.find(
    ({ action, from }) => line.decisionId === decisionId && action === line.action && from === line.from,
  );
  const at = own ?? mine[0];
  const params = { day: line.from ?? '', code: at?.code ?? '' };
  return { path: `input.changes.${at?.index ?? 0}.procedure`, text: own ? TEXTS[code] : 'force.upsetsLater', params };
}

/** The lines as a caller sent them; nobody states a period by a decision. */
export function decided(input: ForceChangesInput): ForceDraft {
  return {
    decision: input.decision,
    changes: input.changes.map(({ action, ...rest }, index) => {
      if (action === 'STATED') throw badInput(`input.changes.${index}.action`, 'force.stated');
      return { action, ...rest };
    }),
  };
}
