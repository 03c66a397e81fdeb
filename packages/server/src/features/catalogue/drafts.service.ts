import type { Day } from '@chi-tieu/shared/domain/days';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import { merged, threeWay } from '@chi-tieu/shared/domain/three-way';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { AppError, badInput, conflict, notFound } from '../../app/errors.ts';
import { lockDossiers } from '../../app/moments.ts';
import type { Sql } from '../../app/sql.ts';
import { today } from '../units/units.service.ts';
import type { ProcedureRow } from './catalogue.queries.ts';
import { conflictOf, recordsOf, type Both } from './conflicts.service.ts';
import {
  bringDraftBack,
  draftByCode,
  draftOfStep,
  keepPublished,
  removeDraft,
  storeDraft,
  undonePublishing,
  type DraftRow,
} from './drafts.queries.ts';
import { checkForms } from './files/check-forms.ts';
import { checkDrafts, checkUnfinished, codeOf, textOfDraft } from './procedure-draft.ts';
import { findProcedure } from './procedures.service.ts';
import { checkSources, recordSources, type DraftWithDecision } from './sources.service.ts';
import { NO_STAND, STAND_FIELDS, standAt, type Stand } from './stand.ts';
import { storeProcedures } from './store-procedures.service.ts';

/** The draft of a procedure (suffixes allowed), or of one that is still to be; null where there is none. */
export async function findDraft(ctx: Context, code: string): Promise<DraftRow | null> {
  const national = nationalCode(code);
  return national === null ? null : draftByCode(ctx.read, ctx.provinceId, national, ctx.account?.id ?? null);
}

/**
 * Keeps what somebody is writing, over what is published; names may still be missing. `draft.expectedVersion` is the version of the
 * procedure from which it was made, `expectedVersion` that of the draft itself (0: there is none yet): another one is a CONFLICT,
 * told field by field against what is published.
 */
export async function saveDraft(
  ctx: Context,
  draft: DraftWithDecision,
  expectedVersion: number | null,
): Promise<DraftRow> {
  checkUnfinished(draft);
  await checkForms(ctx.read, [draft], () => 'input');
  await checkSources(ctx, [draft]);
  const [code, on] = [codeOf(draft), today(ctx)];
  await ctx.write('saveProcedureDraft', async (tx) => {
    await lockDossiers(tx);
    const before = await draftByCode(tx, ctx.provinceId, code);
    const base = draft.expectedVersion ?? before?.baseVersion ?? null;
    if (base !== null && base < 0) throw badInput('input.expectedVersion', 'input.value');
    const both = await standsOf(tx, ctx.provinceId, code, { version: base, day: draft.textFrom ?? on, on });
    const own = ownStand(draft, both.ancestor);
    if (expectedVersion !== null && expectedVersion !== (before?.version ?? 0))
      throw draftConflict(code, before, { ancestor: both.ancestor, own, expectedVersion });
    const { decision, locator } = draft;
    const fields = { ...own, decision, locator };
    await storeDraft(tx, ctx.provinceId, tx.moment, {
      code,
      // Nobody has seen a version that is still to come.
      baseVersion: Math.min(base ?? both.version, both.version),
      textFrom: draft.textFrom ?? null,
      fields,
    });
    audit(tx, ctx.provinceId, 'PROCEDURE_DRAFT_SAVED', { code, version: (before?.version ?? 0) + 1 });
  });
  const saved = await findDraft(ctx, code);
  if (!saved) throw new Error('a draft that was saved is gone');
  return saved;
}

/** Forgets a draft; what is published stays as it is. */
export async function dropDraft(ctx: Context, code: string, expectedVersion: number | null): Promise<string> {
  const found = await requireDraft(ctx.read, ctx.provinceId, code);
  await ctx.write('dropProcedureDraft', async (tx) => {
    const draft = await seenDraft(tx, ctx.provinceId, found.code, expectedVersion);
    await removeDraft(tx, draft.id);
    audit(tx, ctx.provinceId, 'PROCEDURE_DRAFT_DROPPED', draft);
  });
  return found.code;
}

/**
 * Has a draft be what is published, as one step. What was published since it began stays where the draft did not touch it; where
 * both changed a field to different values nothing is stored: CONFLICT, told field by field.
 */
export async function publishDraft(ctx: Context, code: string, expectedVersion: number | null): Promise<ProcedureRow> {
  const found = await requireDraft(ctx.read, ctx.provinceId, code);
  const sources = await checkSources(ctx, [found.fields as DraftWithDecision]);
  const publish = async (tx: Writer) => {
    await lockDossiers(tx);
    const draft = await seenDraft(tx, ctx.provinceId, found.code, expectedVersion ?? found.version);
    const agreed = await mergedDraft(tx, ctx.provinceId, draft, today(ctx));
    checkDrafts([agreed]);
    const stored = await recordSources(tx, ctx.provinceId, [agreed], sources);
    await storeProcedures(tx, ctx.provinceId, stored, { kind: 'PUBLISHED', on: today(ctx) });
    await keepPublished(tx, tx.moment, draft.id);
    await removeDraft(tx, draft.id);
    audit(tx, ctx.provinceId, 'PROCEDURE_DRAFT_PUBLISHED', draft);
  };
  await ctx.write('publishProcedureDraft', publish, { books: true });
  const published = await findProcedure(ctx, found.code);
  if (!published) throw notFound('procedure.unknown', { code: found.code });
  return published;
}

