import { dayInVietnam, type Day } from '@chi-tieu/shared/domain/days';
import { periodsFromChanges, shownPeriod, type ForcePeriod } from '@chi-tieu/shared/domain/force';
import {
  changedFields,
  rewrite,
  TEXT_FIELDS,
  textOn,
  type ProcedureText,
  type Rewriting,
} from '@chi-tieu/shared/domain/procedure-text';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import type { Writer } from '../../app/database.ts';
import { lockDossiers } from '../../app/moments.ts';
import { bookCatalogueChange } from '../rates/booking.queries.ts';
import { ensureProcedures } from './catalogue.queries.ts';
import { conflictOf, type LostRace } from './conflicts.service.ts';
import { forceChanges, insertForceChanges, type ForceChangeRow } from './force.queries.ts';
import { rebuildPeriods } from './periods.service.ts';
import { codeOf, textOfDraft, type ProcedureDraft, type TextSource } from './procedure-draft.ts';
import { identities } from './identities.queries.ts';
import type { Stand } from './stand.ts';
import { recordStep, type StepFacts, type StepKind } from './steps.queries.ts';
import { insertTexts, supersedeTexts, textsOf, type NewText, type TextRow } from './texts.queries.ts';

export type SaveOutcome = 'created' | 'updated' | 'unchanged';

/** What a storing is for: how its step is told, and the day of which a text without a day is the successor. */
export interface StoreStep {
  kind: StepKind;
  facts?: StepFacts;
  /** Today unless told. */
  on?: Day;
  /** Whether drafts say when procedures are in force, or (UNSAID) others do. */
  inForce?: 'STATED' | 'UNSAID';
}

/** A procedure as it is stored: nothing of one that is not there. */
interface Stored {
  id: number;
  version: number;
  texts: TextRow[];
  said: ForceChangeRow[];
}

/** What a draft changes. */
interface Change {
  code: string;
  stored: Stored | null;
  text: ProcedureText;
  /** Which decision says so, and where. */
  source: TextSource;
  rewriting: Rewriting<TextRow> | null;
  /** The whole period that is stated anew; null where it is what is shown already. */
  stated: Pick<ForcePeriod, 'from' | 'to'> | null;
}

/**
 * Stores procedures in a transaction as a part of its step, and books what changed periods in force do to the figures. Returns what
 * became of each draft, in their order.
 */
export async function storeProcedures(
  tx: Writer,
  provinceId: number,
  drafts: ProcedureDraft[],
  step: StoreStep,
): Promise<SaveOutcome[]> {
  await lockDossiers(tx);
  const on = step.on ?? dayInVietnam(new Date());
  const known = await storedByCode(tx, provinceId, drafts.map(codeOf));
  await refuseLostRaces(tx, provinceId, drafts, { known, on });
  const found = drafts.map((draft) => changeOf(draft, known.get(codeOf(draft)) ?? null, on));
  const changes = step.inForce === 'UNSAID' ? found.map((change) => ({ ...change, stated: null })) : found;
  const changed = changes.filter(({ rewriting, stated }) => rewriting !== null || stated !== null);
  if (changed.length > 0) await record(tx, provinceId, changed, step);
  for (const change of changed) auditProcedure(tx, provinceId, change, on);
  const isChanged = new Set(changed);
  return changes.map((change) => (!isChanged.has(change) ? 'unchanged' : change.stored ? 'updated' : 'created'));
}

async function storedByCode(tx: Writer, provinceId: number, codes: string[]): Promise<Map<string, Stored>> {
  const found = await identities(tx, provinceId, codes);
  const ids = found.map(({ id }) => id);
  const texts = groupBy(await textsOf(tx, ids, 'CURRENT'), ({ procedureId }) => procedureId);
  const said = groupBy(await forceChanges(tx, ids, 'CURRENT'), ({ procedureId }) => procedureId);
  // An identity without a text is what an undone creation leaves: nobody sees it.
  return new Map(
    found.flatMap(({ id, code, version }) => {
      const mine = texts.get(id);
      return mine ? [[code, { id, version, texts: mine, said: said.get(id) ?? [] }] as const] : [];
    }),
  );
}

/** How one of which decisions left no day in force is shown. */
const NO_PERIOD = { from: null, to: null } as const;

function changeOf(draft: ProcedureDraft, stored: Stored | null, on: Day): Change {
  const texts = stored?.texts ?? [];
  const from = draft.textFrom ?? null;
  const holding = textOn(texts, from ?? on);
  const text = textOfDraft(draft, holding?.text ?? null);
  const source = sourceOf(draft, holding);
  const wanted = { from: draft.inForceFrom ?? null, to: draft.inForceTo ?? null };
  // One of which no period is left is shown without days, and so states nothing by having none.
  const shown =
    stored && stored.said.length > 0 ? (shownPeriod(periodsFromChanges(stored.said).periods, on) ?? NO_PERIOD) : null;
  const isSame = shown !== null && shown.from === wanted.from && shown.to === wanted.to;
  return {
    code: codeOf(draft),
    stored,
    text,
    source,
    rewriting: rewrite(texts, text, { from, on }) ?? resourced(holding, source),
    stated: isSame ? null : wanted,
  };
}

