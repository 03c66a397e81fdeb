import type { Day } from '@chi-tieu/shared/domain/days';
import { fold } from '@chi-tieu/shared/domain/fold';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { Writer } from '../../app/database.ts';
import type { UnitKind } from '../../app/enums.ts';
import type { FieldProblem } from '../../app/errors.ts';
import type { LineDraft } from './amendment-lines.service.ts';
import { ensureProcedures } from './catalogue.queries.ts';
import type { ForceLine } from './force.service.ts';
import { identities } from './identities.queries.ts';
import { codeOf, problemsOfDrafts, type ProcedureDraft } from './procedure-draft.ts';
import { storeProcedures } from './store-procedures.service.ts';
import { textsOf } from './texts.queries.ts';

/** A procedure that a decision announces: it is not in the catalogue yet. */
export interface NewProcedureDraft {
  code: string;
  name: string;
  field?: string | null | undefined;
  /** Those for which the decision's lines list it, unless given. */
  tiers?: UnitKind[] | null | undefined;
  locator?: string | null | undefined;
}

/** Where new procedures stand in the input. */
export const NEW_PATH = 'input.procedures';

/** The procedures that a decision makes, with their identities, and all that is wrong with what was sent. */
export interface NewProcedures {
  fresh: { id: number; index: number; draft: ProcedureDraft }[];
  /** Their ids by their codes. */
  ids: ReadonlyMap<string, number>;
  problems: FieldProblem[];
}

/**
 * Tells which procedures a decision makes and gives them identities, for its lines to name. One that is in the catalogue under the
 * same name is passed by, for it may be the decision's own; under another name it is a problem.
 */
export async function identifyNew(
  tx: Writer,
  provinceId: number,
  drafts: readonly NewProcedureDraft[],
  lines: readonly LineDraft[],
): Promise<NewProcedures> {
  if (drafts.length === 0) return { fresh: [], ids: new Map(), problems: [] };
  const whole = drafts.map((draft): ProcedureDraft => ({ ...draft, tiers: draft.tiers ?? tiersIn(lines, draft) }));
  const names = await namesByCode(tx, provinceId, whole.map(codeOf));
  const problems = [...problemsOfDrafts(whole, NEW_PATH), ...otherNames(whole, names)];
  const unknown = whole.filter(({ code }) => nationalCode(code) !== null && !names.has(codeOf({ code })));
  const ids = await ensureProcedures(tx, provinceId, unknown.map(codeOf));
  const fresh = whole.flatMap((draft, index) => {
    const id = ids.get(codeOf(draft));
    return id === undefined ? [] : [{ id, index, draft }];
  });
  return { fresh, ids, problems };
}

/** The names under which procedures are in the catalogue, on whichever day; what an undone creation leaves is not there. */
async function namesByCode(tx: Writer, provinceId: number, codes: string[]): Promise<Map<string, string[]>> {
  const known = await identities(tx, provinceId, codes);
  const ids = known.map(({ id }) => id);
  const texts = groupBy(await textsOf(tx, ids, 'CURRENT'), ({ procedureId }) => procedureId);
  return new Map(
    known.flatMap(({ id, code }) => {
      const mine = texts.get(id);
      return mine ? [[code, mine.map(({ text }) => text.name)] as const] : [];
    }),
  );
}

function otherNames(drafts: readonly ProcedureDraft[], names: ReadonlyMap<string, string[]>): FieldProblem[] {
  return drafts.flatMap((draft, index) => {
    const code = codeOf(draft);
    const known = names.get(code) ?? [];
    const [first] = known;
    if (first === undefined || known.some((name) => fold(name) === fold(draft.name))) return [];
    const params = { code, name: first.slice(0, 200) };
    return [{ path: `${NEW_PATH}.${index}.code`, text: 'procedure.known' as const, params }];
  });
}

function tiersIn(lines: readonly LineDraft[], { code }: NewProcedureDraft): UnitKind[] {
  const national = nationalCode(code);
  const mine = lines.filter(({ procedure }) => national !== null && nationalCode(procedure) === national);
  return [...new Set(mine.map(({ tier }) => tier).filter((tier) => tier !== 'DEPARTMENT'))];
}

/** The lines by which a decision has its new procedures in force from its day on, but for those of which it says so itself. */
export function forceOfNew({ fresh }: NewProcedures, said: readonly ForceLine[], effectiveOn: Day): ForceLine[] {
  const enforced = new Set(said.filter(({ action }) => action === 'ENFORCED').map(({ procedureId }) => procedureId));
  return fresh
    .filter(({ id }) => !enforced.has(id))
    .map(({ id, index, draft }) => ({
      index,
      place: `${NEW_PATH}.${index}.code`,
      code: codeOf(draft),
      procedureId: id,
      action: 'ENFORCED' as const,
      from: effectiveOn,
      to: null,
      replacedBy: null,
      locator: draft.locator?.normalize('NFC').trim() || null,
    }));
}

/** Stores what new procedures say, as a part of the decision's step; when they are in force, its lines say. */
export async function storeNew(
  tx: Writer,
  provinceId: number,
  { fresh }: NewProcedures,
  decision: { id: number; number: string },
): Promise<void> {
  if (fresh.length === 0) return;
  const drafts = fresh.map(({ draft }) => ({ ...draft, decisionId: decision.id }));
  const step = { kind: 'DECIDED', facts: { decision: decision.number }, inForce: 'UNSAID' } as const;
  await storeProcedures(tx, provinceId, drafts, step);
}