/**
 * What becomes of the draft that a step published while the step is undone, in the same transaction: it is there again as it was
 * before it was published, in the place of one that came back from a later step and was not touched since. Where an undoing of that is
 * undone it is published again and gone, unless somebody changed it meanwhile, and that of the next step that is still undone is back.
 * CONFLICT where somebody has begun another draft of the code.
 */
export async function followDraft(tx: Writer, provinceId: number, stepId: string): Promise<void> {
  const published = await draftOfStep(tx, stepId);
  if (!published) return;
  const { code } = published;
  const there = await draftByCode(tx, provinceId, code);
  if (published.undoings % 2 === 0) {
    if (there && !(await undonePublishing(tx, provinceId, code, { draft: there })))
      throw conflict('step.draft', { code });
    if (there) await removeDraft(tx, there.id);
    await bringBack(tx, provinceId, published.stepId, code);
  } else if (there?.version === published.version && there.changedBy === published.changedBy) {
    await removeDraft(tx, there.id);
    audit(tx, provinceId, 'PROCEDURE_DRAFT_PUBLISHED', there);
    const next = await undonePublishing(tx, provinceId, code, { after: published.stepId });
    if (next) await bringBack(tx, provinceId, next.stepId, code);
  }
}

async function bringBack(tx: Writer, provinceId: number, stepId: string, code: string): Promise<void> {
  const { version } = await bringDraftBack(tx, stepId);
  audit(tx, provinceId, 'PROCEDURE_DRAFT_BACK', { code, version });
}

/** What is to be published: the draft's own changes over what is published now. */
async function mergedDraft(tx: Writer, provinceId: number, draft: DraftRow, on: Day): Promise<DraftWithDecision> {
  const { code, baseVersion, textFrom, fields } = draft;
  const { decision, locator, ...own } = fields;
  const day = textFrom ?? on;
  const both = await standsOf(tx, provinceId, code, { version: baseVersion, day, on });
  const agreed = merged<Stand>(STAND_FIELDS, { ...both, own });
  if (agreed === null) {
    const { version } = both;
    throw await conflictOf(
      tx,
      provinceId,
      [{ index: 0, code, expectedVersion: baseVersion, version, day, own: () => own }],
      on,
    );
  }
  return { code, ...agreed, textFrom, decision, locator };
}

/** How a procedure stands and stood in a version (the current one where none is told), and its current version. */
async function standsOf(
  sql: Sql,
  provinceId: number,
  code: string,
  { version, day, on }: { version: number | null; day: Day; on: Day },
): Promise<Both & { version: number }> {
  const record = (await recordsOf(sql, provinceId, [code])).get(code);
  if (!record) return { ancestor: NO_STAND, current: NO_STAND, version: 0 };
  const at = (of: number) => standAt(record, of, { day, on });
  const current = at(record.version);
  const isThere = record.texts.some(({ until }) => until === null);
  return { ancestor: version === null ? current : at(version), current, version: isThere ? record.version : 0 };
}

function ownStand(draft: DraftWithDecision, ancestor: Stand): Stand {
  const { inForceFrom = null, inForceTo = null } = draft;
  return { ...textOfDraft(draft, ancestor), inForceFrom, inForceTo };
}

async function requireDraft(sql: Sql, provinceId: number, code: string): Promise<DraftRow> {
  const draft = await draftByCode(sql, provinceId, nationalCode(code) ?? '');
  if (!draft) throw notFound('draft.unknown', { code: code.slice(0, 60) });
  return draft;
}

/** The draft in the version that the caller saw. */
async function seenDraft(tx: Writer, provinceId: number, code: string, expected: number | null): Promise<DraftRow> {
  await lockDossiers(tx);
  const draft = await requireDraft(tx, provinceId, code);
  if (expected !== null && expected !== draft.version)
    throw draftConflict(code, draft, { ancestor: NO_STAND, own: null, expectedVersion: expected });
  return draft;
}

/** Somebody else saved the draft: what is told is how it stands over what is published, beside what one wanted. */
function draftConflict(
  code: string,
  stored: DraftRow | null,
  { ancestor, own, expectedVersion }: { ancestor: Stand; own: Stand | null; expectedVersion: number },
): AppError {
  const version = stored?.version ?? 0;
  const rows = { ancestor, current: stored?.fields ?? ancestor, own: own ?? ancestor };
  const last = { changedBy: stored?.author ?? null, changedAt: stored?.at.toISOString() ?? null };
  const fields = own === null ? [] : threeWay<Stand>(STAND_FIELDS, rows).map((field) => ({ ...field, ...last }));
  const conflicts = [{ index: 0, code, expectedVersion, version, fields }];
  return new AppError('CONFLICT', 'draft.version', { version }, { facts: { version, conflicts } });
}

type DraftAct =
  'PROCEDURE_DRAFT_BACK' | 'PROCEDURE_DRAFT_SAVED' | 'PROCEDURE_DRAFT_DROPPED' | 'PROCEDURE_DRAFT_PUBLISHED';

function audit(tx: Writer, provinceId: number, what: DraftAct, draft: Pick<DraftRow, 'code' | 'version'>): void {
  const { code, version } = draft;
  tx.audit({ what, about: { kind: 'PROCEDURE', id: code }, unitId: provinceId, after: { version } });
}