/** What a draft does not tell of its source stays where its text takes the place of another, and is nothing for a new one. */
function sourceOf({ decisionId, locator, textFrom }: ProcedureDraft, holding: TextRow | null): TextSource {
  const replaced = textFrom == null || textFrom === holding?.from ? holding : null;
  return {
    decisionId: decisionId === undefined ? (replaced?.decisionId ?? null) : decisionId,
    locator: locator === undefined ? (replaced?.locator ?? null) : (locator?.normalize('NFC').trim() ?? '') || null,
  };
}

/** The same text, said by another decision or at another place. */
function resourced(holding: TextRow | null, source: TextSource): Rewriting<TextRow> | null {
  if (!holding || (holding.decisionId === source.decisionId && holding.locator === source.locator)) return null;
  return { superseded: holding, recorded: [{ from: holding.from, to: holding.to, isNew: true }] };
}

async function record(tx: Writer, provinceId: number, changes: Change[], step: StoreStep): Promise<void> {
  const codes = changes.map(({ code }) => code);
  const ids = await ensureProcedures(tx, provinceId, codes);
  const idOf = (change: Change) => ids.get(change.code) ?? 0;
  const stated = changes.filter((change) => change.stated !== null);
  const procedureIds = changes.map(idOf);
  await bookCatalogueChange(tx, provinceId, 'FORCE', stated.map(idOf), async () => {
    const { kind, facts } = step;
    await recordStep(tx, provinceId, tx.moment, { kind, ...(facts && { facts }), procedureIds, lines: 0 });
    const old = changes.flatMap(({ rewriting }) => (rewriting?.superseded ? [rewriting.superseded.id] : []));
    await supersedeTexts(tx, tx.moment, old);
    await insertTexts(
      tx,
      provinceId,
      tx.moment,
      changes.flatMap((change) => newTexts(change, idOf(change))),
    );
    await insertForceChanges(
      tx,
      provinceId,
      tx.moment,
      stated.map((change) => statedLine(change, idOf(change))),
    );
    await rebuildPeriods(tx, provinceId, stated.map(idOf));
  });
}

function newTexts({ code, text, source: own, rewriting }: Change, procedureId: number): NewText[] {
  return (rewriting?.recorded ?? []).map(({ from, to, isNew }) => {
    const old = isNew ? null : (rewriting?.superseded ?? null);
    const source = old ? { decisionId: old.decisionId, locator: old.locator } : own;
    return { procedureId, code, from, to, text: old?.text ?? text, ...source };
  });
}

function statedLine({ stated }: Change, procedureId: number) {
  const nobody = { replacedBy: null, decisionId: null, locator: null };
  return { procedureId, action: 'STATED' as const, from: stated?.from ?? null, to: stated?.to ?? null, ...nobody };
}

/** Says in the audit trail what a procedure was and is. */
function auditProcedure(tx: Writer, provinceId: number, { code, stored, text, stated }: Change, on: Day): void {
  const before = stored && (textOn(stored.texts, on)?.text ?? null);
  const shown = stored && shownPeriod(periodsFromChanges(stored.said).periods, on);
  const fields = before ? changedFields(before, text).filter((field) => LONG_FIELDS.has(field)) : [];
  const show = ({ name, field, tiers }: ProcedureText, period: Pick<ForcePeriod, 'from' | 'to'> | null) => {
    return { name, field, tiers, ...(period && { inForceFrom: period.from, inForceTo: period.to }) };
  };
  tx.audit({
    what: 'PROCEDURE_SAVED',
    about: { kind: 'PROCEDURE', id: code },
    unitId: provinceId,
    ...(before && { before: show(before, shown) }),
    after: { ...show(text, stated ?? shown), ...(fields.length > 0 && { fields }) },
  });
}

/** Of these the audit trail says only that they changed: how is in the procedure's own history. */
const LONG_FIELDS: ReadonlySet<string> = new Set(
  TEXT_FIELDS.filter((field) => !['name', 'field', 'tiers'].includes(field)),
);

/** Refuses drafts made from a version that is not the current one any more; `known` is what is stored, by code. */
async function refuseLostRaces(
  tx: Writer,
  provinceId: number,
  drafts: ProcedureDraft[],
  { known, on }: { known: ReadonlyMap<string, Stored>; on: Day },
): Promise<void> {
  const lost = drafts.flatMap((draft, index): LostRace[] => {
    const [code, version] = [codeOf(draft), known.get(codeOf(draft))?.version ?? 0];
    const { expectedVersion } = draft;
    if (typeof expectedVersion !== 'number' || expectedVersion === version) return [];
    const period = { inForceFrom: draft.inForceFrom ?? null, inForceTo: draft.inForceTo ?? null };
    const own = (ancestor: Stand): Stand => ({ ...textOfDraft(draft, ancestor), ...period });
    return [{ index, code, expectedVersion, version, day: draft.textFrom ?? on, own }];
  });
  if (lost.length > 0) throw await conflictOf(tx, provinceId, lost, on);
}
